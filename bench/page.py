"""How many bytes a customer and a seller wait for: the customer's pages, and the first load of the application."""

from __future__ import annotations

import gzip
import json
import re
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import brotli
import flask_migrate
from flask.testing import FlaskClient

from server import create_app
from server.imports import first_run
from server.settings import Settings

from .report import ROOT, Row, median, write

COMMAND = "python -m bench.page"
PAGE_LIMIT, APP_LIMIT = 14 * 1024, 80 * 1024
DIST = ROOT / "pwa" / "dist"
FIRST_SCREEN = ("index", "advice")
"""The frame and the page of advice by the names of their files, as ``pwa/scripts/size.mjs`` counts them."""


def main() -> None:
    rows = []
    for coding in ("gzip", "br"):
        sizes, scripts = customer_pages(coding)
        worst = max(sizes.values())
        rows += [
            Row(
                f"customer's page, {coding}: largest of {len(sizes)} (median {kilobytes(median(sizes.values()))})",
                kilobytes(worst),
                f"≤ {kilobytes(PAGE_LIMIT)}",
                worst <= PAGE_LIMIT,
            ),
            Row(f"script files that these pages wait for, {coding}", str(scripts), "0", scripts == 0),
        ]
    for coding, ending in (("gzip", ".gz"), ("br", ".br")):
        total = sum(size_of(DIST / name, ending) for name in first_load())
        bar, kept = f"≤ {kilobytes(APP_LIMIT)}", total <= APP_LIMIT
        rows.append(Row(f"first load of the application, script and style, {coding}", kilobytes(total), bar, kept))
    write("page", COMMAND, rows)


def customer_pages(coding: str) -> tuple[dict[str, int], int]:
    """Return the bytes of each product's page with the styles it links, and how many scripts the pages wait for."""
    sizes: dict[str, int] = {}
    scripts = 0
    with demonstration() as client:
        for ref in refs(client):
            answer = client.get(f"/p/{ref}", headers={"Accept-Encoding": coding})
            assert answer.status_code == 200, answer.text
            assert answer.headers.get("Content-Encoding") == coding
            page = plain(answer.data, coding)
            scripts += len(re.findall(r"<script(?![^>]*\sdefer)[^>]*\ssrc=", page))
            sizes[ref] = len(answer.data) + sum(
                len(client.get(link, headers={"Accept-Encoding": coding}).data) for link in styles(page)
            )
    return sizes, scripts


def styles(page: str) -> list[str]:
    tags = re.findall(r"<link[^>]*rel=\"?stylesheet[^>]*>", page)
    return [found[1] for tag in tags if (found := re.search(r"href=\"?([^\" >]+)", tag))]


def plain(body: bytes, coding: str) -> str:
    return (gzip.decompress(body) if coding == "gzip" else brotli.decompress(body)).decode()


def refs(client: FlaskClient) -> Iterator[str]:
    cursor = ""
    while cursor is not None:
        page = client.get(f"/api/v1/products?limit=100&cursor={cursor}").get_json()
        yield from (product["ref"] for product in page["items"])
        cursor = page["next_cursor"]


@contextmanager
def demonstration() -> Iterator[FlaskClient]:
    """Open the demonstration shop on a database of its own."""
    with tempfile.TemporaryDirectory() as folder:
        settings = Settings(
            database_url=f"sqlite:///{folder}/cordee.db", secret_key="x" * 32, demonstration=True, log_level="error"
        )
        app = create_app(settings)
        with app.app_context():
            flask_migrate.upgrade()
            first_run.run()
        yield app.test_client()


def first_load() -> list[str]:
    """Return the scripts and styles that the first screen needs, from the build's own manifest."""
    manifest = json.loads((DIST / ".vite" / "manifest.json").read_text("utf-8"))
    files: set[str] = set()
    waiting = [key for key, chunk in manifest.items() if chunk.get("name") in FIRST_SCREEN]
    assert len(waiting) == len(FIRST_SCREEN), waiting
    while waiting:
        chunk = manifest[waiting.pop()]
        if chunk["file"] not in files:
            files |= {chunk["file"], *chunk.get("css", ())}
            waiting += chunk.get("imports", ())
    return sorted(files)


def size_of(path: Path, ending: str) -> int:
    """Return the bytes that go over the wire; what is too small to gain by it is sent as it is."""
    packed = path.with_name(path.name + ending)
    return (packed if packed.exists() else path).stat().st_size


def kilobytes(count: float) -> str:
    return f"{count / 1024:.1f} KB"


if __name__ == "__main__":
    main()
