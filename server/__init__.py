"""The Flask application: HTTP, database, accounts, pages for customers."""

from __future__ import annotations

from flask import Flask
from werkzeug.middleware.proxy_fix import ProxyFix

from . import access, api, cli, database, errors, features, front, limits, logs, security, static
from . import models as models  # every table stands in the metadata before a migration compares
from .health.service import head
from .settings import Settings, from_environment

VERSION = "0.1.0"


def create_app(settings: Settings | None = None) -> Flask:
    """Return the application: this page is its table of contents."""
    settings = settings or from_environment()
    app = Flask(__name__, static_folder=None)
    app.config.update(
        SECRET_KEY=settings.secret_key,
        DEMONSTRATION=settings.demonstration,
        PUBLIC_URL=settings.public_url,
        MAX_CONTENT_LENGTH=settings.upload_bytes,
        MIGRATION_HEAD=head(),
    )
    if settings.demonstration:  # a page of another name that points to this machine must not find the open shop
        app.config["TRUSTED_HOSTS"] = ["127.0.0.1", "localhost", "[::1]"]

    logs.init_app(app, settings)
    database.init_app(app, settings.database_url)
    limits.init_app(app, settings)
    security.init_app(app, settings)
    access.init_app(app)
    errors.init_app(app)

    features.init_app(app, api.init_app(app, VERSION), settings)
    cli.init_app(app)
    static.init_app(app, settings)
    front.init_app(app, settings)
    if settings.proxies:
        count = settings.proxies
        app.wsgi_app = ProxyFix(app.wsgi_app, x_for=count, x_proto=count, x_host=count)  # type: ignore[method-assign]
    return app
