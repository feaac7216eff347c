"""What customers say, one word a tap; what is typed, and what is said in one breath. All begin with nothing said."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

Answers = dict[str, Any]

CUSTOMERS: tuple[Answers, ...] = (
    {"activity": "ski-touring", "wanted": "shell", "weather": "snow", "temperature_c": -8, "wind_kmh": 20,
     "effort": "high", "audience": "women", "size": "M", "budget_cents": 40000, "prefer": ["light"]},
    {"wanted": "jacket", "activity": "alpine-skiing", "weather": "wet-snow", "audience": "men", "size": "L",
     "must": ["waterproof"], "must_not": ["down"], "colour": "blue"},
    {"activity": "trekking", "duration": "multi-day", "nights_in": "tent", "wanted": "sleep", "temperature_c": -5},
    {"activity": "hiking", "wanted": "pack", "duration": "day", "prefer": ["light", "cheap"], "volume_l": 30,
     "budget_cents": 9000},
    {"wanted": "boots", "activity": "mountaineering", "must": ["crampon:C2"], "size": "43"},
    {"activity": "snow-play", "audience": "kids", "age_years": 8, "wanted": "skiwear", "temperature_c": -3},
    {"wanted": "hands", "activity": "freeride", "temperature_c": -15, "wind_kmh": 50, "budget_cents": 4000},
    {"activity": "winter-hiking", "weather": "storm", "wanted": "outfit", "audience": "men",
     "sizes": {"garment": "L", "shoe": "43"}},
    {"wanted": "insulation", "must": ["down", "merino"], "budget_cents": 1000, "size": "XS", "audience": "women"},
)  # fmt: skip

OUTFITS: tuple[Answers, ...] = (
    {"activity": "ski-touring", "weather": "snow", "temperature_c": -8, "audience": "women",
     "sizes": {"garment": "M", "shoe": "39", "hand": "M"}, "budget_cents": 120000},
    {"activity": "hiking", "weather": "showers", "duration": "day", "audience": "men", "budget_cents": 60000},
    {"activity": "alpine-skiing", "temperature_c": -5, "audience": "kids", "age_years": 8, "budget_cents": 40000},
    {"activity": "mountaineering", "weather": "storm", "temperature_c": -10, "audience": "men",
     "sizes": {"garment": "L", "shoe": "43"}, "budget_cents": 200000},
    {"activity": "trekking", "duration": "multi-day", "nights_in": "tent", "audience": "women"},
    {"activity": "winter-hiking", "weather": "dry", "budget_cents": 30000},
)  # fmt: skip

SENTENCES: tuple[tuple[str, str], ...] = (
    ("fr", "une doudoune pas trop chère pour rando en hiver, taille M, sans duvet"),
    ("fr", "veste goretex femme pour le ski de rando, -8 degrés, max 400 euros"),
    ("fr", "gants pour mon fils de 8 ans, pas plus de 30 euros"),
    ("fr", "sac de 30 litres bleu avec porte-skis, pas trop lourd"),
    ("fr", "je cherche des chausures montantes pour le trek sous la tente, pointure 43"),
    ("en", "a light waterproof jacket for hiking in the rain, size L, no down, under 200 euros"),
    ("en", "sleeping bag for camping at -5, woman, not too expensive"),
    ("de", "eine warme Jacke für Skitouren bei -10 Grad, Größe M, ohne Kapuze"),
    ("de", "Handschuhe für Kinder, nicht teurer als 25 Euro"),
    ("it", "una giacca impermeabile da donna per lo scialpinismo, taglia S, massimo 300 euro"),
    ("es", "una mochila de 40 litros para trekking, no muy cara"),
    ("es", "botas de montaña impermeables del 42 para hombre"),
)

SEARCHES = ("veste gore-tex", "doudoune femme", "trilogy", "sac 30 litres", "chaussure montante", "polaire bleue",
            "milet alpne", "gants ski", "pantalon", "xyzzy introuvable")  # fmt: skip


def taps() -> Iterator[Answers]:
    """Give the answers after each tap of each customer."""
    for customer in CUSTOMERS:
        said = list(customer.items())
        yield from (dict(said[:count]) for count in range(len(said) + 1))


def keys() -> Iterator[str]:
    """Give what stands in the field after each key, from the second on."""
    for words in SEARCHES:
        yield from (words[:count] for count in range(2, len(words) + 1) if words[count - 1] != " ")
