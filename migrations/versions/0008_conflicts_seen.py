"""Remember who has looked at an event that came under the id of another one."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table("event_conflicts") as table:
        table.add_column(sa.Column("seen_at", sa.DateTime(timezone=True), nullable=True))
        table.add_column(sa.Column("seen_by", sa.String(length=80), nullable=True))


def downgrade() -> None:
    with op.batch_alter_table("event_conflicts") as table:
        table.drop_column("seen_by")
        table.drop_column("seen_at")
