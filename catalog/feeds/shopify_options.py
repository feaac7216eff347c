"""What Shopify's three options are: size and colour by their name in any language, else by their values."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from . import seen
from .colours import is_colour
from .fields import HEADERS, plain
from .findings import Findings
from .mapping import Record
from .table import Place

NUMBERS = ("1", "2", "3")
_SIZES = (
    "tallas talla storlek maat rozmiar rozměr velikost veľkosť méret mărime størrelse koko tamanho beden размер μέγεθος"
    " サイズ 尺码 尺寸 尺碼 사이즈 gr taille-eu pointures"
)
_COLOURS = (
    "colours colors färg kleur kolor farve farge colores barva farba szín culoare väri cor cores renk цвет χρώμα"
    " カラー 色 颜色 顏色 색상 coloris finition"
)
_NAMES: Mapping[str, frozenset[str]] = {
    "size": HEADERS["size"] | {"shoe size", "eu size", "taille eu", "size eu", "eu"},
    "colour": HEADERS["colour"],
}
_WORDS: Mapping[str, frozenset[str]] = {"size": frozenset(_SIZES.split()), "colour": frozenset(_COLOURS.split())}
_NO_OPTION = frozenset({"default title", "default"})
_MOSTLY = 0.6
MORE = "more"


@dataclass(slots=True)
class _Seen:
    """An option of one handle: its name, its values in their order, the line that named it."""

    name: str
    line: int
    values: dict[str, None] = field(default_factory=dict)


class Options:
    """The options of all handles of a file; ``meant`` holds field by handle and number."""

    def __init__(self, records: Iterable[Record]) -> None:
        self._seen: dict[str, dict[str, _Seen]] = {}
        for record in records:
            self._add(record)
        self._by_name = self._values_by_name()
        self.meant = {handle: self._meaning(options) for handle, options in self._seen.items()}

    def taken(self, cells: dict[str, str]) -> None:
        """Put the options of a line where they belong; what is neither size nor colour stands behind the size."""
        meant = self.meant.get(handle_of(cells), {})
        more = []
        for number in NUMBERS:
            value, _ = cells.pop(f"option{number}_value", ""), cells.pop(f"option{number}_name", "")
            said = meant.get(number)
            if not said or not value or plain(value) in _NO_OPTION:
                continue
            if said == MORE:
                more.append(value)
            else:
                cells[said] = value
        if more:
            cells["size"] = " ".join([cells.get("size", ""), *more]).strip()

    def tell(self, place: Place, findings: Findings) -> None:
        """Say once which options are neither size nor colour."""
        told = set()
        for handle, meant in self.meant.items():
            for number in (number for number, said in meant.items() if said == MORE):
                option = self._seen[handle][number]
                if option.name not in told:
                    told.add(option.name)
                    at = Place(place.file, option.line, place.titles)
                    column = f"option{number}_name"
                    findings.add("option-joined", at, column, value=option.name, near=next(iter(option.values)))

    def _add(self, record: Record) -> None:
        options = self._seen.setdefault(handle_of(record.cells), {})
        for number in NUMBERS:
            name, value = record.cells.get(f"option{number}_name", ""), record.cells.get(f"option{number}_value", "")
            if name and number not in options:
                options[number] = _Seen(name, record.line)
            if value and number in options and plain(value) not in _NO_OPTION:
                options[number].values.setdefault(value)

    def _values_by_name(self) -> dict[str, set[str]]:
        found: dict[str, set[str]] = {}
        for options in self._seen.values():
            for option in options.values():
                found.setdefault(_word(option.name), set()).update(option.values)
        return found

    def _meaning(self, options: Mapping[str, _Seen]) -> dict[str, str]:
        """Return what each option of a handle is: those whose names tell it first, then those whose values do."""
        found: dict[str, str] = {}
        for tell in (_by_name, self._by_values):
            for number, option in options.items():
                said = tell(option.name) if number not in found else None
                if said and said not in found.values():
                    found[number] = said
        left = [number for number, option in options.items() if number not in found and len(option.values) > 1]
        return found | dict.fromkeys(left, MORE)

    def _by_values(self, name: str) -> str | None:
        values = self._by_name[_word(name)]
        if not values or _word(name) in _NO_OPTION:
            return None
        for said, test in (("size", seen.is_size), ("colour", is_colour)):
            if sum(1 for value in values if test(value)) >= _MOSTLY * len(values):
                return said
        return None


def handle_of(cells: Mapping[str, str]) -> str:
    """Return what tells the lines of one product."""
    return cells.get("ref") or cells.get("name", "")


def _word(name: str) -> str:
    """Return a name in small letters, those of other alphabets as they are."""
    return plain(name) or name.strip().casefold()


def _by_name(name: str) -> str | None:
    words = {_word(name), name.strip().casefold()}
    return next((said for said in _NAMES if words & (_NAMES[said] | _WORDS[said])), None)
