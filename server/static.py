"""Files: the phone's application under ``/app/``, the pages' own style, and the API browser's parts."""

from __future__ import annotations

from pathlib import Path

import flask_swagger_ui
from flask import Flask
from werkzeug.datastructures import Headers
from whitenoise import WhiteNoise

from .api import DOCS_ASSETS
from .security import APP_POLICY, add_headers
from .settings import Settings

HERE = Path(__file__).resolve().parent
APP = "/app/"
REVALIDATE = frozenset(
    f"{APP}{name}" for name in ("index.html", "service-worker.js", "manifest.webmanifest", "watchdog.js")
)
"""What leads to everything else: a phone must see a new version at its next visit."""
NEVER_KEPT = frozenset({f"{APP}version.json"})
"""Which build the server has: an old answer would mend nothing."""
HOUR = 3600


def init_app(app: Flask, settings: Settings) -> None:
    """Serve the folders in front of the application, compressed where the build left compressed files."""
    secure = settings.public_url.startswith("https://")

    def headers(sent: Headers, path: str, url: str) -> None:
        if url in REVALIDATE:
            sent["Cache-Control"] = "no-cache"
        if url in NEVER_KEPT:
            sent["Cache-Control"] = "no-store"
        if url.startswith(APP):
            sent["Content-Security-Policy"] = APP_POLICY
        add_headers(sent, secure=secure)

    files = WhiteNoise(
        app.wsgi_app,
        max_age=HOUR,
        immutable_file_test=is_immutable,
        add_headers_function=headers,
        mimetypes={".webmanifest": "application/manifest+json"},
        allow_all_origins=False,
    )
    files.add_files(str(HERE / "static"), prefix="/static/")
    files.add_files(str(Path(flask_swagger_ui.__file__).parent / "dist"), prefix=DOCS_ASSETS)
    if is_built(settings):
        for build in previous_builds(settings):
            files.add_files(str(build), prefix=f"{APP}assets/")
        files.add_files(str(settings.dist), prefix=APP)
        # Both addresses answer with the page itself: a phone's store of pages cannot keep a redirect.
        files.files[APP] = files.files[f"{APP}index.html"]
    app.wsgi_app = files  # type: ignore[method-assign]


def previous_builds(settings: Settings) -> list[Path]:
    """Return the folders that the front end's build keeps beside itself: an open page may still ask for their files."""
    return sorted(settings.dist.with_name(f"{settings.dist.name}-previous").glob("*/"))


def is_built(settings: Settings) -> bool:
    """Tell whether the phone's application is there to be served."""
    return (settings.dist / "index.html").is_file()


def is_immutable(_path: str, url: str) -> bool:
    """Tell whether the file's name changes with its content; the build does so under ``/app/assets/`` only."""
    return url.startswith(f"{APP}assets/")
