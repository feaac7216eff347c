"""Chromium with the application's own finder, search and words in it, at a quarter of this machine's speed."""

from __future__ import annotations

import json
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, Page, sync_playwright

from tests import chromium

from .report import ROOT

THROTTLE = 4
_ORIGIN = "http://bench.invalid"


class Phone:
    """One page with one catalogue in it; throttled once the catalogue is taken in."""

    def __init__(self, page: Page, opened: dict[str, float]) -> None:
        self._page, self.opened = page, opened

    def call(self, what: str, *given: Any) -> Any:
        """Call one of the functions of ``bench/phone/main.ts``."""
        return self._page.evaluate(f"given => cordee.{what}(...given)", list(given))


class Phones:
    """Opens pages; what they are given goes through files, because a large catalogue is no argument."""

    def __init__(self, browser: Browser, folder: Path) -> None:
        self._browser, self._script, self._given = browser, folder / "bench.js", folder / "given.json"

    @contextmanager
    def open(self, given: dict[str, Any]) -> Iterator[Phone]:
        """Give a new page that has taken in a snapshot, its stock and the lexicon."""
        self._given.write_text(json.dumps(given), "utf-8")
        page = self._browser.new_page()
        try:
            page.route(f"{_ORIGIN}/given.json", lambda route: route.fulfill(path=self._given))
            page.route(f"{_ORIGIN}/", lambda route: route.fulfill(body="<!doctype html>", content_type="text/html"))
            page.goto(f"{_ORIGIN}/")
            page.add_script_tag(path=self._script)
            opened = page.evaluate("address => cordee.open(address)", f"{_ORIGIN}/given.json")
            page.context.new_cdp_session(page).send("Emulation.setCPUThrottlingRate", {"rate": THROTTLE})
            yield Phone(page, opened)
        finally:
            page.context.close()


@contextmanager
def phones() -> Iterator[Phones]:
    """Give pages that take a catalogue in."""
    with started() as (browser, script):
        yield Phones(browser, script.parent)


@contextmanager
def started() -> Iterator[tuple[Browser, Path]]:
    """Compile the script with the application's own compiler, start the browser, and end it."""
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        config = ROOT / "bench" / "phone" / "vite.config.mjs"
        vite = ["scripts/node", "pwa/node_modules/.bin/vite", "build", "--config", str(config), "--outDir", folder]
        subprocess.run(vite, cwd=ROOT, check=True, stdout=subprocess.DEVNULL)
        browser = playwright.chromium.launch(executable_path=chromium.executable(), args=chromium.FLAGS)
        try:
            yield browser, Path(folder) / "bench.js"
        finally:
            browser.close()
