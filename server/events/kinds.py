"""The kinds of events that the server takes, each in the formats it still understands.

A feature registers its own kind where it starts; an older format stays registered for as long as phones may hold it.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import marshmallow as ma

from .models import Event

Effect = Callable[[Event], None]
"""What an event changes. It runs in the event's own transaction and must not commit."""


@dataclass(frozen=True, slots=True)
class Kind:
    """How to check the payload of one kind in one format, and what it does."""

    schema: ma.Schema
    effect: Effect


_KINDS: dict[tuple[str, int], Kind] = {}


def register(name: str, format_: int, schema: type[ma.Schema], effect: Effect) -> None:
    """Make a kind known. Registering it again is harmless."""
    _KINDS[(name, format_)] = Kind(schema(), effect)


def find(name: str, format_: int) -> Kind | None:
    """Return a kind in a format, None where the server does not know it (yet, or no longer)."""
    return _KINDS.get((name, format_))


def known_names() -> frozenset[str]:
    """Return the names of all kinds."""
    return frozenset(name for name, _ in _KINDS)
