"""The server as builds to come would be: the real one, whose try-on changes its form, and changes it again."""

from __future__ import annotations

from typing import Any

from flask import Flask

from server import create_app
from server import schemas as common
from server.events import kinds
from server.try_ons.schemas import TryOnSchema
from server.try_ons.service import KIND, take


class WornSchema(TryOnSchema):
    """What was worn below the piece, which had to be asked from then on."""

    worn = common.text(20, minimum=1, required=True)


class WarmSchema(WornSchema):
    warm = common.text(20, minimum=1, required=True)


def in_format_2(said: dict[str, Any]) -> dict[str, Any]:
    return {**said, "worn": "unknown"}


def in_format_3(said: dict[str, Any]) -> dict[str, Any]:
    return {**said, "warm": "unknown"}


def next_build() -> Flask:
    """Take formats 1 and 2."""
    app = create_app()
    kinds.register(KIND, 1, TryOnSchema, upgrade=in_format_2)
    kinds.register(KIND, 2, WornSchema, take)
    return app


def build_after() -> Flask:
    """Take formats 2 and 3."""
    app = create_app()
    del kinds._KINDS[(KIND, 1)]
    kinds.register(KIND, 2, WornSchema, upgrade=in_format_3)
    kinds.register(KIND, 3, WarmSchema, take)
    return app
