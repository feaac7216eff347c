"""Enrolment, the session of this device, the devices and tokens of a shop."""

from __future__ import annotations

from typing import Any

from flask import Response, jsonify

from server import access
from server.api import Blueprint
from server.catalogue.service import current
from server.errors import Forbidden, NotFound, Unavailable
from server.limits import ENTRY_LIMIT, limiter

from . import entries, service
from .links import invitation_link, qr_svg
from .models import ApiToken, DeviceSession
from .schemas import (
    EnrolmentSchema,
    EntrySchema,
    InvitationSchema,
    ListedSessionsSchema,
    NewInvitationSchema,
    SessionSchema,
    TokensSchema,
)

blueprint = Blueprint("accounts", __name__, url_prefix="/api/v1", description="People, devices, invitations, tokens")
demonstration = Blueprint("demonstration", __name__, url_prefix="/api/v1", description="Ways in of the demonstration")


@blueprint.post("/enrolments")
@access.public
@blueprint.arguments(EnrolmentSchema)
@blueprint.response(201, SessionSchema, headers={"Set-Cookie": {"schema": {"type": "string"}}})
@blueprint.errors(403, 429)
@limiter.limit(ENTRY_LIMIT)
def enrol(data: dict[str, Any]) -> Any:
    """Enrol this device with a one-time invitation."""
    entered = service.enrol(data["invitation"], data["name"], entries.device_name())
    if entered is None:
        raise Forbidden("invitation-refused", [("invitation", "invitation-refused")])
    session, secret = entered
    response = jsonify(SessionSchema().dump(_session(session)))
    entries.give_cookie(response, secret)
    return response, 201


@demonstration.post("/demonstration/entries")
@access.public
@demonstration.arguments(EntrySchema)
@demonstration.response(201, SessionSchema, headers={"Set-Cookie": {"schema": {"type": "string"}}})
@demonstration.errors(403, 404, 429, 503)
@limiter.limit(ENTRY_LIMIT)
def enter_demonstration(data: dict[str, Any]) -> Any:
    """Enter the demonstration shop in a role, without an invitation."""
    session, secret = entries.enter_demonstration(data["role"])
    response = jsonify(SessionSchema().dump(_session(session)))
    entries.give_cookie(response, secret)
    return response, 201


@blueprint.get("/session")
@access.signed_in
@blueprint.response(200, SessionSchema)
@blueprint.errors(404)
def show_session() -> Any:
    """Tell who is signed in on this device."""
    return _session(service.session_of(access.identity()))


@blueprint.delete("/session")
@access.signed_in
@blueprint.response(204)
@blueprint.errors(404)
def end_session() -> Response:
    """Sign this device out."""
    caller = access.identity()
    service.revoke_session(caller, service.session_of(caller).id)
    response = Response(status=204)
    entries.take_cookie(response)
    return response


@blueprint.get("/sessions")
@access.signed_in
@blueprint.response(200, ListedSessionsSchema)
def list_sessions() -> Any:
    """List enrolled devices: a seller's own, a manager's shop, all for the brand."""
    caller = access.identity()
    return {"items": [_listed(session, caller.session_id) for session in service.sessions_seen_by(caller)]}


@blueprint.delete("/sessions/<string:session_id>")
@access.signed_in
@blueprint.response(204)
@blueprint.errors(404)
def end_one_session(session_id: str) -> Response:
    """End the session of a device."""
    service.revoke_session(access.identity(), session_id)
    return Response(status=204)


@blueprint.post("/invitations")
@access.allow("manager", "merchandiser", "administrator")
@blueprint.arguments(NewInvitationSchema)
@blueprint.response(201, InvitationSchema)
@blueprint.errors(404, 503)
def invite(data: dict[str, Any]) -> Any:
    """Make a one-time invitation link."""
    caller = access.identity()
    service.may_invite(caller, data["role"], data["shop"])
    if data["shop"] not in current().shops:
        raise NotFound("shop-not-found", [("shop", "shop-not-found")])
    invited = service.invite(data["role"], data["shop"], caller.author)
    link = invitation_link(invited.secret)
    return {
        "id": invited.id,
        "role": invited.role,
        "shop": invited.shop_id,
        "link": link,
        "qr_svg": qr_svg(link),
        "expires_at": invited.expires_at,
    }


@blueprint.get("/tokens")
@access.allow("manager", "merchandiser", "administrator")
@blueprint.response(200, TokensSchema)
def list_tokens() -> Any:
    """List the living tokens of machines."""
    return {"items": [_token(token) for token in service.tokens_seen_by(access.identity())]}


@blueprint.delete("/tokens/<string:token_id>")
@access.allow("manager", "merchandiser", "administrator")
@blueprint.response(204)
@blueprint.errors(404)
def end_token(token_id: str) -> Response:
    """Revoke a machine's token."""
    service.revoke_token(access.identity(), token_id)
    return Response(status=204)


def _session(session: DeviceSession) -> dict[str, Any]:
    person = session.person
    return {
        "person": {"id": person.id, "name": person.name, "role": person.role},
        "shop": {"id": person.shop_id, "name": _shop_name(person.shop_id)},
        "device": {"id": session.id},
    }


def _shop_name(shop_id: str) -> str:
    """Return the shop's name; a shop that no revision has, or no longer, keeps its id as name."""
    try:
        return str(current().shops[shop_id]["name"])
    except (KeyError, Unavailable):
        return shop_id


def _listed(session: DeviceSession, own: str | None) -> dict[str, Any]:
    person = session.person
    return {
        "id": session.id,
        "person": {"id": person.id, "name": person.name, "role": person.role},
        "shop": person.shop_id,
        "device": session.device,
        "created_at": session.created_at,
        "last_seen_at": session.last_seen_at,
        "expires_at": session.expires_at,
        "current": session.id == own,
    }


def _token(token: ApiToken) -> dict[str, Any]:
    return {
        "id": token.id,
        "name": token.name,
        "role": token.role,
        "shop": token.shop_id,
        "created_at": token.created_at,
        "last_used_at": token.last_used_at,
    }
