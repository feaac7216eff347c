"""Whom one thing touches, for people: how many, who, and for how many each line of a need decides."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from catalog.finder.summary import summary
from server.catalogue import history
from server.catalogue.service import Published
from server.knowledge import samples

from . import touched
from .listing import said

SHOWN = 40
"""Customers and requests that are listed; the counts are of all."""
Json = dict[str, Any]


def touches(published: Published, key: str, lang: str) -> Json:
    """Return whom ``part/id`` touches: nobody where there is no such thing."""
    by_customer, (by_request, wanted) = touched.customers(published), touched.requests(published)
    asked = by_request.get(key, [])
    return {
        "customers_count": len(by_customer.get(key, [])),
        "customers_all": len(samples()),
        "customers": list(_customers(published, by_customer.get(key, [])[:SHOWN], lang)),
        "requests_count": sum(wanted[place].times for place in asked),
        "requests_all": sum(need.times for need in wanted),
        "requests": [
            {"says": summary(published.document, wanted[place].answers)[lang], "times": wanted[place].times}
            for place in sorted(asked, key=lambda place: -wanted[place].times)[:SHOWN]
        ],
        "lines": _by_line(
            key, by_customer, {name: sum(wanted[one].times for one in all_of) for name, all_of in by_request.items()}
        ),
    }


def _by_line(key: str, customers: touched.Touched, requests: Mapping[str, int]) -> list[Json]:
    """Return how many each numbered line of a need decides for."""
    names = sorted({name for name in (*customers, *requests) if name.startswith(f"{key}/")})
    return [
        {
            "field": name.rpartition("/")[2],
            "customers": len(customers.get(name, [])),
            "requests": requests.get(name, 0),
        }
        for name in names
    ]


def _customers(published: Published, places: Iterable[int], lang: str) -> Iterator[Json]:
    told = {each["id"]: each for each in history.told(published.revision)}
    for place in places:
        sample = samples()[place]
        heard = told.get(sample["id"])
        yield {
            "id": sample["id"],
            "says": said(sample["says"], lang),
            # A piece that a guide describes has no name that anybody here knows.
            "first": heard["first"][0]["name"] if heard and heard["first"] and "candidates" not in sample else "",
            "agrees": not heard["disagreements"] if heard else None,
        }
