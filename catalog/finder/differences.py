"""How one piece differs from another: by stated figures within one method, else by the level of a gauge; in words."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Protocol

from .estimates import ESTIMATE
from .figures import grouped, in_language, money

PRICE, COLOUR = "price", "colour"
COLOURS = 3
"""How many colours are told in one breath."""
Difference = dict[str, Any]


class Piece(Protocol):
    """A product with what it costs this customer."""

    @property
    def product(self) -> Mapping[str, Any]:
        """The product as the ranking takes it."""

    @property
    def price_cents(self) -> int | None:
        """The cheapest of the sizes that fit."""


class Comparison:
    """Compares pieces in one language."""

    def __init__(self, finder: Mapping[str, Any], lang: str, currency: str) -> None:
        self._finder, self._lang, self._currency = finder, lang, currency
        self._table = finder["comparing"]
        self._axes = {axis["id"]: axis for axis in self._table["axes"]}

    def all(self, one: Piece, other: Piece) -> list[Difference]:
        """Return each real difference that ``other`` makes from ``one``, in the order of the axes."""
        found = (self.by(axis, one, other) for axis in self._axes)
        return [each for each in found if each is not None]

    def by(self, axis: str, one: Piece, other: Piece) -> Difference | None:
        """Return what ``other`` is more or less of than ``one``; ``None`` where nothing known tells them apart."""
        if axis == COLOUR:
            return self._by_colour(one, other)
        if axis == PRICE:
            return self._by_price(one, other)
        return self._by_facts(self._axes[axis], one.product, other.product)

    def _by_price(self, one: Piece, other: Piece) -> Difference | None:
        if one.price_cents is None or other.price_cents is None:
            return None
        by, axis = other.price_cents - one.price_cents, self._axes[PRICE]
        if by == 0 or abs(by) * 100 < axis["least_percent"] * one.price_cents:
            return None
        text = self._amount(money(self._finder, abs(by), self._lang, self._currency), less=by < 0)
        return {"axis": PRICE, "better": by < 0, "text": text, "estimate": False}

    def _by_colour(self, one: Piece, other: Piece) -> Difference | None:
        """Tell the colours of ``other`` that ``one`` has none of; families where they are known, else names."""
        had = {_tone(colour) for colour in one.product["colours"]}
        new = [colour for colour in other.product["colours"] if _tone(colour) not in had]
        if not new:
            return None
        names = [in_language(colour["name"], self._lang) for colour in new[:COLOURS]]
        listed = ", ".join(name[:1].lower() + name[1:] for name in names)
        text = in_language(self._table["words"]["colours"], self._lang).replace("{colours}", listed)
        return {"axis": COLOUR, "better": True, "text": text, "estimate": False}

    def _by_facts(self, axis: Mapping[str, Any], one: Mapping[str, Any], other: Mapping[str, Any]) -> Difference | None:
        steps = self._levels(axis, one, other)
        for figure in axis["figures"]:
            values = _stated(figure, one, other)
            if values is None:
                continue
            before, now = values
            better = (now < before) if figure["better"] == "lower" else (now > before)
            if not _is_apart(figure, before, now) or (steps and steps[0] and (steps[0] > 0) != better):
                return None  # as much as the other, or the gauge knows better than one figure
            return {"axis": axis["id"], "better": better, "text": self._figures(figure, before, now), "estimate": False}
        return self._by_level(axis, steps)

    def _by_level(self, axis: Mapping[str, Any], steps: tuple[int, bool] | None) -> Difference | None:
        if steps is None or steps[0] == 0:
            return None
        by, estimate = steps
        words = in_language(axis["more" if by > 0 else "less"], self._lang)
        if axis["gauge"] or axis["property"]:
            template = self._table["words"]["step" if abs(by) == 1 else "steps"]
            words = in_language(template, self._lang).replace("{words}", words).replace("{n}", str(abs(by)))
        if estimate:
            words = in_language(self._table["words"]["about"], self._lang).replace("{text}", words)
        return {"axis": axis["id"], "better": by > 0, "text": words, "estimate": estimate}

    def _levels(
        self, axis: Mapping[str, Any], one: Mapping[str, Any], other: Mapping[str, Any]
    ) -> tuple[int, bool] | None:
        """Return the difference in levels and whether an estimate stands behind it."""
        if axis["within_category"] and one["category"] != other["category"]:
            return None
        before, now = (_level(axis, product) for product in (one, other))
        if before is None or now is None:
            return None
        return now[0] - before[0], now[1] or before[1]

    def _figures(self, figure: Mapping[str, Any], before: int, now: int) -> str:
        if figure["amount"]:
            return self._amount(self._figure(figure, abs(now - before)), less=now < before)
        template = in_language(self._table["words"]["instead"], self._lang)
        return template.replace("{now}", self._figure(figure, now)).replace("{before}", self._figure(figure, before))

    def _figure(self, figure: Mapping[str, Any], value: int) -> str:
        return str(figure["text"]).replace("{value}", grouped(self._finder, value, self._lang))

    def _amount(self, value: str, *, less: bool) -> str:
        return in_language(self._table["words"]["less" if less else "more"], self._lang).replace("{value}", value)


def _stated(figure: Mapping[str, Any], one: Mapping[str, Any], other: Mapping[str, Any]) -> tuple[int, int] | None:
    """Return both figures where both are stated, and measured in one way."""
    method, name = figure["method"], figure["property"]
    if method is not None:
        ways = [product["properties"].get(method, {}).get("value") for product in (one, other)]
        if ways[0] is None or ways[0] != ways[1]:
            return None
    told = [product["properties"].get(name) for product in (one, other)]
    if any(each is None or each["provenance"] == ESTIMATE for each in told):
        return None
    return told[0]["value"], told[1]["value"]


def _is_apart(figure: Mapping[str, Any], before: int, now: int) -> bool:
    by = abs(now - before)
    return by > 0 and by >= figure["least"] and by * 100 >= figure["least_percent"] * abs(before)


def _level(axis: Mapping[str, Any], product: Mapping[str, Any]) -> tuple[int, bool] | None:
    if axis["gauge"] is not None:
        told, key = product["gauges"].get(axis["gauge"]), "level"
    elif axis["property"] is not None:
        told, key = product["properties"].get(axis["property"]), "value"
    else:
        return None
    if told is None or told[key] is None:
        return None
    return told[key], told["provenance"] == ESTIMATE


def _tone(colour: Mapping[str, Any]) -> str:
    return str(colour.get("family") or colour["hex"])
