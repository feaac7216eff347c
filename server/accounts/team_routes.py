"""The people and shared phones of a shop, for its manager."""

from __future__ import annotations

from typing import Any

from flask import Response

from server import access
from server.api import Blueprint
from server.catalogue.service import current
from server.errors import NotFound

from . import answers, phones, service, team
from .links import told
from .phone_schemas import ListedPhoneSchema, ListedPhonesSchema, LockSchema, MembersSchema, PhoneNameSchema
from .schemas import InvitationSchema, RenewalSchema

blueprint = Blueprint("team", __name__, url_prefix="/api/v1", description="The people and shared phones of a shop")
_managers = access.allow("manager", "merchandiser", "administrator")


@blueprint.get("/people")
@_managers
@blueprint.response(200, MembersSchema)
def list_people() -> Any:
    """List the people of the shop and the devices that let them in."""
    caller = access.identity()
    return {"items": [answers.member(one, team.manages(caller, one.person)) for one in team.members(caller)]}


@blueprint.delete("/people/<string:person_id>")
@_managers
@blueprint.response(204)
@blueprint.errors(404)
def end_person(person_id: str) -> Response:
    """Let somebody out everywhere. What they recorded stays theirs, and what still waits on a phone is kept there."""
    team.end_person(access.identity(), person_id)
    return Response(status=204)


@blueprint.post("/people/<string:person_id>/invitations")
@_managers
@blueprint.arguments(RenewalSchema)
@blueprint.response(201, InvitationSchema)
@blueprint.errors(404)
def renew(data: dict[str, Any], person_id: str) -> Any:
    """Make an invitation for somebody who is known: they come back as the same person, on whichever phone opens it."""
    caller = access.identity()
    person = team.person_seen_by(caller, person_id)
    invited = service.invite(person.role, person.shop_id, caller.author, shared=data["shared"], person_id=person.id)
    return told(invited)


@blueprint.get("/phones")
@_managers
@blueprint.response(200, ListedPhonesSchema)
def list_phones() -> Any:
    """List the shared phones of the shop."""
    caller = access.identity()
    return {"items": [answers.listed_phone(phone, caller.phone_id) for phone in team.phones_seen_by(caller)]}


@blueprint.patch("/phones/<string:phone_id>")
@_managers
@blueprint.arguments(PhoneNameSchema)
@blueprint.response(200, ListedPhoneSchema)
@blueprint.errors(404)
def rename_phone(data: dict[str, Any], phone_id: str) -> Any:
    """Call a shared phone by another name."""
    caller = access.identity()
    phone = team.phone_seen_by(caller, phone_id)
    phones.rename(phone, data["name"], caller.author)
    return answers.listed_phone(phone, caller.phone_id)


@blueprint.delete("/phones/<string:phone_id>")
@_managers
@blueprint.response(204)
@blueprint.errors(404)
def end_phone(phone_id: str) -> Response:
    """Take a shared phone out of service."""
    caller = access.identity()
    phones.revoke(team.phone_seen_by(caller, phone_id), caller.author)
    return Response(status=204)


@blueprint.delete("/phones/<string:phone_id>/people/<string:person_id>")
@_managers
@blueprint.response(204)
@blueprint.errors(404)
def take_off(phone_id: str, person_id: str) -> Response:
    """Take somebody off a shared phone."""
    caller = access.identity()
    phones.leave(team.phone_seen_by(caller, phone_id), person_id, caller.author)
    return Response(status=204)


@blueprint.post("/phones/<string:phone_id>/people/<string:person_id>/unblocking")
@_managers
@blueprint.response(204)
@blueprint.errors(404)
def unblock(phone_id: str, person_id: str) -> Response:
    """Give somebody all tries of the code back on a shared phone."""
    caller = access.identity()
    phones.open_tries(team.phone_seen_by(caller, phone_id), person_id, caller.author)
    return Response(status=204)


@blueprint.get("/shops/<string:shop>/lock")
@_managers
@blueprint.response(200, LockSchema)
@blueprint.errors(404, 503)
def show_lock(shop: str) -> Any:
    """Tell after how many minutes without a touch the shop's shared phones lock themselves."""
    _own(shop)
    return {"minutes": phones.lock_minutes(shop)}


@blueprint.put("/shops/<string:shop>/lock")
@_managers
@blueprint.arguments(LockSchema)
@blueprint.response(200, LockSchema)
@blueprint.errors(404, 503)
def set_lock(data: dict[str, Any], shop: str) -> Any:
    """Choose after how many minutes without a touch the shop's shared phones lock themselves."""
    _own(shop)
    phones.set_lock_minutes(shop, data["minutes"], access.identity().author)
    return data


def _own(shop: str) -> None:
    caller = access.identity()
    if shop not in current().shops or not (caller.everywhere or caller.shop_id == shop):
        raise NotFound("shop-not-found")
