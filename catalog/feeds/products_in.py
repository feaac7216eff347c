"""The table of products: one line a model, any attribute as a column."""

from __future__ import annotations

from catalog.model import AUDIENCES, LANGUAGES, PROVENANCES, Provenance, Value
from catalog.reference import Reference

from . import cells
from .drafts import Draft, claim, read_ref
from .findings import Findings
from .line import Line, lines_of
from .table import Table
from .values import SOURCED, value_of
from .vocabulary import ACTIVITIES, MARKETS

_NAME, _TEXT = 120, 300
COLUMNS = frozenset(
    {
        "ref", "name", "brand", "category", "audience", "activities", "technologies", "market", "season", "size_chart",
        "care", "sources", "demonstration", "provenance", "note", "remove",
    }
    | {f"{stem}_{lang}" for stem in ("use", "fit_note") for lang in LANGUAGES}
)  # fmt: skip


def read_products(table: Table, reference: Reference, drafts: dict[str, Draft], findings: Findings) -> None:
    """Add the products of a table to the drafts."""
    attributes = [column for column in table.columns if column in reference.attributes]
    seen = {draft.ref: draft.place for draft in drafts.values()}
    for line in lines_of(table, COLUMNS | set(reference.attributes), ("ref",), findings):
        ref = read_ref(line)
        if ref is None or not claim(seen, ref, line, "duplicate-ref", "ref"):
            continue
        drafts[ref] = _draft(ref, line, attributes, reference)


def _draft(ref: str, line: Line, attributes: list[str], reference: Reference) -> Draft:
    draft = Draft(ref, line.place)
    fields = {
        "name": line.text("name", _NAME),
        "brand": line.text("brand", _NAME),
        "category": line.one_of("category", reference.categories, "unknown-category"),
        "audience": _audience(line),
        "use": line.texts("use", LANGUAGES, _TEXT),
        "fit_note": line.texts("fit_note", LANGUAGES, _TEXT),
        "activities": line.many_of("activities", ACTIVITIES, "unknown-activity"),
        "technologies": line.many_of("technologies", reference.technologies, "unknown-technology"),
        "care": line.many_of("care", reference.care, "unknown-care"),
        "sources": line.list("sources"),
        "season": line.text("season", _NAME),
        "size_chart": line.one_of("size_chart", reference.size_charts, "unknown-size-chart"),
        "market": line.one_of("market", MARKETS, "bad-market") or "eu",
        "demonstration": line.parsed("demonstration", cells.boolean, "bad-boolean", default=False),
    }
    draft.removed = line.parsed("remove", cells.boolean, "bad-boolean", default=False)
    draft.given = line.given - {"remove"}
    draft.fields = {name: value for name, value in fields.items() if _is_given(name, draft.given)}
    _read_attributes(draft, line, attributes, reference)
    return draft


def _is_given(name: str, given: set[str]) -> bool:
    return name in given or any(field.startswith(f"{name}.") for field in given)


def _audience(line: Line) -> str:
    raw = line.raw("audience")
    if raw is None or raw in AUDIENCES:
        return line.one_of("audience", AUDIENCES, "bad-audience")
    line.wrong("bad-audience", "audience")
    return ""


def _read_attributes(draft: Draft, line: Line, attributes: list[str], reference: Reference) -> None:
    columns = [column for column in attributes if line.raw(column) is not None]
    if not columns:
        return
    provenance = _provenance(line, draft)
    source = draft.fields.get("sources", ("",))[:1]
    if provenance in SOURCED and not any(source):
        line.wrong("no-source", "sources", value=provenance)
    for column in columns:
        draft.lines[column] = line.place
        if line.raw(column) == cells.CLEAR:
            draft.cleared.add(column)
            continue
        value = value_of(line, column, reference.attributes[column])
        if value is not None:
            draft.properties[column] = Value(value, provenance, "".join(source))


def _provenance(line: Line, draft: Draft) -> Provenance:
    raw = line.raw("provenance")
    if raw is None:
        return "demonstration" if draft.fields.get("demonstration") else "maker"
    for provenance in PROVENANCES:
        if raw == provenance:
            return provenance
    line.wrong("bad-provenance", "provenance")
    return "maker"
