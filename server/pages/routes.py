"""The few pages that are neither the phone's application nor the customer's: the ways in, and the API browser."""

from __future__ import annotations

from flask import Blueprint, Response, current_app, redirect, render_template, request
from werkzeug.wrappers import Response as AnyResponse

from server import access
from server.accounts.entries import enter_demonstration, give_cookie
from server.catalogue.service import current
from server.errors import NotFound, Unavailable
from server.language import SPOKEN, spoken
from server.limits import ENTRY_LIMIT, limiter

from .words import WORDS

blueprint = Blueprint("pages", __name__)
DEMONSTRATION_ROLES = ("seller", "manager", "merchandiser")


@blueprint.get("/")
@access.public
def ways_in() -> Response:
    """Show who can go where."""
    lang = request.args.get("lang", "")
    lang = lang if lang in SPOKEN else spoken()
    page = render_template(
        "ways_in.html",
        lang=lang,
        other="en" if lang == "fr" else "fr",
        words=WORDS[lang],
        roles=DEMONSTRATION_ROLES if current_app.config["DEMONSTRATION"] else (),
        shop=_shop(),
        example=_example(),
    )
    response = Response(page, headers={"Content-Language": lang, "Cache-Control": "no-cache"})
    response.vary.add("Accept-Language")
    return response


@blueprint.post("/entries")
@access.public
@limiter.limit(ENTRY_LIMIT)
def enter() -> AnyResponse:
    """Enter the demonstration by one tap, without any script."""
    role = request.form.get("role", "")
    if not current_app.config["DEMONSTRATION"] or role not in DEMONSTRATION_ROLES:
        raise NotFound("not-found")
    _, secret = enter_demonstration(role)
    response = redirect("/app/", 303)
    give_cookie(response, secret)
    return response


@blueprint.get("/app/")
@access.public
def application_missing() -> Response:
    """Say that the phone's application is not built; where it is, its files are served before this route."""
    raise Unavailable("interface-not-built")


@blueprint.get("/app")
@access.public
def application() -> AnyResponse:
    """Lead to the folder: the application's scope ends with a slash."""
    return redirect("/app/", 308)


@blueprint.get("/favicon.ico")
@access.public
def icon() -> AnyResponse:
    """Lead browsers that ask without looking to the drawn icon."""
    return redirect("/static/cordee.svg", 308)


@blueprint.get("/api/v1/docs")
@access.public
def api_browser() -> Response:
    """Show the API's description, with nothing from elsewhere."""
    return Response(render_template("api_browser.html"))


def _shop() -> str | None:
    """Return the name of the first shop, where a catalogue is published."""
    try:
        return next((shop["name"] for shop in current().shops.values()), None)
    except Unavailable:
        return None


def _example() -> str | None:
    """Return the reference of a product with variants, to show what a customer sees."""
    try:
        published = current()
    except Unavailable:
        return None
    return next((ref for ref, product in published.products_by_ref.items() if product["variants"]), None)
