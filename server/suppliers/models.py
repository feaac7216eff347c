"""What a person said of a supplier's table, once for every file with the same titles."""

from __future__ import annotations

from datetime import datetime
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, mapped_column

from server.database import Model, UTCDateTime, new_id, now


class SupplierMapping(Model):
    """A mapping of a supplier. ``shape`` tells the table's titles; the newest one of a shape holds."""

    __tablename__ = "supplier_mappings"

    id: Mapped[str] = mapped_column(sa.String(36), primary_key=True, default=new_id)
    supplier: Mapped[str] = mapped_column(sa.String(80))
    shape: Mapped[str] = mapped_column(sa.String(64), index=True)
    titles: Mapped[list[str]] = mapped_column(sa.JSON)
    """The titles as the file had them, for a person to know the table again."""
    mapping: Mapped[dict[str, Any]] = mapped_column(sa.JSON)
    author: Mapped[str] = mapped_column(sa.String(80))
    changed_at: Mapped[datetime] = mapped_column(UTCDateTime(), default=now)

    __table_args__ = (sa.UniqueConstraint("supplier", "shape", name="uq_supplier_mappings_supplier"),)
