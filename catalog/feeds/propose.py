"""Which column of an unknown table is what: by its title, by the values seen, with how sure and why."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from catalog.model import Text
from catalog.reference import Reference

from . import price_titles, seen
from .fields import HEADERS, Field, fields, plain
from .guess import Guess, said, settle
from .mapping import ColumnMapping, Source
from .packed import ARROW

SAMPLES = 200
"""Lines looked at: enough to tell a column of codes from a column of words."""
_LEAST = 50
_UNIT_IN_TITLE = re.compile(r"[(\[]\s*([a-zµ/²]+)\s*[)\]]|[_\s-](kg|g|grams?|cm|mm|ml|l|oz|lbs?)$", re.IGNORECASE)
_UNIT_WORDS = {
    "grams": "g", "gram": "g", "grammes": "g", "gr": "g", "g": "g", "kg": "kg", "kilos": "kg", "kgs": "kg",
    "oz": "oz", "lb": "lb", "lbs": "lb", "mm": "mm", "cm": "cm", "m": "m", "in": "in", "l": "l", "ml": "ml",
}  # fmt: skip
_MONEY = frozenset({"price", "reference_price"})
_SURE = 70
_GENERIC = frozenset({"product", "article", "model", "modele", "style", "groupe", "reference", "type", "color"})
"""Words that name a field alone, and say nothing beside others: "product type" is no reference of a product."""
_WEAK = frozenset({"product id", "id produit", "code produit"})
"""Titles of numbers that only the program knows which wrote them."""
_PICTURE = {"image", "images", "photo", "photos", "picture", "pictures", "visuel", "visuels", "img", "media", "bild"}
_LEAST_OR_MOST = {"minimal", "minimum", "min", "max", "low", "seuil", "alerte", "impact", "incoming", "is", "allowed"}
_NOT: Mapping[str, frozenset[str]] = {
    "link": frozenset(_PICTURE),
    "quantity": frozenset(_LEAST_OR_MOST),
    "weight_g": frozenset(
        {"impact", "max", "brut", "gross", "brutto", "lordo", "bruto", "colis", "carton", "palette", "emballage"}
    ),
    "colour": frozenset({"url", "key", *_PICTURE}),
    "size": frozenset({"chart", "guide", "system", "type"}),
}
_AMOUNTS = 30
"""Hundredths of the cells of a column of prices that must be amounts: the others are "on request"."""
_FRACTION = re.compile(r"\d{1,3}(?:[.,]\d{1,6})?")
_MOST_KG = 10
_NUMBERED = re.compile(r"(?:attribute?s?|option)\D{0,3}(\d)\b")
_SIDES = {"name": {"name", "nom"}, "value": {"value", "valeur", "values", "valeurs", "value s", "s"}}
_SEPARATORS = (" / ", "/", " - ", " | ", "|", ",")


@dataclass(frozen=True, slots=True)
class Proposal:
    """What a table seems to say: guesses by field, and constants."""

    guesses: Mapping[str, Guess]
    constants: Mapping[str, str]

    def mapping(self) -> ColumnMapping:
        """Return the proposal as a mapping to be read by."""
        return ColumnMapping({name: one.source for name, one in self.guesses.items()}, self.constants)


def propose(
    titles: Sequence[str],
    lines: Iterable[Sequence[str]],
    reference: Reference,
    remembered: ColumnMapping | None = None,
    house_says: Mapping[str, str] | None = None,
    packed: frozenset[str] = frozenset(),
) -> Proposal:
    """Return for each field the likeliest column, each column used once, and what can only be a constant.

    ``remembered`` is what a person last said of a table like this: a title known from it needs no guess. ``house_says``
    are constants that hold where no column says otherwise: the only shop, the usual brand. ``packed`` columns have
    columns for their parts and say nothing themselves.
    """
    known = fields(reference)
    columns = [
        (title, seen.look(_column(lines_, index)))
        for lines_ in [list(lines)]
        for index, title in enumerate(titles)
        if title not in packed
    ]
    guesses = dict(_remembered(columns, remembered))
    taken = {one.source.column for one in guesses.values()}
    guesses = _prices(known, columns, taken) | _named_pairs(columns, taken) | _pairs(columns, taken) | guesses
    taken |= {one.source.column for one in guesses.values()}
    ranked = sorted(
        ((guess.confidence, name, guess) for name in known.keys() - _MONEY for guess in _guesses(known[name], columns)),
        key=lambda row: (-row[0], row[1]),
    )
    for _, name, guess in ranked:
        if name not in guesses and guess.source.column not in taken:
            guesses[name] = guess
            taken.add(guess.source.column)
    settle(guesses, columns)
    constants = dict(remembered.constants) if remembered else _constants(guesses, house_says or {})
    return Proposal(guesses, constants)


def _constants(guesses: Mapping[str, Guess], house_says: Mapping[str, str]) -> dict[str, str]:
    asked = {"shop": {"price", "reference_price", "quantity"}, "brand": {"name"}}
    return {
        name: value
        for name, value in house_says.items()
        if name not in guesses and asked.get(name, set()) & guesses.keys()
    }


def _column(lines: Sequence[Sequence[str]], index: int) -> list[str]:
    return [text for cells in lines[:SAMPLES] if index < len(cells) and (text := cells[index].strip())]


def _remembered(
    columns: Sequence[tuple[str, seen.Look]], remembered: ColumnMapping | None
) -> Iterable[tuple[str, Guess]]:
    present = {plain(title): title for title, _ in columns}
    for name, source in remembered.columns.items() if remembered else ():
        title = present.get(plain(source.column))
        if title is not None:
            kept = Source(title, source.unit, source.separator, source.part)
            yield name, Guess(kept, 99, said("Comme la dernière fois.", "As last time."))


def _prices(known: Mapping[str, Field], columns: Sequence[tuple[str, seen.Look]], taken: set[str]) -> dict[str, Guess]:
    """Find the price and the one before a reduction among all columns of money; none before tax, none of purchase."""
    free = {title: look for title, look in columns if title not in taken}
    looks = {title: look for title, look in free.items() if not look.values or look.shares["money"] >= _AMOUNTS}
    found = price_titles.chosen(list(looks), {title: len(look.values) for title, look in looks.items()})
    return {
        name: Guess(Source(title), 85 if looks[title].values else 60, _why(known[name], title, 85, looks[title]))
        for name, title in found.items()
    }


def _named_pairs(columns: Sequence[tuple[str, seen.Look]], taken: set[str]) -> dict[str, Guess]:
    """Find a column that names what the one of the same number holds: "Nom de l'attribut 1", "Attribute 1 value(s)"."""
    sides: dict[str, dict[str, tuple[str, seen.Look]]] = {}
    for title, look in columns:
        match = _NUMBERED.search(plain(title))
        side = match and next((word for word, known in _SIDES.items() if known & set(plain(title).split())), None)
        if match and side and title not in taken:
            sides.setdefault(match.group(1), {})[side] = (title, look)
    found: dict[str, Guess] = {}
    for pair in sides.values():
        field = _field_named(pair["name"][1].commonest()) if len(pair) == len(_SIDES) else None
        if field in ("size", "colour"):
            named, title = pair["name"][1].commonest(), pair["value"][0]
            why = said(f"La colonne voisine dit « {named} ».", f"The column beside it says “{named}”.")
            found.setdefault(str(field), Guess(Source(title), 90, why))
    return found


def _pairs(columns: Sequence[tuple[str, seen.Look]], taken: set[str]) -> dict[str, Guess]:
    """Find one column that says two things, "Couleur / Taille", and how its cells are divided."""
    found: dict[str, Guess] = {}
    for title, look in columns:
        words = [_field_named(part) for part in re.split(r"[/|&+]| et | and |-", title)]
        if title in taken or set(words) != {"size", "colour"} or len(words) != 2:
            continue
        separator = next((one for one in _SEPARATORS if look.divided_by(one)), "")
        if separator:
            why = said("Le titre nomme deux choses, et chaque cellule en a deux.", "The title names two things.")
            for part, word in enumerate(words, start=1):
                found.setdefault(str(word), Guess(Source(title, "", separator, part), 85, why))
    return found


def _field_named(title: str) -> str | None:
    words = plain(title)
    return next((name for name, known in HEADERS.items() if words in known), None)


def _guesses(field: Field, columns: Sequence[tuple[str, seen.Look]]) -> Iterable[Guess]:
    for title, look in columns:
        by_title, by_values = _by_title(field, title), look.speaks_for(field)
        if by_values < 0 or (not look.values and by_title < _SURE) or _is_other(field, title):
            continue
        if by_title == 0 and (by_values < _LEAST or look.letters() < _LEAST < look.shares["size"]):
            continue
        confidence = min(98, by_title + by_values // 4) if by_title else by_values - 10
        if not by_title and _field_named(title):  # its title is another field's name: the values alone say less
            confidence = min(confidence, _LEAST)
        if confidence >= _LEAST or by_title >= _LEAST:
            yield Guess(
                Source(title, _unit(field, title) or _likely_unit(field, look)),
                confidence,
                _why(field, title, by_title, look),
            )


def _by_title(field: Field, title: str) -> int:
    """Return 0…85: how well a title names a field. What stands in brackets or behind a language is left aside."""
    title = title.rpartition(ARROW)[2]
    own = {plain(field.id), *(plain(label) for label in field.label.values())}
    known = HEADERS.get(field.id, frozenset()) | own
    words = plain(title)
    if plain(title) in known:
        return 60 if words in _WEAK else 85 if words in own else 80
    bare = plain(re.sub(r"[(\[].*?[)\]]|[-_](?:fr|en)(?:_[a-z]{2})?\b.*$|-EUR\b|\*", "", title, flags=re.IGNORECASE))
    if bare and bare in known:
        return 72
    inside = [one for one in known - _GENERIC if len(one) > 3 and re.search(rf"\b{re.escape(one)}\b", words)]
    return min(60, 40 + 2 * max(map(len, inside))) if inside else 0


def _unit(field: Field, title: str) -> str:
    if len(field.units) < 2:
        return ""
    match = _UNIT_IN_TITLE.search(title)
    word = _UNIT_WORDS.get((match.group(1) or match.group(2)).lower(), "") if match else ""
    return word if word in field.units else ""


def _likely_unit(field: Field, look: seen.Look) -> str:
    """Return kilograms for weights that nobody has in grams: fractions below ten."""
    numbers = [
        text.replace(",", ".")
        for text in look.values
        if _FRACTION.fullmatch(text) and float(text.replace(",", ".")) > 0
    ]
    is_mass = "kg" in field.units and field.units[0] == "g"
    return "kg" if is_mass and numbers and all(float(text) < _MOST_KG for text in numbers) else ""


def _is_other(field: Field, title: str) -> bool:
    """Tell a column whose title names a field and yet another thing: a least quantity, the link of a picture."""
    return bool(_NOT.get(field.id, frozenset()) & set(plain(title).split()))


def _why(field: Field, title: str, by_title: int, look: seen.Look) -> Text:
    shown = look.first[:40]
    if by_title and look.speaks_for(field) >= _LEAST:
        return said(
            f"Le titre « {title} » et les valeurs (« {shown} »).", f"The title “{title}” and the values (“{shown}”)."
        )
    if by_title:
        return said(f"Le titre « {title} ».", f"The title “{title}”.")
    return said(f"Les valeurs, comme « {shown} ».", f"The values, such as “{shown}”.")
