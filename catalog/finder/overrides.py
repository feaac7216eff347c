"""What a merchandiser says otherwise than the house's knowledge: weights, scales, thresholds, words, what is off.

An override is a text by its key ``part/id/field``: ``criterion/shell-dry/weight``, ``question/weather/label_fr``,
``answer/weather.rain/phrase_en``, ``need/pack.litres/value_30``. Everything else stays as it comes with the program.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from contextlib import suppress
from copy import deepcopy
from dataclasses import replace
from typing import Any
from weakref import WeakKeyDictionary

from marshmallow import ValidationError

from catalog.model import LANGUAGES

from .conditions import OFF, Allowed, is_same
from .conditions import read as read_condition
from .conditions import written as written_condition
from .knowledge import Knowledge
from .need_overrides import lay_need, need_nodes, need_values
from .refusal import RefusedOverrideError
from .schema import CriterionSchema, Curve

__all__ = ["PARTS", "RefusedOverrideError", "items", "refused", "values", "with_overrides"]
PARTS = ("criterion", "question", "answer", "need")
TEXTS = {
    "criterion": ("reason", "caution", "caution_over"),
    "question": ("label", "short"),
    "answer": ("label", "short", "phrase"),
    "need": (),
}
MOST_TEXT = 400
FIRST_STAGE, LAST_STAGE = 1, 4
"""Which piece and what for; wishes. A later stage is only asked where no earlier question changes anything."""
_CURVES = ("curve", "fine", "minus_need", "percent_of_need")
_WORDS = ("degrees", "categories")
_NUMBERED = re.compile(r"(scale|else)_([1-9]\d?)")
_HOLE = re.compile(r"\{([A-Za-z0-9_]+)\}")
_SWITCH = {"yes": True, "no": False}
_known: WeakKeyDictionary[Knowledge, tuple[Mapping[str, str], Knowledge]] = WeakKeyDictionary()

Tree = dict[str, Any]


def with_overrides(knowledge: Knowledge, overrides: Mapping[str, str]) -> Knowledge:
    """Return the knowledge as it is said here. What an older program knew and this one does not is passed over."""
    if not overrides:
        return knowledge
    kept = _known.get(knowledge)
    if kept is not None and kept[0] == overrides:
        return kept[1]
    made = replace(
        knowledge,
        questions=deepcopy(knowledge.questions),
        criteria=deepcopy(knowledge.criteria),
        needs=deepcopy(knowledge.needs),
    )
    places = _places(made)
    for key, value in sorted(overrides.items(), key=lambda pair: (pair[0].endswith("/on"), pair)):
        part, name, field = key.split("/", 2)
        node = places.get((part, name))
        with suppress(RefusedOverrideError):
            if node is not None:
                _lay(part, node, field, value, knowledge.conditions)
    _known[knowledge] = (dict(overrides), made)
    return made


def refused(knowledge: Knowledge, key: str, value: str) -> None:
    """Raise RefusedOverrideError with the reason where an override cannot stand."""
    part, name, field = key.split("/", 2)
    node = _places(knowledge).get((part, name))
    if node is None:
        raise RefusedOverrideError("knowledge-unknown", value=f"{part} {name}")
    _lay(part, deepcopy(node), field, value, knowledge.conditions)


def values(part: str, node: Tree) -> dict[str, str]:
    """Return the fields of a criterion, question or answer that may be said otherwise, as they are now."""
    if part == "need":
        return need_values(node)
    found: dict[str, str] = {}
    if part == "criterion":
        found |= {"weight": str(node["weight"])}
    if may_be_off(part, node):
        found |= {"on": "no" if is_off(node) else "yes"}
    if part == "criterion":
        found |= {"when": written_condition(node["when"])}
        for number, measure in enumerate(measures(node["test"]), start=1):
            found[f"scale_{number}"] = written(measure)
            if "else" in measure and "degrees" in measure:
                found[f"else_{number}"] = str(measure["else"])
    if part == "question" and may_be_off(part, node):
        found |= {"stage": str(node["stage"])}
    for stem in TEXTS[part]:
        found |= {f"{stem}_{lang}": words for lang, words in (node.get(stem) or {}).items()}
    return found


def items(knowledge: Knowledge) -> Iterator[tuple[str, str, Tree]]:
    """Yield part, id and node of everything that may be said otherwise."""
    for (part, name), node in _places(knowledge).items():
        yield part, name, node


def measures(test: Mapping[str, Any]) -> Iterator[Tree]:
    """Yield the measures of a test in their order: each has a curve, or degrees by word."""
    for kind in ("first", "any", "all"):
        for inner in test.get(kind, ()):
            yield from measures(inner)
    if any(name in test for name in (*_CURVES, *_WORDS)):
        yield test  # type: ignore[misc]  # it is a plain dict


def written(measure: Tree) -> str:
    """Write a scale: ``10000: 60 | 20000: 100``, or ``true: 100 | false: 20``."""
    name = _scale_of(measure)
    points = measure[name].items() if name in _WORDS else measure[name]
    return " | ".join(f"{place}: {degree}" for place, degree in points)


def is_off(node: Mapping[str, Any]) -> bool:
    """Tell whether a criterion or question is switched off: no answer can make it active."""
    return any(not values for values in node["when"].values())


def may_be_off(part: str, node: Mapping[str, Any]) -> bool:
    """Tell whether something can be switched off: not what is asked first, without which there is no advice."""
    return part == "criterion" or (part == "question" and node["stage"] > FIRST_STAGE)


def _places(knowledge: Knowledge) -> dict[tuple[str, str], Tree]:
    found = {("criterion", each["id"]): each for each in knowledge.criteria}
    found |= {("need", name): node for name, node in need_nodes(knowledge.needs)}
    for question in knowledge.questions:
        found["question", question["id"]] = question
        for answer in question["answers"]:
            found["answer", f"{question['id']}.{answer['id']}"] = answer
    return found


def _lay(part: str, node: Tree, field: str, value: str, allowed: Allowed) -> None:
    if part == "need":
        lay_need(node, field, value, allowed)
        return
    stem, _, lang = field.rpartition("_")
    if stem in TEXTS[part] and lang in LANGUAGES:
        _lay_text(node, stem, lang, value)
    elif field == "on" and part != "answer":
        _switch(part, node, value)
    elif part == "question" and field == "stage":
        node["stage"] = _stage(node, value)
    elif part == "criterion" and field == "weight":
        node["weight"] = _weight(value)
    elif part == "criterion" and field == "when":
        _lay_condition(node, value, allowed)
    elif part == "criterion" and (numbered := _NUMBERED.fullmatch(field)):
        _lay_measure(node, numbered[1], int(numbered[2]), value)
    else:
        raise RefusedOverrideError("knowledge-field", value=field)


def _lay_text(node: Tree, stem: str, lang: str, value: str) -> None:
    text = node.get(stem)
    if not text:
        raise RefusedOverrideError("knowledge-field", value=f"{stem}_{lang}")
    expected = {name.lower() for name in _HOLE.findall(text["fr"])}
    if {name.lower() for name in _HOLE.findall(value)} != expected:
        holes = ", ".join(f"{{{name}}}" for name in sorted(expected)) or "–"
        raise RefusedOverrideError("knowledge-holes", value=value, near=holes)
    node[stem] = {code: value if code == lang else text[code] for code in LANGUAGES if code in text or code == lang}


def _weight(value: str) -> int:
    try:
        weight: int = CriterionSchema().fields["weight"].deserialize(_whole(value))
    except (ValidationError, ValueError):
        raise RefusedOverrideError("knowledge-weight", value=value) from None
    return weight


def _stage(node: Tree, value: str) -> int:
    if not may_be_off("question", node):
        raise RefusedOverrideError("knowledge-essential", value=node["id"])
    known = [str(stage) for stage in range(FIRST_STAGE + 1, LAST_STAGE + 1)]
    if value not in known:
        raise RefusedOverrideError("knowledge-figure", value=value, near=f"{known[0]} … {known[-1]}")
    return int(value)


def _switch(part: str, node: Tree, value: str) -> None:
    if not may_be_off(part, node):
        raise RefusedOverrideError("knowledge-essential", value=node["id"])
    if value not in _SWITCH:
        raise RefusedOverrideError("bad-boolean", value=value)
    if not _SWITCH[value]:
        node["when"] = {**node["when"], OFF: []}  # of an empty list no value can hold


def _lay_condition(node: Tree, value: str, allowed: Allowed) -> None:
    try:
        said = read_condition(value, allowed)
    except KeyError as error:
        word, near = error.args
        raise RefusedOverrideError("knowledge-condition", value=word, near=", ".join(near)) from None
    except ValueError:
        near = written_condition(node["when"])
        raise RefusedOverrideError("knowledge-when", value=value, near=near) from None
    if not is_same(said, node["when"]):
        node["when"] = said


def _lay_measure(node: Tree, what: str, number: int, value: str) -> None:
    found = list(measures(node["test"]))
    if number > len(found) or (what == "else" and "degrees" not in found[number - 1]):
        raise RefusedOverrideError("knowledge-field", value=f"{what}_{number}")
    measure = found[number - 1]
    try:
        if what == "else":
            measure["else"] = _degree(value)
        else:
            measure[_scale_of(measure)] = _scale(measure, value)
    except (ValidationError, ValueError):
        raise RefusedOverrideError("knowledge-scale", value=value, near=written(measure)) from None


def _scale(measure: Tree, value: str) -> Any:
    points = [part.rsplit(":", 1) for part in value.split("|")]
    name = _scale_of(measure)
    if name in _WORDS:
        degrees = {word.strip(): _degree(degree) for word, degree in points}
        if degrees.keys() != measure[name].keys() or len(points) != len(degrees):
            raise ValueError(value)
        return degrees
    return Curve().deserialize([[_whole(place), _degree(degree)] for place, degree in points])


def _scale_of(measure: Tree) -> str:
    return next(name for name in (*_CURVES, *_WORDS) if name in measure)


def _degree(text: str) -> int:
    degree = _whole(text)
    if not 0 <= degree <= 100:
        raise ValueError(text)
    return degree


def _whole(text: str) -> int:
    if not re.fullmatch(r"-?[0-9]{1,6}", text.strip()):
        raise ValueError(text)
    return int(text)
