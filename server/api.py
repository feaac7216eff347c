"""The API's description (OpenAPI 3.1) and the classes that every feature builds its routes with."""

from __future__ import annotations

from collections.abc import Callable
from http import HTTPStatus
from typing import Any

import flask_smorest
import orjson
from flask import Flask, Request, Response
from flask.json.provider import JSONProvider
from flask_smorest.utils import prepare_response
from webargs.flaskparser import FlaskParser
from werkzeug.exceptions import BadRequest

from .errors import PROBLEM_JSON, ProblemSchema, UnsupportedMediaType

PREFIX = "/api/v1"
DOCS_ASSETS = f"{PREFIX}/docs/assets/"
DESCRIPTION = (
    "Advice, catalogue, sizes and stock of a mountain shop. Money is integer cents, times are RFC 3339 UTC, "
    "every error is an RFC 9457 problem document with a stable `code`."
)


class OrjsonProvider(JSONProvider):
    """Flask's JSON by orjson: several times faster, and always UTF-8."""

    def dumps(self, obj: Any, **kwargs: Any) -> str:
        options = orjson.OPT_NON_STR_KEYS
        if kwargs.get("indent"):
            options |= orjson.OPT_INDENT_2
        return orjson.dumps(obj, option=options).decode()

    def loads(self, s: str | bytes, **kwargs: Any) -> Any:
        return orjson.loads(s)


class BodyParser(FlaskParser):
    """webargs, with a body that must be there, must be JSON, and is read by a parser that nesting cannot exhaust."""

    def _raw_load_json(self, req: Request) -> Any:
        if not req.is_json:
            raise UnsupportedMediaType("unsupported-media-type")
        return orjson.loads(req.get_data(cache=True))

    def load_json(self, req: Request, schema: Any) -> Any:
        if getattr(schema, "may_be_absent", False) and not req.get_data(cache=True):
            return {}
        try:
            return self._raw_load_json(req)
        except orjson.JSONDecodeError:
            raise BadRequest from None


class Blueprint(flask_smorest.Blueprint):
    """A feature's routes. ``errors`` documents the refusals of an operation, as problem documents."""

    ARGUMENTS_PARSER = BodyParser()

    @staticmethod
    def errors(*statuses: int) -> Callable[[Callable[..., Any]], Callable[..., Any]]:
        """Document refusals by their HTTP status."""

        def declare(view: Callable[..., Any]) -> Callable[..., Any]:
            apidoc = view.__dict__.setdefault("_apidoc", {})
            responses = apidoc.setdefault("response", {}).setdefault("responses", {})
            responses.update({status: [HTTPStatus(status).name] for status in statuses})
            return view

        return declare

    def _prepare_arguments_doc(self, doc: dict[str, Any], doc_info: dict[str, Any], **kwargs: Any) -> dict[str, Any]:
        """Document what a body may be refused for: unreadable, too large, of another type."""
        prepared: dict[str, Any] = super()._prepare_arguments_doc(doc, doc_info, **kwargs)
        if "requestBody" in prepared:
            for status in (
                HTTPStatus.BAD_REQUEST,
                HTTPStatus.REQUEST_ENTITY_TOO_LARGE,
                HTTPStatus.UNSUPPORTED_MEDIA_TYPE,
            ):
                prepared.setdefault("responses", {}).setdefault(int(status), status.name)
        return prepared


class Api(flask_smorest.Api):
    """smorest with our error shape: it documents problem documents, and leaves answering them to ``errors.py``."""

    ERROR_SCHEMA = ProblemSchema
    DEFAULT_ERROR_RESPONSE_NAME = None  # "anything may happen" would document nothing

    def _register_error_handlers(self) -> None:
        """Leave errors to ``errors.init_app``."""

    def _register_responses(self) -> None:
        for status in HTTPStatus:
            if status >= HTTPStatus.BAD_REQUEST:
                response = {"description": status.phrase, "schema": self.ERROR_SCHEMA}
                prepare_response(response, self.spec, PROBLEM_JSON)
                self.spec.components.response(status.name, response, lazy=True)


def init_app(app: Flask, version: str) -> Api:
    """Attach the API's description to the application and return what blueprints are registered with."""
    app.json = OrjsonProvider(app)
    app.config.update(
        API_TITLE="Cordée",
        API_VERSION=version,
        OPENAPI_VERSION="3.1.0",
        OPENAPI_URL_PREFIX=PREFIX,
        OPENAPI_JSON_PATH="openapi.json",
        API_SPEC_OPTIONS={
            "info": {"description": DESCRIPTION},
            "components": {
                "securitySchemes": {
                    "bearer": {"type": "http", "scheme": "bearer"},
                    "session": {"type": "apiKey", "in": "cookie", "name": app.config["SESSION_COOKIE"]},
                    "phone": {"type": "apiKey", "in": "cookie", "name": f"{app.config['SESSION_COOKIE']}-phone"},
                }
            },
        },
    )
    return Api(app)


def json_bytes(body: bytes, status: int = 200) -> Response:
    """Return an answer from JSON that is already bytes."""
    return Response(body, status=status, mimetype="application/json")
