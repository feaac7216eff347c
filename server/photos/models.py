"""Photos and their files, those that wait for a decision, and which revision names which."""

from __future__ import annotations

from datetime import datetime

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, mapped_column

from server.database import Model, UTCDateTime, new_id, now


class Photo(Model):
    """A photo, named by the SHA-256 of its master. What shows what is said in the catalogue alone."""

    __tablename__ = "photos"

    photo: Mapped[str] = mapped_column(sa.String(64), primary_key=True)
    width: Mapped[int] = mapped_column(sa.Integer)
    height: Mapped[int] = mapped_column(sa.Integer)
    brought_at: Mapped[datetime] = mapped_column(UTCDateTime(), default=now)
    """When somebody last dropped it: it is not collected for a while after."""


class PhotoFile(Model):
    """One file of a photo. ``kind`` is its ending, and ``master`` with a width of 0 for what the others are made of."""

    __tablename__ = "photo_files"

    photo: Mapped[str] = mapped_column(sa.ForeignKey("photos.photo", ondelete="CASCADE"), primary_key=True)
    width: Mapped[int] = mapped_column(sa.Integer, primary_key=True, autoincrement=False)
    kind: Mapped[str] = mapped_column(sa.String(8), primary_key=True)
    content: Mapped[bytes] = mapped_column(sa.LargeBinary, deferred=True)


class PhotoDraft(Model):
    """A photo that waits: what is proposed for it, or what a person has decided. Published, it is gone from here."""

    __tablename__ = "photo_drafts"

    id: Mapped[str] = mapped_column(sa.String(36), primary_key=True, default=new_id)
    photo: Mapped[str] = mapped_column(sa.ForeignKey("photos.photo", ondelete="CASCADE"), unique=True)
    name: Mapped[str] = mapped_column(sa.String(200))
    """What the file was called: it is read for its words, and names no file of ours."""
    author: Mapped[str] = mapped_column(sa.String(80))
    created_at: Mapped[datetime] = mapped_column(UTCDateTime(), default=now, index=True)
    ref: Mapped[str | None] = mapped_column(sa.String(80))
    """The piece and what follows as a person decided it; ``None`` where only the name speaks."""
    colour: Mapped[str | None] = mapped_column(sa.String(60))
    position: Mapped[int | None] = mapped_column(sa.Integer)
    focus_x: Mapped[int] = mapped_column(sa.Integer)
    focus_y: Mapped[int] = mapped_column(sa.Integer)
    alt: Mapped[dict[str, str] | None] = mapped_column(sa.JSON(none_as_null=True))
    import_id: Mapped[str | None] = mapped_column(sa.String(36))
    """The dry run that it is part of; with that published, the photo no longer waits."""


class RevisionPhoto(Model):
    """Which revision names which photo: what no recent one names is collected."""

    __tablename__ = "revision_photos"

    photo: Mapped[str] = mapped_column(sa.String(64), primary_key=True)
    revision: Mapped[int] = mapped_column(sa.ForeignKey("revisions.number"), primary_key=True, autoincrement=False)
