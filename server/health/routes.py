"""Probes for whoever watches the service."""

from __future__ import annotations

from typing import Any

import marshmallow as ma
from flask import current_app

from server import access
from server.api import Blueprint
from server.schemas import Schema, answered

from . import service

blueprint = Blueprint("health", __name__, description="Probes")


class AliveSchema(Schema):
    status = answered()


class ReadySchema(Schema):
    status = answered()
    database = answered()
    schema = answered(metadata={"description": "The migration the database is at."})
    revision = answered(ma.fields.Int)


@blueprint.get("/healthz")
@access.public
@blueprint.response(200, AliveSchema)
def alive() -> Any:
    """Tell that the process answers."""
    return {"status": "ok"}


@blueprint.get("/readyz")
@access.public
@blueprint.response(200, ReadySchema)
@blueprint.errors(503)
def ready() -> Any:
    """Tell that the database is there, migrated, and a revision is published."""
    return service.readiness(current_app.config["MIGRATION_HEAD"])
