"""The table of facts: one value a line, with its source, kept or set aside."""

from __future__ import annotations

from catalog.model import PROVENANCES, Provenance, Scalar, SetAside, Value
from catalog.reference import Reference

from . import cells
from .drafts import Draft, claim, read_ref
from .findings import Findings
from .line import Line, lines_of
from .table import Place, Table
from .values import SOURCED, value_of
from .vocabulary import KEPT, SET_ASIDE

_NEEDED = ("ref", "property", "value", "provenance")
COLUMNS = (*_NEEDED, "source", "status", "note")
_NOTE = 300


def read_facts(table: Table, reference: Reference, drafts: dict[str, Draft], findings: Findings) -> None:
    """Add the facts of a table to the drafts; a fact about a product of no other table starts its draft."""
    kept: dict[str, Place] = _kept_already(drafts)
    for line in lines_of(table, COLUMNS, _NEEDED, findings):
        ref = read_ref(line)
        if ref is not None:
            _read(line, drafts.setdefault(ref, Draft(ref, line.place)), reference, kept)


def _kept_already(drafts: dict[str, Draft]) -> dict[str, Place]:
    return {_key(draft.ref, name): place for draft in drafts.values() for name, place in draft.lines.items()}


def _key(ref: str, name: str) -> str:
    return f"{ref}\0{name}"


def _read(line: Line, draft: Draft, reference: Reference, kept: dict[str, Place]) -> None:
    name = line.raw("property")
    if name is None or line.raw("value") is None:
        line.wrong("required", "property" if name is None else "value")
        return
    if name not in reference.attributes:
        line.findings.unknown("unknown-property", line.place, "property", name, reference.attributes)
        return
    if line.raw("value") == cells.CLEAR:
        draft.cleared.add(name)
        return
    value = value_of(line, "value", reference.attributes[name])
    provenance = _provenance(line)
    if value is not None and provenance is not None:
        _file(line, draft, kept, name, value, provenance)


def _file(line: Line, draft: Draft, kept: dict[str, Place], name: str, value: Scalar, provenance: Provenance) -> None:
    source, note = line.text("source", _NOTE * 4), line.text("note", _NOTE)
    if provenance in SOURCED and not source:
        line.wrong("no-source", "source", value=provenance)
    status = line.raw("status") or KEPT
    if status == SET_ASIDE:
        draft.set_aside.append(SetAside(name, value, provenance, source, note))
    elif status != KEPT:
        line.wrong("bad-status", "status")
    elif claim(kept, _key(draft.ref, name), line, "duplicate-fact", "property"):
        draft.lines[name] = line.place
        draft.properties[name] = Value(value, provenance, source, note)


def _provenance(line: Line) -> Provenance | None:
    raw = line.raw("provenance")
    for provenance in PROVENANCES:
        if raw == provenance:
            return provenance
    line.wrong("required" if raw is None else "bad-provenance", "provenance")
    return None
