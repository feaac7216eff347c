"""The guide: a shareable address for each need."""

from __future__ import annotations

import hashlib

from flask import Blueprint, Response, current_app, render_template, request

from server import access
from server.catalogue.service import Published, current
from server.customer import pages
from server.customer.kept import MARK, Ground
from server.customer.style import GUIDE
from server.customer.words import SHOP_CLOCK, chosen, named
from server.database import now
from server.stock import service as stock_service

from .asked import read
from .page import Visit, build, sells_on

blueprint = Blueprint("guide", __name__, template_folder="templates")
blueprint.after_request(pages.opened)
LONGEST_QUERY = 2_000


@blueprint.get("/guide", strict_slashes=False)
@access.public
def guide() -> Response:
    """Ask the question that changes most, show the pieces that suit what was said so far, and why."""
    published, lang = current(), chosen()
    shop, sells = _shop(published)
    given = [(name, value) for name, value in request.args.items(multi=True) if len(value) <= LONGEST_QUERY]
    asked = read(given, published.document["finder"])
    more = "more" in request.args
    visit = Visit(published, asked, lang, named(), shop, sells, current_app.config["PUBLIC_URL"], more)
    tag = _tag(visit)
    if pages.is_known(tag):
        return pages.sent("", 304, tag, lang, GUIDE)
    version = stock_service.version(shop) if sells else 0
    request.environ[MARK] = (published, Ground(shop if sells else "", version, pages.today()))
    demonstration = bool(shop and published.shops[shop]["demonstration"])
    page = render_template(
        "guide/guide.html",
        **pages.frame(lang, GUIDE),
        **build(visit),
        demonstration=demonstration,
        shop=published.shops[shop]["name"] if shop else "",
        sells=sells,
        index=sells and not demonstration and not asked.answers,
    )
    return pages.sent(page, 200, tag, lang, GUIDE)


def _shop(published: Published) -> tuple[str, bool]:
    """Return the shop asked for, else the only one to go to ("" where there are several), and whether it sells."""
    today = now().astimezone(SHOP_CLOCK).date()
    selling = [shop for shop in published.shops.values() if sells_on(shop, today)]
    candidates = selling or list(published.shops.values())
    shop = published.shops.get(request.args.get("shop", "")) or (candidates[0] if len(candidates) == 1 else None)
    return (shop["id"], sells_on(shop, today)) if shop else ("", False)


def _tag(visit: Visit) -> str:
    """Return what the page rests on: the revision, the stock, and what was asked."""
    version = stock_service.version(visit.shop) if visit.sells else 0
    query = visit.link(list(visit.asked.pairs)) + "|".join(visit.asked.refused) + str(visit.more)
    digest = hashlib.sha256(query.encode()).hexdigest()[:16]
    state = f"{visit.lang}{visit.named}-{pages.today():%y%m%d}-{version}"
    return f"{visit.published.content_hash[:12]}-{pages.PROGRAM}-{state}-{digest}"
