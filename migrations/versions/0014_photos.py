"""Keep photos, those that wait for a decision, and which revision names which."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0014"
down_revision = "0013"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "photos",
        sa.Column("photo", sa.String(length=64), nullable=False),
        sa.Column("width", sa.Integer(), nullable=False),
        sa.Column("height", sa.Integer(), nullable=False),
        sa.Column("brought_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("photo", name=op.f("pk_photos")),
    )
    op.create_table(
        "photo_files",
        sa.Column("photo", sa.String(length=64), nullable=False),
        sa.Column("width", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("kind", sa.String(length=8), nullable=False),
        sa.Column("content", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(
            ["photo"], ["photos.photo"], name=op.f("fk_photo_files_photo_photos"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("photo", "width", "kind", name=op.f("pk_photo_files")),
    )
    op.create_table(
        "photo_drafts",
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("photo", sa.String(length=64), nullable=False),
        sa.Column("name", sa.String(length=200), nullable=False),
        sa.Column("author", sa.String(length=80), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("ref", sa.String(length=80), nullable=True),
        sa.Column("colour", sa.String(length=60), nullable=True),
        sa.Column("position", sa.Integer(), nullable=True),
        sa.Column("focus_x", sa.Integer(), nullable=False),
        sa.Column("focus_y", sa.Integer(), nullable=False),
        sa.Column("alt", sa.JSON(none_as_null=True), nullable=True),
        sa.Column("import_id", sa.String(length=36), nullable=True),
        sa.ForeignKeyConstraint(
            ["photo"], ["photos.photo"], name=op.f("fk_photo_drafts_photo_photos"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_photo_drafts")),
        sa.UniqueConstraint("photo", name=op.f("uq_photo_drafts_photo")),
    )
    op.create_index(op.f("ix_photo_drafts_created_at"), "photo_drafts", ["created_at"])
    op.create_table(
        "revision_photos",
        sa.Column("photo", sa.String(length=64), nullable=False),
        sa.Column("revision", sa.Integer(), autoincrement=False, nullable=False),
        sa.ForeignKeyConstraint(["revision"], ["revisions.number"], name=op.f("fk_revision_photos_revision_revisions")),
        sa.PrimaryKeyConstraint("photo", "revision", name=op.f("pk_revision_photos")),
    )


def downgrade() -> None:
    for table in ("revision_photos", "photo_drafts", "photo_files", "photos"):
        op.drop_table(table)
