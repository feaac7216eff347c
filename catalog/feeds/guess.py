"""One guess of what a column is, and what the guesses of a table say of each other."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from catalog.model import Text
from catalog.typography import french

from . import seen
from .fields import HEADERS, plain
from .mapping import Source

_NAME_LENGTH = 80
_WORDY = re.compile(r"[^\W\d_]{3,}\s+\S|^[^\W\d_][a-zà-ÿ]{2,}$")
"""Two words, or one in small letters: a name. Codes have figures, hyphens, capitals."""
Columns = Sequence[tuple[str, seen.Look]]


@dataclass(frozen=True, slots=True)
class Guess:
    """A source for a field; ``confidence`` is 0…100; ``why`` is a sentence by language."""

    source: Source
    confidence: int
    why: Text


def settle(guesses: dict[str, Guess], columns: Columns) -> None:
    """Mend guesses that are only right alone: a name called description or model, a reference of each variant."""
    _short_description(guesses, columns)
    _model_by_name(guesses, columns)
    _one_model_many_lines(guesses, columns)
    _unit_beside(guesses, columns)


def said(fr: str, en: str) -> Text:
    """Return a sentence by language."""
    return {"fr": french(fr), "en": en}


def _short_description(guesses: dict[str, Guess], columns: Columns) -> None:
    """Take a description that is as short as a name for the name, where nothing else is one."""
    if "name" in guesses or "description" not in guesses:
        return
    values = dict(columns)[guesses["description"].source.column].values
    if values and max(map(len, values)) <= _NAME_LENGTH:
        guesses["name"] = guesses.pop("description")


def _model_by_name(guesses: dict[str, Guess], columns: Columns) -> None:
    """Take a column "model" of words for the name, where nothing else is one; the reference beside it is its own."""
    if "name" in guesses:
        return
    taken = {one.source.column for name, one in guesses.items() if name != "ref"}
    wordy = [
        title for title, look in columns if plain(title) in HEADERS["ref"] and title not in taken and _is_wordy(look)
    ]
    if not wordy:
        return
    guesses["name"] = Guess(Source(wordy[0]), 70, said(f"Le titre « {wordy[0]} ».", f"The title “{wordy[0]}”."))
    if "ref" in guesses and guesses["ref"].source.column == wordy[0]:
        del guesses["ref"]
        if "sku" in guesses and plain(guesses["sku"].source.column) != "sku":
            guesses["ref"] = guesses.pop("sku")


def _is_wordy(look: seen.Look) -> bool:
    return sum(1 for text in look.values if _WORDY.search(text)) * 2 > len(look.values)


def _one_model_many_lines(guesses: dict[str, Guess], columns: Columns) -> None:
    """Take a reference that is another on every line, while the names repeat, for that of the variant."""
    looks = dict(columns)
    if not {"ref", "name"} <= guesses.keys():
        return
    refs, names = (looks[guesses[field].source.column].values for field in ("ref", "name"))
    if len(set(refs)) == len(refs) > len(set(names)) and len(refs) >= len(names):
        guess = guesses.pop("ref")
        guesses.setdefault("sku", guess)


def _unit_beside(guesses: dict[str, Guess], columns: Columns) -> None:
    """Of several columns of units take the one whose title names the weight that was chosen: net, not gross."""
    if not {"weight_g", "weight_unit"} <= guesses.keys():
        return
    weight, held = (set(plain(guesses[name].source.column).split()) for name in ("weight_g", "weight_unit"))
    taken = {one.source.column for one in guesses.values()}
    free = [
        title for title, _ in columns if title not in taken and held - weight & held < set(plain(title).split()) | held
    ]
    best = max(free, key=lambda title: len(weight & set(plain(title).split())), default="")
    if best and len(weight & set(plain(best).split())) > len(weight & held):
        old = guesses["weight_unit"]
        guesses["weight_unit"] = Guess(
            Source(best), old.confidence, said(f"Le titre « {best} ».", f"The title “{best}”.")
        )
