"""The pages of products by their reference: where a tag's link leads to, and what a search engine finds."""

from __future__ import annotations

from urllib.parse import urlencode

from flask import Blueprint, Response, render_template, request

from catalog.gtin import GtinError, normalise
from server import access
from server.catalogue.service import current

from . import assets, pages
from .fitting import fitting
from .style import FORM
from .unreadable import unreadable
from .words import chosen, language_links, words

blueprint = Blueprint("customer", __name__, template_folder="templates")
blueprint.after_request(pages.opened)
blueprint.register_blueprint(assets.blueprint)


@blueprint.get("/p/<ref>", strict_slashes=False)
@access.public
def by_reference(ref: str) -> Response:
    """Answer with the page of a product by its reference."""
    published = current()
    product = published.products_by_ref.get(ref)
    if product is None:
        return pages.problem(404, "not_found", pages.in_each_language("not_found_ref"))
    return pages.of_product(published, product)


@blueprint.get("/p/<ref>/size", strict_slashes=False)
@access.public
def size_of(ref: str) -> Response:
    """Ask for the measures that decide the size of a piece, and say which size they make."""
    published, lang = current(), chosen()
    product = published.products_by_ref.get(ref)
    if product is None:
        return pages.problem(404, "not_found", pages.in_each_language("not_found_ref"))
    given = {name: value[:20] for name, value in request.args.items() if name.endswith("_mm")}
    page = render_template(
        "customer/size.html",
        **pages.frame(lang, FORM),
        product=product,
        given=given,
        languages=language_links(lambda one: f"/p/{ref}/size?{urlencode({**request.args.to_dict(), 'lang': one})}"),
        back=f"/p/{ref}?lang={lang}",
        fitting=fitting(product, published.document, given, words(lang)),
    )
    return pages.sent(page, 200, "", lang, FORM)


@blueprint.get("/p/<ref>/<gtin>", strict_slashes=False)
@access.public
def by_variant(ref: str, gtin: str) -> Response:
    """Answer with the page of a product in the colour and size of one of its variants."""
    published = current()
    product = published.products_by_ref.get(ref)
    if product is None:
        return pages.problem(404, "not_found", pages.in_each_language("not_found_ref"))
    try:
        found = normalise(gtin)
    except GtinError as error:
        return pages.problem(400, "bad", unreadable(error))
    if published.products_by_gtin.get(found) is not product:
        return pages.problem(404, "not_found", pages.in_each_language("not_found_line", code=found))
    return pages.of_product(published, product, found)
