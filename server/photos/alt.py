"""What a photo shows, in words, for who cannot see it: proposed from facts, by language."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from catalog.model import LANGUAGES

VIEWS = {
    "front": {"fr": "de face", "en": "front view", "de": "von vorne", "it": "vista frontale", "es": "vista frontal"},
    "back": {"fr": "de dos", "en": "back view", "de": "von hinten", "it": "vista da dietro", "es": "vista trasera"},
    "side": {"fr": "de profil", "en": "side view", "de": "von der Seite", "it": "di lato", "es": "de lado"},
    "detail": {"fr": "détail", "en": "detail", "de": "Detail", "it": "dettaglio", "es": "detalle"},
    "worn": {"fr": "sur une personne", "en": "worn", "de": "getragen", "it": "su una persona", "es": "en una persona"},
}


def proposed(product: Mapping[str, Any], label: Mapping[str, str], colour: str, view: str | None) -> dict[str, str]:
    """Return a text by language: kind and name, then the colour and the view where they are known."""
    named: Mapping[str, str] = next((each["name"] for each in product["colours"] if each["name"]["fr"] == colour), {})
    return {lang: ", ".join(part for part in _parts(product, label, named, view, lang) if part) for lang in LANGUAGES}


def _parts(
    product: Mapping[str, Any], label: Mapping[str, str], colour: Mapping[str, str], view: str | None, lang: str
) -> tuple[str, str, str]:
    kind = label.get(lang) or label.get("en") or label["fr"]
    tone = colour.get(lang) or colour.get("en") or colour.get("fr", "")
    seen = VIEWS[view][lang] if view else ""
    return f"{kind[:1].upper()}{kind[1:]} {product['name']}", tone, seen
