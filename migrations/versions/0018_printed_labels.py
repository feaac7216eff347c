"""Keep what the labels in the shops say, so that those that are out of date can be told."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0018"
down_revision = "0017"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "printed_labels",
        sa.Column("shop_id", sa.String(length=64), nullable=False),
        sa.Column("kind", sa.String(length=8), nullable=False),
        sa.Column("gtin", sa.String(length=14), nullable=False),
        sa.Column("price_cents", sa.Integer(), nullable=False),
        sa.Column("reference_price_cents", sa.Integer(), nullable=True),
        sa.Column("run", sa.String(length=36), nullable=False),
        sa.Column("printed_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("author", sa.String(length=80), nullable=False),
        sa.Column("before", sa.JSON(), nullable=True),
        sa.PrimaryKeyConstraint("shop_id", "kind", "gtin", name=op.f("pk_printed_labels")),
    )
    op.create_index("ix_printed_labels_printed_at", "printed_labels", ["shop_id", "kind", "printed_at"])


def downgrade() -> None:
    op.drop_index("ix_printed_labels_printed_at", table_name="printed_labels")
    op.drop_table("printed_labels")
