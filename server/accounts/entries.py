"""Handing a device its cookie."""

from __future__ import annotations

from flask import current_app, request
from werkzeug.wrappers import Response

from server.catalogue.service import current
from server.errors import NotFound

from . import service
from .models import DeviceSession

SYSTEMS = (
    ("iPhone", "iPhone"),
    ("iPad", "iPad"),
    ("Android", "Android"),
    ("Windows", "Windows"),
    ("Macintosh", "Mac"),
    ("Linux", "Linux"),
)


def enter_demonstration(role: str) -> tuple[DeviceSession, str]:
    """Open a session in the demonstration shop; return it with the secret for its cookie."""
    shop = next((shop for shop in current().shops.values() if shop["demonstration"]), None)
    if shop is None:
        raise NotFound("shop-not-found")
    return service.enter_demonstration(role, shop["id"], device_name())


def give_cookie(response: Response, secret: str) -> None:
    """Hand the secret to the device, out of reach of its scripts."""
    _set(response, secret, max_age=int(service.SESSION_LIFETIME.total_seconds()))


def take_cookie(response: Response) -> None:
    """Make the device forget its secret."""
    _set(response, "", max_age=0)


def device_name() -> str:
    """Return a name for the list of devices: the system that the browser names, nothing that identifies."""
    agent = request.user_agent.string
    return next((name for mark, name in SYSTEMS if mark in agent), "Appareil")


def _set(response: Response, value: str, max_age: int) -> None:
    name: str = current_app.config["SESSION_COOKIE"]
    response.set_cookie(
        name, value, max_age=max_age, path="/", secure=name.startswith("__Host-"), httponly=True, samesite="Lax"
    )
