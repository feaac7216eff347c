"""Keep what was said of the stock, and how each level came to be."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "stock_moves",
        sa.Column("shop_id", sa.String(length=64), nullable=False),
        sa.Column("gtin", sa.String(length=14), nullable=False),
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("device_id", sa.String(length=64), nullable=False),
        sa.Column("seq", sa.BigInteger(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("amount", sa.Integer(), nullable=False),
        sa.Column("why", sa.String(length=16), nullable=True),
        sa.PrimaryKeyConstraint("shop_id", "gtin", "id", name=op.f("pk_stock_moves")),
    )
    op.execute(
        "INSERT INTO stock_moves (shop_id, gtin, id, device_id, seq, at, amount) "
        "SELECT shop_id, gtin, 'file', '', 0, counted_at, quantity FROM stock_levels"
    )
    for name in ("counted", "sold", "moved"):
        op.add_column("stock_levels", sa.Column(name, sa.Integer(), nullable=False, server_default="0"))
    op.add_column("stock_levels", sa.Column("moved_at", sa.DateTime(timezone=True), nullable=True))
    op.execute("UPDATE stock_levels SET counted = quantity")
    with op.batch_alter_table("stock_levels") as table:
        for name in ("counted", "sold", "moved"):
            table.alter_column(name, server_default=None)


def downgrade() -> None:
    with op.batch_alter_table("stock_levels") as table:
        for name in ("moved_at", "moved", "sold", "counted"):
            table.drop_column(name)
    op.drop_table("stock_moves")
