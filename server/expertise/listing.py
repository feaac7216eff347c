"""Everything the advice knows, a line each: enough to find it and to see how it stands."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from catalog.finder.conditions import asked, written_value
from catalog.finder.need_overrides import need_nodes
from catalog.finder.overrides import TEXTS, is_off, items, values
from catalog.finder.words import PLACEHOLDER
from catalog.model import LANGUAGES
from catalog.text import localise
from server.catalogue.service import Published
from server.knowledge import house_fields, knowledge, knowledge_of, reference

from .wording import Wording

Json = dict[str, Any]


def listed(published: Published, lang: str) -> Json:
    """Return criteria, needs and questions as they hold, in the reader's language, and what conditions may ask."""
    holds = knowledge_of(published.document)
    wording = Wording(holds, reference(), lang)
    return {
        "revision": published.revision,
        "families": {key: said(each.label, lang) for key, each in reference().families.items()},
        "conditions": [
            {
                "key": key,
                "label": wording.words.key(key),
                "known": [{"value": written_value(one), "label": wording.words.value(key, one)} for one in known],
            }
            for key, known in knowledge().conditions.items()
        ],
        "lines": [
            *(criterion(each, wording, lang) for each in holds.criteria),
            *(need(name, node, wording, lang) for name, node in need_nodes(holds.needs)),
            *(question(each, wording, lang) for each in holds.questions),
        ],
    }


def criterion(node: Json, wording: Wording, lang: str) -> Json:
    """Return the line of a criterion."""
    about = [
        wording.words.test(node["test"]),
        *(said(node[stem], lang) for stem in TEXTS["criterion"][1:] if node[stem]),
    ]
    return {
        **_line("criterion", node["id"], node),
        "name": filled(said(node["reason"], lang), wording),
        "families": node["families"],
        "hard": node["hard"],
        "on": not is_off(node),
        "weight": node["weight"],
        "when": wording.words.when(asked(node["when"])),
        "about": filled(" · ".join(about), wording),
    }


def need(name: str, node: Json, wording: Wording, lang: str) -> Json:
    """Return the line of a need: of one family, or shared by all."""
    place = name.partition(".")[0]
    return {
        **_line("need", name, node),
        "name": wording.words.need(name),
        "families": [place] if place in reference().families else [],
        "hard": False,
        "on": True,
        "weight": None,
        "when": wording.words.when(asked(node.get("when", {}))),
        "about": " · ".join([wording.rows(node), *(says(name, lang) for name in node.get("source", ()))]),
    }


def question(node: Json, wording: Wording, lang: str) -> Json:
    """Return the line of a question; what is said otherwise of its answers is said otherwise of it."""
    answers = [(f"{node['id']}.{answer['id']}", answer) for answer in node["answers"]]
    lines = [_line("question", node["id"], node), *(_line("answer", name, answer) for name, answer in answers)]
    return {
        **lines[0],
        "otherwise": any(line["otherwise"] for line in lines),
        "behind": [code for code in LANGUAGES if any(code in line["behind"] for line in lines)],
        "name": said(node["label"], lang),
        "families": [],
        "hard": False,
        "on": not is_off(node),
        "weight": None,
        "when": wording.words.when(asked(node["when"])),
        "about": ", ".join(said(answer["label"], lang) for _, answer in answers),
    }


def behind(part: str, house: Mapping[str, str], holds: Mapping[str, str]) -> dict[str, list[str]]:
    """Return by text the languages that still say what the house says, where another language says something else."""
    found: dict[str, list[str]] = {}
    for stem in TEXTS[part]:
        langs = [code for code in LANGUAGES if f"{stem}_{code}" in house]
        same = [code for code in langs if holds.get(f"{stem}_{code}") == house[f"{stem}_{code}"]]
        if len(same) < len(langs):
            found[stem] = same
    return found


def filled(text: str, wording: Wording) -> str:
    """Return a sentence with what is filled into it named: ``{volume_l}`` as ``[volume]``."""
    return PLACEHOLDER.sub(lambda found: f"[{wording.named(found[1])}]", text)


def said(text: Mapping[str, str], lang: str) -> str:
    """Return a text in a language, or the nearest that there is."""
    return str(localise(text, lang))


def says(source: str, lang: str) -> str:
    """Return what a source says: what is searched for may stand there alone; nothing of a bare address."""
    rule = knowledge().sources.get(source)
    return said(rule["says"], lang) if rule else ""


def _line(part: str, name: str, node: Json) -> Json:
    house, holds = house_fields()[f"{part}/{name}"], values(part, node)
    old = {code for codes in behind(part, house, holds).values() for code in codes}
    return {
        "part": part,
        "id": name,
        "otherwise": house != holds,
        "behind": [code for code in LANGUAGES if code in old],
    }


def nodes(published: Published) -> Iterator[tuple[str, str, Json]]:
    """Yield part, id and node of everything that may be said otherwise, as it holds."""
    return items(knowledge_of(published.document))
