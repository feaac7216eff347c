"""The own format as CSV: one file a table, all of them in a ZIP with their explanation."""

from __future__ import annotations

import csv
import io
import zipfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import IO

from catalog.feeds import cells

from . import guide
from .layout import NAMES, Own
from .rows import Cell, Row
from .template import Form
from .vocabularies import YES

_MOMENT = (1980, 1, 1, 0, 0, 0)
"""The moment written on each file of a ZIP: the same content gives the same bytes."""
_ATTRIBUTES = 0o644 << 16


@dataclass(frozen=True, slots=True)
class Manner:
    """How a country's spreadsheets write CSV: between cells, before decimals, for yes and no."""

    separator: str
    point: str
    yes: tuple[str, str]


MANNERS = {"fr": Manner(";", ",", YES["fr"]), "en": Manner(",", ".", YES["en"])}


def write_zip(own: Own, out: IO[bytes]) -> None:
    """Write every table into a ZIP, row by row, with the explanation as a page."""
    with zipfile.ZipFile(out, "w") as archive:
        explanation = NAMES["guide"][own.lang].replace(" ", "-").lower()
        archive.writestr(_entry(f"{explanation}.html"), guide.html(own).encode())
        for form in own.layout():
            with archive.open(_entry(f"{form.name}.csv"), "w") as file:
                for chunk in lines(form, own.rows(form.name), own.lang):
                    file.write(chunk)


def write_table(own: Own, out: IO[bytes]) -> None:
    """Write the one table asked for, alone."""
    form = own.layout()[0]
    for chunk in lines(form, own.rows(form.name), own.lang):
        out.write(chunk)


def lines(form: Form, rows: Iterable[Row], lang: str) -> Iterator[bytes]:
    """Yield a table as UTF-8 lines (RFC 4180), with the mark by which Excel knows the encoding."""
    manner = MANNERS[lang]
    buffer = io.StringIO(newline="")
    writer = csv.writer(buffer, delimiter=manner.separator, lineterminator="\r\n")
    names = [column.name for column in form.columns]
    writer.writerow(names)
    buffer.seek(0)
    yield b"\xef\xbb\xbf" + _taken(buffer)
    for row in rows:
        writer.writerow([written(row[name], manner) if name in row else "" for name in names])
        yield _taken(buffer)


def written(cell: Cell, manner: Manner) -> str:
    """Write a cell; texts so that no spreadsheet calculates them, figures as figures."""
    if isinstance(cell, bool):
        return manner.yes[0] if cell else manner.yes[1]
    if isinstance(cell, Decimal):
        return str(cell).replace(".", manner.point)
    return cells.neutral(cell) if isinstance(cell, str) else str(cell)


def _taken(buffer: io.StringIO) -> bytes:
    text = buffer.getvalue()
    buffer.seek(0)
    buffer.truncate()
    return text.encode()


def _entry(name: str) -> zipfile.ZipInfo:
    entry = zipfile.ZipInfo(name, _MOMENT)
    entry.compress_type = zipfile.ZIP_DEFLATED
    entry.external_attr = _ATTRIBUTES
    return entry
