"""Cells that pack several things, taken apart: ``Couleur:Rouge, Taille:M`` becomes two columns of their own."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from .clean import clean
from .fields import HEADERS, plain
from .sheet import Sheet

ARROW = " › "
"""Between a column's title and what one of its cells names."""
_SAMPLES = 200
_MOST_NAMES = 24
_LEAST_SHARE = 60
"""Hundredths of a column's filled cells that must be packed, with a name that we know: "Note : chaud" is a sentence."""
_FIELDS = frozenset(word for words in HEADERS.values() for word in words)
_NAMED = re.compile(r"\s*([^\W\d_][^:=,;|<>]{0,39}?)\s*[:=]\s*([^:=]*?)\s*")
_BETWEEN = re.compile(r"[,;|\n]\s*(?=[^:=,;|\n]{1,40}[:=])|\s+[-–]\s+(?=[^:=,;|\n]{1,40}[:=])")
_HEAD_OF_PAIR = re.compile(r"([^\W\d_][^:,;]{0,39}):(?:select|color|radio)(?::\d+)?", re.IGNORECASE)
"""PrestaShop's names of attributes: ``Couleur:color:0, Taille:select:1``."""
_CHILD = re.compile(r"(?:^|\|)sku=([^,|]+)")
_BY_NUMBER = re.compile(r"id:(\d{1,12})")
_LONGEST = 1_000
_POSITION = re.compile(r":\d+$")
_NUMBERED = re.compile(r"(?:attribute?s?|option)\D{0,3}(\d)\b")
_NAME_WORDS, _VALUE_WORDS = {"name", "nom"}, {"value", "valeur", "values", "valeurs", "s"}
Said = Mapping[str, str]


def unpacked(sheet: Sheet) -> Sheet:
    """Return a sheet with a column more for each name that its packed cells have; the packed ones stay."""
    readers: list[_Pair | _Numbered | _Packed | _Family | _ByNumber] = [
        *_pairs(sheet),
        *_numbered(sheet),
        *_packed(sheet),
        *_families(sheet),
        *_by_number(sheet),
    ]
    if not readers:
        return sheet
    said = [{name: text for reader in readers for name, text in reader(cells).items()} for _, cells in sheet.lines]
    names = list(dict.fromkeys(name for one in said for name in one))[:_MOST_NAMES]
    width = len(sheet.titles)
    lines = [
        (line, [*(cells + [""] * (width - len(cells)))[:width], *(one.get(name, "") for name in names), *cells[width:]])
        for (line, cells), one in zip(sheet.lines, said, strict=True)
    ]
    taken = frozenset(title for reader in readers for title in reader.titles)
    return replace(sheet, titles=(*sheet.titles, *names), lines=lines, packed=taken)


class _Packed:
    """A column whose cells name what they hold."""

    def __init__(self, index: int, title: str) -> None:
        self.index, self.title, self.titles = index, title, (title,)

    def __call__(self, cells: Sequence[str]) -> Said:
        return {f"{self.title}{ARROW}{name}": text for name, text in parts_of(_at(cells, self.index)).items() if text}


class _Pair:
    """Two columns: one with names, the other with as many values."""

    def __init__(self, names: int, values: int, titles: tuple[str, str]) -> None:
        self.names, self.values, self.titles = names, values, titles

    def __call__(self, cells: Sequence[str]) -> Said:
        names, values = _at(cells, self.names).split(","), _at(cells, self.values).split(",")
        if len(names) != len(values):
            return {}
        pairs = zip((name.split(":")[0].strip() for name in names), values, strict=True)
        said = ((name, _POSITION.sub("", text.strip())) for name, text in pairs)
        return {f"{self.titles[1]}{ARROW}{name}": text for name, text in said if name and text}


class _Numbered:
    """Pairs of columns, "Attribute 1 name" and "Attribute 1 value(s)", whose names change from line to line."""

    def __init__(self, pairs: Sequence[tuple[int, int]], title: str, titles: tuple[str, ...]) -> None:
        self.pairs, self.title, self.titles = pairs, title, titles

    def __call__(self, cells: Sequence[str]) -> Said:
        said = ((_at(cells, name), _at(cells, value)) for name, value in self.pairs)
        return {f"{self.title}{ARROW}{name}": text for name, text in said if name and text}


class _Family:
    """Magento's ``configurable_variations``: each model names its children, who do not name their model."""

    def __init__(self, column: int, sku: int, title: str, parents: Said) -> None:
        self.column, self.sku, self.title, self.titles, self.parents = column, sku, title, (title,), parents

    def __call__(self, cells: Sequence[str]) -> Said:
        own = _at(cells, self.sku)
        parent = own if _CHILD.search(_at(cells, self.column)) else self.parents.get(own, "")
        return {f"{self.title}{ARROW}parent": parent} if parent else {}


class _ByNumber:
    """WooCommerce's children who name their model by its number in the shop, ``id:44``, where it has no SKU."""

    def __init__(self, column: int, number: int, title: str, names: Said) -> None:
        self.column, self.number, self.title, self.titles, self.names = column, number, title, (title,), names

    def __call__(self, cells: Sequence[str]) -> Said:
        named = _BY_NUMBER.fullmatch(_at(cells, self.column))
        number = named.group(1) if named else _at(cells, self.number)
        parent = self.names.get(number, "") or ("" if named is None else named.group())
        parent = parent if named or number in self.names else _at(cells, self.column)
        return {f"{self.title}{ARROW}parent": parent} if parent else {}


def parts_of(text: str) -> dict[str, str]:
    """Return what a packed cell says by name, nothing where a part of it has no name or two have the same."""
    if (":" not in text and "=" not in text) or len(text) > _LONGEST:
        return {}
    found: dict[str, str] = {}
    for part in _BETWEEN.split(text):
        match = _NAMED.fullmatch(part)
        if match is None or match.group(1).casefold() in ("http", "https"):
            return {}
        if match.group(1) in found:
            return {}
        found[match.group(1)] = match.group(2)
    return found


def _packed(sheet: Sheet) -> list[_Packed]:
    found = []
    for index, title in enumerate(sheet.titles):
        cells = _filled(sheet, index)
        packed = [parts for cell in cells if (parts := parts_of(cell))]
        known = sum(1 for parts in packed if any(plain(name) in _FIELDS for name in parts))
        if packed and 100 * known >= _LEAST_SHARE * len(cells):
            found.append(_Packed(index, title))
    return found


def _pairs(sheet: Sheet) -> list[_Pair]:
    for index, title in enumerate(sheet.titles[:-1]):
        cells = _filled(sheet, index)
        if cells and all(all(_HEAD_OF_PAIR.fullmatch(one.strip()) for one in cell.split(",")) for cell in cells):
            return [_Pair(index, index + 1, (title, sheet.titles[index + 1]))]
    return []


def _numbered(sheet: Sheet) -> list[_Numbered]:
    """Return the numbered pairs where one of their names changes; where none does, each is a column as it is."""
    sides: dict[str, dict[str, int]] = {}
    for index, title in enumerate(sheet.titles):
        words = plain(title)
        match = _NUMBERED.search(words)
        if match:
            side = "name" if _NAME_WORDS & set(words.split()) else "value" if _VALUE_WORDS & set(words.split()) else ""
            sides.setdefault(match.group(1), {}).setdefault(side, index)
    pairs = [(one["name"], one["value"]) for one in sides.values() if {"name", "value"} <= one.keys()]
    if not any(len({plain(cell) for cell in _filled(sheet, name)}) > 1 for name, _ in pairs):
        return []
    title = re.sub(r"\s*\d.*$", "", sheet.titles[pairs[0][0]])
    taken = tuple(sheet.titles[index] for pair in pairs for index in pair)
    return [_Numbered(pairs, title.strip() or "Attribute", taken)]


def _families(sheet: Sheet) -> list[_Family]:
    sku = next((index for index, title in enumerate(sheet.titles) if plain(title) == "sku"), None)
    column = next(
        (i for i, _ in enumerate(sheet.titles) if any(_CHILD.search(cell) for cell in _filled(sheet, i))), None
    )
    if sku is None or column is None:
        return []
    parents = {
        child.strip(): _at(cells, sku) for _, cells in sheet.lines for child in _CHILD.findall(_at(cells, column))
    }
    return [_Family(column, sku, sheet.titles[column], parents)]


def _by_number(sheet: Sheet) -> list[_ByNumber]:
    """Return the reader of parents by number: each is called by its SKU, else by its name and number."""
    plains = [plain(title) for title in sheet.titles]
    column = next((i for i, _ in enumerate(plains) if any(map(_BY_NUMBER.fullmatch, _filled(sheet, i)))), None)
    if column is None or "id" not in plains:
        return []
    number, sku, name = (plains.index(word) if word in plains else len(plains) for word in ("id", "sku", "name"))
    asked = {match.group(1) for _, cells in sheet.lines if (match := _BY_NUMBER.fullmatch(_at(cells, column)))}
    names = {
        own: _at(cells, sku) or f"{_at(cells, name)} {own}".strip()
        for _, cells in sheet.lines
        if (own := _at(cells, number)) in asked
    }
    return [_ByNumber(column, number, sheet.titles[column], names)]


def _filled(sheet: Sheet, index: int) -> list[str]:
    return [text for _, cells in sheet.lines[:_SAMPLES] if (text := _at(cells, index))]


def _at(cells: Sequence[str], index: int) -> str:
    return clean(cells[index]) if index < len(cells) else ""
