"""The table of scenes: what can stand on the screen, one line for each.

A test walks through it and holds each scene to what suits everybody; ``make screenshots`` photographs it. A new page of
the application is one line here and one in ``ADDRESSES``.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from . import learning, moments
from .serving import ROOT
from .visit import Visit

JACKET, PACK, GONE = "millet-ld-trilogy-gtx-jacket", "millet-kamet-gtx-jacket", "millet-trident-wds-grid"

ADDRESSES = {
    "/home": "/home",
    "/advice": "/advice",
    "/product/:ref": f"/product/{JACKET}",
    "/compare": f"/compare?refs={JACKET},{PACK}",
    "/outfit": "/outfit",
    "/outfit/:mode": "/outfit/show",
    "/show/:ref": f"/show/{JACKET}",
    "/search": "/search",
    "/scan": "/scan",
    "/count": "/count",
    "/today": "/today",
    "/questions": "/questions",
    "/news": "/news",
    "/learn": "/learn",
    "/learn/:mode": "/learn/cards",
    "/outbox": "/outbox",
    "/shop": "/shop",
    "/desk": "/desk",
    "/desk/:room": "/desk/revisions",
    "/desk/:room/:id": "/desk/revisions/1",
    "/lock": "/lock",
}
"""An address for each page of those who are in, by its pattern in pwa/src/pages.ts."""

FOR_STRANGERS = {"/welcome", "/invitation", "/invitation/:token"}

SCENES: dict[str, Callable[[Visit], object]] = {
    "advice-start": Visit.next_customer,
    "advice-question": Visit.describe,
    "advice-list": Visit.list,
    "advice-words": Visit.words,
    "advice-wishes": Visit.wishes,
    "advice-steps": Visit.steps,
    "advice-nothing-fits": Visit.nothing_fits,
    "advice-kept": moments.kept,
    "advice-gone": moments.gone,
    "outcome-card": moments.after_a_customer,
    "outcome-reasons": moments.reasons,
    "outcome-noted": moments.outcome_noted,
    "outcome-shelf": moments.outcome_shelf,
    "outcome-sheet": moments.outcome_sheet,
    "home": moments.kept_at_home,
    "note-remark": moments.remark,
    "note-question": moments.question,
    "jacket": lambda visit: visit.unfolded("hardshell-jacket"),
    "pack": lambda visit: visit.product("hiking-pack", "climbing-pack"),
    "boot": lambda visit: visit.product("mountaineering-boots", "hiking-boots"),
    "sleeping-bag": lambda visit: visit.product("sleeping-bag"),
    "longest-name": lambda visit: visit.piece(visit.speech.longest_name()),
    "product-missing": lambda visit: visit.open("/product/no-such-piece", "title.product"),
    "sizes-disagree": moments.sizes_disagree,
    "why-not": Visit.why_not,
    "outfit": Visit.outfit,
    "outfit-swap": Visit.swap,
    "outfit-shown": Visit.worn,
    "compare": Visit.compare,
    "compare-three": moments.three,
    "compare-tray": moments.tray,
    "compare-too-few": lambda visit: visit.open("/compare", "title.compare"),
    "show": Visit.show,
    "show-pair": Visit.pair,
    "show-abroad": moments.show_abroad,
    "scan": Visit.scan,
    "scan-wrong-digit": moments.wrong_code,
    "search-start": lambda visit: visit.open("/search", "nav.search"),
    "search-results": lambda visit: visit.found("gore-tex"),
    "search-nothing": lambda visit: visit.open("/search?q=xylophone", "nav.search"),
    "search-code": lambda visit: visit.open("/search?q=02906310281802", "nav.search"),
    "count": lambda visit: visit.open("/count", "title.count"),
    "count-shelf": moments.counted,
    "count-review": moments.count_review,
    "today": lambda visit: visit.open("/today", "title.today"),
    "questions": lambda visit: visit.open("/questions", "title.questions"),
    "news": lambda visit: visit.open("/news", "title.news"),
    "learn": learning.overview,
    "learn-card": learning.card,
    "learn-answer": learning.answer,
    "learn-team": learning.team,
    "learn-places": learning.places,
    "outbox": lambda visit: visit.open("/outbox", "title.outbox"),
    "outbox-refused": moments.refused,
    "shop": Visit.invite,
    "desk": lambda visit: visit.open("/desk", "desk.title"),
    "desk-revisions": lambda visit: visit.open("/desk/revisions", "desk.room.revisions"),
    "lock": lambda visit: visit.open("/lock", "title.lock"),
    "nowhere": lambda visit: visit.open("/nowhere", "title.unknown"),
}


def patterns() -> Iterator[str]:
    """Yield the pattern of each page as the application names it."""
    pages = (ROOT / "pwa" / "src" / "pages.ts").read_text("utf-8")
    yield from re.findall(r'pattern: "([^"]+)"', pages)
