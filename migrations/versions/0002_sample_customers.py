"""Keep what the sample customers are told by each revision."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("revisions", sa.Column("samples", sa.LargeBinary(), nullable=True))
    op.add_column("imports", sa.Column("samples", sa.LargeBinary(), nullable=True))


def downgrade() -> None:
    op.drop_column("imports", "samples")
    op.drop_column("revisions", "samples")
