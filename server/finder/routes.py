"""The finder: its questions, and its advice."""

from __future__ import annotations

from typing import Any

import orjson
from flask import Response

from catalog.text import localise
from server import access
from server.api import Blueprint, json_bytes
from server.catalogue import documents
from server.catalogue.schemas import LanguageQuery
from server.catalogue.service import Published, current
from server.language import wanted

from . import service
from .schemas import AdviceSchema, FinderQuestionSchema, FinderSchema

blueprint = Blueprint("finder", __name__, url_prefix="/api/v1", description="Justified advice")


@blueprint.get("/finder")
@access.public
@blueprint.arguments(LanguageQuery, location="query")
@blueprint.response(200, FinderSchema, headers=documents.HEADERS)
@blueprint.alt_response(304, description="You have it.", success=True)
@blueprint.errors(503)
def show_finder(query: dict[str, Any]) -> Response:
    """Show the questions, answers and criteria of the revision."""
    published, lang = current(), wanted(query.get("lang"))
    return documents.answer(published, ("finder", lang), lambda: _finder(published, lang))


@blueprint.post("/finder")
@access.public
@blueprint.arguments(FinderQuestionSchema)
@blueprint.response(200, AdviceSchema)
@blueprint.errors(404, 503)
def advise(question: dict[str, Any]) -> Response:
    """Rank the pieces for what is known of the need, with reasons, limits and what would bring more."""
    return json_bytes(orjson.dumps(service.advise(question, wanted(question.get("lang")))))


def _finder(published: Published, lang: str) -> dict[str, Any]:
    return {"revision": published.revision, **localise(published.document["finder"], lang)}
