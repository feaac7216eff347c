"""How far long work has come, told to whoever listens: the work itself knows neither who nor whether."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import TypeVar

Listener = Callable[[str, int, int], None]
"""Called with a stage, how much of it is done, and how much there is."""
EVERY = 256
"""Steps between two tellings of ``counted``, where each takes well under a millisecond."""
_T = TypeVar("_T")
_listener: ContextVar[Listener | None] = ContextVar("cordee-progress", default=None)


@contextmanager
def heard_by(listener: Listener) -> Iterator[None]:
    """Let a listener hear all work inside the block."""
    token = _listener.set(listener)
    try:
        yield
    finally:
        _listener.reset(token)


def tell(stage: str, done: int, total: int) -> None:
    """Tell how much of a stage is done."""
    listener = _listener.get()
    if listener is not None:
        listener(stage, done, total)


@contextmanager
def part(stage: str, start: int, size: int, total: int) -> Iterator[None]:
    """Let what is told inside count as ``size`` of ``total``, from ``start`` on."""
    listener = _listener.get()
    if listener is None:
        yield
        return
    with heard_by(lambda _, done, most: listener(stage, start + size * done // max(1, most), total)):
        yield


def counted(stage: str, things: Iterable[_T], total: int, every: int = EVERY) -> Iterator[_T]:
    """Give the things on, and tell now and then how many are through."""
    for number, thing in enumerate(things):
        if number % every == 0:
            tell(stage, number, total)
        yield thing
    tell(stage, total, total)
