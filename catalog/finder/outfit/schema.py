"""The form of the outfits' data file, and the check of its names against the rest of the knowledge."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from marshmallow import Schema, ValidationError, fields, post_load, validate

from catalog.errors import Finding
from catalog.finder.schema import Condition, SourcesSchema
from catalog.reference import Reference
from catalog.yamlfile import Document, Place, Sentence
from catalog.yamlschema import Scalar, Text, kebab, snake, whole, words

REQUIRED, USEFUL, NONE = "required", "useful", "none"
ZONES = ("torso", "legs", "head", "hands", "feet", "back", "night", "rope")
_ALL_LANGUAGES = ("fr", "en", "de", "it", "es")


class _Floors(Schema):
    required = whole(required=True, validate=validate.Range(0, 100))
    useful = whole(required=True, validate=validate.Range(0, 100))


class _Cover(Schema):
    slot = kebab(required=True)
    categories = fields.List(kebab(), required=True, validate=validate.Length(min=1))
    fills = fields.List(kebab(), required=True, validate=validate.Length(min=1))
    gauge = kebab(load_default=None)
    level = whole(load_default=None, validate=validate.Range(0, 5))
    property = snake(load_default=None)
    value = Scalar(load_default=True)
    source = words(required=True, validate=validate.Length(min=1))


class _Row(Schema):
    when = Condition(load_default=dict)
    need = fields.String(required=True, validate=validate.OneOf([REQUIRED, USEFUL, NONE]))
    weight = whole(load_default=0, validate=validate.Range(0, 10))
    categories = fields.List(kebab(), load_default=list)
    wanted = kebab(load_default=None)
    why = Text(required=True)
    source = words(required=True, validate=validate.Length(min=1))

    @post_load
    def filled_or_not(self, data: dict[str, Any], **_: Any) -> dict[str, Any]:
        """Refuse a needed place that does not say by what and how much it counts, and one not needed that does."""
        if (data["need"] == NONE) == bool(data["categories"] and data["weight"]):
            raise ValidationError(
                Sentence(
                    "A needed place has weight and categories, another has neither.",
                    "Une place utile a un poids et des catégories, une autre n’en a pas.",
                )
            )
        return data


class _Slot(Schema):
    id = kebab(required=True)
    zone = fields.String(required=True, validate=validate.OneOf(ZONES))
    wanted = kebab(required=True)
    drawing = kebab(required=True)
    label = Text(required=True, languages=_ALL_LANGUAGES)
    rows = fields.List(fields.Nested(_Row), required=True, validate=validate.Length(min=1))


class OutfitsSchema(Schema):
    floors = fields.Nested(_Floors, required=True)
    assume = kebab(required=True)
    covers = fields.List(fields.Nested(_Cover), required=True)
    sources = SourcesSchema().fields["sources"]
    slots = fields.List(fields.Nested(_Slot), required=True)


Checker = Callable[[Document, Place, Any], Iterator[Finding]]


def check_outfits(
    document: Document,
    reference: Reference,
    size_kinds: Mapping[str, str],
    condition: Checker,
    sources: Callable[[Document, Place, list[str]], Iterator[Finding]],
) -> Iterator[Finding]:
    """Check that every name exists, that every situation is decided, and that nothing is filled from two sides."""
    data = document.data
    slots = {slot["id"] for slot in data["slots"]}
    filled_from: dict[str, str] = {}
    for index, cover in enumerate(data["covers"]):
        place: Place = ("covers", index)
        yield from sources(document, (*place, "source"), _named(cover["source"], data["sources"]))
        yield from _categories(document, (*place, "categories"), cover["categories"], reference)
        for name in (cover["slot"], *cover["fills"]):
            if name not in slots:
                yield _unknown(document, (*place, "slot"), name)
        for name in cover["fills"]:
            if filled_from.setdefault(name, cover["slot"]) != cover["slot"] or name == cover["slot"]:
                fr, en = f"{name} est déjà rempli d’ailleurs.", f"{name} is already filled from another place."
                yield document.finding((*place, "fills"), "filled-twice", fr, en)
    for index, slot in enumerate(data["slots"]):
        yield from _slot(document, ("slots", index), slot, reference, size_kinds)
        for number, row in enumerate(slot["rows"]):
            place = ("slots", index, "rows", number)
            yield from condition(document, (*place, "when"), row["when"])
            yield from sources(document, (*place, "source"), _named(row["source"], data["sources"]))


def _slot(
    document: Document, place: Place, slot: Mapping[str, Any], reference: Reference, size_kinds: Mapping[str, str]
) -> Iterator[Finding]:
    """Check one place: known pieces of one system of sizes, and a last row that holds in every situation."""
    yield from _categories(document, (*place, "drawing"), [slot["drawing"]], reference)
    kinds = set()
    for number, row in enumerate(slot["rows"]):
        yield from _categories(document, (*place, "rows", number, "categories"), row["categories"], reference)
        for name in (slot["wanted"], row["wanted"]):
            if name is not None and name not in reference.groups and name not in reference.categories:
                yield _unknown(document, (*place, "wanted"), name)
        known = [name for name in row["categories"] if name in reference.categories]
        kinds |= {size_kinds.get(reference.categories[name].family) for name in known}
        if bool(row["when"]) == (number == len(slot["rows"]) - 1):
            fr, en = "La dernière ligne, et elle seule, est sans condition.", "Only the last row is without condition."
            yield document.finding((*place, "rows", number), "undecided", fr, en)
    if len(kinds) > 1:
        fr, en = (
            "Les pièces d’une place ont un même système de tailles.",
            "The pieces of a place share one size system.",
        )
        yield document.finding(place, "sizes", fr, en)


def _named(names: list[str], own: Mapping[str, Any]) -> list[str]:
    return [name if name not in own else "https://" for name in names]


def _categories(document: Document, place: Place, names: list[str], reference: Reference) -> Iterator[Finding]:
    for name in names:
        if name not in reference.categories:
            yield _unknown(document, place, name)


def _unknown(document: Document, place: Place, name: str) -> Finding:
    fr = f"«\u202f{name}\u202f» n’existe pas ici : corrigez le nom."
    return document.finding(place, "unknown-name", fr, f"“{name}” does not exist here: correct the name.")
