"""What a file is by its first bytes, and whether its name says the same."""

from __future__ import annotations

from . import xml_in, zip_in

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
"""Excel before 2007, and any workbook with a password."""
_OTHERS = (
    b"%PDF", b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"RIFF", b"\x1f\x8b", b"7z\xbc\xaf", b"Rar!", b"BZh", b"\xfd7zXZ",
    b"MZ", b"\x7fELF", b"{\\rtf", b"SQLite format 3", b"\x28\xb5\x2f\xfd", b"PAR1",
)  # fmt: skip
_PAGES = (b"<!doctype html", b"<html", b"<table", b"<head")
_HEAD = 1_000
_TEXTS = (".csv", ".tsv", ".txt", ".json", ".yaml", ".yml")
_BOOKS = (".xlsx", ".xlsm")


def refusal(name: str, data: bytes) -> tuple[str, str] | None:
    """Return the code of a finding and its word, where the bytes are not what the name says or nothing we read."""
    ending = "." + name.rsplit(".", 1)[-1].lower() if "." in name else ""
    if data.startswith(_OLE):
        return "bad-workbook", ending
    if data.startswith(_OTHERS):
        return "not-text", ending
    if data[:_HEAD].lstrip(b"\xef\xbb\xbf \t\r\n").lower().startswith(_PAGES):
        return "web-page", ending
    packed = zip_in.is_archive(data)
    wrong = (
        (packed and ending in (*_TEXTS, *xml_in.NAMES))
        or (not packed and ending in (*_BOOKS, ".zip"))
        or (ending in xml_in.NAMES and not xml_in.is_xml(data))
        or (packed and ending in _BOOKS and not zip_in.is_workbook(data))
    )
    return ("wrong-type", ending.removeprefix(".")) if wrong else None
