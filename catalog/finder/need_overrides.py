"""What a merchandiser says otherwise of the way from answers to needs: thresholds, and what a situation asks for.

A need is ``family.dimension`` (``pack.litres``), or a table that all families share: ``bands.cold``, ``met.move``,
``assumed.temperature_c``. It keeps its shape: as many lines under the same conditions, thresholds in the same order.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from .conditions import Allowed, written_value
from .refusal import RefusedOverrideError

SHARED = {"assumed": (-40, 60), "met": (5, 150)}
"""The tables of lines that all families share, with what their figures may be: °C outdoors, tenths of a met."""
STEPS = (-300, 1_000)
"""What a threshold may be: °C, tenths of a clo, litres, years."""
_NUMBERED = re.compile(r"(value|add)_([1-9]\d?)")
_WHOLE = re.compile(r"[-\u2212]?[0-9]{1,6}")

Tree = dict[str, Any]


def need_nodes(needs: Mapping[str, Any]) -> Iterator[tuple[str, Tree]]:
    """Yield each need with its name; changing a node changes the needs."""
    for family, dimensions in needs["families"].items():
        for dimension in dimensions:
            yield f"{family}.{dimension['id']}", dimension
    for name, band in needs["bands"].items():
        yield f"bands.{name}", band
    for table in SHARED:
        for name, rows in needs[table].items():
            yield f"{table}.{name}", {"table": table, "key": name, "rows": rows}


def need_values(node: Mapping[str, Any]) -> dict[str, str]:
    """Return the fields of a need that may be said otherwise, as they are now."""
    rows = {f"value_{number}": str(row["value"]) for number, row in enumerate(node.get("rows", ()), 1)}
    changes = {f"add_{number}": str(row["add"]) for number, row in enumerate(node.get("adjust", ()), 1)}
    name = steps_of(node)
    return rows | ({"steps": " | ".join(map(str, node[name]))} if name else {}) | changes


def need_conditions(node: Mapping[str, Any]) -> dict[str, Mapping[str, Any]]:
    """Return under which condition each numbered field holds."""
    rows = {f"value_{number}": row["when"] for number, row in enumerate(node.get("rows", ()), 1)}
    return rows | {f"add_{number}": row["when"] for number, row in enumerate(node.get("adjust", ()), 1)}


def steps_of(node: Mapping[str, Any]) -> str | None:
    """Return which thresholds a need has: upwards in ``from``, downwards in ``below``."""
    return next((name for name in ("from", "below") if node.get(name)), None)


def lay_need(node: Tree, field: str, value: str, allowed: Allowed) -> None:
    """Say a field of a need otherwise. Raises RefusedOverrideError."""
    numbered, name = _NUMBERED.fullmatch(field), steps_of(node)
    if field == "steps" and name:
        node[name] = _steps(node[name], value)
        return
    what, rows = ("", []) if numbered is None else (numbered[1], node.get(_ROWS[numbered[1]], []))
    if numbered is None or int(numbered[2]) > len(rows):
        raise RefusedOverrideError("knowledge-field", value=field)
    row = rows[int(numbered[2]) - 1]
    row[what] = _word(node, value, allowed) if isinstance(row[what], str) else _figure(value, *_bounds(node, what))


_ROWS = {"value": "rows", "add": "adjust"}


def bounds(node: Mapping[str, Any], field: str) -> tuple[int, int]:
    """Return the least and the greatest that a field of a need may be."""
    return STEPS if field == "steps" else _bounds(node, field.partition("_")[0])


def _bounds(node: Mapping[str, Any], what: str) -> tuple[int, int]:
    low, high = SHARED.get(node.get("table", ""), (node.get("min", 0), node.get("max", 0)))
    return (low - high, high - low) if what == "add" else (low, high)


def _figure(text: str, low: int, high: int) -> int:
    if not _WHOLE.fullmatch(text.strip()) or not low <= (figure := _whole(text)) <= high:
        raise RefusedOverrideError("knowledge-figure", value=text, near=f"{low} … {high}")
    return figure


def _steps(before: list[int], text: str) -> list[int]:
    parts = text.split("|")
    rising = before == sorted(before)
    if len(parts) != len(before):
        raise RefusedOverrideError("knowledge-steps", value=text, near=" | ".join(map(str, before)))
    found = [_figure(part, *STEPS) for part in parts]
    if found != sorted(set(found), reverse=not rising):
        raise RefusedOverrideError("knowledge-steps", value=text, near=" | ".join(map(str, before)))
    return found


def _word(node: Mapping[str, Any], text: str, allowed: Allowed) -> str:
    known = list(map(written_value, allowed.get(node.get("key", ""), ())))
    if text.strip() not in known:
        raise RefusedOverrideError("knowledge-condition", value=text, near=", ".join(known))
    return text.strip()


def _whole(text: str) -> int:
    return int(text.strip().replace("\u2212", "-"))
