"""A batch of files to tables: archives opened, sheets and CSV files read, headers understood."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Mapping

from catalog import progress

from . import csv_in, kinds, xlsx_in, xml_in, xml_parts, zip_in
from .cells import is_spreadsheet_error
from .clean import clean
from .findings import Findings
from .limits import Limits
from .sheet import Sheet, lacks_titles, sheet_of
from .table import Place, Row, Table, column_name, table_kind

_MEGABYTE = 1024 * 1024
_REPEATED = 12
"""Cells up to this length (shop, size, colour, yes) repeat on every line and are kept once."""
Leaf = tuple[str, bytes]
Foreign = Callable[[Sheet, tuple[str, ...]], "list[Table] | None"]
"""Given a sheet and its columns' canonical names: the tables it stands for, ``None`` where it is of the own format."""


_MOSTS: Mapping[str, Callable[[Limits], int]] = {
    "too-many-files": lambda limits: limits.files,
    "too-many-columns": lambda limits: limits.columns,
    "too-long": lambda limits: limits.cell_characters,
    "deep-xml": lambda _: xml_parts.DEEPEST,
}


def _all_own(_sheet: Sheet, _columns: tuple[str, ...]) -> None:
    """Take every sheet for one of the own format."""


def leaves(files: Mapping[str, bytes], limits: Limits, findings: Findings) -> list[Leaf]:
    """Return name and bytes of each plain file, archives opened one level deep."""
    budget = zip_in.Budget(limits.unpacked_bytes)
    found: list[Leaf] = []
    for name, data in sorted(files.items()):
        if len(data) > limits.file_bytes:
            findings.add("too-large", Place(name), value=limits.file_bytes // _MEGABYTE)
            continue
        found.extend(_opened(name, data, limits, budget, findings))
    if len(found) > limits.files:
        findings.add("too-many-files", Place(found[0][0]), value=limits.files)
        return []
    return found


def tables(leaf_files: list[Leaf], limits: Limits, findings: Findings, foreign: Foreign = _all_own) -> Iterator[Table]:
    """Yield the tables of the files: those of the own format as they are, others as ``foreign`` translates them."""
    for sheet in _all_sheets(leaf_files, limits, findings):
        if len(sheet.titles) > limits.columns:
            findings.add("too-many-columns", Place(sheet.name, sheet.line), value=limits.columns)
            continue
        if lacks_titles(sheet):
            findings.add("no-titles", Place(sheet.name, sheet.line))
            continue
        columns = tuple(column_name(title) for title in sheet.titles)
        others = foreign(sheet, columns)
        if others is None:
            yield from _table(sheet, columns, limits, findings)
        else:
            yield from others


def _all_sheets(leaf_files: list[Leaf], limits: Limits, findings: Findings) -> Iterator[Sheet]:
    """Yield the sheets of all files, and tell how many of the bytes are read."""
    total, done = sum(len(data) for _, data in leaf_files), 0
    for name, data in leaf_files:
        progress.tell("read", done, total)  # a workbook's texts are read before its first row
        with progress.part("read", done, len(data), total):
            yield from sheets(name, data, limits, findings)
        done += len(data)
        progress.tell("read", done, total)


def _opened(name: str, data: bytes, limits: Limits, budget: zip_in.Budget, findings: Findings) -> list[Leaf]:
    refused = kinds.refusal(name, data)
    if refused:
        findings.add(refused[0], Place(name), value=refused[1])
        return []
    try:
        if not zip_in.is_archive(data):
            return [(name, data)]
        if not zip_in.is_sound(data):
            raise zip_in.ArchiveError("bad-zip")
        if zip_in.is_workbook(data):
            return [_book(name, data, budget)]
        if "." in name and not name.lower().endswith(".zip"):
            raise zip_in.ArchiveError("unread-file")
        return list(_unpacked(name, data, limits, budget, findings))
    except zip_in.ArchiveError as error:
        if error.code == "unread-file":
            findings.add(error.code, Place(name), value=name)
            return []
        most = _MOSTS[error.code](limits) if error.code in _MOSTS else limits.unpacked_bytes // _MEGABYTE
        findings.add(error.code, Place(name), value=most)
        return []


def _unpacked(name: str, data: bytes, limits: Limits, budget: zip_in.Budget, findings: Findings) -> Iterator[Leaf]:
    for left in zip_in.unread(data):
        findings.add("unread-file", Place(f"{name}/{left}"), value=left)
    for member, content in zip_in.members(data, limits, budget):
        inner = f"{name}/{member}"
        refused = None if zip_in.is_archive(content) else kinds.refusal(member, content)
        if refused:
            findings.add(refused[0], Place(inner), value=refused[1])
        elif not zip_in.is_archive(content):
            yield inner, content
        elif zip_in.is_sound(content) and zip_in.is_workbook(content):
            yield _book(inner, content, budget)
        else:
            raise zip_in.ArchiveError("bad-zip")


def _book(name: str, data: bytes, budget: zip_in.Budget) -> Leaf:
    """Return a workbook whose real size and parts are known, before a reader holds it. Raises ArchiveError."""
    if zip_in.has_macros(data):
        raise zip_in.ArchiveError("macros")
    zip_in.weigh(data, budget)
    return name, data


def sheets(name: str, data: bytes, limits: Limits, findings: Findings) -> Iterator[Sheet]:
    """Yield the sheets of a file."""
    if zip_in.is_archive(data):
        for title, lines in xlsx_in.sheets(name, data, limits, findings):
            yield sheet_of(title, lines)
    elif xml_in.is_xml(data):
        yield from xml_in.sheets(name, data, limits, findings)
    else:
        lines = csv_in.lines(name, data, limits, findings)
        if lines:
            yield sheet_of(name, lines)


def _table(sheet: Sheet, columns: tuple[str, ...], limits: Limits, findings: Findings) -> Iterator[Table]:
    place = Place(sheet.name, sheet.line)
    for index, column in enumerate(columns):
        if column and column in columns[:index]:
            findings.add("column-twice", place, column, value=sheet.titles[index])
    kind = table_kind(sheet.name, columns)
    if kind is None:
        findings.add("unknown-table", place)
        return
    if not sheet.lines:
        findings.add("no-rows", place)
    rows = tuple(_row(sheet.name, line, cells, columns, limits, findings) for line, cells in sheet.lines)
    yield Table(kind, place, tuple(column for column in columns if column), rows)


def _row(name: str, line: int, cells: list[str], columns: tuple[str, ...], limits: Limits, findings: Findings) -> Row:
    place = Place(name, line)
    found: dict[str, str] = {}
    for index, raw in enumerate(cells):
        text = clean(raw) if raw else ""
        if not text:
            continue
        column = columns[index] if index < len(columns) else None
        if column and is_spreadsheet_error(raw.strip()):
            findings.add("cell-error", place, column, value=text)
            continue
        if not column:
            code = "too-many-cells" if column is None else "no-header-name"
            findings.add(code, place, value=index + 1)
            continue
        if len(text) > limits.cell_characters:
            findings.add("too-long", place, column, text, value=limits.cell_characters)
            continue
        found[column] = sys.intern(text) if len(text) <= _REPEATED else text
    return Row(place, found)
