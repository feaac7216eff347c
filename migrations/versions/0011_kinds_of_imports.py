"""Say of an import which room it came from."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0011"
down_revision = "0010"
branch_labels = None
depends_on = None

KNOWN = "kind IN ('file', 'edit', 'photos', 'prices', 'knowledge')"


def upgrade() -> None:
    with op.batch_alter_table("imports") as table:
        table.add_column(sa.Column("kind", sa.String(length=16), nullable=False, server_default="file"))
        table.create_check_constraint(op.f("ck_imports_kind_known"), KNOWN)


def downgrade() -> None:
    with op.batch_alter_table("imports") as table:
        table.drop_constraint(op.f("ck_imports_kind_known"), type_="check")
        table.drop_column("kind")
