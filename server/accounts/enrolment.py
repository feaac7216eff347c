"""What an invitation opens: a phone of one's own, or a place on a phone of the shop."""

from __future__ import annotations

from dataclasses import dataclass

import sqlalchemy as sa
import structlog

from server import audit
from server.database import db, now
from server.errors import Forbidden

from . import phones, service
from .models import DeviceSession, Invitation, Person, SharedPhone
from .secrets import keyed_hash

log = structlog.get_logger("cordee.accounts")


@dataclass(frozen=True, slots=True)
class Browser:
    """What the browser that opens an invitation brings along."""

    device: str
    session_secret: str = ""
    phone_secret: str = ""


@dataclass(frozen=True, slots=True)
class Offer:
    """What an invitation would bring on this phone."""

    role: str
    shop_id: str
    name: str
    shared: bool


@dataclass(frozen=True, slots=True)
class Entered:
    """A fresh session with its secrets; ``phone_secret`` only where this phone has just become a shared one."""

    session: DeviceSession
    secret: str
    key: str | None = None
    phone_secret: str | None = None


def look(secret: str, browser: Browser) -> Offer:
    """Return what an invitation would bring, without using it up. Raise ``Forbidden`` where it brings nothing."""
    invitation = _valid(secret)
    person = _invited(invitation)
    phone = _phone_here(invitation, browser)
    return Offer(invitation.role, invitation.shop_id, person.name if person else "", invitation.shared or bool(phone))


def enrol(secret: str, name: str, pin: str | None, browser: Browser) -> Entered:
    """Use an invitation up and let its person in. Raise ``Forbidden`` where it is unknown, used or expired.

    The invitation is claimed by one conditional update, in one transaction with what it brings: two devices that open
    the same link at once cannot both get in, and a crash in between leaves the link usable.
    """
    invitation = _valid(secret)
    phone = _phone_here(invitation, browser)
    is_shared = invitation.shared or phone is not None
    pin_hash = phones.good_pin(pin) if is_shared else ""
    db.session.rollback()  # hardening the code took its time: nothing read before may hold the database
    _claim(secret)
    person = _person(invitation, name)
    _end_session(browser.session_secret)
    if not is_shared:
        session, session_secret = service.open_session(person, browser.device)
        return Entered(session, session_secret)
    phone_secret = None
    if phone is None:
        phone, phone_secret = phones.add_phone(invitation.shop_id, browser.device, invitation.created_by)
    phones.put_person(phone, person, pin_hash)
    taken = phones.open_turn(phone, person)
    return Entered(taken.session, taken.secret, taken.key, phone_secret)


def _valid(secret: str) -> Invitation:
    invitation = db.session.scalar(
        sa.select(Invitation).where(
            Invitation.secret_hash == keyed_hash(secret), Invitation.used_at.is_(None), Invitation.expires_at > now()
        )
    )
    if invitation is None:
        raise _refused()
    return invitation


def _refused() -> Forbidden:
    log.warning("enrolment-refused")
    return Forbidden("invitation-refused", [("invitation", "invitation-refused")])


def _claim(secret: str) -> None:
    moment = now()
    claimed = db.session.execute(
        sa.update(Invitation)
        .where(
            Invitation.secret_hash == keyed_hash(secret), Invitation.used_at.is_(None), Invitation.expires_at > moment
        )
        .values(used_at=moment)
        .returning(Invitation.id)
    ).one_or_none()
    if claimed is None:
        db.session.rollback()
        raise _refused()


def _invited(invitation: Invitation) -> Person | None:
    return db.session.get(Person, invitation.person_id) if invitation.person_id else None


def _person(invitation: Invitation, name: str) -> Person:
    """Return who comes: somebody new, or the one who comes back, under the same id and with the same rights."""
    person = _invited(invitation)
    if person is None:
        person = service.new_person(invitation.role, invitation.shop_id, name)
        db.session.flush()
    _call(person, name.strip())
    person.ended_at = None
    return person


def _call(person: Person, name: str) -> None:
    """Let somebody have the name they give; one who had another is found under both in the trail."""
    if name in ("", person.name):
        return
    if person.name:
        audit.record("person-renamed", person.id, name, shop=person.shop_id, name=name, was=person.name)
    person.name = name


def _phone_here(invitation: Invitation, browser: Browser) -> SharedPhone | None:
    """Return the shared phone that the invitation is opened on. Raise ``Forbidden`` where another shop owns it."""
    phone = phones.identify(browser.phone_secret)
    if phone is not None and phone.shop_id != invitation.shop_id:
        raise Forbidden("phone-elsewhere", [("invitation", "phone-elsewhere")])
    return phone


def _end_session(secret: str) -> None:
    """End whoever was signed in on this browser: its cookie is about to be replaced."""
    if secret:
        db.session.execute(
            sa.update(DeviceSession)
            .where(DeviceSession.secret_hash == keyed_hash(secret), DeviceSession.revoked_at.is_(None))
            .values(revoked_at=now())
        )
