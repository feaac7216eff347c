"""What every answer carries, and which requests from elsewhere are refused."""

from __future__ import annotations

from urllib.parse import urlsplit

from flask import Flask, Response, current_app, request
from werkzeug.datastructures import Headers

from .errors import Forbidden, UnsupportedMediaType
from .settings import Settings

POLICY = "; ".join(
    (
        "default-src 'self'",
        "script-src 'self'",
        "style-src 'self'",
        "img-src 'self' data: blob:",
        "connect-src 'self'",
        "worker-src 'self'",
        "manifest-src 'self'",
        "form-action 'self'",
        "frame-ancestors 'none'",
        "object-src 'none'",
        "base-uri 'none'",
    )
)
APP_POLICY = POLICY.replace("script-src 'self'", "script-src 'self' 'wasm-unsafe-eval'")
"""The phone's application decodes tags with WebAssembly; this allows that alone, and no script from a string."""
HEADERS = {
    "Content-Security-Policy": POLICY,
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "strict-origin-when-cross-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(self), microphone=(), geolocation=(), payment=()",
}
STRICT_TRANSPORT = "max-age=31536000; includeSubDomains"
JSON = "application/json"
JSON_BYTES = 1024 * 1024
SAFE_METHODS = frozenset({"GET", "HEAD", "OPTIONS", "TRACE"})


def init_app(app: Flask, settings: Settings) -> None:
    """Refuse what other sites send, demand a content type that a simple form cannot give, and set the headers."""
    app.config["SESSION_COOKIE"] = settings.cookie_name
    app.config["ORIGIN"] = settings.origin
    app.before_request(refuse_other_sites)
    app.before_request(demand_content_type)
    app.before_request(limit_body)

    def finish(response: Response) -> Response:
        add_headers(response.headers, secure=settings.public_url.startswith("https://"))
        if request.path.startswith("/api/"):
            response.headers.setdefault("Cache-Control", "no-store")
        return response

    app.after_request(finish)


def add_headers(headers: Headers, *, secure: bool) -> None:
    """Add what is not already there: a page with a policy of its own keeps it."""
    for name, value in HEADERS.items():
        headers.setdefault(name, value)
    if secure:
        headers.setdefault("Strict-Transport-Security", STRICT_TRANSPORT)


def refuse_other_sites() -> None:
    """Refuse a change that a page of another site sends along with our cookie.

    Browsers always say where a request comes from, by ``Sec-Fetch-Site`` or ``Origin``; a program that sends neither
    has no cookie to be abused. A bearer token is never sent by a browser on its own and needs no check.
    """
    if request.method in SAFE_METHODS or "Authorization" in request.headers:
        return
    fetched_from = request.headers.get("Sec-Fetch-Site")
    if fetched_from is not None and fetched_from not in {"same-origin", "none"}:
        raise Forbidden("cross-site")
    origin = request.headers.get("Origin")
    if origin is not None and origin not in _own_origins():
        raise Forbidden("cross-site")


def _own_origins() -> set[str]:
    parts = urlsplit(request.host_url)
    return {current_app.config["ORIGIN"], f"{parts.scheme}://{parts.netloc}"}


def demand_content_type() -> None:
    """Refuse a body of another type than the API documents: a form of another site cannot send JSON."""
    if request.method in SAFE_METHODS or not request.path.startswith("/api/") or request.endpoint is None:
        return
    if not request.content_length and not request.mimetype:
        return
    consumes = getattr(current_app.view_functions[request.endpoint], "consumes", JSON)
    if request.mimetype != consumes:
        raise UnsupportedMediaType("unsupported-media-type")


def limit_body() -> None:
    """Hold a body to what its address can need: the size of an upload is for uploads only."""
    view = current_app.view_functions.get(request.endpoint or "")
    if getattr(view, "consumes", JSON) == JSON:
        request.max_content_length = JSON_BYTES
