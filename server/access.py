"""Who may do what: every route declares its rule here, and here alone it is enforced."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from http import HTTPStatus
from typing import Any, Final, TypeVar

from flask import Flask, current_app, g, request

from .accounts import entries, phones
from .accounts.identity import Identity
from .accounts.models import SharedPhone
from .accounts.service import identify_session, identify_token, was_revoked
from .errors import Forbidden, Unauthenticated

ROLES: Final = ("seller", "manager", "merchandiser", "administrator")
OPEN_ENDPOINTS: Final = frozenset({"api-docs.openapi_json"})
"""Views of libraries, which cannot carry a declaration: they only describe the service."""
OPEN_BLUEPRINTS: Final = frozenset({"customer", "resolver", "reviews-page", "guide", "finding"})
"""Pages for customers: read by anyone who holds a tag, without a session and without a cookie."""
_View = TypeVar("_View", bound=Callable[..., Any])


@dataclass(frozen=True, slots=True)
class Rule:
    """``roles`` that may call; ``None`` where everybody may, or any shared phone of a shop (``by_phone``)."""

    roles: frozenset[str] | None
    by_phone: bool = False


PUBLIC: Final = Rule(None)


def public(view: _View) -> _View:
    """Declare that everybody may call the view; no session is read for it."""
    view.access_rule = PUBLIC  # type: ignore[attr-defined]
    return view


def allow(*roles: str) -> Callable[[_View], _View]:
    """Declare which roles may call the view; the refusals appear in the API's description."""
    unknown = set(roles) - set(ROLES)
    if unknown or not roles:
        raise ValueError(f"roles are {ROLES}, not {roles}")

    def declare(view: _View) -> _View:
        view.access_rule = Rule(frozenset(roles))  # type: ignore[attr-defined]
        apidoc = view.__dict__.setdefault("_apidoc", {})
        responses = apidoc.setdefault("response", {}).setdefault("responses", {})
        responses[401] = [HTTPStatus.UNAUTHORIZED.name]
        responses[403] = [HTTPStatus.FORBIDDEN.name]
        apidoc.setdefault("manual_doc", {})["security"] = [{"bearer": []}, {"session": []}]
        return view

    return declare


def on_phone(view: _View) -> _View:
    """Declare that a shared phone may call the view before anybody has taken it: it proves itself by its own cookie."""
    view.access_rule = Rule(None, by_phone=True)  # type: ignore[attr-defined]
    apidoc = view.__dict__.setdefault("_apidoc", {})
    responses = apidoc.setdefault("response", {}).setdefault("responses", {})
    responses[401] = [HTTPStatus.UNAUTHORIZED.name]
    responses[403] = [HTTPStatus.FORBIDDEN.name]
    apidoc.setdefault("manual_doc", {})["security"] = [{"phone": []}]
    return view


signed_in = allow(*ROLES)
"""Declare that any enrolled person or machine may call the view."""


def consumes(content_type: str) -> Callable[[_View], _View]:
    """Declare that a view takes a body of another type than JSON."""

    def declare(view: _View) -> _View:
        view.consumes = content_type  # type: ignore[attr-defined]
        return view

    return declare


def rule_of(app: Flask, endpoint: str) -> Rule | None:
    """Return the rule of an endpoint, or ``None`` where somebody forgot to declare one."""
    if endpoint in OPEN_ENDPOINTS or endpoint.partition(".")[0] in OPEN_BLUEPRINTS:
        return PUBLIC
    return getattr(app.view_functions[endpoint], "access_rule", None)


def identity() -> Identity:
    """Return who calls. Raise ``Unauthenticated`` where nobody is known."""
    caller = _caller()
    if caller is None:
        raise Unauthenticated("session-revoked" if was_revoked(entries.shown().session) else "unauthenticated")
    return caller


def phone() -> SharedPhone:
    """Return the shared phone that calls. Raise ``Unauthenticated`` where it is none of ours, or no longer."""
    if "phone" not in g:
        g.phone = phones.identify(entries.phone_secret())
    known: SharedPhone | None = g.phone
    if known is None:
        raise Unauthenticated("phone-revoked" if phones.was_revoked(entries.phone_secret()) else "phone-unknown")
    return known


def init_app(app: Flask) -> None:
    """Enforce the declared rules before any view runs; a view without a rule is closed."""
    app.before_request(_enforce)


def _enforce() -> None:
    if request.endpoint is None:  # no such address or method: the router's own answer follows
        return
    rule = rule_of(current_app, request.endpoint)
    if rule is None:
        raise Forbidden("forbidden")
    if rule.by_phone:
        phone()
    if rule.roles is not None and identity().role not in rule.roles:
        raise Forbidden("forbidden")


def _caller() -> Identity | None:
    """Identify once a request: a bearer token where one is given, else the session cookie."""
    if "caller" not in g:
        authorization = request.headers.get("Authorization", "")
        if authorization:
            scheme, _, token = authorization.partition(" ")
            g.caller = identify_token(token.strip()) if scheme.lower() == "bearer" else None
        else:
            g.caller = identify_session(entries.shown())
    caller: Identity | None = g.caller
    return caller
