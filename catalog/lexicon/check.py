"""What only the vocabulary can tell about the lexicon: ids that do not exist, phrases that say two things."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from catalog.errors import Finding
from catalog.yamlfile import Document, Place

from .phrases import Phrase, spelling
from .read import Source


@dataclass(frozen=True, slots=True)
class Known:
    """What the finder takes: the values of each answer, and the wishes."""

    answers: Mapping[str, frozenset[str]]
    wishes: frozenset[str]


def known_in(finder: Mapping[str, Any]) -> Known:
    """Return what a compiled finder takes."""
    parameters = finder["parameters"]
    answers = {
        question["id"]: frozenset(answer["id"] for answer in question["answers"])
        for question in finder["questions"]
        if question["kind"] == "choice"
    }
    answers["wanted"] = frozenset([*parameters["groups"], *parameters["families"]])
    answers["colour"] = frozenset(colour["id"] for colour in finder["colours"])
    return Known(answers, frozenset(wish["id"] for wish in finder["wishes"]))


def check(document: Document, found: list[Phrase], known: Known) -> Iterator[Finding]:
    """Yield what is wrong with the phrases of one file."""
    yield from _unknown(document, found, known)
    seen: dict[str, Phrase] = {}
    for phrase in found:
        other = seen.setdefault(spelling(phrase.text), phrase)
        if other.means != phrase.means:
            there = ".".join(str(part) for part in other.place[:2])
            fr = f"«\u202f{phrase.text}\u202f» est déjà dans «\u202f{there}\u202f»\u202f: gardez un sens."
            en = f"“{phrase.text}” is already in “{there}”: keep one meaning."
            yield document.finding(phrase.place, "two-meanings", fr, en)


def _unknown(document: Document, found: list[Phrase], known: Known) -> Iterator[Finding]:
    for phrase in found:
        for name, value in _ids(phrase.means):
            allowed = known.wishes if name == "wish" else known.answers[name]
            if value not in allowed:
                yield document.finding(
                    phrase.place,
                    "unknown-id",
                    f"«\u202f{value}\u202f» n’est pas une valeur de {name}.",
                    f"“{value}” is no value of {name}.",
                )


def _ids(means: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    yield from means.get("says", {}).items()
    yield from (("wish", wish) for wish in means.get("ids", ()))
    yield from (("wish", wish) for wish in means.get("beside", {}).get("ids", ()))
    if "wish" in means:
        yield "wish", means["wish"]
    if means["kind"] == "opposite":
        yield "wish", means["id"]


def check_rules(source: Source, known: Known) -> Iterator[Finding]:
    """Yield rules of shared.yaml that name what does not exist."""
    data = source.shared.data
    named: list[tuple[Place, str, str]] = [(("soft", at), "wish", wish) for at, wish in enumerate(data["soft"])]
    named += [(("animal", at), "wish", wish) for at, wish in enumerate(data["animal"])]
    named += [(("winter", at), "activity", one) for at, one in enumerate(data["winter"])]
    for wish, other in data["in_piece"].items():
        named += [(("in_piece", wish), "wish", each) for each in (wish, other["wish"])]
        named += [(("in_piece", wish, "pieces"), "wanted", piece) for piece in other["pieces"]]
    for piece, made in data["made_for"].items():
        named.append((("made_for", piece), "wanted", piece))
        named += [(("made_for", piece, activity), "wanted", one) for activity, one in made.items()]
    for place, name, value in named:
        allowed = known.wishes if name == "wish" else known.answers[name]
        if value not in allowed:
            fr, en = f"«\u202f{value}\u202f» n’existe pas.", f"“{value}” does not exist."
            yield source.shared.finding(place, "unknown-id", fr, en)
