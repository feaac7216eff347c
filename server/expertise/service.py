"""Turn a form into the table that every change of the knowledge is."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from catalog.feeds import cells
from catalog.feeds.knowledge_in import COLUMNS
from catalog.feeds.sentences import SENTENCES
from catalog.finder.overrides import RefusedOverrideError, items, refused, values
from catalog.typography import french
from server.catalogue.service import Published
from server.errors import Conflict, Invalid
from server.imports import service as imports
from server.imports.models import Import
from server.knowledge import house_names, knowledge, knowledge_of
from server.language import spoken

from .listing import said

KIND = "knowledge"
OUTDATED = {
    "fr": french("Quelqu’un a publié « {value} » entre-temps. Choisissez ce qui doit valoir."),
    "en": "Somebody has published “{value}” meanwhile. Choose what is to hold.",
}
TITLES = {"fr": "Conseil : {first}{more}", "en": "Advice: {first}{more}"}


def propose(published: Published, changes: Iterable[Mapping[str, Any]], author: str, lang: str) -> Import:
    """Queue a dry run of changes, by the road of every import.

    Raises Invalid where a value cannot stand, Conflict where somebody has published another meanwhile: each with the
    change it is about, and nothing is tried.
    """
    rows = list(changes)
    if wrong := list(_refusals(published, rows)):
        raise Invalid(wrong)
    if outdated := list(_outdated(published, rows)):
        raise Conflict("knowledge-outdated", outdated)
    things = list(dict.fromkeys(_thing_of(row) for row in rows))
    more = f" + {len(things) - 1}" if len(things) > 1 else ""
    known = house_names().get(things[0])
    name = TITLES[lang].format(first=said(known, lang) if known else rows[0]["id"], more=more)
    return imports.submit(name, {"knowledge.csv": _table(rows)}, author, KIND)


def refuse(said: Iterable[Mapping[str, Any]]) -> None:
    """Raise Invalid with each field that cannot say what it is to say."""
    wrong = []
    for index, one in enumerate(said):
        try:
            refused(knowledge(), _key(one), one["value"])
        except RefusedOverrideError as error:
            wrong.append((f"fields.{index}.value", _told(SENTENCES[error.code], error.words)))
    if wrong:
        raise Invalid(wrong)


def _table(rows: Iterable[Mapping[str, Any]]) -> bytes:
    out = io.StringIO(newline="")
    writer = csv.DictWriter(out, COLUMNS, restval="", lineterminator="\r\n")
    writer.writeheader()
    for row in rows:
        named = {name: row[name] for name in ("part", "id", "field")}
        value = row["value"]
        writer.writerow(named | ({"remove": "yes"} if value is None else {"value": cells.neutral(value)}))
    return out.getvalue().encode()


def _refusals(published: Published, rows: Sequence[Mapping[str, Any]]) -> Iterator[tuple[str, str]]:
    laid = published.document.get("knowledge", {})
    for index, row in enumerate(rows):
        try:
            if row["value"] is not None:
                refused(knowledge(), _key(row), row["value"])
            # What was said of a thing that the house has given up since may still be taken back.
            elif _thing_of(row) not in house_names() and _key(row) not in laid:
                raise RefusedOverrideError("knowledge-unknown", value=f"{row['part']} {row['id']}")
        except RefusedOverrideError as error:
            yield f"changes.{index}.value", _told(SENTENCES[error.code], error.words)


def _outdated(published: Published, rows: Sequence[Mapping[str, Any]]) -> Iterator[tuple[str, str]]:
    holds = {f"{part}/{name}": node for part, name, node in items(knowledge_of(published.document))}
    for index, row in enumerate(rows):
        node = holds.get(_thing_of(row))
        now = values(row["part"], node).get(row["field"], "") if node is not None else ""
        if row.get("was") is not None and row["was"] != now:
            yield f"changes.{index}.value", _told(OUTDATED, {"value": now})


def _told(texts: Mapping[str, str], words: Mapping[str, object]) -> str:
    return texts[spoken()].format(**words)


def _thing_of(row: Mapping[str, Any]) -> str:
    return f"{row['part']}/{row['id']}"


def _key(row: Mapping[str, Any]) -> str:
    return "/".join(str(row[name]) for name in ("part", "id", "field"))
