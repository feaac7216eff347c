"""The rules and words that come with this version of the program, read once per process."""

from __future__ import annotations

from functools import cache

from catalog import DATA
from catalog.finder import Knowledge, load_knowledge
from catalog.reference import Reference, load_reference


@cache
def reference() -> Reference:
    """Return attributes, categories, technologies and their kin. Raises DataError with file, line and sentence."""
    return load_reference()


@cache
def knowledge() -> Knowledge:
    """Return the finder's questions and criteria. Raises DataError with file, line and sentence."""
    return load_knowledge(DATA, reference())
