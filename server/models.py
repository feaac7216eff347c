"""Every table, so that migrations see them all."""

from __future__ import annotations

from .accounts.models import ApiToken, DeviceSession, Invitation, Person
from .catalogue.models import Revision
from .imports.models import Import
from .stock.models import StockLevel, StockVersion

__all__ = ["ApiToken", "DeviceSession", "Import", "Invitation", "Person", "Revision", "StockLevel", "StockVersion"]
