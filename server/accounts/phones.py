"""Phones of the shop that several people share: who may take one, and with which code."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta

import sqlalchemy as sa
import structlog

from server import audit
from server.database import db, now
from server.errors import Forbidden, Invalid, NotFound

from . import pins
from .models import DeviceSession, Person, PhonePerson, SharedPhone, ShopLock
from .secrets import keyed_hash, new_secret

log = structlog.get_logger("cordee.accounts")

MOST_FAILURES = 5
PHONE_IDLE = timedelta(days=30)
PHONE_LIFETIME = timedelta(days=180)  # a season with its preparation, as for a phone of one's own
TURN = timedelta(hours=12)  # a working day: then the code again, even where nobody ever locked
LOCK_MINUTES = 10
SEEN_EVERY = timedelta(minutes=10)


@dataclass(frozen=True, slots=True)
class Taken:
    """A turn on a shared phone: the session, the half for the cookie and the half for the phone's own storage."""

    session: DeviceSession
    secret: str
    key: str


def identify(secret: str) -> SharedPhone | None:
    """Return the shared phone that holds this cookie; ``None`` where it is unknown, revoked, idle too long, too old."""
    phone = _by_secret(secret)
    if phone is None or not is_living(phone):
        return None
    moment = now()
    if moment - phone.last_seen_at > SEEN_EVERY:
        phone.last_seen_at = moment
        db.session.commit()
    return phone


def was_revoked(secret: str) -> bool:
    """Tell whether this is the cookie of a phone that somebody took out of service."""
    phone = _by_secret(secret)
    return phone is not None and phone.revoked_at is not None


def _by_secret(secret: str) -> SharedPhone | None:
    if not secret:
        return None
    return db.session.scalar(sa.select(SharedPhone).where(SharedPhone.secret_hash == keyed_hash(secret)))


def is_living(phone: SharedPhone) -> bool:
    """Tell whether the phone still counts."""
    moment = now()
    return phone.revoked_at is None and phone.expires_at > moment and phone.last_seen_at > moment - PHONE_IDLE


def add_phone(shop_id: str, name: str, created_by: str) -> tuple[SharedPhone, str]:
    """Make a phone a shared one; return it with the secret for its cookie. The caller commits."""
    secret = new_secret()
    phone = SharedPhone(
        secret_hash=keyed_hash(secret),
        shop_id=shop_id,
        name=name,
        created_by=created_by,
        expires_at=now() + PHONE_LIFETIME,
    )
    db.session.add(phone)
    db.session.flush()
    audit.record("phone-shared", phone.id, created_by, shop=shop_id, name=name)
    log.info("phone-shared", phone=phone.id, shop=shop_id, by=created_by)
    return phone, secret


def good_pin(pin: str | None, field: str = "pin") -> str:
    """Return what is to be stored of a new code. Raise ``Invalid`` where there is none or where it is too easy."""
    if pin is None:
        raise Invalid([(field, "pin-needed")])
    if pins.is_obvious(pin):
        raise Invalid([(field, "pin-obvious")])
    return pins.stored(pin)


def put_person(phone: SharedPhone, person: Person, pin_hash: str) -> None:
    """Let somebody take the phone with a new code, all tries open. The caller commits."""
    row = db.session.get(PhonePerson, (phone.id, person.id))
    if row is None:
        row = PhonePerson(phone_id=phone.id, person_id=person.id)
        db.session.add(row)
    row.pin_hash = pin_hash
    row.failures = 0


def take(phone: SharedPhone, person_id: str, pin: str) -> Taken:
    """Open a turn for somebody with the code. Raise ``Forbidden`` where it is wrong or where no try is left."""
    check(phone, person_id, pin)
    person = db.session.get_one(Person, person_id)
    return open_turn(phone, person)


def check(phone: SharedPhone, person_id: str, pin: str) -> None:
    """Check a code. Raise ``Forbidden`` where it is wrong.

    The try is counted and committed before the code is looked at: tries side by side, or a server killed in between,
    bring nobody one more.
    """
    claimed = db.session.execute(
        sa.update(PhonePerson)
        .where(
            PhonePerson.phone_id == phone.id,
            PhonePerson.person_id == person_id,
            PhonePerson.failures < MOST_FAILURES,
        )
        .values(failures=PhonePerson.failures + 1)
        .returning(PhonePerson.pin_hash, PhonePerson.failures)
    ).one_or_none()
    db.session.commit()
    if claimed is None:
        _member(phone, person_id)
        raise Forbidden("pin-blocked", [("pin", "pin-blocked")])
    if pins.matches(pin, claimed.pin_hash):
        _member(phone, person_id).failures = 0
        db.session.commit()
        return
    left = MOST_FAILURES - claimed.failures
    log.warning("pin-wrong", phone=phone.id, person=person_id, left=left)
    raise (
        Forbidden("pin-wrong", [("pin", f"pin-wrong {left}")])
        if left
        else Forbidden("pin-blocked", [("pin", "pin-blocked")])
    )


def open_turn(phone: SharedPhone, person: Person) -> Taken:
    """End the turn before and begin one of this person, in one transaction; commits."""
    end_turns(phone.id)
    secret, key = new_secret(), new_secret()
    session = DeviceSession(
        person=person,
        phone=phone,
        device=phone.name,
        secret_hash=keyed_hash(secret),
        key_hash=keyed_hash(key),
        expires_at=now() + TURN,
    )
    db.session.add(session)
    row = _member(phone, person.id)
    row.last_entered_at = phone.last_seen_at = now()
    db.session.commit()
    log.info("phone-taken", phone=phone.id, person=person.id, session=session.id)
    return Taken(session, secret, key)


def end_turns(phone_id: str, person_id: str | None = None) -> None:
    """End the open sessions of a phone, of one person where one is named. The caller commits."""
    statement = sa.update(DeviceSession).where(DeviceSession.phone_id == phone_id, DeviceSession.revoked_at.is_(None))
    if person_id is not None:
        statement = statement.where(DeviceSession.person_id == person_id)
    db.session.execute(statement.values(revoked_at=now()), execution_options={"synchronize_session": "fetch"})


def change_pin(phone: SharedPhone, person_id: str, pin: str, new_pin: str) -> None:
    """Give somebody another code. The old one counts as a try."""
    changed = good_pin(new_pin, "new_pin")
    check(phone, person_id, pin)
    _member(phone, person_id).pin_hash = changed
    db.session.commit()
    log.info("pin-changed", phone=phone.id, person=person_id)


def leave(phone: SharedPhone, person_id: str, by: str) -> None:
    """Take somebody off the phone. What they recorded stays theirs."""
    row = _member(phone, person_id)
    end_turns(phone.id, person_id)
    db.session.delete(row)
    _note("phone-left", phone, person_id, by)
    db.session.commit()
    log.info("phone-left", phone=phone.id, person=person_id, by=by)


def open_tries(phone: SharedPhone, person_id: str, by: str) -> None:
    """Give somebody all tries back."""
    _member(phone, person_id).failures = 0
    _note("pin-unblocked", phone, person_id, by)
    db.session.commit()
    log.info("pin-unblocked", phone=phone.id, person=person_id, by=by)


def revoke(phone: SharedPhone, by: str) -> None:
    """Take a phone out of service: nobody can take it any more."""
    phone.revoked_at = now()
    end_turns(phone.id)
    audit.record("phone-revoked", phone.id, by, shop=phone.shop_id, name=phone.name)
    db.session.commit()
    log.info("phone-revoked", phone=phone.id, by=by)


def rename(phone: SharedPhone, name: str, by: str) -> None:
    """Call a phone by another name."""
    if name == phone.name:
        return
    audit.record("phone-renamed", phone.id, by, shop=phone.shop_id, name=name, was=phone.name)
    phone.name = name
    db.session.commit()


def lock_minutes(shop_id: str) -> int:
    """Return after how many minutes without a touch the shop's shared phones lock themselves."""
    kept = db.session.get(ShopLock, shop_id)
    return kept.minutes if kept else LOCK_MINUTES


def set_lock_minutes(shop_id: str, minutes: int, by: str) -> None:
    """Choose it anew; phones hear of it at their next contact."""
    db.session.merge(ShopLock(shop_id=shop_id, minutes=minutes))
    audit.record("lock-set", shop_id, by, shop=shop_id, minutes=minutes)
    db.session.commit()
    log.info("lock-set", shop=shop_id, minutes=minutes, by=by)


def _note(action: str, phone: SharedPhone, person_id: str, by: str) -> None:
    """Write down what happened to somebody on a phone; the caller commits."""
    name = db.session.get_one(Person, person_id).name
    audit.record(action, person_id, by, shop=phone.shop_id, name=name, phone=phone.name)


def tries_left(row: PhonePerson) -> int:
    """Return how often a code may still be tried."""
    return max(0, MOST_FAILURES - row.failures)


def _member(phone: SharedPhone, person_id: str) -> PhonePerson:
    row = db.session.get(PhonePerson, (phone.id, person_id))
    if row is None:
        raise NotFound("person-not-found")
    return row
