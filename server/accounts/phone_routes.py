"""What a shared phone asks: who may take it, a turn, the end of one."""

from __future__ import annotations

from typing import Any

from flask import Response, jsonify
from flask_limiter.util import get_remote_address

from server import access
from server.api import Blueprint
from server.errors import NotFound
from server.limits import limiter

from . import answers, entries, phones, service
from .phone_schemas import NewPinSchema, PhoneSchema, TurnSchema
from .schemas import OpenedSessionSchema
from .secrets import keyed_hash

blueprint = Blueprint("phone", __name__, url_prefix="/api/v1", description="A phone that several people share")
TURN_LIMIT = "15 per minute; 120 per hour"
"""For codes, by phone: a whole team changes hands within a minute, and no machine goes through names and codes."""


def _phone_or_address() -> str:
    secret = entries.phone_secret()
    return keyed_hash(secret) if secret else get_remote_address()


@blueprint.get("/phone")
@access.on_phone
@blueprint.response(200, PhoneSchema)
def show_phone() -> Any:
    """Tell who may take this phone."""
    return answers.phone(access.phone())


@blueprint.post("/phone/session")
@access.on_phone
@blueprint.arguments(TurnSchema)
@blueprint.response(201, OpenedSessionSchema, headers={"Set-Cookie": {"schema": {"type": "string"}}})
@blueprint.errors(404, 429)
@limiter.limit(TURN_LIMIT, key_func=_phone_or_address)
def take_phone(data: dict[str, Any]) -> Any:
    """Take this phone with the code. After five wrong ones a manager has to unblock it."""
    taken = phones.take(access.phone(), data["person"], data["pin"])
    response = jsonify(OpenedSessionSchema().dump({**answers.session(taken.session), "key": taken.key}))
    entries.give_turn(response, taken.secret)
    return response, 201


@blueprint.delete("/phone/people/<string:person_id>")
@access.on_phone
@blueprint.response(204)
@blueprint.errors(404)
def leave_phone(person_id: str) -> Response:
    """Take somebody off this phone; with a new invitation they come back as the same person."""
    phones.leave(access.phone(), person_id, by="phone")
    return Response(status=204)


@blueprint.put("/phone/pin")
@access.signed_in
@blueprint.arguments(NewPinSchema)
@blueprint.response(204)
@blueprint.errors(404, 429)
@limiter.limit(TURN_LIMIT, key_func=_phone_or_address)
def change_pin(data: dict[str, Any]) -> Response:
    """Choose another code on this phone."""
    caller = access.identity()
    session = service.session_of(caller)
    if session.phone is None:
        raise NotFound("phone-not-found")
    phones.change_pin(session.phone, session.person_id, data["pin"], data["new_pin"])
    return Response(status=204)
