"""The people and shared phones of a shop, as its manager sees them and as they end."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

import sqlalchemy as sa
import structlog

from server import audit
from server.database import db, now
from server.errors import NotFound

from . import phones
from .identity import Identity
from .models import DeviceSession, Invitation, Person, PhonePerson, SharedPhone

log = structlog.get_logger("cordee.accounts")


@dataclass(slots=True)
class Member:
    """Somebody with all devices that let them in now."""

    person: Person
    sessions: list[DeviceSession] = field(default_factory=list)
    places: list[PhonePerson] = field(default_factory=list)


def members(caller: Identity) -> list[Member]:
    """Return the people whom the caller may see, by name; those who left last."""
    statement = sa.select(Person).order_by(Person.ended_at.is_not(None), Person.name, Person.id)
    if not caller.everywhere:
        statement = statement.where(Person.shop_id == caller.shop_id)
    found = {person.id: Member(person) for person in db.session.scalars(statement)}
    for session in _own_sessions():
        if session.person_id in found:
            found[session.person_id].sessions.append(session)
    for phone in phones_seen_by(caller):
        for place in phone.people:
            if place.person_id in found:
                found[place.person_id].places.append(place)
    return list(found.values())


def _own_sessions() -> Sequence[DeviceSession]:
    return db.session.scalars(
        sa.select(DeviceSession)
        .where(DeviceSession.phone_id.is_(None), DeviceSession.revoked_at.is_(None), DeviceSession.expires_at > now())
        .order_by(DeviceSession.last_seen_at.desc(), DeviceSession.id)
    ).all()


def person_seen_by(caller: Identity, person_id: str) -> Person:
    """Return a person whom the caller may manage. Whom the caller may not manage does not exist for him."""
    person = db.session.get(Person, person_id)
    if person is None or not manages(caller, person):
        raise NotFound("person-not-found")
    return person


def manages(caller: Identity, person: Person) -> bool:
    """Tell whether the caller may renew and end this person.

    A manager may with the shop's sellers, the brand with everybody but its administrators.
    """
    if caller.role == "administrator":
        return True
    if caller.role == "merchandiser":
        return person.role != "administrator"
    return caller.role == "manager" and person.role == "seller" and person.shop_id == caller.shop_id


def end_person(caller: Identity, person_id: str) -> None:
    """Let somebody out everywhere: devices, places on shared phones, invitations. What they recorded stays theirs."""
    person = person_seen_by(caller, person_id)
    moment = now()
    person.ended_at = moment
    for statement in (
        sa.update(DeviceSession)
        .where(DeviceSession.person_id == person.id, DeviceSession.revoked_at.is_(None))
        .values(revoked_at=moment),
        sa.delete(PhonePerson).where(PhonePerson.person_id == person.id),
        sa.update(Invitation)
        .where(Invitation.person_id == person.id, Invitation.used_at.is_(None))
        .values(expires_at=moment),
    ):
        db.session.execute(statement)
    audit.record("person-ended", person.id, caller.author, shop=person.shop_id, name=person.name, role=person.role)
    db.session.commit()
    log.info("person-ended", person=person.id, by=caller.author)


def phones_seen_by(caller: Identity) -> Sequence[SharedPhone]:
    """Return the shared phones in service that the caller may see, newest use first."""
    statement = (
        sa.select(SharedPhone)
        .options(sa.orm.selectinload(SharedPhone.people))
        .where(SharedPhone.revoked_at.is_(None), SharedPhone.expires_at > now())
        .order_by(SharedPhone.last_seen_at.desc(), SharedPhone.id)
    )
    if not caller.everywhere:
        statement = statement.where(SharedPhone.shop_id == caller.shop_id)
    return db.session.scalars(statement).all()


def phone_seen_by(caller: Identity, phone_id: str) -> SharedPhone:
    """Return a shared phone in service. What the caller may not see does not exist for him."""
    phone = db.session.get(SharedPhone, phone_id)
    if phone is None or not phones.is_living(phone) or not (caller.everywhere or phone.shop_id == caller.shop_id):
        raise NotFound("phone-not-found")
    return phone
