"""What a condition's values are called where no question names them: bands of a figure, ground, weather out there."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import pairwise
from typing import Any

SITUATIONS: Mapping[str, Mapping[str, tuple[str, str]]] = {
    "protection": {
        "dry": ("temps sec", "dry weather"),
        "dry-alpine": ("sec, en haute montagne", "dry, in high mountains"),
        "dry-fast": ("sec, en effort rapide", "dry, moving fast"),
        "showers": ("averses", "showers"),
        "showers-pack": ("averses, avec un sac", "showers, carrying a pack"),
        "showers-run": ("averses, en courant", "showers, running"),
        "snow-alpine": ("neige, en haute montagne", "snow, in high mountains"),
        "snow-piste": ("neige, sur les pistes", "snow, on the piste"),
        "snow-ride": ("neige, en freeride", "snow, freeriding"),
        "snow-run": ("neige, en courant ou en fond", "snow, running or cross-country"),
        "snow-tour": ("neige, en ski de rando", "snow, ski touring"),
        "snow-walk": ("neige, à pied ou en raquettes", "snow, on foot or snowshoes"),
        "storm": ("tempête", "storm"),
        "wet-alpine": ("pluie ou neige mouillée, en montagne", "rain or wet snow, in the mountains"),
        "wet-hike": ("pluie, en randonnée", "rain, hiking"),
        "wet-piste": ("pluie ou neige mouillée, sur les pistes", "rain or wet snow, on the piste"),
        "wet-ride": ("pluie ou neige mouillée, en freeride", "rain or wet snow, freeriding"),
        "wet-run": ("pluie, en courant", "rain, running"),
        "wet-town": ("pluie, en ville ou en voyage", "rain, in town or travelling"),
        "wet-trek": ("pluie, en trek", "rain, on a trek"),
    },
    "ground": {
        "after-snow": ("après-ski et neige", "after-ski and snow"),
        "ferrata": ("via ferrata", "via ferrata"),
        "glacier": ("glacier", "glacier"),
        "heavy": ("terrain difficile, sac lourd", "rough ground, heavy pack"),
        "ice": ("glace", "ice"),
        "path": ("sentier", "path"),
        "rock": ("rocher", "rock"),
        "run": ("sentier, en courant", "path, running"),
        "snow": ("neige", "snow"),
        "town": ("ville", "town"),
        "trek": ("sentier, plusieurs jours", "path, several days"),
    },
}
"""Key → value → French, English."""
_UNITS = {"felt_c": ("°C", "°C"), "air_c": ("°C", "°C"), "age_years": ("ans", "years")}
_WORDS = {
    "fr": {
        "from": "{low}\u202f{unit} et plus",
        "below": "moins de {high}\u202f{unit}",
        "in": "{low} à {high}\u202f{unit}",
    },
    "en": {
        "from": "{low}\u202f{unit} and more",
        "below": "less than {high}\u202f{unit}",
        "in": "{low} to {high}\u202f{unit}",
    },
}


def band_words(band: Mapping[str, Any], lang: str) -> list[str]:
    """Return what each number of a band stands for, from 0: ``6 à 15 °C``.

    A band that counts ``below`` grows as its figure falls, one that counts ``from`` grows with it.
    """
    unit = _UNITS[band["figure"]][lang == "en"]
    bounds = sorted(band["below"] or band["from"])
    edges = [None, *bounds, None]
    found = [_span(low, high, unit, lang) for low, high in pairwise(edges)]
    return found[::-1] if band["below"] else found


def _span(low: int | None, high: int | None, unit: str, lang: str) -> str:
    kind = "below" if low is None else "from" if high is None else "in"
    last = None if high is None else high if low is None else high - 1
    return _WORDS[lang][kind].format(low=_figure(low), high=_figure(last), unit=unit)


def _figure(number: int | None) -> str:
    return str(number).replace("-", "\u2212")
