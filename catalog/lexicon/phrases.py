"""Each phrase of a file with its meaning and its place in the file."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from catalog.yamlfile import Document, Place

Meaning = dict[str, Any]
CHOICES = ("wanted", "activity", "weather", "humid", "effort", "duration", "nights_in", "audience", "colour")


@dataclass(frozen=True, slots=True)
class Phrase:
    """A phrase, what it says, and where it is written."""

    text: str
    means: Meaning
    place: Place


def spelling(phrase: str) -> str:
    """Return what two spellings of a phrase share: no accents, capitals or hyphens."""
    plain = unicodedata.normalize("NFD", phrase).lower().replace("ß", "ss").replace("œ", "oe")
    bare = "".join(letter for letter in plain if not unicodedata.combining(letter))
    return " ".join(re.findall(r"[a-z0-9]+|[^\w\s'’-]", bare))


def phrases(document: Document, shared: Mapping[str, Any]) -> Iterator[Phrase]:
    """Yield every phrase of a language's file, or of the shared one."""
    data = document.data
    for section in CHOICES:
        for value, found in _listed(data, section):
            for place, text in found:
                says = {section: value, **(_activity_in(text, data) if section == "wanted" else {})}
                yield Phrase(text, {"kind": "answers", "says": says}, place)
    yield from _renamed(data)
    for grown, found in _listed(data, "child_of"):
        yield from _said({"kind": "answers", "says": {"audience": "kids"}, "grown": grown}, found)
    yield from _shades(data)
    for season, found in _listed(data, "season"):
        yield from _said({"kind": "season", "season": season}, found)
    yield from _combined(data)
    yield from _wishes(data, shared)
    for role, found in _listed(data, "roles"):
        yield from _said({"kind": "role", "role": role}, found)
    for size, found in _listed(data, "sizes"):
        yield from _said({"kind": "size", "size": size}, found)
    yield from _said({"kind": "role", "role": "aside"}, _flat(data, "aside"))


Placed = list[tuple[Place, str]]


def _listed(data: Mapping[str, Any], section: str) -> Iterator[tuple[str, Placed]]:
    for key, listed in data.get(section, {}).items():
        yield key, [((section, key, index), text) for index, text in enumerate(listed)]


def _flat(data: Mapping[str, Any], section: str) -> Placed:
    return [((section, index), text) for index, text in enumerate(data.get(section, ()))]


def _activity_in(text: str, data: Mapping[str, Any]) -> dict[str, str]:
    """Return the activity that the name of a piece says itself: ski trousers, trail shoes, Kletterschuhe."""
    name = f" {spelling(text)} "
    best = ""
    said = {}
    for activity, found in _listed(data, "activity"):
        for _, phrase in found:
            word = spelling(phrase)
            inside = f" {word} " in name or (data.get("compounds") and name.startswith(f" {word}") and len(word) > 2)
            if inside and len(word) > len(best):
                best, said = word, {"activity": activity}
    return said


def _renamed(data: Mapping[str, Any]) -> Iterator[Phrase]:
    """Yield names of pieces under the other words for their head; a name that is written down goes before."""
    written = {spelling(text) for text in _written(data)}
    for value, found in _listed(data, "wanted"):
        for place, text in found:
            for other in _other_names(text, data):
                if spelling(other) not in written:
                    says = {"wanted": value, **_activity_in(other, data)}
                    yield Phrase(other, {"kind": "answers", "says": says}, place)


def _written(data: Mapping[str, Any]) -> Iterator[str]:
    for texts in data.get("wanted", {}).values():
        yield from texts
    for section in ("says", "beside", "aside"):
        yield from data.get(section, ())


def _other_names(text: str, data: Mapping[str, Any]) -> Iterator[str]:
    for head, others in data.get("same", {}).items():
        if re.search(rf"\b{head}\b", text):
            yield from (re.sub(rf"\b{head}\b", other, text) for other in others)


def _said(means: Meaning, found: Placed) -> Iterator[Phrase]:
    for place, text in found:
        yield Phrase(text, means, place)


def _shades(data: Mapping[str, Any]) -> Iterator[Phrase]:
    """Yield the shades: small words, or colours of their own where the shade alone says something ("light blue")."""
    colours = [(colour, place, text) for colour, found in _listed(data, "colour") for place, text in found]
    known = {spelling(text) for _, _, text in colours}
    said = _qualities(data)
    for index, shade in enumerate(data.get("shades", ())):
        if spelling(shade) not in said:
            yield Phrase(shade, {"kind": "role", "role": "filler"}, ("shades", index))
            continue
        for colour, place, text in colours:
            for words in (f"{text} {shade}", f"{shade} {text}"):
                if spelling(words) not in known:
                    yield Phrase(words, {"kind": "answers", "says": {"colour": colour}}, place)


def _qualities(data: Mapping[str, Any]) -> set[str]:
    """Return the words that say how a piece is."""
    return {spelling(text) for _, found in _listed(data, "qualities") for _, text in found}


def _combined(data: Mapping[str, Any]) -> Iterator[Phrase]:
    for text, ways in data.get("beside", {}).items():
        wish: Meaning = {"kind": "wish", "ids": [ways["beside"]], "form": ways["form"]}
        piece: Meaning = {"kind": "answers", "says": {"wanted": ways["alone"]}, "beside": wish}
        yield Phrase(text, piece if ways["alone"] else wish, ("beside", text))
    for text, said in data.get("says", {}).items():
        wished = {"wish": said["wish"]} if "wish" in said else {}
        says = {key: value for key, value in said.items() if key != "wish"}
        yield Phrase(text, {"kind": "answers", "says": says, **wished}, ("says", text))


def _wishes(data: Mapping[str, Any], shared: Mapping[str, Any]) -> Iterator[Phrase]:
    for section, form in (("features", "feature"), ("qualities", "quality"), ("feelings", "quality")):
        for wish, found in _listed(data, section):
            means: Meaning = {"kind": "wish", "ids": [wish], "form": form}
            if wish in shared["soft"] or section == "feelings":
                means["soft"] = True
            if section == "feelings":
                means["steady"] = True
            yield from _said(means, found)
    for wish, found in _listed(data, "opposites"):
        yield from _said({"kind": "opposite", "id": wish}, found)
    vegan: Meaning = {"kind": "wish", "ids": shared["animal"], "form": "quality", "refuses": True}
    yield from _said(vegan, _flat(data, "vegan"))
