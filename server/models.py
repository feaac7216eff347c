"""Every table, so that migrations see them all."""

from __future__ import annotations

from .accounts.models import ApiToken, DeviceSession, Invitation, Person, PhonePerson, SharedPhone, ShopLock
from .audit.models import AuditEntry
from .catalogue.models import Revision
from .demand.models import Advice, AdvisedPiece, AdvisedWish, Outcome, OutcomePiece
from .events.models import Event, EventConflict, EventDevice
from .imports.models import Import, ImportFile, ImportKey
from .labels.models import PrintedLabel
from .photos.models import Photo, PhotoDraft, PhotoFile, RevisionPhoto
from .prices.models import PriceChange, PricePeriod
from .questions.models import Question, Remark
from .reviews.models import Review
from .stock.models import StockLevel, StockMove, StockVersion
from .suppliers.models import SupplierMapping
from .training.models import TrainingReview
from .try_ons.models import TryOn

__all__ = [
    "Advice",
    "AdvisedPiece",
    "AdvisedWish",
    "ApiToken",
    "AuditEntry",
    "DeviceSession",
    "Event",
    "EventConflict",
    "EventDevice",
    "Import",
    "ImportFile",
    "ImportKey",
    "Invitation",
    "Outcome",
    "OutcomePiece",
    "Person",
    "PhonePerson",
    "Photo",
    "PhotoDraft",
    "PhotoFile",
    "PriceChange",
    "PricePeriod",
    "PrintedLabel",
    "Question",
    "Remark",
    "Review",
    "Revision",
    "RevisionPhoto",
    "SharedPhone",
    "ShopLock",
    "StockLevel",
    "StockMove",
    "StockVersion",
    "SupplierMapping",
    "TrainingReview",
    "TryOn",
]
