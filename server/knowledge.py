"""The rules and words that come with this version of the program, read once per process."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Any

from catalog import DATA
from catalog.finder import Knowledge, load_knowledge, regression, with_overrides
from catalog.finder.handbook.words import Words
from catalog.finder.need_overrides import need_conditions
from catalog.finder.overrides import items, values
from catalog.finder.samples import load_samples
from catalog.reference import Reference, load_reference
from catalog.training import Training, load_training


@cache
def reference() -> Reference:
    """Return attributes, categories, technologies and their kin. Raises DataError with file, line and sentence."""
    return load_reference()


@cache
def samples() -> list[dict[str, Any]]:
    """Return the sample customers. Raises DataError with file, line and sentence."""
    return load_samples(DATA, knowledge(), reference())


@cache
def _told_of_pieces() -> list[dict[str, Any]]:
    return regression.told_of_pieces(samples(), reference(), knowledge())


def told_of_pieces(overrides: Mapping[str, str]) -> list[dict[str, Any]]:
    """Return what the sample customers with pieces of their own are told; only the knowledge can change it."""
    if not overrides:
        return _told_of_pieces()
    return regression.told_of_pieces(samples(), reference(), with_overrides(knowledge(), overrides))


@cache
def knowledge() -> Knowledge:
    """Return the finder's questions and criteria. Raises DataError with file, line and sentence."""
    return load_knowledge(DATA, reference())


def knowledge_of(document: Mapping[str, Any]) -> Knowledge:
    """Return the knowledge that a revision's document was compiled with."""
    return with_overrides(knowledge(), document.get("knowledge", {}))


@cache
def house_fields() -> dict[str, dict[str, str]]:
    """Return what the house says in each field that may be said otherwise, by ``part/id``."""
    return {f"{part}/{name}": values(part, node) for part, name, node in items(knowledge())}


@cache
def house_names() -> dict[str, Mapping[str, str]]:
    """Return what each criterion, question and answer says first, or a need is called, by ``part/id``."""
    words = {lang: Words(knowledge(), reference(), lang) for lang in ("fr", "en")}
    return {
        f"{part}/{name}": {lang: each.need(name) for lang, each in words.items()}
        if part == "need"
        else node["reason" if part == "criterion" else "label"]
        for part, name, node in items(knowledge())
    }


@cache
def house_situations() -> dict[str, dict[str, str]]:
    """Return the situation of each line of a need, texts by language, by ``need/id/field`` of a difference."""
    words = {lang: Words(knowledge(), reference(), lang) for lang in ("fr", "en")}
    return {
        f"{part}/{name}/{field.replace('_', '.')}": {lang: each.when(when) for lang, each in words.items()}
        for part, name, node in items(knowledge())
        if part == "need"
        for field, when in need_conditions(node).items()
    }


@cache
def training() -> Training:
    """Return what training cards are made with. Raises DataError with file, line and sentence."""
    return load_training(DATA, knowledge(), reference())
