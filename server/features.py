"""The features in the order of their addresses."""

from __future__ import annotations

from flask import Flask

from . import customer, guide, resolver
from .accounts import phone_routes, team_routes
from .accounts import routes as accounts
from .api import Api
from .audit import routes as audit
from .catalogue import history_routes as history
from .catalogue import routes as catalogue
from .catalogue import service as catalogue_service
from .completeness import routes as completeness
from .customer import finding
from .demand import service as demand_service
from .editing import rebase
from .editing import routes as editing
from .events import device_routes as devices
from .events import routes as events
from .expertise import routes as expertise
from .exports import routes as exports
from .finder import routes as finder
from .health import routes as health
from .imports import routes as imports
from .labels import routes as labels
from .outfits import routes as outfits
from .pages import routes as pages
from .photos import media
from .photos import routes as photos
from .photos import store as photos_store
from .prices import record as price_record
from .prices import routes as prices
from .questions import routes as questions
from .questions import service as questions_service
from .reviews import routes as reviews
from .reviews import service as reviews_service
from .settings import Settings
from .shops import routes as shops
from .sizes import routes as sizes
from .stock import desk_routes as stock_desk
from .stock import moves as stock_moves
from .stock import routes as stock
from .suppliers import routes as suppliers
from .training import routes as training
from .training import service as training_service
from .try_ons import routes as try_ons
from .try_ons import service as try_ons_service


def init_app(app: Flask, api: Api, settings: Settings) -> None:
    """Register every feature: first what the API describes, then the pages."""
    catalogue_service.init_app(app)
    try_ons_service.init_app()
    demand_service.init_app()
    price_record.init_app()
    questions_service.init_app()
    reviews_service.init_app()
    rebase.init_app()
    photos_store.init_app()
    stock_moves.init_app()
    training_service.init_app()
    for feature in (
        catalogue,
        finder,
        outfits,
        sizes,
        shops,
        stock,
        stock_desk,
        try_ons,
        events,
        devices,
        questions,
        training,
        reviews,
        imports,
        history,
        suppliers,
        audit,
        exports,
        expertise,
        editing,
        completeness,
        prices,
        labels,
        photos,
        media,
        accounts,
        phone_routes,
        team_routes,
        health,
    ):
        api.register_blueprint(feature.blueprint)
    if settings.demonstration:
        api.register_blueprint(accounts.demonstration)
    app.register_blueprint(pages.blueprint)
    app.register_blueprint(customer.blueprint)
    app.register_blueprint(reviews.public)
    app.register_blueprint(resolver.blueprint)
    app.register_blueprint(guide.blueprint)
    app.register_blueprint(finding.blueprint)
