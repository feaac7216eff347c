"""Remember what the columns of suppliers' tables mean."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0015"
down_revision = "0014"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "supplier_mappings",
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("supplier", sa.String(length=80), nullable=False),
        sa.Column("shape", sa.String(length=64), nullable=False),
        sa.Column("titles", sa.JSON(), nullable=False),
        sa.Column("mapping", sa.JSON(), nullable=False),
        sa.Column("author", sa.String(length=80), nullable=False),
        sa.Column("changed_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_supplier_mappings")),
        sa.UniqueConstraint("supplier", "shape", name=op.f("uq_supplier_mappings_supplier")),
    )
    op.create_index(op.f("ix_supplier_mappings_shape"), "supplier_mappings", ["shape"])


def downgrade() -> None:
    op.drop_index(op.f("ix_supplier_mappings_shape"), table_name="supplier_mappings")
    op.drop_table("supplier_mappings")
