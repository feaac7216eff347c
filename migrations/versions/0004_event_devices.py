"""Know the phones by what they bring and report, and who carried an event for its author."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("events", sa.Column("carried_by", sa.String(length=36), nullable=True))
    op.create_table(
        "event_devices",
        sa.Column("id", sa.String(length=64), nullable=False),
        sa.Column("shop_id", sa.String(length=64), nullable=False),
        sa.Column("person_id", sa.String(length=36), nullable=True),
        sa.Column("person", sa.String(length=80), nullable=False),
        sa.Column("session_id", sa.String(length=36), nullable=True),
        sa.Column("first_seen_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("last_seen_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("clock_offset_ms", sa.BigInteger(), nullable=True),
        sa.Column("reported_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("waiting", sa.Integer(), nullable=True),
        sa.Column("refused", sa.Integer(), nullable=True),
        sa.Column("oldest_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("last_seq", sa.BigInteger(), nullable=True),
        sa.Column("unexplained", sa.Integer(), nullable=True),
        sa.Column("replaced_by", sa.String(length=64), nullable=True),
        sa.PrimaryKeyConstraint("id", "shop_id", name=op.f("pk_event_devices")),
    )
    op.create_index(op.f("ix_event_devices_session_id"), "event_devices", ["session_id"])


def downgrade() -> None:
    op.drop_index(op.f("ix_event_devices_session_id"), "event_devices")
    op.drop_table("event_devices")
    with op.batch_alter_table("events") as batch:
        batch.drop_column("carried_by")
