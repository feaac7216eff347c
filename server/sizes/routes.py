"""Size advice."""

from __future__ import annotations

from typing import Any

from server import access
from server.api import Blueprint
from server.language import wanted

from . import service
from .schemas import SizeAnswerSchema, SizeQuestionSchema

blueprint = Blueprint("sizes", __name__, url_prefix="/api/v1", description="Which size, and how sure")


@blueprint.post("/size-advice")
@access.public
@blueprint.arguments(SizeQuestionSchema)
@blueprint.response(200, SizeAnswerSchema)
@blueprint.errors(404, 503)
def advise_size(question: dict[str, Any]) -> Any:
    """Tell the size for measurements, a usual size or an age; never a guess dressed as a fact."""
    return service.advise(question, wanted(question.pop("lang", None)))
