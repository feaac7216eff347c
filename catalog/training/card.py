"""A training card: one question, choices of which exactly one is right, why, and the facts that it rests on."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from catalog.canonical import content_hash
from catalog.model import Scalar

SPOKEN = ("fr", "en")
"""The languages of sellers: every text of a card is written in each of them."""
KINDS = ("fact", "contrast", "rule", "answer")
VERSION_DIGITS = 12
Text = dict[str, str]


@dataclass(frozen=True, slots=True)
class Choice:
    """One of the answers to choose from; ``ref`` where it is a piece of the shop."""

    id: str
    text: Text
    ref: str | None = None


@dataclass(frozen=True, slots=True)
class Fact:
    """One value that the card rests on, with who says so; ``ref`` where it is a value of a piece.

    ``text`` is the value as it is spoken. ``source`` is an address, the id of a rule or of a technology, or what stands
    for them: ``demonstration`` where the demonstration shop made the value up.
    """

    attribute: str
    label: Text
    value: Scalar
    text: Text
    provenance: str
    source: str
    ref: str | None = None


@dataclass(frozen=True, slots=True)
class About:
    """Where the card lies on the map of what a seller has to know; ids of the finder's vocabulary."""

    family: str | None
    activity: str | None = None
    condition: str | None = None


@dataclass(frozen=True, slots=True)
class Card:
    """A card in all of its languages. Its id says what is asked, never what is right."""

    id: str
    kind: str
    about: About
    question: Text
    choices: tuple[Choice, ...]
    right: str
    reason: Text
    facts: tuple[Fact, ...]

    @property
    def version(self) -> str:
        """Return a digest of all that is asked, answered and rested on: another one means, learn it anew.

        It is the same in every language, so that who changes theirs has learnt nothing in vain.
        """
        content = {
            "kind": self.kind,
            "question": self.question,
            "choices": [[each.id, each.text, each.ref] for each in self.choices],
            "right": self.right,
            "reason": self.reason,
            "facts": [[each.ref, each.attribute, each.value, each.source] for each in self.facts],
        }
        return content_hash(content)[:VERSION_DIGITS]

    def shown(self, lang: str, weight: int) -> dict[str, Any]:
        """Return the card as a phone holds it, in one language."""
        return {
            "id": self.id,
            "version": self.version,
            "kind": self.kind,
            "about": {
                "activity": self.about.activity,
                "condition": self.about.condition,
                "family": self.about.family,
            },
            "question": self.question[lang],
            "choices": [{"id": each.id, "text": each.text[lang], "ref": each.ref} for each in self.choices],
            "right": self.right,
            "reason": self.reason[lang],
            "facts": [
                {
                    "ref": each.ref,
                    "attribute": each.attribute,
                    "label": each.label[lang],
                    "value": each.value,
                    "text": each.text[lang],
                    "provenance": each.provenance,
                    "source": each.source,
                }
                for each in self.facts
            ],
            "weight": weight,
        }


def shuffled(card_id: str, choices: Iterable[Choice]) -> tuple[Choice, ...]:
    """Return the choices in an order that only the ids decide: the same for everybody, and no place is favoured."""
    return tuple(sorted(choices, key=lambda each: lot(f"{card_id} {each.id}")))


def lot(words: str) -> str:
    """Draw a lot that is always the same for the same words: to choose among equals without a favourite."""
    return hashlib.sha256(words.encode()).hexdigest()
