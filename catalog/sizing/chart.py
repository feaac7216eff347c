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
        problems.append(_problem(path, "un objet avec « rows » est attendu", "an object with “rows” is expected"))
        return Chart((), "", status, "", "", "")
    rows = raw.get("rows")
    if not isinstance(rows, list) or not 1 <= len(rows) <= MOST_ROWS:
        problems.append(
            _problem(f"{path}.rows", f"une liste de 1 à {MOST_ROWS} lignes", f"a list of 1 to {MOST_ROWS} rows")
        )
        rows = []
    read = tuple(read_row(row, f"{path}.rows.{index}", problems) for index, row in enumerate(rows))
    texts = {key: _text(raw, key, lang, path, problems) for key in ("label", "status", "audience", "garment", "rule")}
    problems.extend(_unit_slips(read, path, adult=texts["audience"] in ADULTS))
    return Chart(read, texts["label"], texts["status"] or status, texts["audience"], texts["garment"], texts["rule"])


def read_row(raw: Any, path: str, problems: list[FieldProblem]) -> Row:
    """Read one row: ``size``, measures as a number or a range, other size systems."""
    if not isinstance(raw, Mapping):
        problems.append(_problem(path, "un objet avec « size » est attendu", "an object with “size” is expected"))
        return Row("", {}, {})
    size = size_text(raw.get("size"))
    if size is None:
        problems.append(_problem(f"{path}.size", "une taille est attendue, par exemple « M »", "a size is expected"))
    values = {}
    for key in raw:
        if raw[key] is None:
            continue
        if key in MEASURES or key == AGE:
            interval = read_interval(raw[key])
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


def read_interval(raw: Any) -> Interval | None:
    """Return a number or a range (an open end is null) as an interval, None where it is neither."""
    if is_number(raw):
        return Interval(raw, raw, point=True)
    if not isinstance(raw, list) or len(raw) != 2 or raw == [None, None]:
        return None
    low, high = (0 if raw[0] is None else raw[0]), (MOST_MM if raw[1] is None else raw[1])
    if (raw[0] is not None and not is_number(low)) or not is_number(high) or low > high:
        return None
    return Interval(low, high, point=low == high)


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
        problems.append(_problem(f"{path}.{key}", "un texte est attendu", "a text is expected"))
        return ""
    return re.sub(r"\s+", " ", value.strip(" "))


def _problem(field: str, fr: str, en: str) -> FieldProblem:
    return FieldProblem(field, {"fr": f"Ici, {fr}.", "en": f"Here {en}."})


def _bad_value(field: str) -> FieldProblem:
    return _problem(
        field,
        f"un nombre ou un intervalle [de, à] est attendu, entre 1 et {MOST_MM}",
        f"a number or a range [from, to] is expected, from 1 to {MOST_MM}",
    )


def _unknown(field: str) -> FieldProblem:
    known = ", ".join(MEASURES)
    return _problem(field, f"mesure inconnue ; connues : {known}", f"the measure is unknown; known are {known}")
