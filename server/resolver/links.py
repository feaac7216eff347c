"""What is linked to an item, and the linkset that lists it (RFC 9264, GS1-Conformant Resolver 1.2)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from server.customer.words import SPOKEN, words

VOCABULARY = "https://ref.gs1.org/voc/"
CONTEXT = "https://ref.gs1.org/standards/resolver/linkset-context"
DEFAULT = "defaultLink"
HTML = "text/html"


@dataclass(frozen=True, slots=True)
class Link:
    """One target. ``relation`` is a type of GS1's vocabulary without its prefix; "" as ``lang`` is any language."""

    relation: str
    href: str
    title: str
    lang: str = ""


def links_of(product: Mapping[str, Any], gtin: str, public_url: str, *, reviewed: bool) -> tuple[Link, ...]:
    """Return the links of a variant: the default one, then each kind in each language of the pages.

    ``reviewed`` tells whether customers are asked for their opinion, which ends with the shop.
    """
    page = f"{public_url}/p/{product['ref']}/{gtin}"
    places = {"pip": "", "consumerHandlingStorageInfo": "#care"}
    found = [Link(DEFAULT, page, _title("pip", "fr", product))]
    for relation, place in places.items():
        found += [
            Link(relation, f"{page}?lang={lang}{place}", _title(relation, lang, product), lang) for lang in SPOKEN
        ]
    if reviewed:
        found += [
            Link("leaveReview", f"{page}/review?lang={lang}", _title("leaveReview", lang, product), lang)
            for lang in SPOKEN
        ]
    return tuple(found)


def _title(relation: str, lang: str, product: Mapping[str, Any]) -> str:
    return words(lang).say(f"link.{relation}", name=f"{product['brand']} {product['name']}")


def of_relation(links: Iterable[Link], relation: str) -> tuple[Link, ...]:
    """Return the links of one type."""
    return tuple(link for link in links if link.relation == relation)


def best(links: Sequence[Link], lang: str) -> Link:
    """Return the link in a language. Where there is none, the first: a phone that scans is never asked to choose."""
    return next((link for link in links if link.lang in ("", lang)), links[0])


def linkset(anchor: str, description: str, links: Iterable[Link]) -> dict[str, Any]:
    """Return the linkset of an item; ``anchor`` is its canonical address, ``description`` a name for people."""
    context: dict[str, Any] = {"anchor": anchor, "itemDescription": description}
    for link in links:
        context.setdefault(f"{VOCABULARY}{link.relation}", []).append(_target(link))
    return {"linkset": [context]}


def _target(link: Link) -> dict[str, Any]:
    target: dict[str, Any] = {"href": link.href, "title": link.title}
    if link.relation == DEFAULT:
        # The default link says where, and nothing else: its target stands again under the type that describes it.
        return target
    return {**target, "type": HTML, "hreflang": [link.lang]}
