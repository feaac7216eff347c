"""Invitations, enrolment, sessions and tokens: who gets in, and how it ends."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from hmac import compare_digest

import sqlalchemy as sa
import structlog

from server import audit
from server.database import db, now
from server.errors import Forbidden, NotFound

from . import phones
from .identity import Identity
from .models import ApiToken, DeviceSession, Invitation, Person
from .secrets import TOKEN_PREFIX, keyed_hash, new_secret

log = structlog.get_logger("cordee.accounts")

INVITATION_LIFETIME = timedelta(days=7)
SESSION_IDLE = timedelta(days=30)
SESSION_LIFETIME = timedelta(days=180)  # a season with its preparation; then a new invitation
SEEN_EVERY = timedelta(minutes=10)  # a write per request would cost more than the knowledge is worth
COMMAND_LINE = "command line"
ROLE_NAMES = {
    "seller": "Vendeur",
    "manager": "Responsable",
    "merchandiser": "Merchandising",
    "administrator": "Administration",
}


@dataclass(frozen=True, slots=True)
class Invited:
    """A fresh invitation. The secret is shown once and stored nowhere."""

    id: str
    secret: str
    role: str
    shop_id: str
    expires_at: datetime


def invite(role: str, shop_id: str, created_by: str, *, shared: bool = False, person_id: str | None = None) -> Invited:
    """Make a one-time invitation and commit it.

    ``shared`` is for a phone that several people hold; ``person_id`` lets somebody back in instead of somebody new.
    """
    secret = new_secret()
    row = Invitation(
        secret_hash=keyed_hash(secret),
        role=role,
        shop_id=shop_id,
        created_by=created_by,
        expires_at=now() + INVITATION_LIFETIME,
        shared=shared,
        person_id=person_id,
    )
    db.session.add(row)
    db.session.flush()
    again = db.session.get(Person, person_id) if person_id else None
    told = {"name": again.name} if again else {}
    audit.record("person-invited", row.id, created_by, shop=shop_id, role=role, shared=shared, **told)
    db.session.commit()
    log.info("invited", invitation=row.id, role=role, shop=shop_id, by=created_by, shared=shared, person=person_id)
    return Invited(row.id, secret, role, shop_id, row.expires_at)


def may_invite(caller: Identity, role: str, shop_id: str) -> None:
    """Raise ``Forbidden`` where the caller may not invite this role to this shop."""
    if caller.role == "administrator":
        return
    if caller.role == "merchandiser" and role != "administrator":
        return
    if caller.role == "manager" and role == "seller" and shop_id == caller.shop_id:
        return
    raise Forbidden("forbidden")


def enter_demonstration(role: str, shop_id: str, device: str) -> tuple[DeviceSession, str]:
    """Open a session in the demonstration shop without an invitation."""
    return open_session(new_person(role, shop_id, ""), device)


def new_person(role: str, shop_id: str, name: str) -> Person:
    """Add somebody to a shop. The caller commits."""
    person = Person(name=name.strip() or ROLE_NAMES[role], role=role, shop_id=shop_id)
    db.session.add(person)
    return person


def open_session(person: Person, device: str) -> tuple[DeviceSession, str]:
    """Let a person in on a phone of their own; commits."""
    secret = new_secret()
    session = DeviceSession(
        person=person, secret_hash=keyed_hash(secret), device=device, expires_at=now() + SESSION_LIFETIME
    )
    db.session.add(session)
    db.session.commit()
    log.info("enrolled", session=session.id, person=person.id, role=person.role, shop=person.shop_id)
    return session, secret


@dataclass(frozen=True, slots=True)
class Shown:
    """What a browser shows of itself: its session, and on a shared phone the other half of it and the phone's own."""

    session: str = ""
    key: str = ""
    phone: str = ""


def identify_session(shown: Shown) -> Identity | None:
    """Return who holds this cookie; ``None`` where it is unknown, revoked, idle too long or too old.

    On a shared phone all three must fit: the cookie, the half that a lock throws away, and the phone itself.
    """
    session = _session(shown.session)
    if session is None or not _is_living(session) or not _is_whole(session, shown):
        return None
    moment = now()
    if moment - session.last_seen_at > SEEN_EVERY:
        session.last_seen_at = moment
        db.session.commit()
    person = session.person
    return Identity(
        person.role,
        person.shop_id,
        person.name,
        person_id=person.id,
        session_id=session.id,
        phone_id=session.phone_id,
    )


def was_revoked(secret: str) -> bool:
    """Tell whether this is the cookie of a session that somebody ended."""
    session = _session(secret)
    return session is not None and session.revoked_at is not None


def _session(secret: str) -> DeviceSession | None:
    if not secret:
        return None
    return db.session.scalar(sa.select(DeviceSession).where(DeviceSession.secret_hash == keyed_hash(secret)))


def _is_living(session: DeviceSession) -> bool:
    moment = now()
    return session.revoked_at is None and session.expires_at > moment and session.last_seen_at > moment - SESSION_IDLE


def _is_whole(session: DeviceSession, shown: Shown) -> bool:
    phone = session.phone
    if phone is None:
        return session.key_hash is None
    halves = ((session.key_hash or "", shown.key), (phone.secret_hash, shown.phone))
    return phones.is_living(phone) and all(compare_digest(kept, keyed_hash(given)) for kept, given in halves)


def identify_token(secret: str) -> Identity | None:
    """Return which machine holds this token; ``None`` where it is unknown or revoked."""
    token = db.session.scalar(
        sa.select(ApiToken).where(ApiToken.secret_hash == keyed_hash(secret), ApiToken.revoked_at.is_(None))
    )
    if token is None:
        return None
    moment = now()
    if token.last_used_at is None or moment - token.last_used_at > SEEN_EVERY:
        token.last_used_at = moment
        db.session.commit()
    return Identity(token.role, token.shop_id, token.name, token_id=token.id)


def session_of(caller: Identity) -> DeviceSession:
    """Return the session of a person; a machine's token has none."""
    session = db.session.get(DeviceSession, caller.session_id) if caller.session_id else None
    if session is None:
        raise NotFound("session-not-found")
    return session


def sessions_seen_by(caller: Identity | None) -> Sequence[DeviceSession]:
    """Return the living sessions the caller may see, newest use first: own, the shop's, or all.

    ``None`` is the command line, which sees all.
    """
    statement = (
        sa.select(DeviceSession)
        .join(Person)
        .where(DeviceSession.revoked_at.is_(None), DeviceSession.expires_at > now())
        .order_by(DeviceSession.last_seen_at.desc(), DeviceSession.id)
    )
    if caller is not None and not caller.everywhere:
        statement = statement.where(Person.shop_id == caller.shop_id)
    if caller is not None and caller.role == "seller":
        statement = statement.where(Person.id == (caller.person_id or ""))
    return db.session.scalars(statement).all()


def revoke_session(caller: Identity | None, session_id: str) -> None:
    """End a session. What the caller may not see does not exist for him."""
    session = next((one for one in sessions_seen_by(caller) if one.id == session_id), None)
    if session is None:
        raise NotFound("session-not-found")
    session.revoked_at = now()
    by = caller.author if caller else COMMAND_LINE
    audit.record("session-revoked", session.id, by, shop=session.person.shop_id, name=session.person.name)
    db.session.commit()
    log.info("session-revoked", session=session_id, by=by)


def new_token(role: str, shop_id: str, name: str) -> tuple[ApiToken, str]:
    """Make a bearer token for a machine and commit it. The secret is returned once."""
    secret = TOKEN_PREFIX + new_secret()
    token = ApiToken(secret_hash=keyed_hash(secret), role=role, shop_id=shop_id, name=name)
    db.session.add(token)
    db.session.flush()
    audit.record("token-made", token.id, COMMAND_LINE, shop=shop_id, name=name, role=role)
    db.session.commit()
    log.info("token-made", token=token.id, role=role, shop=shop_id)
    return token, secret


def tokens_seen_by(caller: Identity | None) -> Sequence[ApiToken]:
    """Return the living tokens the caller may see; ``None`` is the command line, which sees all."""
    statement = sa.select(ApiToken).where(ApiToken.revoked_at.is_(None)).order_by(ApiToken.id)
    if caller is not None and not caller.everywhere:
        statement = statement.where(ApiToken.shop_id == caller.shop_id)
    return db.session.scalars(statement).all()


def revoke_token(caller: Identity | None, token_id: str) -> None:
    """End a token at once."""
    token = next((one for one in tokens_seen_by(caller) if one.id == token_id), None)
    if token is None:
        raise NotFound("token-not-found")
    token.revoked_at = now()
    by = caller.author if caller else COMMAND_LINE
    audit.record("token-revoked", token.id, by, shop=token.shop_id, name=token.name)
    db.session.commit()
    log.info("token-revoked", token=token_id, by=by)
