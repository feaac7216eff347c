"""Share a phone among several people, let somebody known come back, and remember who left."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "shared_phones",
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("secret_hash", sa.String(length=64), nullable=False),
        sa.Column("shop_id", sa.String(length=64), nullable=False),
        sa.Column("name", sa.String(length=80), nullable=False),
        sa.Column("created_by", sa.String(length=80), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("last_seen_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("expires_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("revoked_at", sa.DateTime(timezone=True), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_shared_phones")),
        sa.UniqueConstraint("secret_hash", name=op.f("uq_shared_phones_secret_hash")),
    )
    op.create_index(op.f("ix_shared_phones_shop_id"), "shared_phones", ["shop_id"])
    op.create_table(
        "phone_people",
        sa.Column("phone_id", sa.String(length=36), nullable=False),
        sa.Column("person_id", sa.String(length=36), nullable=False),
        sa.Column("pin_hash", sa.String(length=120), nullable=False),
        sa.Column("failures", sa.Integer(), server_default="0", nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("last_entered_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(
            ["phone_id"], ["shared_phones.id"], name=op.f("fk_phone_people_phone_id_shared_phones"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["person_id"], ["people.id"], name=op.f("fk_phone_people_person_id_people"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("phone_id", "person_id", name=op.f("pk_phone_people")),
    )
    op.create_index(op.f("ix_phone_people_person_id"), "phone_people", ["person_id"])
    op.create_table(
        "shop_locks",
        sa.Column("shop_id", sa.String(length=64), nullable=False),
        sa.Column("minutes", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("shop_id", name=op.f("pk_shop_locks")),
    )
    op.add_column("people", sa.Column("ended_at", sa.DateTime(timezone=True), nullable=True))
    with op.batch_alter_table("invitations") as batch:
        batch.add_column(sa.Column("shared", sa.Boolean(), server_default=sa.false(), nullable=False))
        batch.add_column(sa.Column("person_id", sa.String(length=36), nullable=True))
        batch.create_foreign_key(
            op.f("fk_invitations_person_id_people"), "people", ["person_id"], ["id"], ondelete="CASCADE"
        )
    with op.batch_alter_table("device_sessions") as batch:
        batch.add_column(sa.Column("phone_id", sa.String(length=36), nullable=True))
        batch.add_column(sa.Column("key_hash", sa.String(length=64), nullable=True))
        batch.create_foreign_key(
            op.f("fk_device_sessions_phone_id_shared_phones"),
            "shared_phones",
            ["phone_id"],
            ["id"],
            ondelete="CASCADE",
        )
        batch.create_index(op.f("ix_device_sessions_phone_id"), ["phone_id"])


def downgrade() -> None:
    with op.batch_alter_table("device_sessions") as batch:
        batch.drop_index(op.f("ix_device_sessions_phone_id"))
        batch.drop_constraint(op.f("fk_device_sessions_phone_id_shared_phones"), type_="foreignkey")
        batch.drop_column("key_hash")
        batch.drop_column("phone_id")
    with op.batch_alter_table("invitations") as batch:
        batch.drop_constraint(op.f("fk_invitations_person_id_people"), type_="foreignkey")
        batch.drop_column("person_id")
        batch.drop_column("shared")
    op.drop_column("people", "ended_at")
    op.drop_table("shop_locks")
    op.drop_index(op.f("ix_phone_people_person_id"), "phone_people")
    op.drop_table("phone_people")
    op.drop_index(op.f("ix_shared_phones_shop_id"), "shared_phones")
    op.drop_table("shared_phones")
