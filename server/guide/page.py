"""What a guide page shows, as plain values for the template."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from markupsafe import Markup

from server.catalogue.service import Published
from server.customer import photos
from server.customer.gauges import gauge
from server.customer.shades import drawn
from server.customer.words import SPOKEN, Words, in_language, language_links, words
from server.finder import service as finder_service

from .asked import SKIP, WISHES, Asked, Pair
from .questions import Question, as_form, next_question, open_questions, said, sizes_of

SHOWN = 8
MORE = 24
REASONS = 3


@dataclass(frozen=True, slots=True)
class Visit:
    """Where and how a guide page is read: the shop whose range counts ("" for all), and whether it sells today.

    ``named`` is the language where the address names it.
    """

    published: Published
    asked: Asked
    lang: str
    named: str
    shop: str
    sells: bool
    public_url: str
    more: bool = False

    @property
    def speak(self) -> Words:
        return words(self.lang)

    @property
    def finder(self) -> Mapping[str, Any]:
        finder: Mapping[str, Any] = self.published.document["finder"]
        return finder

    def link(self, pairs: Sequence[Pair], lang: str = "", **more: str) -> str:
        """Return the address of the page with other answers or another language."""
        return f"/guide?{self.asked.query(pairs, lang=lang or self.lang, shop=self.shop, **more)}"


def build(visit: Visit) -> dict[str, Any]:
    """Return everything that the template needs."""
    asked, speak = visit.asked, visit.speak
    question = {"shop": visit.shop if visit.sells else None, "answers": dict(asked.answers), "limit": MORE}
    advice = finder_service.advise(question, visit.lang)
    pairs, whole = list(asked.pairs), f"{visit.public_url}/guide"
    asking = next_question(visit.finder, asked, advice["next_question"])
    sizes = _sizes(visit, advice)
    shown = advice["results"][: MORE if visit.more else SHOWN] if asked.answers else []
    return {
        "languages": language_links(lambda lang: visit.link(pairs, lang)),
        "alternates": [*((lang, in_language(whole, lang)) for lang in SPOKEN), ("x-default", whole)],
        "canonical": in_language(whole, visit.named),
        "chips": _chips(visit),
        "restart": f"/guide?lang={visit.lang}" + (f"&shop={visit.shop}" if visit.shop else ""),
        "refused": asked.refused,
        "hidden": _hidden(visit),
        "question": _form(visit, asking, sizes) if asking else None,
        "skip": visit.link([*pairs, (SKIP, asking["id"])]) if asking and asked.answers else "",
        "all": [_form(visit, each, sizes) for each in open_questions(visit.finder, asked)],
        "found": speak.count("guide.found", advice["remaining"]) if asked.answers else "",
        "results": [_result(visit, one) for one in shown],
        "more": visit.link(pairs, more="1") if len(advice["results"]) > SHOWN and not visit.more and shown else "",
        "ways_out": [_way_out(visit, way) for way in advice["relaxations"]],
        "nothing": bool(asked.answers) and not advice["results"],
    }


def _hidden(visit: Visit) -> list[Pair]:
    frame = [("lang", visit.lang)] + ([("shop", visit.shop)] if visit.shop else [])
    return [*frame, *visit.asked.pairs, *((SKIP, name) for name in sorted(visit.asked.skipped))]


def _form(visit: Visit, question: Mapping[str, Any], sizes: Sequence[str]) -> Question:
    wishes = {name: wish["label"] for wish in visit.finder["wishes"] for name in (wish["id"], *wish["aliases"])}
    return as_form(question, visit.speak, sizes, wishes)


def _sizes(visit: Visit, advice: Mapping[str, Any]) -> list[str]:
    shops = visit.published.shops
    gtins = shops[visit.shop]["assortment"] if visit.shop in shops and visit.sells else None
    return sizes_of((visit.published.products_by_ref[one["ref"]] for one in advice["results"]), gtins)


def _chips(visit: Visit) -> list[tuple[str, str]]:
    """Return the words of each answer with the address of the page without it."""
    return [
        (label, visit.link(visit.asked.without([name], value if name in WISHES else None)))
        for name, value, label in said(visit.asked, visit.finder, visit.speak)
    ]


def _way_out(visit: Visit, way: Mapping[str, Any]) -> tuple[str, str]:
    """Return what is given up and what that brings, with the address of the page without it."""
    gone = set(way["drop"])
    labels = [label for name, value, label in said(visit.asked, visit.finder, visit.speak) if _drops(gone, name, value)]
    left = [(name, value) for name, value in visit.asked.pairs if not _drops(gone, name, value)]
    brings = visit.speak.count("guide.brings", way["count"])
    return visit.speak.say("guide.without", what=" + ".join(labels), brings=brings), visit.link(left)


def _drops(gone: set[str], name: str, value: str) -> bool:
    return name in gone or f"{name}.{value}" in gone or f"{name}:{value}" in gone


def _result(visit: Visit, one: Mapping[str, Any]) -> dict[str, Any]:
    product = visit.published.products_by_ref[one["ref"]]
    document, speak = visit.published.document, visit.speak
    category = next(each for each in document["categories"] if each["id"] == product["category"])
    colour = product["colours"][0]["hex"] if product["colours"] else ""
    shop = visit.published.shops.get(visit.shop)
    return {
        "ref": one["ref"],
        "name": one["name"],
        "brand": one["brand"],
        "category": speak.plain(category["label"]),
        "demonstration": product["demonstration"],
        "word": speak.say(f"guide.word.{one['word']}"),
        "kind": one["word"],
        "drawing": Markup(drawn(category["silhouette"], colour)),  # noqa: S704 - the catalogue whitelists its drawings
        "shot": photos.first(visit.published, product, 0 if product["colours"] else None, speak),
        "reasons": [reason["text"] for reason in one["reasons"][:REASONS]],
        "caution": one["cautions"][0]["text"] if one["cautions"] else one["say"]["limit"] or "",
        "gauges": [gauge(name, one["gauges"].get(name), document, speak) for name in category["gauges"]],
        "price": speak.money(one["price_cents"], shop["currency"])
        if visit.sells and shop and one.get("price_cents")
        else "",
        "here": _here(one.get("size"), speak) if visit.sells else "",
        "path": f"/p/{one['ref']}?lang={visit.lang}" + (f"&shop={visit.shop}" if visit.shop else ""),
    }


def _here(size: Mapping[str, Any] | None, speak: Words) -> str:
    """Say which sizes fit and what was counted of them, with the time of the count."""
    if not size or not size["fits"]:
        return ""
    fits = ", ".join(size["fits"])
    if size["stock"] is None:
        return speak.say("guide.size_uncounted", sizes=fits)
    counted = datetime.fromisoformat(size["counted_at"]) if size["counted_at"] else None
    key = "guide.size_here" if size["stock"] else "guide.size_gone"
    return speak.say(key, sizes=fits, n=size["stock"], when=speak.moment(counted) if counted else "")


def sells_on(shop: Mapping[str, Any], today: date) -> bool:
    """Tell whether a shop has not closed yet."""
    return today <= date.fromisoformat(shop["closes_on"])
