"""Uploaded files by a name of their own: two of the same name must both be read."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import PurePosixPath

from werkzeug.datastructures import FileStorage

NAMELESS = "import.csv"


def named(uploads: Iterable[FileStorage]) -> dict[str, bytes]:
    """Return the bytes of each file by its name, the second of a name as ``prices (2).csv``."""
    found: dict[str, bytes] = {}
    for upload in uploads:
        name = upload.filename or NAMELESS
        found[_free(name, found)] = upload.read()
    return found


def _free(name: str, taken: Iterable[str]) -> str:
    known, number, path = set(taken), 2, PurePosixPath(name)
    free = name
    while free in known:
        free = f"{path.stem} ({number}){path.suffix}"
        number += 1
    return free
