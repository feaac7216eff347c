"""One customer's answers, prepared once before any product is looked at."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from . import needs, sizes
from .active import Plan, criteria_in, plan_of

_ASIDE = frozenset({"size", "sizes", "colour", "budget_cents", "must", "must_not", "prefer"})
"""Answers that leave the situation as it is."""
Wished = list[tuple[str, int]]
"""Wishes as the customer's answers name them, with the index of their criterion."""


@dataclass(slots=True)
class Request:
    """Answers turned into what the ranking reads.

    ``universe`` holds the categories that are wanted, ``kinds`` the size kinds among them. ``size`` and ``sizes`` (by
    kind) are normalised, ``colour`` is the index of the criterion of its family, ``wishes`` are the criteria of the
    wishes that count in the score, with their weights. ``active`` (criteria with their weights), ``needs`` (levels) and
    ``plans`` are filled for each family when it is first met.
    """

    finder: Mapping[str, Any]
    answers: Mapping[str, Any]
    levels: Mapping[str, Any] | None
    now: needs.Situation
    universe: frozenset[str]
    kinds: frozenset[str]
    size: str | None
    child_cm: int | None
    sizes: Mapping[str, str]
    colour: int | None
    must: Wished
    must_not: Wished
    prefer: list[int]
    wishes: list[tuple[int, int]]
    active: dict[str, list[tuple[int, int]]] = field(default_factory=dict)
    needs: dict[str, dict[str, Any]] = field(default_factory=dict)
    plans: dict[str, Plan] = field(default_factory=dict)

    @property
    def for_whom(self) -> bool:
        """Whether the answers tell that the piece may be for a child: they say for whom, or name a child's age."""
        return self.answers.get("audience") is not None or _is_child(self.parameters, self.answers)

    @property
    def parameters(self) -> Mapping[str, Any]:
        """The finder's parameters."""
        parameters: Mapping[str, Any] = self.finder["parameters"]
        return parameters


def prepare(finder: Mapping[str, Any], answers: Mapping[str, Any], stock: Mapping[str, Any] | None) -> Request:
    """Prepare answers that ``answers.parse`` has accepted; ``stock`` is the shop's stock document, or ``None``."""
    parameters = finder["parameters"]
    universe = wanted_categories(parameters, answers.get("wanted"))
    kinds = {parameters["size_kinds"][parameters["families"][category]] for category in universe}
    must, prefer = _wished(finder, answers.get("must")), _wished(finder, answers.get("prefer"))
    scored = dict.fromkeys(criterion for _, criterion in (*must, *prefer))
    return Request(
        finder=finder,
        answers=answers,
        levels=None if stock is None else stock["levels"],
        now=needs.situation(finder["needs"], answers),
        universe=universe,
        kinds=frozenset(kinds),
        size=sizes.normalise(answers["size"]) if answers.get("size") else None,
        child_cm=_child_cm(parameters, answers),
        sizes={kind: sizes.normalise(size) for kind, size in (answers.get("sizes") or {}).items()},
        colour=_colour(finder, answers.get("colour")),
        must=must,
        must_not=_wished(finder, answers.get("must_not")),
        prefer=list(dict.fromkeys(criterion for _, criterion in prefer)),
        wishes=[(criterion, finder["criteria"][criterion]["weight"]) for criterion in scored],
    )


def with_answer(asked: Request, name: str, value: Any) -> Request:
    """Prepare the same customer with one more answer; what the answer leaves as it is, is shared."""
    stock = None if asked.levels is None else {"levels": asked.levels}
    then = prepare(asked.finder, {**asked.answers, name: value}, stock)
    if name in _ASIDE and _feels_the_same(asked.finder["needs"], asked.answers, then.answers):
        then.active, then.needs = asked.active, asked.needs
    then.plans = asked.plans
    return then


def _feels_the_same(tables: Mapping[str, Any], before: Mapping[str, Any], after: Mapping[str, Any]) -> bool:
    return needs.is_chilly(tables, before) == needs.is_chilly(tables, after)


def wanted_categories(parameters: Mapping[str, Any], wanted: str | None) -> frozenset[str]:
    """Return the categories that ``wanted`` (a category, a group or nothing) stands for."""
    if wanted is not None and wanted in parameters["families"]:
        return frozenset([wanted])
    return frozenset(parameters["groups"].get(wanted) or parameters["families"])


def active_for(asked: Request, family: str) -> list[tuple[int, int]]:
    """Return index and weight of the criteria that the situation makes active for a family."""
    if family not in asked.active:
        values = needs.family_needs(asked.finder["needs"], asked.now, family)
        asked.needs[family] = values
        context = {**asked.now.context, **{f"need.{name}": value for name, value in values.items()}}
        criteria = asked.finder["criteria"]
        if family not in asked.plans:
            asked.plans[family] = plan_of(criteria, asked.parameters["active"].get(family, ()))
        found = criteria_in(asked.plans[family], criteria, context)
        asked.active[family] = [(index, criteria[index]["weight"]) for index in found]
    return asked.active[family]


def size_for(asked: Request, family: str) -> str | None:
    """Return the size asked for pieces of a family: the size, where it is meant for them, else that of their kind."""
    kind = asked.parameters["size_kinds"][family]
    if asked.size and sizes.applies(asked.size, kind, asked.kinds):
        return asked.size
    return asked.sizes.get(kind)


def _colour(finder: Mapping[str, Any], colour: str | None) -> int | None:
    return next((each["criterion"] for each in finder.get("colours", ()) if each["id"] == colour), None)


def _wished(finder: Mapping[str, Any], names: list[str] | None) -> Wished:
    if not names:
        return []
    index = {name: wish["criterion"] for wish in finder["wishes"] for name in (wish["id"], *wish["aliases"])}
    return [(name, index[name]) for name in dict.fromkeys(names) if name in index]


def _is_child(parameters: Mapping[str, Any], answers: Mapping[str, Any]) -> bool:
    return str(answers.get("age_years")) in parameters["child_heights"]


def _child_cm(parameters: Mapping[str, Any], answers: Mapping[str, Any]) -> int | None:
    """Return the height in cm to dress a child for, from the height itself or else from the age."""
    if answers.get("audience") != "kids":
        return None
    if answers.get("height_mm") is not None:
        return int(answers["height_mm"]) // 10
    height = parameters["child_heights"].get(str(answers.get("age_years")))
    return None if height is None else int(height)
