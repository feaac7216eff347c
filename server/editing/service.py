"""A proposed change, from the desk's form to the road of every import: checked against what stands, written, tried."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from catalog.catalogue import check
from catalog.errors import Finding
from catalog.feeds import own
from catalog.reference import with_charts
from server import jobs
from server.catalogue.service import current
from server.errors import Conflict, Invalid
from server.imports import service as imports
from server.imports.models import Import
from server.knowledge import reference
from server.language import spoken

from . import rows
from .conflicts import Meanwhile, meanwhile
from .facts import Facts, FactsOf, of_published
from .rows import Row
from .sentences import happened, say

Json = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Proposal:
    """The lines of a change and the tables they make."""

    rows: Sequence[Row]
    files: Mapping[str, bytes]
    places: Mapping[tuple[str, int], Row]


def propose(changes: Sequence[Json], note: str, author: str) -> Import:
    """Queue a dry run of the changes. Raise ``Conflict`` where a model is no more what was edited.

    Raises ``Invalid`` with the field of the request for each cell that cannot be taken: nothing is kept then.
    """
    facts = of_published(current())
    refuse_outdated(changes, facts)
    proposal = written(changes, facts)
    refuse_wrong(proposal, facts)
    row = imports.submit(note, proposal.files, author, kind="edit")
    return row if jobs.runs_apart() else imports.finished(row)


def written(changes: Sequence[Json], facts: FactsOf) -> Proposal:
    """Return the tables of the changes. Raises ``Invalid`` where they change nothing, or take another model's code."""
    refuse_taken(changes, facts)
    found: list[Row] = []
    for index, change in enumerate(changes):
        found += rows.rows_of(change, facts.get(change["ref"]), f"changes.{index}")
    if not found:
        raise Invalid([("changes", say("no-change"))], code="no-change")
    return Proposal(found, *rows.write(found))


def refuse_taken(changes: Sequence[Json], facts: FactsOf) -> None:
    """Raise ``Invalid`` where a variant has the code of another model, or size and colour of its own sister."""
    errors: list[tuple[str, str]] = []
    for index, change in enumerate(changes):
        path = f"changes.{index}"
        errors += _taken(change, facts, path) + _twins(change, facts.get(change["ref"]), path)
    if errors:
        raise Invalid(errors)


def refuse_outdated(changes: Sequence[Json], facts: FactsOf) -> None:
    """Raise ``Conflict`` naming what changed and who changed it, where a tag no longer holds."""
    errors: list[tuple[str, str]] = []
    for index, change in enumerate(changes):
        ref, given = change["ref"], change.get("if_match")
        if facts.tags.get(ref) != given:
            errors += _outdated(ref, given, f"changes.{index}")
    if errors:
        raise Conflict("edit-conflict", errors)


def _outdated(ref: str, given: str | None, path: str) -> list[tuple[str, str]]:
    if given is None:
        return [(path, say("ref-taken", value=ref))]
    since = meanwhile(ref, given)
    if not since:
        return [(path, say("changed-long-ago"))]
    return [(_path(path, one), happened(one)) for one in since]


def _path(path: str, one: Meanwhile) -> str:
    field = one.change.field
    if field.startswith("properties."):
        return f"{path}.attributes.{field.removeprefix('properties.')}"
    return f"{path}.{field}" if field.startswith(("variants.", "prices.")) else f"{path}.set.{field}"


def refuse_wrong(proposal: Proposal, facts: FactsOf) -> None:
    """Raise ``Invalid`` with the field of each cell that the reader or the catalogue refuses."""
    findings = _findings(proposal, facts)
    if own.has_errors(findings):
        raise Invalid((_field(one, proposal.places), one.message[spoken()]) for one in findings if _is_error(one))


def _findings(proposal: Proposal, facts: FactsOf) -> tuple[Finding, ...]:
    batch, findings = own.read(proposal.files, with_charts(reference(), facts.size_charts))
    return (*findings, *check(facts.names(), batch))


def _is_error(finding: Finding) -> bool:
    return finding.severity == "error"


def _field(finding: Finding, places: Mapping[tuple[str, int], Row]) -> str:
    """Return the field of the request that a finding is about."""
    row = places.get((finding.file, finding.line or 0))
    if row is None:
        return "changes"
    if finding.column is None or finding.column in {"ref", "property", "remove"}:
        return row.path.removesuffix(".set") + (".ref" if finding.column == "ref" else "")
    return f"{row.path}.{_dotted(finding.column)}"


def _dotted(column: str) -> str:
    if column == "colour_hex":
        return "colour.hex"
    stem, _, lang = column.rpartition("_")
    if stem == "colour":
        return f"colour.name.{lang}"
    return f"{stem}.{lang}" if stem in rows.TEXTS else column


def _taken(change: Json, facts: FactsOf, path: str) -> list[tuple[str, str]]:
    """Name the codes that another model has: a form must not take a variant away from it unseen."""
    found = []
    for index, variant in enumerate(change.get("variants", ())):
        owner = facts.owners.get(rows.read_gtin(variant["gtin"]))
        if owner is not None and owner != change["ref"]:
            found.append((f"{path}.variants.{index}.gtin", say("gtin-taken", value=owner)))
    return found


def _twins(change: Json, old: Facts | None, path: str) -> list[tuple[str, str]]:
    """Name the variants that would have the size and colour of another one of the same model."""
    standing: dict[str, tuple[str, str]] = {
        gtin: (each["size"], each["colour"].get("fr", "")) for gtin, each in (old.variants if old else {}).items()
    }
    fields: dict[str, str] = {}
    for index, variant in enumerate(change.get("variants", ())):
        gtin = rows.read_gtin(variant["gtin"])
        if variant.get("remove"):
            standing.pop(gtin, None)
            continue
        size, colour = standing.get(gtin, ("", ""))
        names = variant.get("colour", {}).get("name", {})
        standing[gtin] = (variant.get("size", size), names.get("fr", colour))
        fields[gtin] = f"{path}.variants.{index}.size"
    seen: dict[tuple[str, str], str] = {}
    errors = []
    for gtin, key in standing.items():
        if key in seen and (gtin in fields or seen[key] in fields):
            field = fields.get(gtin) or fields[seen[key]]
            errors.append((field, say("variant-twin", size=key[0], colour=key[1])))
        seen[key] = gtin
    return errors
