"""The whole outfit for an activity within one budget."""

from __future__ import annotations

from typing import Any

import orjson
from flask import Response

from server import access
from server.api import Blueprint, json_bytes
from server.language import wanted

from . import service
from .schemas import OutfitQuestionSchema, OutfitSchema

blueprint = Blueprint("outfits", __name__, url_prefix="/api/v1", description="From skin to shell, head to foot")


@blueprint.post("/outfits")
@access.public
@blueprint.arguments(OutfitQuestionSchema)
@blueprint.response(200, OutfitSchema)
@blueprint.errors(404, 503)
def compose(question: dict[str, Any]) -> Response:
    """Compose the outfit with the best total score within the budget, in the customer's sizes, from what is here."""
    return json_bytes(orjson.dumps(service.compose(question, wanted(question.get("lang")))))
