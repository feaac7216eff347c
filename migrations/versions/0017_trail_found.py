"""Let deeds be found: by words, by who did them, by the pieces they touched."""

from __future__ import annotations

import unicodedata
from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0017"
down_revision = "0016"
branch_labels = None
depends_on = None

AT_ONCE = 500


def upgrade() -> None:
    op.create_table(
        "audit_pieces",
        sa.Column("ref", sa.String(length=100), nullable=False),
        sa.Column("entry_id", sa.String(length=36), nullable=False),
        sa.ForeignKeyConstraint(
            ["entry_id"],
            ["audit_entries.id"],
            name=op.f("fk_audit_pieces_entry_id_audit_entries"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("ref", "entry_id", name=op.f("pk_audit_pieces")),
    )
    op.create_index(op.f("ix_audit_pieces_entry_id"), "audit_pieces", ["entry_id"])
    with op.batch_alter_table("audit_entries") as table:
        table.add_column(sa.Column("words", sa.Text(), nullable=False, server_default=""))
        table.create_index(op.f("ix_audit_entries_author"), ["author", "id"])
    _write_words()


def downgrade() -> None:
    with op.batch_alter_table("audit_entries") as table:
        table.drop_index(op.f("ix_audit_entries_author"))
        table.drop_column("words")
    op.drop_index(op.f("ix_audit_pieces_entry_id"), table_name="audit_pieces")
    op.drop_table("audit_pieces")


def _write_words() -> None:
    """Say of the deeds that are there what they are found by, as the program says it of new ones."""
    entries = sa.table(
        "audit_entries",
        sa.column("id", sa.String),
        sa.column("author", sa.String),
        sa.column("details", sa.JSON),
        sa.column("words", sa.Text),
    )
    connection, last = op.get_bind(), ""
    while rows := connection.execute(
        sa.select(entries.c.id, entries.c.author, entries.c.details)
        .where(entries.c.id > last)
        .order_by(entries.c.id)
        .limit(AT_ONCE)
    ).all():
        for entry_id, author, details in rows:
            said = entries.update().where(entries.c.id == entry_id).values(words=_words(author, details))
            connection.execute(said)
        last = rows[-1][0]


def _words(author: str, details: dict[str, Any]) -> str:
    said = [author, *(str(value) for value in details.values() if isinstance(value, str | int))]
    decomposed = unicodedata.normalize("NFKD", " ".join(said).casefold())
    return "".join(letter for letter in decomposed if not unicodedata.combining(letter))
