"""Keep advice with its outcomes, questions without an answer, and remarks."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None


def upgrade() -> None:
    _advice()
    _outcomes()
    _questions()


def _belongs_to_an_event(table: str, column: str = "event_id") -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint(
        [column], ["events.id"], name=op.f(f"fk_{table}_{column}_events"), ondelete="CASCADE"
    )


def _advice() -> None:
    words = ("activity", "wanted", "weather", "effort", "duration", "audience", "size")
    op.create_table(
        "advices",
        sa.Column("event_id", sa.String(length=36), nullable=False),
        sa.Column("shop_id", sa.String(length=64), nullable=False),
        sa.Column("happened_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("local_day", sa.String(length=10), nullable=False),
        sa.Column("source", sa.String(length=8), nullable=False),
        sa.Column("lang", sa.String(length=2), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        *(sa.Column(word, sa.String(length=64), nullable=True) for word in words),
        sa.Column("temperature_c", sa.Integer(), nullable=True),
        sa.Column("wind_kmh", sa.Integer(), nullable=True),
        sa.Column("budget_cents", sa.Integer(), nullable=True),
        sa.Column("remaining", sa.Integer(), nullable=False),
        sa.Column("here", sa.Integer(), nullable=True),
        sa.Column("unmet", sa.String(length=12), nullable=True),
        sa.CheckConstraint(
            "source IN ('finder', 'words', 'scan', 'search', 'outfit')", name=op.f("ck_advices_source_known")
        ),
        sa.CheckConstraint("unmet IN ('empty', 'out-of-size', 'relaxed')", name=op.f("ck_advices_unmet_known")),
        _belongs_to_an_event("advices"),
        sa.PrimaryKeyConstraint("event_id", name=op.f("pk_advices")),
    )
    op.create_index("ix_advices_shop_day", "advices", ["shop_id", "local_day"])
    op.create_index("ix_advices_shop_activity", "advices", ["shop_id", "activity", "wanted"])
    op.create_table(
        "advised_pieces",
        sa.Column("event_id", sa.String(length=36), nullable=False),
        sa.Column("place", sa.Integer(), nullable=False),
        sa.Column("ref", sa.String(length=100), nullable=False),
        sa.Column("score", sa.Integer(), nullable=True),
        _belongs_to_an_event("advised_pieces"),
        sa.PrimaryKeyConstraint("event_id", "place", name=op.f("pk_advised_pieces")),
    )
    op.create_index("ix_advised_pieces_ref", "advised_pieces", ["ref"])
    op.create_table(
        "advised_wishes",
        sa.Column("event_id", sa.String(length=36), nullable=False),
        sa.Column("strength", sa.String(length=8), nullable=False),
        sa.Column("wish", sa.String(length=64), nullable=False),
        sa.CheckConstraint(
            "strength IN ('must', 'must_not', 'prefer', 'relaxed')", name=op.f("ck_advised_wishes_strength_known")
        ),
        _belongs_to_an_event("advised_wishes"),
        sa.PrimaryKeyConstraint("event_id", "strength", "wish", name=op.f("pk_advised_wishes")),
    )


def _outcomes() -> None:
    op.create_table(
        "outcomes",
        sa.Column("event_id", sa.String(length=36), nullable=False),
        sa.Column("shop_id", sa.String(length=64), nullable=False),
        sa.Column("advice_id", sa.String(length=36), nullable=True),
        sa.Column("seq", sa.BigInteger(), nullable=False),
        sa.Column("local_day", sa.String(length=10), nullable=False),
        sa.Column("result", sa.String(length=8), nullable=False),
        sa.Column("reason", sa.String(length=16), nullable=True),
        sa.Column("visitor", sa.String(length=8), nullable=True),
        sa.CheckConstraint("result IN ('sold', 'ordered', 'tried', 'left')", name=op.f("ck_outcomes_result_known")),
        sa.CheckConstraint(
            "reason IN ('size', 'price', 'colour', 'not-convinced', 'just-looking', 'not-here')",
            name=op.f("ck_outcomes_reason_known"),
        ),
        sa.CheckConstraint("visitor IN ('local', 'visitor')", name=op.f("ck_outcomes_visitor_known")),
        _belongs_to_an_event("outcomes"),
        sa.PrimaryKeyConstraint("event_id", name=op.f("pk_outcomes")),
    )
    op.create_index("ix_outcomes_shop_advice", "outcomes", ["shop_id", "advice_id", "seq"])
    op.create_index("ix_outcomes_shop_day", "outcomes", ["shop_id", "local_day"])
    op.create_table(
        "outcome_pieces",
        sa.Column("event_id", sa.String(length=36), nullable=False),
        sa.Column("ref", sa.String(length=100), nullable=False),
        _belongs_to_an_event("outcome_pieces"),
        sa.PrimaryKeyConstraint("event_id", "ref", name=op.f("pk_outcome_pieces")),
    )


def _questions() -> None:
    op.create_table(
        "questions",
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("shop_id", sa.String(length=64), nullable=False),
        sa.Column("asked_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("question", sa.String(length=500), nullable=False),
        sa.Column("ref", sa.String(length=100), nullable=True),
        sa.Column("answers", sa.JSON(none_as_null=True), nullable=True),
        sa.Column("answer", sa.String(length=1000), nullable=True),
        sa.Column("answered_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("answered_role", sa.String(length=16), nullable=True),
        sa.Column("answered_by", sa.String(length=80), nullable=True),
        _belongs_to_an_event("questions", "id"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_questions")),
    )
    op.create_index("ix_questions_shop_asked", "questions", ["shop_id", "asked_at"])
    op.create_table(
        "remarks",
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("shop_id", sa.String(length=64), nullable=False),
        sa.Column("said_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("text", sa.String(length=500), nullable=False),
        sa.Column("about", sa.String(length=8), nullable=False),
        sa.Column("ref", sa.String(length=100), nullable=True),
        sa.CheckConstraint("about IN ('product', 'range', 'shop')", name=op.f("ck_remarks_about_known")),
        _belongs_to_an_event("remarks", "id"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_remarks")),
    )
    op.create_index("ix_remarks_shop_id", "remarks", ["shop_id", "id"])


def downgrade() -> None:
    op.drop_index("ix_remarks_shop_id", "remarks")
    op.drop_table("remarks")
    op.drop_index("ix_questions_shop_asked", "questions")
    op.drop_table("questions")
    op.drop_table("outcome_pieces")
    op.drop_index("ix_outcomes_shop_day", "outcomes")
    op.drop_index("ix_outcomes_shop_advice", "outcomes")
    op.drop_table("outcomes")
    op.drop_table("advised_wishes")
    op.drop_index("ix_advised_pieces_ref", "advised_pieces")
    op.drop_table("advised_pieces")
    op.drop_index("ix_advices_shop_activity", "advices")
    op.drop_index("ix_advices_shop_day", "advices")
    op.drop_table("advices")
