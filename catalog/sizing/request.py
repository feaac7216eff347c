"""The question as it comes in, checked field by field."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from catalog.model import AUDIENCES, LANGUAGES

from .chart import MEASURES, MOST_MM, Chart, is_number, read_chart, size_text
from .errors import FieldProblem, SizingError
from .rules import layering_level
from .tried import TryOns, read_try_ons
from .units import too_small, unit_problem

SYSTEMS = {
    "eu": "eu",
    "eur": "eu",
    "fr": "fr",
    "de": "de",
    "it": "it",
    "es": "es",
    "uk": "uk",
    "gb": "uk",
    "us": "us",
    "usa": "us",
    "us-men": "us-men",
    "us-m": "us-men",
    "us-women": "us-women",
    "us-w": "us-women",
    "intl": "intl",
    "int": "intl",
    "international": "intl",
    "letter": "intl",
    "alpha": "intl",
    "mondopoint": "mondopoint",
    "mondo": "mondopoint",
    "mp": "mondopoint",
    "cm": "cm",
    "jp": "cm",
    "number": "number",
}


_SHOWN = {"mondopoint": "Mondopoint", "us-men": "US", "us-women": "US"}


@dataclass(frozen=True, slots=True)
class Usual:
    """A size the customer usually wears, with the country's system."""

    system: str
    size: str

    @property
    def shown(self) -> str:
        """The size as it is spoken: "EU 40", "M"."""
        if self.system in ("intl", "number"):
            return self.size
        return (
            f"{self.size} cm" if self.system == "cm" else f"{_SHOWN.get(self.system, self.system.upper())} {self.size}"
        )


@dataclass(frozen=True, slots=True)
class Request:
    chart: Chart | None
    measurements: Mapping[str, float]
    usual: Usual | None
    layering: str
    age_years: float | None
    growth: bool
    lang: str
    audience: str
    garment: str
    fit_note: str
    sizes: tuple[str, ...]
    try_ons: TryOns


def read_request(raw: Any, charts: Mapping[str, Mapping[str, Any]]) -> Request:
    """Read and check a question. Raises SizingError with every problem."""
    problems: list[FieldProblem] = []
    if not isinstance(raw, Mapping):
        raise SizingError([_problem("", "Donnez un objet.", "Give an object.")])
    lang = _choice(raw, "lang", LANGUAGES, problems) or "fr"
    chart = _chart(raw, charts, lang, problems)
    audience = _choice(raw, "audience", AUDIENCES, problems) or (chart.audience if chart else "")
    request = Request(
        chart,
        _measurements(raw.get("measurements_mm"), problems),
        _usual(raw.get("usual"), problems),
        _layering(raw.get("layering"), problems),
        _age(raw.get("age_years"), problems),
        _flag(raw, "growth", problems),
        lang,
        audience,
        _garment(raw, chart),
        _fit_note(raw.get("fit_note"), lang, problems),
        _sizes(raw.get("sizes"), problems),
        read_try_ons(raw.get("try_ons"), problems),
    )
    if not problems and not (request.measurements or request.usual or request.age_years is not None):
        problems.append(
            _problem(
                "measurements_mm",
                "Donnez au moins une mesure en millimètres, «\u202fusual\u202f» (la taille habituelle) "
                "ou «\u202fage_years\u202f».",
                "Give at least one measure in millimetres, “usual” (the usual size) or “age_years”.",
            )
        )
    if problems:
        raise SizingError(problems)
    return request


def _chart(
    raw: Mapping[str, Any], charts: Mapping[str, Mapping[str, Any]], lang: str, problems: list[FieldProblem]
) -> Chart | None:
    given = raw.get("chart")
    if isinstance(given, str):
        if given == "":
            return None
        if given not in charts:
            problems.append(
                _problem(
                    "chart",
                    f"Le tableau «\u202f{given[:40]}\u202f» est inconnu. Donnez l’un de ceux du catalogue, "
                    "ou le tableau lui-même.",
                    f"The chart “{given[:40]}” is unknown. Name one of the catalogue’s, or give the chart itself.",
                )
            )
            return None
        return read_chart(charts[given], lang, "chart", problems, "maker")
    if given is None:
        problems.append(
            _problem(
                "chart",
                "Donnez «\u202fref\u202f», une pièce du catalogue, ou «\u202fchart\u202f», un tableau de tailles.",
                "Give “ref”, a piece of the catalogue, or “chart”, a size chart.",
            )
        )
        return None
    return read_chart(given, lang, "chart", problems)


def _measurements(raw: Any, problems: list[FieldProblem]) -> dict[str, float]:
    """Return the measures by id in the usual order; "chest" is taken for "chest_mm"."""
    if raw is None:
        return {}
    if not isinstance(raw, Mapping):
        problems.append(_problem("measurements_mm", "Donnez un objet.", "Give an object."))
        return {}
    found: dict[str, float] = {}
    for key, value in raw.items():
        measure = key if str(key).endswith("_mm") else f"{key}_mm"
        if measure not in MEASURES:
            known = ", ".join(MEASURES)
            problems.append(
                _problem(
                    f"measurements_mm.{key}",
                    f"Cette mesure n’est pas connue. Choisissez parmi\u202f: {known}.",
                    f"This measure is not known. Choose one of: {known}.",
                )
            )
        elif not is_number(value):
            problems.append(
                _problem(
                    f"measurements_mm.{key}",
                    f"Donnez un nombre de millimètres, de 1 à {MOST_MM}.",
                    f"Give a number of millimetres, from 1 to {MOST_MM}.",
                )
            )
        elif too_small(measure, value):
            problems.append(unit_problem(f"measurements_mm.{key}", measure, value))
        else:
            found[measure] = value
    return {measure: found[measure] for measure in MEASURES if measure in found}


def _usual(raw: Any, problems: list[FieldProblem]) -> Usual | None:
    if raw is None:
        return None
    if not isinstance(raw, Mapping):
        problems.append(_problem("usual", "Donnez un objet.", "Give an object."))
        return None
    size = size_text(raw.get("size"))
    if size is None:
        problems.append(
            _problem(
                "usual.size",
                "Donnez la taille, par exemple «\u202f40\u202f» ou «\u202fM\u202f».",
                "Give the name of the size, for example “M”.",
            )
        )
    named = raw.get("system")
    system = SYSTEMS.get(named.strip().lower().replace("_", "-").replace(" ", "-")) if isinstance(named, str) else None
    if system is None:
        known = "EU, FR, DE, IT, ES, UK, US, US-men, US-women, INTL, mondopoint, cm"
        problems.append(
            _problem(
                "usual.system",
                f"Choisissez l’un de ces systèmes\u202f: {known}.",
                f"Choose one of these systems: {known}.",
            )
        )
    return Usual(system, size) if system and size else None


def _layering(raw: Any, problems: list[FieldProblem]) -> str:
    if raw is None or raw == "":
        return ""
    level = layering_level(raw) if isinstance(raw, str) and len(raw) <= 200 else ""
    if not level:
        problems.append(
            _problem(
                "layering",
                "Dites ce qui se porte dessous\u202f: none, light, fleece, down, ou en quelques mots, "
                "«\u202fpar-dessus une polaire\u202f».",
                "Say what is worn below: none, light, fleece, down, or in words, “over a fleece”.",
            )
        )
    return level


def _age(raw: Any, problems: list[FieldProblem]) -> float | None:
    if raw is None:
        return None
    if isinstance(raw, bool) or not isinstance(raw, int | float) or not 0 <= raw <= 120 or math.isnan(raw):
        problems.append(_problem("age_years", "Donnez un âge de 0 à 120 ans.", "Give an age from 0 to 120 years."))
        return None
    return raw


def _flag(raw: Mapping[str, Any], key: str, problems: list[FieldProblem]) -> bool:
    value = raw.get(key)
    if value is not None and not isinstance(value, bool):
        problems.append(_problem(key, "Donnez true ou false.", "Give true or false."))
    return value is True


def _choice(raw: Mapping[str, Any], key: str, known: tuple[str, ...], problems: list[FieldProblem]) -> str:
    value = raw.get(key)
    if value is None or value == "":
        return ""
    if not isinstance(value, str) or value not in known:
        listed = ", ".join(known)
        problems.append(_problem(key, f"Choisissez parmi {listed}.", f"Choose Choose one of {listed}.."))
        return ""
    return value


def _garment(raw: Mapping[str, Any], chart: Chart | None) -> str:
    for value in (raw.get("category"), raw.get("garment")):
        if isinstance(value, str) and value:
            return value
    return chart.garment if chart else ""


def _fit_note(raw: Any, lang: str, problems: list[FieldProblem]) -> str:
    value = (raw.get(lang) or raw.get("en") or raw.get("fr")) if isinstance(raw, Mapping) else raw
    if value is None or value == "":
        return ""
    if not isinstance(value, str) or len(value) > 2000:
        problems.append(_problem("fit_note", "Donnez un texte.", "Give a text."))
        return ""
    return value


def _sizes(raw: Any, problems: list[FieldProblem]) -> tuple[str, ...]:
    if raw is None:
        return ()
    sizes = [size_text(size) for size in raw] if isinstance(raw, list) and len(raw) <= 200 else [None]
    if None in sizes:
        problems.append(
            _problem("sizes", "Donnez la liste des tailles vendues.", "Give the list of the sizes that are sold.")
        )
        return ()
    return tuple(dict.fromkeys(size for size in sizes if size))


def _problem(field: str, fr: str, en: str) -> FieldProblem:
    return FieldProblem(field, {"fr": fr, "en": en})
