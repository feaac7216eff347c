"""Keep what customers answer to the three questions."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "reviews",
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("shop_id", sa.String(length=64), nullable=False),
        sa.Column("said_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("ref", sa.String(length=100), nullable=False),
        sa.Column("lang", sa.String(length=2), nullable=False),
        sa.Column("found", sa.String(length=8), nullable=True),
        sa.Column("missing", sa.String(length=500), nullable=True),
        sa.Column("clear", sa.String(length=8), nullable=True),
        sa.Column("held", sa.String(length=12), nullable=True),
        sa.CheckConstraint("found IN ('yes', 'partly', 'no')", name=op.f("ck_reviews_found_known")),
        sa.CheckConstraint("clear IN ('clear', 'partly', 'unclear')", name=op.f("ck_reviews_clear_known")),
        sa.ForeignKeyConstraint(["id"], ["events.id"], name=op.f("fk_reviews_id_events"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_reviews")),
    )
    op.create_index("ix_reviews_shop_id", "reviews", ["shop_id", "id"])


def downgrade() -> None:
    op.drop_table("reviews")
