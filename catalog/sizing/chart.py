"""A size chart as numbers: rows with an interval for each measure, in millimetres."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from .errors import FieldProblem
from .units import ADULTS, too_small, unit_problem

MEASURES = (
    "chest_mm",
    "waist_mm",
    "hip_mm",
    "low_hip_mm",
    "inseam_mm",
    "height_mm",
    "torso_mm",
    "foot_length_mm",
    "hand_mm",
    "hand_length_mm",
    "head_mm",
    "sleeve_mm",
    "neck_mm",
    "thigh_mm",
)
AGE = "age_years"
MOST_MM = 3000
MOST_ROWS = 200
SYSTEMS = ("eu", "fr", "de", "it", "es", "uk", "us", "uk_us", "intl", "int", "mondopoint", "cm", "jp", "age", "number")
_LENGTH = 40


@dataclass(frozen=True, slots=True)
class Interval:
    """What a row covers: ``low`` to ``high`` with both ends, or a single number (``point``)."""

    low: float
    high: float
    point: bool


@dataclass(frozen=True, slots=True)
class Row:
    size: str
    values: Mapping[str, Interval]
    systems: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Chart:
    """A chart in one language. ``status`` is maker, peer, demonstration, or given where it came with the question."""

    rows: tuple[Row, ...]
    label: str
    status: str
    audience: str
    garment: str
    rule: str

    @property
    def measures(self) -> tuple[str, ...]:
        """The measures that at least one row has, the usual ones in their order, age last."""
        return tuple(m for m in (*MEASURES, AGE) if any(m in row.values for row in self.rows))


def read_chart(raw: Any, lang: str, path: str, problems: list[FieldProblem], status: str = "given") -> Chart:
    """Read a chart object, adding what is wrong to ``problems``; texts may be strings or by language."""
    if not isinstance(raw, Mapping):
        problems.append(
            _problem(
                path,
                "Donnez un tableau\u202f: un objet dont «\u202frows\u202f» est la liste des tailles.",
                "Give a chart: an object whose “rows” is the list of sizes.",
            )
        )
        return Chart((), "", status, "", "", "")
    rows = raw.get("rows")
    if not isinstance(rows, list) or not 1 <= len(rows) <= MOST_ROWS:
        problems.append(
            _problem(
                f"{path}.rows",
                f"Donnez une liste de 1 à {MOST_ROWS} tailles.",
                f"Give a list of 1 to {MOST_ROWS} sizes.",
            )
        )
        rows = []
    read = tuple(read_row(row, f"{path}.rows.{index}", problems) for index, row in enumerate(rows))
    texts = {key: _text(raw, key, lang, path, problems) for key in ("label", "status", "audience", "garment", "rule")}
    problems.extend(_unit_slips(read, path, adult=texts["audience"] in ADULTS))
    return Chart(read, texts["label"], texts["status"] or status, texts["audience"], texts["garment"], texts["rule"])


def read_row(raw: Any, path: str, problems: list[FieldProblem]) -> Row:
    """Read one row: ``size``, measures as a number or a range, other size systems."""
    if not isinstance(raw, Mapping):
        problems.append(
            _problem(
                path,
                "Donnez un objet avec «\u202fsize\u202f» et ses mesures.",
                "Give an object with “size” and its measures.",
            )
        )
        return Row("", {}, {})
    size = size_text(raw.get("size"))
    if size is None:
        problems.append(
            _problem(
                f"{path}.size",
                "Donnez le nom de la taille, par exemple «\u202fM\u202f».",
                "Give the name of the size, for example “M”.",
            )
        )
    values = {}
    for key in raw:
        if raw[key] is None:
            continue
        if key in MEASURES or key == AGE:
            interval = read_interval(raw[key], least=0 if key == AGE else 1)
            if interval is None:
                problems.append(_bad_value(f"{path}.{key}"))
            else:
                values[key] = interval
        elif isinstance(key, str) and key.endswith("_mm"):
            problems.append(_unknown(f"{path}.{key}"))
    return Row(size or "", values, _systems(raw))


def _unit_slips(rows: tuple[Row, ...], path: str, *, adult: bool) -> list[FieldProblem]:
    """Return the first cell of each column whose figures are centimetres or inches rather than millimetres."""
    found = []
    for measure in MEASURES:
        cells = ((index, row.values[measure].high) for index, row in enumerate(rows) if measure in row.values)
        slip = next(((index, high) for index, high in cells if too_small(measure, high, adult=adult)), None)
        if slip is not None:
            found.append(unit_problem(f"{path}.rows.{slip[0]}.{measure}", measure, slip[1]))
    return found


def read_interval(raw: Any, least: int = 1) -> Interval | None:
    """Return a number or a range (an open end is null) as an interval, None where it is neither.

    ``least`` is 0 where nought is a value: an age.
    """
    if is_number(raw):
        return Interval(raw, raw, point=True)
    if not isinstance(raw, list) or len(raw) != 2 or raw == [None, None]:
        return None
    low, high = (0 if raw[0] is None else raw[0]), (MOST_MM if raw[1] is None else raw[1])
    starts = raw[0] is None or is_number(low) or (least == 0 and _is_nought(low))
    if not starts or not is_number(high) or low > high:
        return None
    return Interval(low, high, point=low == high)


def _is_nought(raw: Any) -> bool:
    return isinstance(raw, int | float) and not isinstance(raw, bool) and raw == 0


def is_number(raw: Any) -> bool:
    """Tell whether a value is a number above zero and not above three metres."""
    return isinstance(raw, int | float) and not isinstance(raw, bool) and 0 < raw <= MOST_MM


def size_text(raw: Any) -> str | None:
    """Return a size as text; 42 and 42.0 are "42"; None where it is no size."""
    if isinstance(raw, bool):
        return None
    if isinstance(raw, int | float):
        if not -1000 < raw < 10000:
            return None
        return str(int(raw)) if raw == int(raw) else str(raw)
    if isinstance(raw, str) and 0 < len(raw.strip()) <= _LENGTH:
        return raw.strip()
    return None


def _systems(raw: Mapping[str, Any]) -> dict[str, str]:
    named = raw.get("systems")
    given = named if isinstance(named, Mapping) else {}
    found = {}
    for key in SYSTEMS:
        text = size_text(given.get(key, raw.get(key)))
        if text is not None:
            found[key] = text
    return found


def _text(raw: Mapping[str, Any], key: str, lang: str, path: str, problems: list[FieldProblem]) -> str:
    value = raw.get(key)
    if isinstance(value, Mapping):
        value = value.get(lang) or value.get("en") or value.get("fr")
    if value is None:
        return ""
    if not isinstance(value, str) or len(value) > 2000:
        problems.append(_problem(f"{path}.{key}", "Donnez un texte.", "Give a text."))
        return ""
    return re.sub(r"\s+", " ", value.strip(" "))


def _problem(field: str, fr: str, en: str) -> FieldProblem:
    return FieldProblem(field, {"fr": fr, "en": en})


def _bad_value(field: str) -> FieldProblem:
    return _problem(
        field,
        f"Donnez un nombre de millimètres, ou un intervalle [de, à] du plus petit au plus grand, entre 1 et {MOST_MM}.",
        f"Give a number of millimetres, or a range [from, to] from the smaller to the larger, between 1 and {MOST_MM}.",
    )


def _unknown(field: str) -> FieldProblem:
    known = ", ".join(MEASURES)
    return _problem(
        field,
        f"Cette mesure n’est pas connue. Choisissez parmi\u202f: {known}.",
        f"This measure is not known. Choose one of: {known}.",
    )
