"""The kinds of events that the server takes, each in the formats it still understands.

A feature registers its own kind where it starts. When a payload changes its form, the new format is registered with the
effect, and the one before keeps its own schema and says by ``upgrade`` how its payload reads in the next format:

    kinds.register("try-on", 1, TryOnSchema1, upgrade=to_format_2)
    kinds.register("try-on", 2, TryOnSchema2, take)

Phones that were offline over the update, and a build that was rolled back, go on sending the old one. What was sent is
stored as it was sent; effects see the newest format only. A format may go when no phone can hold it any more: after 90
days without a row of it.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

import marshmallow as ma

from .models import Event

Effect = Callable[[Event], None]
"""What an event changes. It runs in the event's own transaction and must not commit."""
Upgrade = Callable[[dict[str, Any]], dict[str, Any]]
"""Returns a checked payload in the next format. It must not change what it is given."""


@dataclass(frozen=True, slots=True)
class Kind:
    """How to check the payload of one kind in one format, and what it does: itself, or as the next format."""

    schema: ma.Schema
    effect: Effect | None = None
    upgrade: Upgrade | None = None


_KINDS: dict[tuple[str, int], Kind] = {}


def register(
    name: str, format_: int, schema: type[ma.Schema], effect: Effect | None = None, *, upgrade: Upgrade | None = None
) -> None:
    """Make a kind known in a format, with its effect or with the way to the next format. Again is harmless."""
    if (effect is None) == (upgrade is None):
        raise ValueError("a format has an effect of its own, or becomes the next one")
    _KINDS[(name, format_)] = Kind(schema(), effect, upgrade)


def find(name: str, format_: int) -> Kind | None:
    """Return a kind in a format, None where the server does not know it (yet, or no longer)."""
    return _KINDS.get((name, format_))


def newest(name: str, format_: int, payload: Mapping[str, Any]) -> tuple[int, dict[str, Any]]:
    """Return the format that has the effect, and a payload in it. Raise ``KeyError`` where a step is not registered."""
    read = dict(payload)
    while (upgrade := _KINDS[(name, format_)].upgrade) is not None:
        format_, read = format_ + 1, upgrade(read)
    return format_, read


def apply(event: Event) -> None:
    """Do what an event does, in the newest format of its kind. The event that is stored stays as it was sent."""
    event.format, event.payload = newest(event.kind, event.format, event.payload)
    effect = _KINDS[(event.kind, event.format)].effect
    assert effect is not None  # noqa: S101 - no upgrade is left, so there is an effect
    effect(event)


def known_names() -> frozenset[str]:
    """Return the names of all kinds."""
    return frozenset(name for name, _ in _KINDS)
