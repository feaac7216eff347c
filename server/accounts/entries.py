"""Handing a device its cookies, and reading what it shows."""

from __future__ import annotations

from flask import current_app, request
from werkzeug.wrappers import Response

from server.catalogue.service import current
from server.errors import NotFound

from . import service
from .enrolment import Browser, Entered
from .models import DeviceSession
from .phones import PHONE_LIFETIME, TURN

KEY_HEADER = "Cordee-Key"
"""Where a shared phone shows the half of its session that a lock throws away."""
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
    _set(response, _session_cookie(), secret, max_age=int(service.SESSION_LIFETIME.total_seconds()))


def give_cookies(response: Response, entered: Entered) -> None:
    """Hand over what an enrolment brought: on a shared phone a session for one turn, and the proof of the phone."""
    if entered.key is None:
        give_cookie(response, entered.secret)
        if phone_secret():  # of a phone that is out of service: it is somebody's own now
            _set(response, _phone_cookie(), "", max_age=0)
        return
    give_turn(response, entered.secret)
    if entered.phone_secret is not None:
        give_phone(response, entered.phone_secret)


def give_turn(response: Response, secret: str) -> None:
    """Hand over one half of the session of a turn."""
    _set(response, _session_cookie(), secret, max_age=int(TURN.total_seconds()))


def give_phone(response: Response, secret: str) -> None:
    """Hand over the proof that this is a phone of the shop. Nobody is let in by it alone."""
    _set(response, _phone_cookie(), secret, max_age=int(PHONE_LIFETIME.total_seconds()))


def take_cookie(response: Response) -> None:
    """Make the device forget its secret."""
    _set(response, _session_cookie(), "", max_age=0)


def shown() -> service.Shown:
    """Return what the browser shows of itself with this request."""
    return service.Shown(
        session=request.cookies.get(_session_cookie(), ""),
        key=request.headers.get(KEY_HEADER, ""),
        phone=phone_secret(),
    )


def phone_secret() -> str:
    """Return the proof of a shared phone, empty where there is none."""
    return request.cookies.get(_phone_cookie(), "")


def browser() -> Browser:
    """Return what the browser that opens an invitation brings along."""
    here = shown()
    return Browser(device_name(), here.session, here.phone)


def device_name() -> str:
    """Return a name for the list of devices: the system that the browser names, nothing that identifies."""
    agent = request.user_agent.string
    return next((name for mark, name in SYSTEMS if mark in agent), "Appareil")


def _session_cookie() -> str:
    name: str = current_app.config["SESSION_COOKIE"]
    return name


def _phone_cookie() -> str:
    return f"{_session_cookie()}-phone"


def _set(response: Response, name: str, value: str, max_age: int) -> None:
    response.set_cookie(
        name, value, max_age=max_age, path="/", secure=name.startswith("__Host-"), httponly=True, samesite="Lax"
    )
