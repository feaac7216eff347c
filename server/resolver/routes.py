"""GS1 Digital Links on tags: ``/01/{gtin}`` with any qualifiers, and what the resolver says of itself.

A browser gets the page of the piece at once, everybody else the redirect of the standard: see
``docs/decisions/0028-a-scan-gets-the-page-at-once.md``.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import orjson
from flask import Blueprint, Response, current_app, render_template, request
from flask.sansio.blueprints import BlueprintSetupState
from werkzeug.routing import BaseConverter

from catalog.digital_link import DigitalLink, parse_digital_link
from catalog.gtin import GtinError, is_restricted
from server import access
from server.catalogue.service import Published, current
from server.customer import pages
from server.customer.jsonld import script
from server.customer.unreadable import unreadable
from server.customer.words import chosen, language_links, words

from .asked import Form, form_of, is_opened, link_type, with_query
from .links import CONTEXT, DEFAULT, Link, best, links_of, linkset, of_relation

blueprint = Blueprint("resolver", __name__, template_folder="templates")
blueprint.after_request(pages.opened)
METHODS = "GET, HEAD, OPTIONS"
CONTEXT_LINK = f'<{CONTEXT}>; rel="http://www.w3.org/ns/json-ld#context"; type="application/ld+json"'
VARY = ("Accept", "Accept-Language", "Sec-Fetch-Mode")
DAY = "public, max-age=86400"


@dataclass(frozen=True, slots=True)
class Scan:
    """A request for an item: its link, the raw query, the form of the answer, and what is published of it."""

    link: DigitalLink
    query: str
    form: Form
    published: Published
    product: Mapping[str, Any]

    @property
    def links(self) -> tuple[Link, ...]:
        reviewed = pages.place(self.published, self.product).sells
        return links_of(self.product, self.link.gtin, public_url(), reviewed=reviewed)


class AnyPath(BaseConverter):
    """Whatever follows, slashes and line breaks too: what is wrong with it is for the parser to say."""

    regex = r"[\s\S]*"
    part_isolating = False


@blueprint.record
def _know_any_path(state: BlueprintSetupState) -> None:
    state.app.url_map.converters["any_path"] = AnyPath


@blueprint.route("/01", methods=["GET", "OPTIONS"], provide_automatic_options=False)
@blueprint.route(
    "/01/<any_path:rest>", methods=["GET", "OPTIONS"], merge_slashes=False, provide_automatic_options=False
)
@access.public
def scanned(rest: str = "") -> Response:
    """Answer a scanned tag, whatever qualifiers follow the number; ``rest`` is decoded, and the raw address is read."""
    address = pages.raw_address()
    query = address.partition("#")[0].partition("?")[2]
    try:
        link = parse_digital_link(address)
    except GtinError as error:
        return _options() if request.method == "OPTIONS" else _refused(400, "bad", unreadable(error))
    response = _options() if request.method == "OPTIONS" else _answer(link, query)
    if response.status_code != 404:
        response.headers.add(
            "Link", f'<{public_url()}{link.path}?linkType=linkset>; rel="linkset"; type="{Form.LINKSET.value}"'
        )
    return response


@blueprint.get("/.well-known/gs1resolver")
@access.public
def description() -> Response:
    """Describe the resolver, as GS1's description file asks."""
    body = {
        "name": "Cordée",
        "resolverRoot": public_url(),
        "supportedPrimaryKeys": ["01"],
        "supportedLinkType": [{"namespace": "https://ref.gs1.org/voc/", "prefix": "gs1:"}],
        "linkTypeDefaultCanBeLinkset": False,
        "jsonLdContextLocation": CONTEXT,
        "supportedContextValuesEnumerated": [],
    }
    response = _data(body, Form.JSON)
    response.headers["Cache-Control"] = DAY
    return response


def public_url() -> str:
    """Return the address under which people reach us, without a slash at its end."""
    url: str = current_app.config["PUBLIC_URL"]
    return url


def _options() -> Response:
    return Response(status=204, headers={"Allow": METHODS})


def _answer(link: DigitalLink, query: str) -> Response:
    """Walk up to the GTIN, which alone has links here, and answer as asked."""
    published = current()
    product = published.products_by_gtin.get(link.gtin)
    if product is None:
        return _unknown(link)
    scan = Scan(link, query, form_of(request.accept_mimetypes), published, product)
    asked = link_type(query)
    if asked == "linkset" or (not asked and scan.form.is_data):
        return _linkset(scan)
    if asked:
        return _linked(scan, asked)
    if scan.form is Form.PAGE and is_opened(request.headers):
        return pages.of_product(published, product, link.gtin)
    return _sent_on(scan, best(of_relation(scan.links, DEFAULT), ""))


def _linked(scan: Scan, relation: str) -> Response:
    links = of_relation(scan.links, relation)
    if links:
        return _sent_on(scan, best(links, chosen()))
    kinds = ", ".join(dict.fromkeys(f"gs1:{link.relation}" for link in scan.links))
    return _refused(404, "not_found", pages.in_each_language("no_link", kinds=kinds))


def _sent_on(scan: Scan, link: Link) -> Response:
    """Redirect for this once: a phone must not remember where a tag led to."""
    response = Response(status=307, headers={"Location": with_query(link.href, scan.query)})
    response.headers["Cache-Control"] = pages.MINUTE
    response.vary.update(VARY)
    return response


def _linkset(scan: Scan) -> Response:
    name = f"{scan.product['brand']} {scan.product['name']}"
    body = linkset(f"{public_url()}/01/{scan.link.gtin}", name, scan.links)
    if scan.form is Form.PAGE:
        return _listed(scan, name, body)
    form = scan.form if scan.form.is_data else Form.LINKSET
    # GS1's schema of a linkset refuses a context, JSON-LD cannot do without.
    response = _data({"@context": CONTEXT, **body} if form is Form.JSON_LD else body, form)
    response.headers["Link"] = CONTEXT_LINK
    return response


def _listed(scan: Scan, name: str, body: Mapping[str, Any]) -> Response:
    lang = chosen()
    data = script({"@context": CONTEXT, **body})
    links = [link for link in scan.links if link.lang == lang]
    page = render_template(
        "resolver/links.html",
        **pages.frame(lang),
        languages=language_links(pages.same_address),
        name=name,
        links=links,
        json_ld=data,
    )
    return pages.sent(page, 200, "", lang)


def _data(body: Mapping[str, Any], form: Form) -> Response:
    response = Response(orjson.dumps(body), mimetype=form.value)
    response.headers["Cache-Control"] = pages.MINUTE
    response.vary.update(VARY)
    return response


def _unknown(link: DigitalLink) -> Response:
    key = "code_restricted" if is_restricted(link.gtin) else ""
    return _refused(404, "not_found", pages.in_each_language("not_found_line", code=link.gtin), key)


def _refused(status: int, kind: str, message: Mapping[str, str], more: str = "") -> Response:
    """Answer with what to do: a small page, or a problem document for who wants data."""
    if not form_of(request.accept_mimetypes).is_data:
        return pages.problem(status, kind, message, more)
    lang = chosen()
    title, detail = words(lang).say(f"{kind}_title"), message.get(lang) or message["en"]
    body = {"type": f"urn:cordee:problem:{kind}", "title": title, "status": status, "detail": detail, "errors": []}
    response = Response(orjson.dumps(body), status=status, mimetype="application/problem+json")
    response.headers["Cache-Control"] = "no-store"
    response.vary.update(VARY)
    return response
