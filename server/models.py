"""Every table, so that migrations see them all."""

from __future__ import annotations

from .accounts.models import ApiToken, DeviceSession, Invitation, Person
from .catalogue.models import Revision
from .events.models import Event, EventConflict
from .imports.models import Import
from .stock.models import StockLevel, StockVersion
from .try_ons.models import TryOn

__all__ = [
    "ApiToken",
    "DeviceSession",
    "Event",
    "EventConflict",
    "Import",
    "Invitation",
    "Person",
    "Revision",
    "StockLevel",
    "StockVersion",
    "TryOn",
]
