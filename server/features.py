"""The features in the order of their addresses."""

from __future__ import annotations

from flask import Flask

from .accounts import routes as accounts
from .api import Api
from .catalogue import service as catalogue_service
from .health import routes as health
from .pages import routes as pages
from .settings import Settings


def init_app(app: Flask, api: Api, settings: Settings) -> None:
    """Register every feature: first what the API describes, then the pages."""
    catalogue_service.init_app(app)
    for feature in (health, accounts):
        api.register_blueprint(feature.blueprint)
    if settings.demonstration:
        api.register_blueprint(accounts.demonstration)
    app.register_blueprint(pages.blueprint)
