"""How accounts are told."""

from __future__ import annotations

from typing import Any

from server.catalogue.service import current
from server.errors import Unavailable

from . import phones
from .models import DeviceSession, Person, PhonePerson, SharedPhone
from .team import Member


def session(one: DeviceSession) -> dict[str, Any]:
    """Tell who is signed in."""
    return {
        "person": person(one.person),
        "shop": shop(one.person.shop_id),
        "device": {"id": one.id},
        "phone": shared(one.phone) if one.phone else None,
    }


def person(one: Person) -> dict[str, Any]:
    """Tell who somebody is."""
    return {"id": one.id, "name": one.name, "role": one.role}


def shop(shop_id: str) -> dict[str, Any]:
    """Tell a shop's name; a shop that no revision has, or no longer, keeps its id as name."""
    try:
        name = str(current().shops[shop_id]["name"])
    except (KeyError, Unavailable):
        name = shop_id
    return {"id": shop_id, "name": name}


def shared(one: SharedPhone) -> dict[str, Any]:
    """Tell which shared phone it is, and when it locks."""
    return {"id": one.id, "name": one.name, "lock_minutes": phones.lock_minutes(one.shop_id)}


def phone(one: SharedPhone) -> dict[str, Any]:
    """Tell who may take a shared phone, by name."""
    people = sorted(one.people, key=lambda place: (place.person.name.casefold(), place.person_id))
    return {**shared(one), "shop": shop(one.shop_id), "people": [place(row) for row in people]}


def place(row: PhonePerson) -> dict[str, Any]:
    """Tell who may take the phone and how many tries are left."""
    return {
        "person": person(row.person),
        "tries_left": phones.tries_left(row),
        "last_entered_at": row.last_entered_at,
    }


def listed_phone(one: SharedPhone, here: str | None) -> dict[str, Any]:
    """Tell a manager about a shared phone."""
    return {
        **phone(one),
        "created_at": one.created_at,
        "last_seen_at": one.last_seen_at,
        "current": one.id == here,
    }


def member(one: Member, manageable: bool) -> dict[str, Any]:
    """Tell a manager about somebody of the shop."""
    own = [
        {"id": row.id, "name": row.device, "shared": False, "last_seen_at": row.last_seen_at, "tries_left": None}
        for row in one.sessions
    ]
    places = [
        {
            "id": row.phone_id,
            "name": row.phone.name,
            "shared": True,
            "last_seen_at": row.last_entered_at,
            "tries_left": phones.tries_left(row),
        }
        for row in one.places
    ]
    return {
        "person": person(one.person),
        "shop": one.person.shop_id,
        "created_at": one.person.created_at,
        "ended_at": one.person.ended_at,
        "manageable": manageable,
        "devices": own + places,
    }
