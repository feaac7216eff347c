"""Show the knowledge in words, and turn a form into the table that every change of it is."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from catalog.feeds import cells
from catalog.feeds.knowledge_in import COLUMNS
from catalog.feeds.sentences import SENTENCES
from catalog.finder import Knowledge
from catalog.finder.conditions import asked, written_value
from catalog.finder.handbook.words import Words
from catalog.finder.overrides import RefusedOverrideError, is_off, items, refused, values
from catalog.text import localise
from catalog.typography import french
from server.catalogue.service import Published
from server.errors import Conflict, Invalid
from server.imports import service as imports
from server.imports.models import Import
from server.knowledge import house_names, knowledge, knowledge_of, reference
from server.language import spoken

KIND = "knowledge"
OUTDATED = {
    "fr": french("Quelqu’un a publié « {value} » entre-temps. Choisissez ce qui doit valoir."),
    "en": "Somebody has published “{value}” meanwhile. Choose what is to hold.",
}
TITLES = {"fr": "Conseil : {first}{more}", "en": "Advice: {first}{more}"}
Json = dict[str, Any]


def shown(published: Published, lang: str) -> Json:
    """Return questions and criteria as they hold, each field beside the house's own where that differs."""
    house, holds = knowledge(), knowledge_of(published.document)
    return {
        "revision": published.revision,
        "families": {key: _said(each.label, lang) for key, each in reference().families.items()},
        "conditions": _conditions(house, lang),
        "criteria": _criteria(house, holds, lang),
        "questions": _questions(house, holds, lang),
    }


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
    name = TITLES[lang].format(first=_said(known, lang) if known else rows[0]["id"], more=more)
    return imports.submit(name, {"knowledge.csv": _table(rows)}, author, KIND)


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
    said = published.document.get("knowledge", {})
    for index, row in enumerate(rows):
        try:
            if row["value"] is not None:
                refused(knowledge(), _key(row), row["value"])
            # What was said of a thing that the house has given up since may still be taken back.
            elif _thing_of(row) not in house_names() and _key(row) not in said:
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


def _conditions(house: Knowledge, lang: str) -> list[Json]:
    words = Words(house, reference(), lang)
    return [
        {
            "key": key,
            "label": words.key(key),
            "known": [{"value": written_value(one), "label": words.value(key, one)} for one in known],
        }
        for key, known in house.conditions.items()
    ]


def _questions(house: Knowledge, holds: Knowledge, lang: str) -> list[Json]:
    words = Words(house, reference(), lang)
    return [
        _thing("question", before, after, lang)
        | {"on": not is_off(after), "when": words.when(asked(after["when"])), "answers": _answers(before, after, lang)}
        for before, after in zip(house.questions, holds.questions, strict=True)
    ]


def _criteria(house: Knowledge, holds: Knowledge, lang: str) -> list[Json]:
    words = Words(house, reference(), lang)
    return [
        _thing("criterion", before, after, lang)
        | {
            "families": before["families"],
            "hard": after["hard"],
            "on": not is_off(after),
            "weight": after["weight"],
            "when": words.when(asked(after["when"])),
            "test": words.test(after["test"]),
            "sources": [_source(name, house, lang) for name in before["source"]],
        }
        for before, after in zip(house.criteria, holds.criteria, strict=True)
    ]


def _answers(before: Mapping[str, Any], after: Mapping[str, Any], lang: str) -> list[Json]:
    pairs = zip(before["answers"], after["answers"], strict=True)
    return [_thing("answer", old, new, lang) | {"id": f"{before['id']}.{old['id']}"} for old, new in pairs]


def _thing(part: str, house: Json, holds: Json, lang: str) -> Json:
    before, after = values(part, house), values(part, holds)
    return {
        "id": house["id"],
        "name": _said(holds["reason" if part == "criterion" else "label"], lang),
        "fields": [
            {"field": field, "value": value, "house": before.get(field, "") if before.get(field) != value else None}
            for field, value in after.items()
        ],
    }


def _source(name: str, known: Knowledge, lang: str) -> Json:
    rule = known.sources.get(name)
    if rule is None:
        return {"says": name, "address": name if name.startswith(("http://", "https://")) else None}
    return {"says": _said(rule["says"], lang), "address": rule["address"]}


def _said(text: Mapping[str, str], lang: str) -> str:
    return str(localise(text, lang))
