"""Keep what phones record, each event once, and what try-ons showed."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "events",
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("kind", sa.String(length=40), nullable=False),
        sa.Column("format", sa.Integer(), nullable=False),
        sa.Column("shop_id", sa.String(length=64), nullable=False),
        sa.Column("device_id", sa.String(length=64), nullable=False),
        sa.Column("seq", sa.BigInteger(), nullable=False),
        sa.Column("author_id", sa.String(length=36), nullable=True),
        sa.Column("author", sa.String(length=80), nullable=False),
        sa.Column("happened_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("local_time", sa.String(length=40), nullable=False),
        sa.Column("clock_offset_ms", sa.BigInteger(), nullable=True),
        sa.Column("received_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("content_hash", sa.String(length=64), nullable=False),
        sa.Column("payload", sa.JSON(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_events")),
    )
    op.create_index("ix_events_shop_kind", "events", ["shop_id", "kind"])
    op.create_index("ix_events_device", "events", ["device_id", "seq"])
    op.create_table(
        "event_conflicts",
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("event_id", sa.String(length=36), nullable=False),
        sa.Column("content_hash", sa.String(length=64), nullable=False),
        sa.Column("shop_id", sa.String(length=64), nullable=False),
        sa.Column("author", sa.String(length=80), nullable=False),
        sa.Column("received_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("body", sa.JSON(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_event_conflicts")),
        sa.UniqueConstraint("event_id", "content_hash", name="uq_event_conflicts_event_id"),
    )
    op.create_table(
        "try_ons",
        sa.Column("event_id", sa.String(length=36), nullable=False),
        sa.Column("shop_id", sa.String(length=64), nullable=False),
        sa.Column("ref", sa.String(length=100), nullable=False),
        sa.Column("verdict", sa.String(length=8), nullable=False),
        sa.CheckConstraint("verdict IN ('smaller', 'right', 'larger')", name=op.f("ck_try_ons_verdict_known")),
        sa.ForeignKeyConstraint(
            ["event_id"], ["events.id"], name=op.f("fk_try_ons_event_id_events"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("event_id", name=op.f("pk_try_ons")),
    )
    op.create_index("ix_try_ons_shop_ref", "try_ons", ["shop_id", "ref"])


def downgrade() -> None:
    op.drop_index("ix_try_ons_shop_ref", "try_ons")
    op.drop_table("try_ons")
    op.drop_table("event_conflicts")
    op.drop_index("ix_events_device", "events")
    op.drop_index("ix_events_shop_kind", "events")
    op.drop_table("events")
