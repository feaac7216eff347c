"""Questions and remarks of a shop: for its phones, for who answers."""

from __future__ import annotations

import hashlib
from typing import Any

import orjson
from flask import Response, request

from server import access
from server.api import Blueprint, json_bytes
from server.catalogue.service import current
from server.errors import Forbidden, NotFound

from . import service
from .schemas import NewAnswerSchema, QuestionSchema, QuestionsSchema, RemarksQuery, RemarksSchema

blueprint = Blueprint("questions", __name__, url_prefix="/api/v1", description="Questions to answer, and remarks")
HEADERS = {"ETag": {"description": "Names this state of the questions.", "schema": {"type": "string"}}}
ANSWERERS = ("manager", "merchandiser", "administrator")


@blueprint.get("/shops/<string:shop>/questions")
@access.signed_in
@blueprint.response(200, QuestionsSchema, headers=HEADERS)
@blueprint.alt_response(304, description="You have it.", success=True)
@blueprint.errors(404, 503)
def show_questions(shop: str) -> Any:
    """Show what sellers of the shop did not know, with the answers given since. Nobody's name is in it."""
    _enter(shop)
    body = orjson.dumps(service.document(shop))
    tag = hashlib.sha256(body).hexdigest()[:32]
    response = Response(status=304) if request.if_none_match.contains(tag) else json_bytes(body)
    response.set_etag(tag)
    response.headers["Cache-Control"] = "private, no-cache"
    return response


@blueprint.post("/shops/<string:shop>/questions/<string:question>/answer")
@access.allow(*ANSWERERS)
@blueprint.arguments(NewAnswerSchema)
@blueprint.response(200, QuestionSchema)
@blueprint.errors(404, 503)
def answer_question(data: dict[str, Any], shop: str, question: str) -> Any:
    """Answer a question for all phones of the shop; a second answer takes the place of the first."""
    _enter(shop)
    body = orjson.dumps(service.answer(shop, question, data["answer"], access.identity()))
    return json_bytes(body)


@blueprint.get("/shops/<string:shop>/remarks")
@access.allow(*ANSWERERS)
@blueprint.arguments(RemarksQuery, location="query")
@blueprint.response(200, RemarksSchema)
@blueprint.errors(404, 503)
def list_remarks(query: dict[str, Any], shop: str) -> Any:
    """List what customers of the shop remarked, newest first."""
    _enter(shop)
    return service.remarks(shop, query["limit"], query.get("cursor", ""))


def _enter(shop: str) -> None:
    """Refuse a shop that is not there, or is not the caller's."""
    if shop not in current().shops:
        raise NotFound("shop-not-found")
    caller = access.identity()
    if not caller.everywhere and caller.shop_id != shop:
        raise Forbidden("forbidden")
