"""Know a file that is sent a second time under the same key."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0016"
down_revision = "0015"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "import_keys",
        sa.Column("owner", sa.String(length=36), nullable=False),
        sa.Column("key", sa.String(length=128), nullable=False),
        sa.Column("content", sa.String(length=64), nullable=False),
        sa.Column("import_id", sa.String(length=36), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("owner", "key", name=op.f("pk_import_keys")),
    )
    op.create_index(op.f("ix_import_keys_created_at"), "import_keys", ["created_at"])


def downgrade() -> None:
    op.drop_index(op.f("ix_import_keys_created_at"), table_name="import_keys")
    op.drop_table("import_keys")
