"""Keep what shops asked and since when, and changes of prices that wait for their day."""

from __future__ import annotations

import json
import zlib
from typing import Any

import sqlalchemy as sa
from alembic import context, op

revision = "0012"
down_revision = "0011"
branch_labels = None
depends_on = None

STATES = "state IN ('tried', 'planned', 'publishing', 'published', 'cancelled', 'failed')"


def upgrade() -> None:
    periods = op.create_table(
        "price_periods",
        sa.Column("shop_id", sa.String(length=64), nullable=False),
        sa.Column("gtin", sa.String(length=14), nullable=False),
        sa.Column("revision", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("price_cents", sa.Integer(), nullable=False),
        sa.Column("reference_price_cents", sa.Integer(), nullable=True),
        sa.Column("since_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("until_at", sa.DateTime(timezone=True), nullable=True),
        sa.PrimaryKeyConstraint("shop_id", "gtin", "revision", name=op.f("pk_price_periods")),
    )
    op.create_index("ix_price_periods_until", "price_periods", ["shop_id", "until_at"])
    op.create_table(
        "price_changes",
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("shop_id", sa.String(length=64), nullable=False),
        sa.Column("name", sa.String(length=200), nullable=False),
        sa.Column("author", sa.String(length=80), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("state", sa.String(length=16), nullable=False),
        sa.Column("import_id", sa.String(length=36), nullable=False),
        sa.Column("files", sa.LargeBinary(), nullable=False),
        sa.Column("expected", sa.LargeBinary(), nullable=False),
        sa.Column("count", sa.Integer(), nullable=False),
        sa.Column("starts_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("decided_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("decided_by", sa.String(length=80), nullable=True),
        sa.Column("published_revision", sa.Integer(), nullable=True),
        sa.Column("problem", sa.String(length=40), nullable=True),
        sa.Column("concerned", sa.JSON(), nullable=True),
        sa.CheckConstraint(STATES, name=op.f("ck_price_changes_state_known")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_price_changes")),
    )
    op.create_index(op.f("ix_price_changes_created_at"), "price_changes", ["created_at"])
    op.create_index("ix_price_changes_due", "price_changes", ["state", "starts_at"])
    op.create_index(op.f("ix_price_changes_import_id"), "price_changes", ["import_id"])
    if not context.is_offline_mode() and periods is not None:
        _remember(periods)


def downgrade() -> None:
    op.drop_table("price_changes")
    op.drop_table("price_periods")


def _remember(periods: sa.Table) -> None:
    """Write the record of the revisions that are there: it begins with the first and claims nothing earlier."""
    revisions = sa.table(
        "revisions",
        sa.column("number", sa.Integer()),
        sa.column("source", sa.LargeBinary()),
        sa.column("published_at", sa.DateTime(timezone=True)),
    )
    bind = op.get_bind()
    numbers = bind.scalars(sa.select(revisions.c.number).order_by(revisions.c.number)).all()
    standing: dict[tuple[str, str], dict[str, Any]] = {}
    for number in numbers:  # one at a time: a revision is large
        row = bind.execute(
            sa.select(revisions.c.source, revisions.c.published_at).where(revisions.c.number == number)
        ).one()
        shops = json.loads(zlib.decompress(row.source))["shops"]
        _follow(bind, periods, standing, _asked(shops), number, row.published_at)
    if standing:
        bind.execute(sa.insert(periods), list(standing.values()))


def _asked(shops: dict[str, Any]) -> dict[tuple[str, str], tuple[int, int | None]]:
    return {
        (shop, gtin): (pair[0], pair[1]) for shop, entry in shops.items() for gtin, pair in entry["assortment"].items()
    }


def _follow(
    bind: sa.Connection,
    periods: sa.Table,
    standing: dict[tuple[str, str], dict[str, Any]],
    asked: dict[tuple[str, str], tuple[int, int | None]],
    number: int,
    at: Any,
) -> None:
    """Write the periods that a revision ends, and begin those it begins."""
    ended = [
        key for key, row in standing.items() if asked.get(key) != (row["price_cents"], row["reference_price_cents"])
    ]
    closed = [{**standing.pop(key), "until_at": at} for key in ended]
    if closed:
        bind.execute(sa.insert(periods), closed)
    for (shop, gtin), (price, reference) in asked.items():
        if (shop, gtin) not in standing:
            standing[shop, gtin] = {
                "shop_id": shop,
                "gtin": gtin,
                "revision": number,
                "price_cents": price,
                "reference_price_cents": reference,
                "since_at": at,
                "until_at": None,
            }
