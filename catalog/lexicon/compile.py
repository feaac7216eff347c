"""The lexicon as the phone reads it: meanings with their phrases, and the rules between answers."""

from __future__ import annotations

import json
from functools import cache
from typing import Any

from catalog import DATA
from catalog.errors import DataError
from catalog.finder import compile_finder, load_knowledge
from catalog.reference import load_reference

from .check import check, check_rules, known_in
from .phrases import phrases
from .read import Source, read_all
from .tables import table


@cache
def lexicon() -> dict[str, Any]:
    """Return the compiled lexicon of the files of this house. Raises DataError."""
    reference = load_reference(DATA)
    return compile_lexicon(read_all(), compile_finder(load_knowledge(DATA, reference), reference))


def compile_lexicon(source: Source, finder: dict[str, Any]) -> dict[str, Any]:
    """Return one document for all languages; ``finder`` says which answers and wishes exist. Raises DataError."""
    shared = source.shared.data
    known = known_in(finder)
    findings = list(check_rules(source, known))
    everywhere = list(phrases(source.shared, shared))
    findings += check(source.shared, everywhere, known)
    tables: dict[str, Any] = {}
    for code, document in source.languages.items():
        found = list(phrases(document, shared))
        findings += check(document, found, known)
        tables[code] = table(
            code,
            [*everywhere, *found],
            numbers=document.data.get("numbers", {}),
            unlike=[*document.data.get("unlike", ()), *source.lookalikes.data[code]],
        )
    if findings:
        raise DataError(findings)
    parameters = finder["parameters"]
    return {
        "languages": tables,
        "made_for": shared["made_for"],
        "groups": parameters["groups"],
        "refused": shared["refused"],
        "in_piece": {wish: _in_piece(other, parameters) for wish, other in shared["in_piece"].items()},
        "kinds": _kinds(parameters),
        "winter": shared["winter"],
    }


def _in_piece(other: dict[str, Any], parameters: dict[str, Any]) -> dict[str, Any]:
    """Return the other wish with its pieces: each group and the categories of it."""
    pieces = [piece for group in other["pieces"] for piece in (group, *parameters["groups"].get(group, ()))]
    return {"wish": other["wish"], "pieces": list(dict.fromkeys(pieces))}


def _kinds(parameters: dict[str, Any]) -> dict[str, str]:
    """Return the kind of size of each category, and of each group whose categories are all of one kind."""
    kinds = {category: parameters["size_kinds"][family] for category, family in parameters["families"].items()}
    for group, members in parameters["groups"].items():
        shared = {kinds[category] for category in members}
        if len(shared) == 1:
            kinds[group] = shared.pop()
    return kinds


def as_json() -> str:
    """Return the lexicon as the phone's copy holds it: one line of JSON."""
    return json.dumps(lexicon(), ensure_ascii=False, separators=(",", ":")) + "\n"
