"""One shape for every error: RFC 9457 problem documents, in the reader's language."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

import marshmallow as ma
import structlog
from flask import Flask, Response, g, jsonify, render_template, request
from sqlalchemy.exc import OperationalError
from werkzeug.exceptions import HTTPException, InternalServerError

from catalog.model import LANGUAGES

from .language import spoken, wanted
from .limits import seconds_to_wait
from .sentences import BY_STATUS, field_sentence, sentence
from .sentences_abroad import HOME, sentence_abroad

log = structlog.get_logger("cordee")
PROBLEM_JSON = "application/problem+json"


class Problem(Exception):  # noqa: N818  RFC 9457 calls it a problem
    """A refusal with a code of ``sentences.py``. ``errors`` are pairs of field path and sentence."""

    status = 400

    def __init__(
        self, code: str, errors: Iterable[tuple[str, str]] = (), headers: Mapping[str, str] | None = None
    ) -> None:
        super().__init__(code)
        self.code = code
        self.errors = [{"field": field, "message": message} for field, message in errors]
        self.headers = dict(headers or {})


class Unauthenticated(Problem):
    status = 401

    def __init__(self, code: str = "unauthenticated") -> None:
        super().__init__(code, headers={"WWW-Authenticate": 'Bearer realm="cordee"'})


class Forbidden(Problem):
    status = 403


class NotFound(Problem):
    status = 404


class Conflict(Problem):
    status = 409


class TooLarge(Problem):
    status = 413


class UnsupportedMediaType(Problem):
    status = 415


class Invalid(Problem):
    status = 422

    def __init__(self, errors: Iterable[tuple[str, str]] = (), code: str = "invalid") -> None:
        super().__init__(code, errors)


class Unavailable(Problem):
    status = 503

    def __init__(self, code: str = "unavailable") -> None:
        super().__init__(code, headers={"Retry-After": "5"})


class FieldErrorSchema(ma.Schema):
    """One wrong field: its path (``answers.size``) and a sentence."""

    field = ma.fields.Str(required=True)
    message = ma.fields.Str(required=True)


class ProblemSchema(ma.Schema):
    """RFC 9457 problem document; ``code`` is stable, ``title`` and ``detail`` are for people."""

    type = ma.fields.Str(required=True)
    title = ma.fields.Str(required=True)
    status = ma.fields.Int(required=True)
    detail = ma.fields.Str(required=True)
    code = ma.fields.Str(required=True)
    instance = ma.fields.Str()
    errors = ma.fields.List(ma.fields.Nested(FieldErrorSchema), required=True)


def init_app(app: Flask) -> None:
    """Answer every error, ours, Flask's and the unexpected, by a problem document (a small page for a browser)."""
    app.register_error_handler(Problem, _answer_problem)
    app.register_error_handler(HTTPException, _answer_http)
    app.register_error_handler(OperationalError, _answer_database)
    app.register_error_handler(Exception, _answer_unexpected)


def answer(status: int, code: str, errors: list[dict[str, str]], headers: Iterable[tuple[str, str]] = ()) -> Response:
    """Return the answer for an error: JSON for programs, a page for people who typed an address."""
    if _wants_page():
        lang, response = _page(status, code)
    else:
        lang = spoken()
        title, detail = sentence(code, lang)
        response = jsonify(
            type=f"urn:cordee:problem:{code}",
            title=title,
            status=status,
            detail=detail,
            code=code,
            instance=f"urn:uuid:{_number()}" if _number() else "",
            errors=[{"field": one["field"], "message": field_sentence(one["message"], lang)} for one in errors],
        )
        response.status_code = status
        response.content_type = PROBLEM_JSON
    for name, value in headers:
        response.headers[name] = value
    response.headers["Content-Language"] = lang
    response.headers["Cache-Control"] = "no-store"
    response.vary.update(["Accept", "Accept-Language"])
    return response


def _page(status: int, code: str) -> tuple[str, Response]:
    """Return the language and the page for somebody who typed an address or followed a link."""
    asked = request.args.get("lang")
    lang, title, detail = sentence_abroad(code, wanted(asked if asked in LANGUAGES else None))
    page = render_template(
        "error.html", lang=lang, title=title, detail=detail, number=_number() * (status >= 500), home=HOME[lang]
    )
    return lang, Response(page, status=status)


def _number() -> str:
    """Return the number by which support finds this request in the log."""
    return str(g.get("request_id", ""))


def _wants_page() -> bool:
    """Tell whether a person looks at it: a page address, in a browser."""
    if request.path.startswith("/api/"):
        return False
    accepted = request.accept_mimetypes
    return bool(accepted) and accepted["text/html"] > accepted["application/json"]


def _answer_problem(problem: Problem) -> Response:
    return answer(problem.status, problem.code, problem.errors, problem.headers.items())


def _answer_http(error: HTTPException) -> Response:
    status = error.code or 500
    if error.response is not None and status < 400:  # a redirect of the router, not an error
        return error.response  # type: ignore[return-value]
    data: Mapping[str, Any] = getattr(error, "data", None) or {}
    messages = data.get("messages") or {}
    kept = [(name, value) for name, value in error.get_headers() if name.lower() in {"allow", "retry-after"}]
    kept += list((data.get("headers") or {}).items())
    if status == 429:
        kept.append(("Retry-After", str(seconds_to_wait())))
    code = BY_STATUS.get(status, "bad-request" if status < 500 else "internal")
    return answer(status, code, list(flatten(messages)), kept)


def _answer_database(error: OperationalError) -> Response:
    """Say that the database cannot be reached or is busy: it comes back, and the phone may try again."""
    log.error("database-unavailable", path=request.path, reason=str(error.orig))
    return _answer_problem(Unavailable())


def _answer_unexpected(error: Exception) -> Response:
    """Log what nobody foresaw with its traceback; tell the reader nothing of it but a number to give to support."""
    log.error("unexpected", path=request.path, exc_info=error)
    return answer(InternalServerError.code, "internal", [])


def flatten(messages: Any, path: str = "") -> Iterator[dict[str, str]]:
    """Yield each sentence of marshmallow's nested messages with the dotted path of its field.

    The first key of webargs' messages is the place (json, query, files…): it is no field and left out.
    """
    if isinstance(messages, Mapping):
        for key, inner in messages.items():
            place = not path and key in {"json", "query", "headers", "files", "form", "json_or_form"}
            name = "" if place or key == "_schema" else str(key)
            yield from flatten(inner, ".".join(part for part in (path, name) if part) if not place else "")
    elif isinstance(messages, list | tuple):
        for inner in messages:
            yield from flatten(inner, path)
    else:
        yield {"field": path, "message": str(messages)}
