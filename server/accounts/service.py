"""Invitations, enrolment, sessions and tokens: who gets in, and how it ends."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

import sqlalchemy as sa
import structlog

from server.database import db, now
from server.errors import Forbidden, NotFound

from .identity import Identity
from .models import ApiToken, DeviceSession, Invitation, Person
from .secrets import TOKEN_PREFIX, keyed_hash, new_secret

log = structlog.get_logger("cordee.accounts")

INVITATION_LIFETIME = timedelta(days=7)
SESSION_IDLE = timedelta(days=30)
SESSION_LIFETIME = timedelta(days=180)  # a season with its preparation; then a new invitation
SEEN_EVERY = timedelta(minutes=10)  # a write per request would cost more than the knowledge is worth
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


def invite(role: str, shop_id: str, created_by: str) -> Invited:
    """Make a one-time invitation and commit it."""
    secret = new_secret()
    row = Invitation(
        secret_hash=keyed_hash(secret),
        role=role,
        shop_id=shop_id,
        created_by=created_by,
        expires_at=now() + INVITATION_LIFETIME,
    )
    db.session.add(row)
    db.session.commit()
    log.info("invited", invitation=row.id, role=role, shop=shop_id, by=created_by)
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


def enrol(secret: str, name: str, device: str) -> tuple[DeviceSession, str] | None:
    """Use an invitation up and open a session for a new person; ``None`` where it is unknown, used or expired.

    The invitation is claimed by one conditional update, in one transaction with what it brings: two devices that open
    the same link at once cannot both get in, and a crash in between leaves the link usable.
    """
    moment = now()
    claimed = db.session.execute(
        sa.update(Invitation)
        .where(
            Invitation.secret_hash == keyed_hash(secret),
            Invitation.used_at.is_(None),
            Invitation.expires_at > moment,
        )
        .values(used_at=moment)
        .returning(Invitation.role, Invitation.shop_id)
    ).one_or_none()
    if claimed is None:
        db.session.rollback()
        log.warning("enrolment-refused")
        return None
    return _enter(claimed.role, claimed.shop_id, name, device)


def enter_demonstration(role: str, shop_id: str, device: str) -> tuple[DeviceSession, str]:
    """Open a session in the demonstration shop without an invitation."""
    return _enter(role, shop_id, "", device)


def _enter(role: str, shop_id: str, name: str, device: str) -> tuple[DeviceSession, str]:
    secret = new_secret()
    person = Person(name=name.strip() or ROLE_NAMES[role], role=role, shop_id=shop_id)
    session = DeviceSession(
        person=person, secret_hash=keyed_hash(secret), device=device, expires_at=now() + SESSION_LIFETIME
    )
    db.session.add_all([person, session])
    db.session.commit()
    log.info("enrolled", session=session.id, person=person.id, role=role, shop=shop_id)
    return session, secret


def identify_session(secret: str) -> Identity | None:
    """Return who holds this cookie; ``None`` where it is unknown, revoked, idle too long or too old."""
    if not secret:
        return None
    moment = now()
    session = db.session.scalar(
        sa.select(DeviceSession).where(
            DeviceSession.secret_hash == keyed_hash(secret),
            DeviceSession.revoked_at.is_(None),
            DeviceSession.expires_at > moment,
            DeviceSession.last_seen_at > moment - SESSION_IDLE,
        )
    )
    if session is None:
        return None
    if moment - session.last_seen_at > SEEN_EVERY:
        session.last_seen_at = moment
        db.session.commit()
    person = session.person
    return Identity(person.role, person.shop_id, person.name, person_id=person.id, session_id=session.id)


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
    db.session.commit()
    log.info("session-revoked", session=session_id, by=caller.author if caller else "command line")


def new_token(role: str, shop_id: str, name: str) -> tuple[ApiToken, str]:
    """Make a bearer token for a machine and commit it. The secret is returned once."""
    secret = TOKEN_PREFIX + new_secret()
    token = ApiToken(secret_hash=keyed_hash(secret), role=role, shop_id=shop_id, name=name)
    db.session.add(token)
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
    db.session.commit()
    log.info("token-revoked", token=token_id, by=caller.author if caller else "command line")
