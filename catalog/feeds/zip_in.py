"""Archives opened with the real bytes counted, so that a small file cannot unfold without end."""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Iterator

from . import xml_parts
from .limits import Limits

MAGIC = b"PK\x03\x04"
_CHUNK = 64 * 1024
_READABLE = (".csv", ".tsv", ".txt", ".json", ".xlsx", ".xlsm", ".xml", ".rss", ".atom", ".yaml", ".yml")
_UNREAD = (".xls", ".xlsb", ".ods", ".numbers", ".zip", ".rar", ".7z", ".gz")
_ENTRY = b"PK\x01\x02"
_LOCAL_HEADER_BYTES = 30
_MOST_STRINGS = 24 * 1024 * 1024
"""Unpacked bytes of a workbook's table of texts, which is held whole: ten times its size in memory."""
_MOST_ENTRIES = 5_000
"""Entries of an archive's directory, counted before it is read: a directory alone can fill the memory."""
_BROKEN = (
    zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, ValueError, OSError, IndexError,
)  # fmt: skip


class ArchiveError(Exception):
    """An archive that cannot be taken; ``code`` says which sentence explains it."""

    def __init__(self, code: str) -> None:
        self.code = code
        super().__init__(code)


class Budget:
    """How many unpacked bytes a batch may still give."""

    def __init__(self, unpacked_bytes: int) -> None:
        self.left = unpacked_bytes

    def spend(self, count: int) -> None:
        """Take ``count`` bytes from the budget. Raises ArchiveError once it is used up."""
        self.left -= count
        if self.left < 0:
            raise ArchiveError("too-large")


def is_archive(data: bytes) -> bool:
    """Tell a ZIP (and so an XLSX) by its first bytes."""
    return data.startswith(MAGIC)


def is_sound(data: bytes) -> bool:
    """Tell an archive whose directory is of a sane length and whose entries lie side by side, none upon another."""
    if data.count(_ENTRY) > _MOST_ENTRIES:
        return False
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            spans = sorted((entry.header_offset, entry.compress_size) for entry in archive.infolist())
    except _BROKEN:
        return False
    ends = [*(offset for offset, _ in spans[1:]), len(data)]
    return all(offset + _LOCAL_HEADER_BYTES + size <= end for (offset, size), end in zip(spans, ends, strict=True))


def has_macros(data: bytes) -> bool:
    """Tell a workbook that carries a program."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            names = [name.lower() for name in archive.namelist()]
            return any(name.endswith(("vbaproject.bin", ".xlm")) or "/macrosheets/" in name for name in names)
    except _BROKEN:
        return False


def is_workbook(data: bytes) -> bool:
    """Tell an Excel workbook from a plain ZIP by the part every workbook has."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return "xl/workbook.xml" in archive.namelist()
    except _BROKEN:
        return False


def members(data: bytes, limits: Limits, budget: Budget) -> Iterator[tuple[str, bytes]]:
    """Yield name and content of each readable file of an archive. Raises ArchiveError."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            entries = [entry for entry in archive.infolist() if _wanted(entry)]
            if len(entries) > limits.files:
                raise ArchiveError("too-many-files")
            for entry in entries:
                yield entry.filename, _content(archive, entry, budget)
    except _BROKEN as error:
        raise ArchiveError("bad-zip") from error


def weigh(data: bytes, budget: Budget) -> None:
    """Unpack a workbook into nothing, to know its real size before a reader holds it. Raises ArchiveError."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            for entry in archive.infolist():
                _weigh_part(archive, entry, budget)
    except xml_parts.PartError as error:
        raise ArchiveError(error.code) from error
    except _BROKEN as error:
        raise ArchiveError("bad-workbook") from error


def _weigh_part(archive: zipfile.ZipFile, entry: zipfile.ZipInfo, budget: Budget) -> None:
    name = entry.filename.lower()
    strings = Budget(_MOST_STRINGS) if name.endswith("sharedstrings.xml") else None
    most = _MOST_STRINGS if strings else xml_parts.MOST_BESIDE_ROWS
    part = xml_parts.Part(most) if name.endswith(xml_parts.ENDINGS) else None
    for chunk in _chunks(archive, entry):
        budget.spend(len(chunk))
        if strings:
            strings.spend(len(chunk))
        if part:
            part.feed(chunk)


def unread(data: bytes) -> list[str]:
    """Return the tables of an archive that are in no form we read, and the archives in it."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return [name for name in archive.namelist() if name.lower().endswith(_UNREAD)]
    except _BROKEN:
        return []


def _wanted(entry: zipfile.ZipInfo) -> bool:
    name = entry.filename
    hidden = name.startswith("__MACOSX/") or name.rsplit("/", 1)[-1].startswith(".")
    return not entry.is_dir() and not hidden and name.lower().endswith(_READABLE)


def _content(archive: zipfile.ZipFile, entry: zipfile.ZipInfo, budget: Budget) -> bytes:
    content = bytearray()
    for chunk in _chunks(archive, entry):
        budget.spend(len(chunk))
        content += chunk
    return bytes(content)


def _chunks(archive: zipfile.ZipFile, entry: zipfile.ZipInfo) -> Iterator[bytes]:
    with archive.open(entry) as file:
        while chunk := file.read(_CHUNK):
            yield chunk
