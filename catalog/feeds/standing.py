"""Lines that say of their piece that it is not for sale: drafts, archives, what another program was to delete."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from .families import OF_VARIANT
from .findings import Findings
from .mapping import Record, Records
from .table import Place

FIELD = "active"
_OFF = frozenset(
    {
        "0", "-1", "no", "non", "n", "nein", "false", "faux", "falsch", "off", "draft", "brouillon", "archived",
        "archive", "archivé", "inactive", "inactif", "inaktiv", "inattivo", "inactivo", "disabled", "désactivé",
        "hidden", "masqué", "private", "privé", "unpublished", "non publié", "hors ligne", "offline",
        "obsolete", "obsolète", "discontinued", "arrêté", "supprimé", "deleted", "delete", "ignore",
    }
)  # fmt: skip
"""WooCommerce writes −1 for a draft and 0 for what is private, Matrixify Delete and Ignore for what it leaves out."""
_ON = frozenset(
    {
        "1", "yes", "oui", "y", "o", "ja", "sì", "si", "sí", "true", "vrai", "on", "x", "active", "actif", "aktiv",
        "attivo", "activo", "enabled", "activé", "published", "publié", "publish", "visible", "live", "online",
        "en ligne", "en vente", "unlisted", "new", "merge", "update", "replace",
    }
)  # fmt: skip
"""Shopify's "unlisted" is for sale to whoever has the link."""
_NAMED = 3


def is_word(text: str) -> bool:
    """Tell a word that says whether something is for sale."""
    return text.strip().casefold() in _ON | _OFF


def is_off(record: Record) -> bool:
    """Tell a line that says its piece is not for sale."""
    return record.cells.get(FIELD, "").strip().casefold() in _OFF


def whole_off(records: Iterable[Record]) -> bool:
    """Tell a model that is not for sale: its own line says so, the one without size, colour, code or price."""
    return any(is_off(record) and not record.cells.keys() & OF_VARIANT for record in records)


class Standing:
    """Leaves out what is not for sale and new here; what the house has already stays, and is told once a file."""

    def __init__(self, found: Records, findings: Findings) -> None:
        self.found, self.findings = found, findings
        self.kept: list[tuple[int, str, str]] = []

    def left_in(self, lines: list[Record], is_known: Callable[[Record], bool]) -> list[Record]:
        """Return the lines of a model that are read."""
        whole = whole_off(lines)
        off = [record for record in lines if whole or is_off(record)]
        if not off:
            return lines
        left = [record for record in off if not is_known(record)]
        self.kept += [(one.line, _name(one, lines), _word(one, lines)) for one in off if is_known(one)][:1]
        if left:
            place = Place(self.found.file, left[0].line, self.found.titles)
            word = _word(left[0], lines)
            self.findings.add("not-for-sale", place, FIELD, word, ref=_name(left[0], lines), value=word)
        gone = {id(record) for record in left}
        return [record for record in lines if id(record) not in gone]

    def tell(self) -> None:
        """Say which pieces of the house the file takes for not on sale: a deletion is never read out of a word."""
        if not self.kept:
            return
        line, _, word = self.kept[0]
        names = ", ".join(name for _, name, _ in self.kept[:_NAMED]) + ("…" if len(self.kept) > _NAMED else "")
        place = Place(self.found.file, line, self.found.titles)
        self.findings.add("not-for-sale-kept", place, FIELD, word, value=word, near=names, count=len(self.kept))


def _name(record: Record, lines: list[Record]) -> str:
    for name in ("name", "ref", "sku", "gtin"):
        for one in (record, *lines):
            if text := one.cells.get(name, ""):
                return text
    return str(record.line)


def _word(record: Record, lines: list[Record]) -> str:
    return next(one.cells[FIELD] for one in (record, *lines) if is_off(one))
