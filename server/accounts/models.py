"""People, their invitations and devices, and the tokens of machines. Secrets are stored as keyed hashes only."""

from __future__ import annotations

from datetime import datetime

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, mapped_column, relationship

from server.database import Model, UTCDateTime, new_id, now


class Person(Model):
    """Somebody who works with Cordée. A shop's people belong to that shop."""

    __tablename__ = "people"

    id: Mapped[str] = mapped_column(sa.String(36), primary_key=True, default=new_id)
    name: Mapped[str] = mapped_column(sa.String(80))
    role: Mapped[str] = mapped_column(sa.String(16))
    shop_id: Mapped[str] = mapped_column(sa.String(64), index=True)
    created_at: Mapped[datetime] = mapped_column(UTCDateTime(), default=now)
    ended_at: Mapped[datetime | None] = mapped_column(UTCDateTime())
    """When they left the shop. The row stays: it is who wrote what they recorded."""


class Invitation(Model):
    """A link that enrols one device, once, before it expires.

    ``shared`` makes the device one of the shop, held by several people; ``person_id`` is who comes back, where nobody
    new is to come.
    """

    __tablename__ = "invitations"

    id: Mapped[str] = mapped_column(sa.String(36), primary_key=True, default=new_id)
    secret_hash: Mapped[str] = mapped_column(sa.String(64), unique=True)
    role: Mapped[str] = mapped_column(sa.String(16))
    shop_id: Mapped[str] = mapped_column(sa.String(64))
    created_by: Mapped[str] = mapped_column(sa.String(80))
    created_at: Mapped[datetime] = mapped_column(UTCDateTime(), default=now)
    expires_at: Mapped[datetime] = mapped_column(UTCDateTime())
    used_at: Mapped[datetime | None] = mapped_column(UTCDateTime())
    shared: Mapped[bool] = mapped_column(sa.Boolean, default=False, server_default=sa.false())
    person_id: Mapped[str | None] = mapped_column(sa.ForeignKey("people.id", ondelete="CASCADE"))


class SharedPhone(Model):
    """A phone of the shop that goes from hand to hand. Its cookie proves the phone, and opens nothing by itself."""

    __tablename__ = "shared_phones"

    id: Mapped[str] = mapped_column(sa.String(36), primary_key=True, default=new_id)
    secret_hash: Mapped[str] = mapped_column(sa.String(64), unique=True)
    shop_id: Mapped[str] = mapped_column(sa.String(64), index=True)
    name: Mapped[str] = mapped_column(sa.String(80))
    created_by: Mapped[str] = mapped_column(sa.String(80))
    created_at: Mapped[datetime] = mapped_column(UTCDateTime(), default=now)
    last_seen_at: Mapped[datetime] = mapped_column(UTCDateTime(), default=now)
    expires_at: Mapped[datetime] = mapped_column(UTCDateTime())
    revoked_at: Mapped[datetime | None] = mapped_column(UTCDateTime())

    people: Mapped[list[PhonePerson]] = relationship(back_populates="phone", cascade="all, delete-orphan")


class PhonePerson(Model):
    """Somebody who may take a shared phone, and the code for it there.

    ``failures`` counts the tries since the last right one.
    """

    __tablename__ = "phone_people"

    phone_id: Mapped[str] = mapped_column(sa.ForeignKey("shared_phones.id", ondelete="CASCADE"), primary_key=True)
    person_id: Mapped[str] = mapped_column(sa.ForeignKey("people.id", ondelete="CASCADE"), primary_key=True, index=True)
    pin_hash: Mapped[str] = mapped_column(sa.String(120))
    failures: Mapped[int] = mapped_column(sa.Integer, default=0, server_default="0")
    created_at: Mapped[datetime] = mapped_column(UTCDateTime(), default=now)
    last_entered_at: Mapped[datetime | None] = mapped_column(UTCDateTime())

    phone: Mapped[SharedPhone] = relationship(back_populates="people")
    person: Mapped[Person] = relationship(lazy="joined")


class ShopLock(Model):
    """After how many minutes without a touch the shared phones of a shop lock themselves."""

    __tablename__ = "shop_locks"

    shop_id: Mapped[str] = mapped_column(sa.String(64), primary_key=True)
    minutes: Mapped[int] = mapped_column(sa.Integer)


class DeviceSession(Model):
    """A person on a device. The cookie holds the secret; this row decides whether it still counts.

    On a shared phone (``phone_id``) the cookie is one half only: the other (``key_hash``) is kept where the phone's own
    script can throw it away, so that a lock holds without a network too.
    """

    __tablename__ = "device_sessions"

    id: Mapped[str] = mapped_column(sa.String(36), primary_key=True, default=new_id)
    secret_hash: Mapped[str] = mapped_column(sa.String(64), unique=True)
    person_id: Mapped[str] = mapped_column(sa.ForeignKey("people.id", ondelete="CASCADE"), index=True)
    device: Mapped[str] = mapped_column(sa.String(80))
    created_at: Mapped[datetime] = mapped_column(UTCDateTime(), default=now)
    last_seen_at: Mapped[datetime] = mapped_column(UTCDateTime(), default=now)
    expires_at: Mapped[datetime] = mapped_column(UTCDateTime())
    revoked_at: Mapped[datetime | None] = mapped_column(UTCDateTime())
    phone_id: Mapped[str | None] = mapped_column(sa.ForeignKey("shared_phones.id", ondelete="CASCADE"), index=True)
    key_hash: Mapped[str | None] = mapped_column(sa.String(64))

    person: Mapped[Person] = relationship(lazy="joined")
    phone: Mapped[SharedPhone | None] = relationship(lazy="joined")


class ApiToken(Model):
    """What a machine shows instead of a cookie."""

    __tablename__ = "api_tokens"

    id: Mapped[str] = mapped_column(sa.String(36), primary_key=True, default=new_id)
    secret_hash: Mapped[str] = mapped_column(sa.String(64), unique=True)
    name: Mapped[str] = mapped_column(sa.String(80))
    role: Mapped[str] = mapped_column(sa.String(16))
    shop_id: Mapped[str] = mapped_column(sa.String(64), index=True)
    created_at: Mapped[datetime] = mapped_column(UTCDateTime(), default=now)
    last_used_at: Mapped[datetime | None] = mapped_column(UTCDateTime())
    revoked_at: Mapped[datetime | None] = mapped_column(UTCDateTime())
