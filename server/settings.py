"""Every setting of the server, read once from the environment, typed and checked at start."""

from __future__ import annotations

import ipaddress
import os
import secrets
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar
from urllib.parse import urlsplit

ROOT = Path(__file__).resolve().parent.parent
MINIMUM_SECRET_LENGTH = 32
_T = TypeVar("_T")


class SettingsError(SystemExit):
    """A setting that cannot be used. Ends the start with one sentence instead of a traceback."""

    def __init__(self, sentence: str) -> None:
        self.sentence = sentence
        super().__init__(f"Cordée does not start: {sentence}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """What the environment decides. ``from_environment`` is the only reader of ``os.environ`` in the server."""

    database_url: str
    secret_key: str
    demonstration: bool = False
    bind: str = "127.0.0.1"
    port: int = 8000
    public_url: str = "http://127.0.0.1:8000"
    redis_url: str = ""
    """Where the shared limits are counted; empty: in the memory of each worker."""
    proxies: int = 0
    """How many trusted proxies stand in front and set ``X-Forwarded-For``, ``-Proto`` and ``-Host``."""
    workers: int = 2
    threads: int = 4
    """Processes and threads of gunicorn, as ``server/gunicorn.py`` starts it."""
    jobs: str = "web"
    """Who starts the keeper of imports: each ``web`` worker its own, or the host one ``worker`` for all."""
    job_seconds: int = 300
    job_megabytes: int = 1024
    """What one import may use before it is ended: seconds by the clock, megabytes of 2²⁰ bytes of its own memory."""
    log_level: str = "info"
    upload_bytes: int = 10 * 1024 * 1024
    dist: Path = ROOT / "pwa" / "dist"
    limits_enabled: bool = True

    @property
    def origin(self) -> str:
        """Return scheme and host of the public address, as a browser writes it in ``Origin``."""
        parts = urlsplit(self.public_url)
        return f"{parts.scheme}://{parts.netloc}"

    @property
    def cookie_name(self) -> str:
        """Return the name of the session cookie. Without TLS, as in the demonstration, ``__Host-`` would be refused."""
        return "cordee" if self.demonstration else "__Host-cordee"

    @property
    def limits_storage(self) -> str:
        return self.redis_url or "memory://"


def from_environment(environment: Mapping[str, str] | None = None) -> Settings:
    """Return the settings that the environment gives. Raise ``SettingsError`` with a sentence for a bad value."""
    env = os.environ if environment is None else environment
    _refuse_unknown(env)
    demonstration = _read(env, "CORDEE_DEMONSTRATION", "0", _boolean)
    bind = _read(env, "CORDEE_BIND", "127.0.0.1", str)
    port = _read(env, "PORT", "8000", _whole(1, 65535))
    if demonstration and not is_loopback(bind):
        raise SettingsError(
            f"CORDEE_DEMONSTRATION=1 opens the shop to everyone who can reach it, so CORDEE_BIND must be a loopback "
            f"address such as 127.0.0.1, not {bind!r}. Set CORDEE_BIND=127.0.0.1 or leave CORDEE_DEMONSTRATION out."
        )
    return Settings(
        database_url=_read(env, "CORDEE_DATABASE_URL", env.get("DATABASE_URL", ""), _database_url),
        secret_key=_secret(env.get("CORDEE_SECRET_KEY", ""), demonstration),
        demonstration=demonstration,
        bind=bind,
        port=port,
        public_url=_read(env, "CORDEE_PUBLIC_URL", f"http://127.0.0.1:{port}", _public_url),
        redis_url=_read(env, "CORDEE_REDIS_URL", "", _redis_url),
        proxies=_read(env, "CORDEE_PROXIES", "0", _whole(0, 5)),
        workers=_read(env, "CORDEE_WORKERS", "2", _whole(1, 64)),
        threads=_read(env, "CORDEE_THREADS", "4", _whole(1, 64)),
        jobs=_read(env, "CORDEE_JOBS", "web", _one_of("web", "worker")),
        job_seconds=_read(env, "CORDEE_JOB_SECONDS", "300", _whole(10, 3600)),
        job_megabytes=_read(env, "CORDEE_JOB_MEGABYTES", "1024", _whole(256, 65536)),
        log_level=_read(env, "CORDEE_LOG_LEVEL", _usual_log_level(env), _one_of("debug", "info", "warning", "error")),
        upload_bytes=_read(env, "CORDEE_UPLOAD_MEGABYTES", "10", _whole(1, 200)) * 1024 * 1024,
        dist=Path(env.get("CORDEE_DIST") or ROOT / "pwa" / "dist"),
    )


KNOWN = frozenset(
    f"CORDEE_{name}"
    for name in (
        "BIND",
        "DATABASE_URL",
        "DEMONSTRATION",
        "DIST",
        "JOBS",
        "JOB_MEGABYTES",
        "JOB_SECONDS",
        "LOG_LEVEL",
        "PROXIES",
        "PUBLIC_URL",
        "REDIS_URL",
        "SECRET_KEY",
        "THREADS",
        "UPLOAD_MEGABYTES",
        "WORKERS",
    )
)


def is_loopback(bind: str) -> bool:
    """Tell whether only this machine can reach the address."""
    if bind == "localhost":
        return True
    try:
        return ipaddress.ip_address(bind.strip("[]")).is_loopback
    except ValueError:
        return False


def _refuse_unknown(env: Mapping[str, str]) -> None:
    unknown = sorted(name for name in env if name.startswith("CORDEE_") and name not in KNOWN)
    if unknown:
        raise SettingsError(f"{unknown[0]} is not a setting. There are: {', '.join(sorted(KNOWN))}.")


def _read(env: Mapping[str, str], name: str, default: str, convert: Callable[[str], _T]) -> _T:
    raw = env.get(name) or default
    try:
        return convert(raw)
    except ValueError as problem:
        raise SettingsError(f"{name} must be {problem}, not {raw!r}.") from None


def _usual_log_level(env: Mapping[str, str]) -> str:
    """Return the level without a wish: a command answers a person in words, a server tells each event."""
    return "warning" if env.get("FLASK_RUN_FROM_CLI") == "true" else "info"


def _boolean(raw: str) -> bool:
    if raw not in {"0", "1"}:
        raise ValueError("0 or 1")
    return raw == "1"


def _whole(low: int, high: int) -> Callable[[str], int]:
    def convert(raw: str) -> int:
        if not (raw.isascii() and raw.isdigit() and low <= int(raw) <= high):
            raise ValueError(f"a whole number from {low} to {high}")
        return int(raw)

    return convert


def _one_of(*allowed: str) -> Callable[[str], str]:
    def convert(raw: str) -> str:
        if raw not in allowed:
            raise ValueError(f"one of {', '.join(allowed)}")
        return raw

    return convert


def _database_url(raw: str) -> str:
    if not raw:
        return f"sqlite:///{ROOT / 'instance' / 'cordee.db'}"
    # Several hosts still hand out the scheme that SQLAlchemy dropped.
    url = raw.replace("postgres://", "postgresql://", 1) if raw.startswith("postgres://") else raw
    if not url.startswith(("sqlite:///", "postgresql://", "postgresql+psycopg://")):
        raise ValueError("an address that begins with sqlite:/// or postgresql://")
    return url


def _redis_url(raw: str) -> str:
    if raw and not raw.startswith(("redis://", "rediss://")):
        raise ValueError("an address that begins with redis:// or rediss://")
    return raw


def _public_url(raw: str) -> str:
    parts = urlsplit(raw)
    if parts.scheme not in {"http", "https"} or not parts.netloc or parts.query or parts.fragment:
        raise ValueError("the address under which people reach the shop, such as https://cordee.example")
    return raw.rstrip("/")


def _secret(raw: str, demonstration: bool) -> str:
    if not raw and demonstration:
        # The demonstration is loopback only: command line and workers must agree without any preparation.
        return "demonstration-on-loopback-only-never-elsewhere"
    if len(raw) < MINIMUM_SECRET_LENGTH:
        raise SettingsError(
            f"CORDEE_SECRET_KEY must be a secret of at least {MINIMUM_SECRET_LENGTH} characters. "
            f"Here is one that nobody has seen before: {secrets.token_urlsafe(36)}"
        )
    return raw
