"""Fill what nobody stated: what a documented technology implies, then what a written rule derives or estimates.

A fact is never overwritten. Each filled value says where it comes from, and what was not kept is set aside with its
reason. Completing a completed product changes nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from types import MappingProxyType

from .model import PROVENANCES, Product, Provenance, Scalar, SetAside, Value
from .reference import Reference
from .reference.conditions import holds, properties_of
from .reference.model import Implication, Line, Rule, Steps, Technology

_CONFIDENCE = ("high", "medium", "low", "none")
_NOT_LETTERS = re.compile(r"[^a-z0-9]+")
_Claim = tuple[Technology, Implication]


def complete(product: Product, reference: Reference) -> Product:
    """Return the product with every attribute that technologies and rules can give it."""
    product = replace(product, technologies=_technologies(product, reference))
    properties = dict(product.properties)
    aside = list(product.set_aside)
    for name, claims in _claims(product, reference).items():
        aside += _settle(name, claims, properties, aside)
    completed = replace(product, set_aside=tuple(aside))
    _apply_rules(completed, properties, reference)
    return replace(
        completed,
        properties=MappingProxyType(dict(sorted(properties.items()))),
        care=product.care or _care(completed, properties, reference),
    )


def weakest(provenances: Iterable[Provenance]) -> Provenance:
    """Return the provenance that deserves the least trust."""
    return max(provenances, key=PROVENANCES.index)


def _technologies(product: Product, reference: Reference) -> tuple[str, ...]:
    """Return the product's technologies, with the one that its membrane names."""
    membrane = product.properties.get("membrane")
    named = None if membrane is None else _named_by(str(membrane.value), reference)
    if named is None or named in product.technologies:
        return product.technologies
    return (*product.technologies, named)


def _named_by(words: str, reference: Reference) -> str | None:
    """Return the technology that ``words`` name: by id, name or alias, whatever the case and punctuation."""
    plain = _plain(words)
    for technology in reference.technologies.values():
        if plain in map(_plain, (technology.id, *technology.name.values(), *technology.aliases)):
            return technology.id
    return None


def _plain(words: str) -> str:
    return _NOT_LETTERS.sub("", words.lower())


def _claims(product: Product, reference: Reference) -> dict[str, list[_Claim]]:
    """Return what the technologies imply, by attribute, the most precise and best documented first."""
    claims: dict[str, list[_Claim]] = {}
    present = [reference.technologies[one] for one in product.technologies if one in reference.technologies]
    refined = {name for technology in present for name in technology.refines}
    present.sort(key=lambda one: (one.id in refined, _CONFIDENCE.index(one.confidence), one.id))
    for technology in present:
        for implied in technology.implies:
            if not implied.categories or product.category in implied.categories:
                claims.setdefault(implied.property, []).append((technology, implied))
    return claims


def _settle(
    name: str, claims: list[_Claim], properties: dict[str, Value], aside: Iterable[SetAside]
) -> Iterator[SetAside]:
    """Give the attribute its first claim, unless a fact stands; set aside the claims that contradict."""
    known = {(item.property, item.value, item.source) for item in aside}
    if name not in properties:
        technology, implied = claims[0]
        properties[name] = Value(implied.value, "technology", technology.id, implied.why["fr"])
    kept = properties[name]
    for technology, implied in claims:
        key = (name, implied.value, technology.id)
        if not _agrees(kept.value, implied.value) and key not in known:
            known.add(key)
            yield SetAside(name, implied.value, "technology", technology.id, _reason(kept))


def _agrees(kept: Scalar, implied: Scalar) -> bool:
    if isinstance(kept, bool) or isinstance(implied, bool):
        return kept is implied
    return str(kept) == str(implied)


def _reason(kept: Value) -> str:
    if kept.provenance == "technology":
        return f"La technologie {kept.source} est plus précise."
    return "La valeur donnée pour le modèle prime sur celle de la technologie."


def _apply_rules(product: Product, properties: dict[str, Value], reference: Reference) -> None:
    """Apply the category's rules in their written order until none adds anything.

    The repetition lets a rule use what a later one filled, and makes completing twice the same as once.
    """
    rules = reference.rules_by_category.get(product.category, ())
    added = True
    while added:
        added = False
        for rule in rules:
            added |= _apply(rule, product, properties)


def _apply(rule: Rule, product: Product, properties: dict[str, Value]) -> bool:
    missing = [name for name in rule.targets if name not in properties]
    if not missing or not holds(product, properties, rule.when):
        return False
    values = _computed(rule, properties)
    for name in missing:
        if name in values:
            properties[name] = Value(values[name], _provenance(rule, properties), rule.id, rule.why["fr"])
    return bool(values)


def _computed(rule: Rule, properties: Mapping[str, Value]) -> Mapping[str, Scalar]:
    if rule.steps:
        step = _step(rule.steps, properties)
        return {} if step is None else {rule.steps.property: step}
    if rule.line:
        point = _point(rule.line, properties)
        return {} if point is None else {rule.line.property: point}
    return rule.values


def _step(steps: Steps, properties: Mapping[str, Value]) -> Scalar | None:
    number = 1
    for name in steps.of:
        known = _number(properties.get(name))
        if known is None:
            return None
        number *= known
    reached = [value for start, value in steps.steps if start <= number]
    return reached[-1] if reached else None


def _point(line: Line, properties: Mapping[str, Value]) -> int | None:
    number = _number(properties.get(line.of))
    if number is None:
        return None
    exact = number * line.times + line.plus * 100
    rounded = (exact + 50 * line.step) // (100 * line.step) * line.step
    low = rounded if line.min is None else max(rounded, line.min)
    return low if line.max is None else min(low, line.max)


def _number(value: Value | None) -> int | None:
    if value is None or isinstance(value.value, bool | str):
        return None
    return int(value.value)


def _provenance(rule: Rule, properties: Mapping[str, Value]) -> Provenance:
    """Return ``estimate``, or for a derived value the weakest provenance of what it was made from."""
    if not rule.derived:
        return "estimate"
    read = [*properties_of(rule.when), *(rule.steps.of if rule.steps else ()), *((rule.line.of,) if rule.line else ())]
    return weakest([properties[name].provenance for name in read if name in properties] or ["estimate"])


def _care(product: Product, properties: Mapping[str, Value], reference: Reference) -> tuple[str, ...]:
    """Return the first care set that applies."""
    for care in reference.care.values():
        if product.category in care.categories and holds(product, properties, care.when):
            return (care.id,)
    return ()
