"""Enrolment, the session of this device, the devices and tokens of a shop."""

from __future__ import annotations

from typing import Any

from flask import Response, jsonify

from server import access
from server.api import Blueprint
from server.catalogue.service import current
from server.errors import NotFound
from server.limits import ENTRY_LIMIT, limiter

from . import answers, enrolment, entries, service
from .links import told
from .models import ApiToken, DeviceSession
from .schemas import (
    EnrolmentSchema,
    EntrySchema,
    InvitationSchema,
    ListedSessionsSchema,
    LookSchema,
    NewInvitationSchema,
    OfferSchema,
    OpenedSessionSchema,
    SessionSchema,
    TokensSchema,
)

blueprint = Blueprint("accounts", __name__, url_prefix="/api/v1", description="People, devices, invitations, tokens")
demonstration = Blueprint("demonstration", __name__, url_prefix="/api/v1", description="Ways in of the demonstration")


@blueprint.post("/enrolments")
@access.public
@blueprint.arguments(EnrolmentSchema)
@blueprint.response(201, OpenedSessionSchema, headers={"Set-Cookie": {"schema": {"type": "string"}}})
@blueprint.errors(403, 429)
@limiter.limit(ENTRY_LIMIT)
def enrol(data: dict[str, Any]) -> Any:
    """Let somebody in with a one-time invitation: on a phone of their own, or with a code on a phone of the shop."""
    entered = enrolment.enrol(data["invitation"], data["name"], data.get("pin"), entries.browser())
    response = jsonify(OpenedSessionSchema().dump({**answers.session(entered.session), "key": entered.key}))
    entries.give_cookies(response, entered)
    return response, 201


@blueprint.post("/enrolments/look")
@access.public
@blueprint.arguments(LookSchema)
@blueprint.response(200, OfferSchema)
@blueprint.errors(403, 429)
@limiter.limit(ENTRY_LIMIT)
def look_at_invitation(data: dict[str, Any]) -> Any:
    """Tell what an invitation would bring on this phone, without using it up."""
    offer = enrolment.look(data["invitation"], entries.browser())
    return {"role": offer.role, "shop": answers.shop(offer.shop_id), "name": offer.name, "shared": offer.shared}


@demonstration.post("/demonstration/entries")
@access.public
@demonstration.arguments(EntrySchema)
@demonstration.response(201, OpenedSessionSchema, headers={"Set-Cookie": {"schema": {"type": "string"}}})
@demonstration.errors(403, 404, 429, 503)
@limiter.limit(ENTRY_LIMIT)
def enter_demonstration(data: dict[str, Any]) -> Any:
    """Enter the demonstration shop in a role, without an invitation."""
    session, secret = entries.enter_demonstration(data["role"])
    response = jsonify(OpenedSessionSchema().dump({**answers.session(session), "key": None}))
    entries.give_cookie(response, secret)
    return response, 201


@blueprint.get("/session")
@access.signed_in
@blueprint.response(200, SessionSchema)
@blueprint.errors(404)
def show_session() -> Any:
    """Tell who is signed in on this device."""
    return answers.session(service.session_of(access.identity()))


@blueprint.delete("/session")
@access.signed_in
@blueprint.response(204)
@blueprint.errors(404)
def end_session() -> Response:
    """Sign this device out; on a shared phone, end the turn."""
    caller = access.identity()
    service.revoke_session(caller, service.session_of(caller).id)
    response = Response(status=204)
    if caller.phone_id is None:  # on a shared phone the next one may already have put theirs in its place
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
    return told(service.invite(data["role"], data["shop"], caller.author, shared=data["shared"]))


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


def _listed(session: DeviceSession, own: str | None) -> dict[str, Any]:
    return {
        "id": session.id,
        "person": answers.person(session.person),
        "shop": session.person.shop_id,
        "device": session.device,
        "created_at": session.created_at,
        "last_seen_at": session.last_seen_at,
        "expires_at": session.expires_at,
        "current": session.id == own,
        "shared": session.phone_id is not None,
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
