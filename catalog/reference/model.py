"""The reference data, typed: attributes, categories, technologies, rules, gauges, care."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, Literal

from catalog.model import Scalar, Text

Condition = Mapping[str, Any]
"""Conditions by attribute id, or by ``activities``, ``technologies``, ``audience``; see ``conditions.holds``."""


@dataclass(frozen=True, slots=True)
class EnumValue:
    """One word that an enum attribute can be."""

    id: str
    label: Text


@dataclass(frozen=True, slots=True)
class Attribute:
    """A property of products. Integers are in ``unit``; ``better`` is the direction a customer gains from.

    ``method`` names the attribute that holds the test method: values are compared only where it is the same.
    ``derived`` is computed by the house where nobody states it.
    """

    id: str
    label: Text
    kind: Literal["bool", "integer", "enum"]
    unit: str | None
    better: Literal["higher", "lower"] | None
    explanation: Text
    values: tuple[EnumValue, ...] = ()
    min: int | None = None
    max: int | None = None
    method: str | None = None
    derived: bool = False

    @property
    def value_ids(self) -> tuple[str, ...]:
        return tuple(value.id for value in self.values)


@dataclass(frozen=True, slots=True)
class Family:
    """A way of wearing: the pieces that compete for one place of an outfit."""

    id: str
    label: Text


@dataclass(frozen=True, slots=True)
class Group:
    """What a customer asks for: several categories under one word."""

    id: str
    label: Text
    categories: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Category:
    """A kind of piece. Its ``decisive`` attributes decide advice and are filled by completion."""

    id: str
    label: Text
    plural: Text
    family: str
    gauges: tuple[str, ...]
    decisive: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure that a source gives for a technology, as it gives it."""

    name: Text
    value: Scalar
    unit: str


@dataclass(frozen=True, slots=True)
class Implication:
    """A value that a product has because it has the technology. Empty ``categories`` means all."""

    property: str
    value: Scalar
    why: Text
    source: str
    categories: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Technology:
    """A membrane, fabric, fill, sole, feature or label, and what it may be said to do.

    ``refines`` names technologies of which this one is the more precise word; it wins over them. ``aliases`` are other
    spellings under which a membrane is recognised.
    """

    id: str
    name: Text
    kind: str
    owner: str
    line: Text
    explanation: Text
    limits: Text
    source: str
    confidence: Literal["high", "medium", "low", "none"]
    sources: tuple[str, ...] = ()
    figures: tuple[Figure, ...] = ()
    conflict: Text | None = None
    refines: tuple[str, ...] = ()
    aliases: tuple[str, ...] = ()
    implies: tuple[Implication, ...] = ()


@dataclass(frozen=True, slots=True)
class Steps:
    """A value by steps of a number: that of the last step whose ``from`` is not above it.

    ``of`` are the attributes whose product is the number; none of them may be unknown.
    """

    property: str
    of: tuple[str, ...]
    steps: tuple[tuple[int, Scalar], ...]


@dataclass(frozen=True, slots=True)
class Line:
    """A number on a straight line: ``of × times ÷ 100 + plus``, rounded to ``step``, held in ``min`` to ``max``."""

    property: str
    of: str
    times: int
    plus: int
    step: int
    min: int | None = None
    max: int | None = None


@dataclass(frozen=True, slots=True)
class Rule:
    """One written rule that fills what nobody stated.

    It applies to its categories when the condition holds. ``derived`` rules turn known values into the house's own
    scale and keep the provenance of what they were made from; all others give estimates.
    """

    id: str
    categories: frozenset[str]
    why: Text
    source: str
    when: Condition = field(default_factory=dict)
    values: Mapping[str, Scalar] = field(default_factory=dict)
    steps: Steps | None = None
    line: Line | None = None
    derived: bool = False

    @property
    def targets(self) -> tuple[str, ...]:
        """Return the attributes that the rule can fill."""
        if self.steps:
            return (self.steps.property,)
        return (self.line.property,) if self.line else tuple(self.values)


@dataclass(frozen=True, slots=True)
class Case:
    """A level that holds when the condition does."""

    level: int
    when: Condition


@dataclass(frozen=True, slots=True)
class Scale:
    """How one gauge is read in some categories: by five limits of one attribute, or by cases, the first that holds.

    With ``per`` the number is ``of ÷ per``, rounded down.
    """

    categories: frozenset[str]
    of: str | None = None
    per: str | None = None
    better: Literal["higher", "lower"] | None = None
    limits: tuple[int, ...] = ()
    cases: tuple[Case, ...] = ()


@dataclass(frozen=True, slots=True)
class Gauge:
    """A quality shown on a bar of five ticks; ``words`` say its levels 0 to 5."""

    id: str
    label: Text
    words: tuple[Text, ...]
    scales: tuple[Scale, ...]


@dataclass(frozen=True, slots=True)
class CareStep:
    """One thing to do or never to do. ``kind`` follows the order of a care label."""

    kind: str
    text: Text
    source: str


@dataclass(frozen=True, slots=True)
class Care:
    """How to keep a kind of piece alive. The first set that applies is a product's own, where it names none."""

    id: str
    title: Text
    steps: tuple[CareStep, ...]
    categories: frozenset[str]
    when: Condition


@dataclass(frozen=True)
class Reference:
    """Everything the house knows that is not a product."""

    attributes: Mapping[str, Attribute]
    families: Mapping[str, Family]
    groups: Mapping[str, Group]
    categories: Mapping[str, Category]
    technologies: Mapping[str, Technology]
    estimates: tuple[Rule, ...]
    gauges: Mapping[str, Gauge]
    care: Mapping[str, Care]
    size_charts: Mapping[str, Any]
    silhouettes: Mapping[str, str]

    @cached_property
    def rules_by_category(self) -> Mapping[str, tuple[Rule, ...]]:
        """Return the estimate rules of each category, in the order of the file."""
        return {
            category: tuple(rule for rule in self.estimates if category in rule.categories)
            for category in self.categories
        }

    def scale(self, gauge: str, category: str) -> Scale | None:
        """Return how a gauge is read in a category, or ``None`` where it is not."""
        return next((scale for scale in self.gauges[gauge].scales if category in scale.categories), None)

    def categories_of(self, wanted: str) -> tuple[str, ...]:
        """Return the categories that a group or category id stands for; none where the id is unknown."""
        if wanted in self.groups:
            return self.groups[wanted].categories
        return (wanted,) if wanted in self.categories else ()
