"""Whether everything that phones recorded has arrived."""

from __future__ import annotations

import re
from typing import Any

from server import access
from server.api import Blueprint
from server.errors import NotFound

from . import audit, devices
from .device_schemas import AuditQuerySchema, AuditSchema, DeviceReportSchema, EventDevicesSchema

blueprint = Blueprint("devices", __name__, url_prefix="/api/v1/devices", description="Whether everything has arrived")
_NAME = re.compile(r"[^\x00-\x1f\x7f]{1,64}")


@blueprint.get("")
@access.allow("manager", "merchandiser", "administrator")
@blueprint.response(200, EventDevicesSchema)
def list_devices() -> Any:
    """List the phones that brought events: last seen, what they said they still hold, what is missing, their clocks."""
    return {"items": devices.listed(access.identity())}


@blueprint.get("/<string:device>/audit")
@access.allow("seller", "manager")
@blueprint.arguments(AuditQuerySchema, location="query")
@blueprint.response(200, AuditSchema)
@blueprint.errors(404)
def show_audit(query: dict[str, Any], device: str) -> Any:
    """Tell what the server has of a device: count, highest number, gaps, and the sum of the ids."""
    return audit.of(_named(device), query["since"])


@blueprint.put("/<string:device>/report")
@access.allow("seller", "manager")
@blueprint.arguments(DeviceReportSchema)
@blueprint.response(200, AuditSchema)
@blueprint.errors(404)
def take_report(said: dict[str, Any], device: str) -> Any:
    """Take what a phone says it holds; the answer is its audit."""
    return devices.report(_named(device), said, access.identity())


def _named(device: str) -> str:
    if not _NAME.fullmatch(device):
        raise NotFound("device-not-found")
    return device
