"""How a command says no: one sentence instead of a traceback."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final, TypeVar

import click

from .errors import Problem
from .sentences import sentence

_T = TypeVar("_T")
COMMAND_LINE: Final = "command line"
"""Who did it, where the command line did."""


def spoken(deed: Callable[[], _T]) -> _T:
    """Do a deed; end with a sentence where it refuses."""
    try:
        return deed()
    except Problem as problem:
        raise click.ClickException(sentence(problem.code, "en")[1]) from None
