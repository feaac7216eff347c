"""HTML to the text a person would read: no tag, no script, one space between words."""

from __future__ import annotations

import html
import re

import nh3

from .fields import unseen

_BREAKS = re.compile(r"<\s*(?:br|/p|/div|/li|/h[1-6]|/tr|/ul|/ol)\b[^>]*>", re.IGNORECASE)
_HIDDEN = {"script", "style", "iframe", "object", "template", "noscript", "svg", "math", "title", "textarea"}
_ROUNDS = 3
"""A tag may be written as entities, and those as entities again; what is left after three rounds is taken away."""


def text_of(markup: str) -> str:
    """Return the words of a piece of HTML; paragraphs and lines are divided by one space."""
    text = unseen(markup)
    for _ in range(_ROUNDS):
        if "<" not in text and "&" not in text:
            break
        text = html.unescape(nh3.clean(_BREAKS.sub(" ", text), tags=set(), clean_content_tags=_HIDDEN))
    if re.search(r"<\s*[a-z/!]", text, re.IGNORECASE):
        text = text.replace("<", " ").replace(">", " ")
    return re.sub(r"\s+", " ", unseen(text)).strip()


def shortened(text: str, most: int) -> tuple[str, bool]:
    """Return as many whole sentences as fit, else as many whole words with ``…``; and whether anything was left out."""
    if len(text) <= most:
        return text, False
    sentences = re.split(r"(?<=[.!?…])\s+", text[: most + 1])
    kept = " ".join(sentences[:-1]) if len(sentences) > 1 else ""
    if kept:
        return kept, True
    return text[: most - 1].rsplit(" ", 1)[0].rstrip(",;: ") + "…", True
