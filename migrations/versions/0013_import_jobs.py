"""Let an import be a job with files of its own; keep who did what; count what a revision changed."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0013"
down_revision = "0012"
branch_labels = None
depends_on = None

BEFORE = "state IN ('refused', 'ready', 'published')"
AFTER = "state IN ('queued', 'running', 'ready', 'refused', 'published', 'cancelled', 'failed')"


def upgrade() -> None:
    with op.batch_alter_table("imports") as table:
        table.drop_constraint(op.f("ck_imports_state_known"), type_="check")
        table.create_check_constraint(op.f("ck_imports_state_known"), AFTER)
        table.add_column(sa.Column("finished_at", sa.DateTime(timezone=True), nullable=True))
        table.add_column(sa.Column("removals", sa.Integer(), nullable=False, server_default="0"))
        table.add_column(sa.Column("progress", sa.JSON(none_as_null=True), nullable=True))
        table.add_column(sa.Column("claim", sa.String(length=36), nullable=True))
        table.add_column(sa.Column("claimed_until", sa.DateTime(timezone=True), nullable=True))
        table.add_column(sa.Column("attempts", sa.Integer(), nullable=False, server_default="0"))
        table.add_column(sa.Column("failure", sa.String(length=40), nullable=False, server_default=""))
        table.create_index("ix_imports_state", ["state", "created_at"])
    op.execute("UPDATE imports SET finished_at = created_at")
    op.create_table(
        "import_files",
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("import_id", sa.String(length=36), nullable=False),
        sa.Column("place", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(length=500), nullable=False),
        sa.Column("content", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(
            ["import_id"], ["imports.id"], name=op.f("fk_import_files_import_id_imports"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_import_files")),
    )
    op.create_index(op.f("ix_import_files_import_id"), "import_files", ["import_id"])
    with op.batch_alter_table("revisions") as table:
        table.add_column(sa.Column("counts", sa.JSON(none_as_null=True), nullable=True))

    op.create_table(
        "audit_entries",
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("action", sa.String(length=40), nullable=False),
        sa.Column("subject", sa.String(length=100), nullable=False),
        sa.Column("author", sa.String(length=200), nullable=False),
        sa.Column("role", sa.String(length=16), nullable=False),
        sa.Column("person_id", sa.String(length=36), nullable=True),
        sa.Column("token_id", sa.String(length=36), nullable=True),
        sa.Column("shop_id", sa.String(length=64), nullable=False),
        sa.Column("details", sa.JSON(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_audit_entries")),
    )
    op.create_index("ix_audit_entries_action", "audit_entries", ["action", "id"])
    op.create_index("ix_audit_entries_subject", "audit_entries", ["subject", "id"])


def downgrade() -> None:
    op.drop_table("audit_entries")
    with op.batch_alter_table("revisions") as table:
        table.drop_column("counts")
    op.drop_table("import_files")
    op.execute("DELETE FROM imports WHERE state IN ('queued', 'running', 'cancelled', 'failed')")
    with op.batch_alter_table("imports") as table:
        table.drop_index("ix_imports_state")
        for column in ("failure", "attempts", "claimed_until", "claim", "progress", "removals", "finished_at"):
            table.drop_column(column)
        table.drop_constraint(op.f("ck_imports_state_known"), type_="check")
        table.create_check_constraint(op.f("ck_imports_state_known"), BEFORE)
