"""The three questions as a page without script, and their answers for the shop."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from flask import Blueprint as Pages
from flask import Response, redirect, render_template, request

from catalog.gtin import GtinError, normalise
from server import access
from server.api import Blueprint
from server.catalogue.service import Published, current
from server.customer import pages
from server.customer.style import FORM
from server.customer.words import chosen, language_links
from server.errors import Forbidden, NotFound
from server.events import own
from server.limits import limiter

from . import form, service
from .models import CLEAR, FOUND
from .schemas import MOST_LETTERS, ReviewsQuery, ReviewsSchema

public = Pages("reviews-page", __name__, template_folder="templates")
public.after_request(pages.opened)
blueprint = Blueprint("reviews", __name__, url_prefix="/api/v1", description="What customers answered")
READERS = ("manager", "merchandiser", "administrator")
MOST_BYTES = 16 * 1024
CEILING = "300 per 10 minutes"
"""From one address, and what is above is refused: even what is only set aside needs room."""


@public.route("/p/<ref>/<gtin>/review", methods=["GET", "POST"], strict_slashes=False)
@public.route("/p/<ref>/review", methods=["GET", "POST"], strict_slashes=False, defaults={"gtin": ""})
@access.public
@limiter.limit(CEILING, methods=["POST"])
def review(ref: str, gtin: str) -> Response:
    """Ask the three questions about a visit, and take the answers."""
    published = current()
    product = _piece(published, ref, gtin)
    if product is None:
        return pages.problem(404, "not_found", pages.in_each_language("not_found_ref"))
    place = pages.place(published, product)
    if place.shop is None or not place.sells:
        return _asked(product, gtin, None, 200, over=True)
    if request.method != "POST":
        return _asked(product, gtin, None, 200)
    request.max_content_length = request.max_form_memory_size = MOST_BYTES
    given = form.given(ref, request.form)
    if given.problem:
        return _asked(product, gtin, given, 422)
    payload = {"ref": ref, "lang": chosen(), **given.answers, "held": form.held(request.form)}
    own.record(service.KIND, payload, event_id=given.event_id, shop=place.shop["id"])
    return _thanked(product, gtin)


def _piece(published: Published, ref: str, gtin: str) -> Mapping[str, Any] | None:
    product = published.products_by_ref.get(ref)
    if not gtin or product is None:
        return product
    try:
        return product if published.products_by_gtin.get(normalise(gtin)) is product else None
    except GtinError:
        return None


def _page_of(product: Mapping[str, Any], gtin: str) -> str:
    return f"/p/{product['ref']}" + (f"/{gtin}" if gtin else "")


def _asked(
    product: Mapping[str, Any], gtin: str, given: form.Given | None, status: int, *, over: bool = False
) -> Response:
    lang = chosen()
    back = _page_of(product, gtin)
    page = render_template(
        "reviews/form.html",
        **pages.frame(lang, FORM),
        product=product,
        languages=language_links(lambda one: f"{back}/review?lang={one}"),
        back=f"{back}?lang={lang}",
        action=f"{back}/review?lang={lang}",
        token=form.token(product["ref"]),
        trap=form.TRAP,
        given=given,
        thanks="thanks" in request.args,
        over=over,
        found=FOUND,
        clear=CLEAR,
        most=MOST_LETTERS,
    )
    return pages.sent(page, status, "", lang, FORM)


def _thanked(product: Mapping[str, Any], gtin: str) -> Response:
    """Show the thanks under an address of its own: to load it again sends nothing again."""
    return redirect(f"{_page_of(product, gtin)}/review?lang={chosen()}&thanks", 303)  # type: ignore[return-value]


@blueprint.get("/shops/<string:shop>/reviews")
@access.allow(*READERS)
@blueprint.arguments(ReviewsQuery, location="query")
@blueprint.response(200, ReviewsSchema)
@blueprint.errors(404, 503)
def list_reviews(query: dict[str, Any], shop: str) -> Any:
    """List what customers of the shop answered, newest first, and count it."""
    if shop not in current().shops:
        raise NotFound("shop-not-found")
    caller = access.identity()
    if not caller.everywhere and caller.shop_id != shop:
        raise Forbidden("forbidden")
    return service.page(shop, query["limit"], query.get("cursor", ""))
