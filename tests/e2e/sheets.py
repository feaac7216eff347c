"""Contact sheets: each scene in each frame, side by side and named, so that a reviewer sees all of them at once.

``FRAMES`` says in which sizes, lights and letters; ``scenes.SCENES`` says of what.
"""

from __future__ import annotations

import io
import tempfile
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from PIL import Image, ImageDraw, ImageFont
from playwright.sync_api import Browser, Page, ViewportSize
from playwright.sync_api import Error as BrowserError

from . import desk_scenes
from .conftest import PHONE
from .edges import EDGES, at_edge, enter, make_edges, open_at
from .locks import LOCKS, shared_phone
from .looking import LARGE_TEXT, USUAL_TEXT, set_letters
from .scenes import ADDRESSES, SCENES
from .serving import ShopServer
from .speech import Speech
from .visit import Visit

SETTLED_MS = 350
GAP, CAPTION = 14, 22
GROUND, INK = "#8a9096", "#ffffff"
QUALITY = 58
"""Of the WebP: small letters can still be read, and all sheets together stay below six megabytes."""


@dataclass(frozen=True)
class Frame:
    """How a scene is looked at. ``shown`` is the width of its picture on the sheet, in pixels."""

    name: str
    width: int
    height: int
    shown: int
    columns: int
    theme: str = "light"
    letters: int = USUAL_TEXT
    forced: bool = False

    @property
    def size(self) -> ViewportSize:
        return {"width": self.width, "height": self.height}


USUAL = Frame("light", 360, 740, 252, 8)
FRENCH = (
    USUAL,
    Frame("dark", 360, 740, 252, 8, theme="dark"),
    Frame("bright", 360, 740, 252, 8, theme="bright"),
    Frame("forced-colours", 360, 740, 252, 8, forced=True),
    Frame("large-text", 360, 740, 252, 8, letters=LARGE_TEXT),
    Frame("small", 320, 568, 252, 8),
    Frame("landscape", 740, 360, 480, 4),
    Frame("laptop", 1280, 800, 560, 4),
)
ENGLISH = (Frame("english-dark", 360, 740, 252, 8, theme="dark"),)
DESK = {
    "fr": (Frame("desk", 1280, 800, 620, 4), Frame("desk-phone", 360, 740, 252, 8)),
    "en": (
        Frame("desk-english-dark", 1280, 800, 620, 4, theme="dark"),
        Frame("desk-english-phone-dark", 360, 740, 252, 8, theme="dark"),
    ),
}


@dataclass
class Sheet:
    """Pictures of one frame, in the order they were taken."""

    frame: Frame
    pictures: list[tuple[str, Image.Image]] = field(default_factory=list)

    def add(self, name: str, png: bytes) -> None:
        with Image.open(io.BytesIO(png)) as picture:
            shown = (self.frame.shown, self.frame.shown * picture.height // picture.width)
            self.pictures.append((name, picture.convert("RGB").resize(shown, Image.Resampling.LANCZOS)))

    def save(self, folder: Path) -> Path:
        width, height = self.pictures[0][1].size
        columns = min(self.frame.columns, len(self.pictures))
        rows = -(-len(self.pictures) // columns)
        cell = (width + GAP, height + GAP + CAPTION)
        sheet = Image.new("RGB", (columns * cell[0] + GAP, rows * cell[1] + GAP), GROUND)
        pen, letters = ImageDraw.Draw(sheet), ImageFont.load_default(14)
        for at, (name, picture) in enumerate(self.pictures):
            x, y = GAP + at % columns * cell[0], GAP + at // columns * cell[1]
            pen.text((x, y), name, INK, letters)
            sheet.paste(picture, (x, y + CAPTION))
        path = folder / f"sheet-{self.frame.name}.webp"
        sheet.save(path, quality=QUALITY, method=6)
        return path


@dataclass
class Camera:
    """Photographs what stands on a page in each frame, and leaves the page as it was."""

    page: Page
    sheets: dict[Frame, Sheet]
    kept: Path | None = None
    """A folder for each picture in its full size, or None."""
    usual: Frame = USUAL
    """In which the page is used between two pictures."""

    def take(self, name: str) -> None:
        theme = self.page.evaluate("document.documentElement.dataset.theme")
        for frame, sheet in self.sheets.items():
            self._frame(frame)
            png = self.page.screenshot()
            sheet.add(name, png)
            if self.kept:
                (self.kept / f"{frame.name}-{name}.png").write_bytes(png)
        self._frame(self.usual)
        self.page.evaluate("theme => { document.documentElement.dataset.theme = theme; }", theme)

    def _frame(self, frame: Frame) -> None:
        self.page.set_viewport_size(frame.size)
        self.page.emulate_media(forced_colors="active" if frame.forced else "none", reduced_motion="reduce")
        set_letters(self.page, frame.letters)
        self.page.evaluate("theme => { document.documentElement.dataset.theme = theme; }", frame.theme)
        self.page.wait_for_timeout(SETTLED_MS)


def scene_sheets(
    browser: Browser, shop: ShopServer, lang: str, frames: Iterable[Frame], kept: Path | None
) -> tuple[list[Sheet], list[str]]:
    """Walk through every scene in one language. Return the sheets, and what could not be reached and why."""
    sheets = {frame: Sheet(frame) for frame in frames}
    context = browser.new_context(**{**PHONE, "viewport": USUAL.size}, reduced_motion="reduce")
    context.set_default_timeout(10_000)
    enter(context, shop, None)
    visit = Visit(context.new_page(), shop, Speech(shop, lang))
    visit.look("light", lang)
    missed = walk(visit, SCENES, Camera(visit.page, sheets, kept))
    context.close()
    context, visit = shared_phone(browser, shop, "light", lang)
    missed += walk(visit, LOCKS, Camera(visit.page, sheets, kept))
    context.close()
    return list(sheets.values()), missed


def desk_sheets(browser: Browser, shop: ShopServer, lang: str, kept: Path | None) -> tuple[list[Sheet], list[str]]:
    """Walk through the merchandiser's desk in one language: from the laptop, each scene on a phone too."""
    frames = DESK[lang]
    sheets = {frame: Sheet(frame) for frame in frames}
    context = browser.new_context(viewport=frames[0].size, locale=f"{lang}-FR", reduced_motion="reduce")
    context.set_default_timeout(20_000)
    desk_scenes.enter(context, shop)
    visit = Visit(context.new_page(), shop, Speech(shop, lang))
    visit.look(frames[0].theme, lang)
    missed = walk(visit, desk_scenes.DESK_SCENES, Camera(visit.page, sheets, kept, frames[0]))
    context.close()
    return list(sheets.values()), missed


def walk(visit: Visit, scenes: Mapping[str, Callable[[Visit], object]], camera: Camera) -> list[str]:
    """Photograph each scene. Return which could not be reached, and why."""
    missed: list[str] = []
    for name, go in scenes.items():
        try:
            go(visit)
        except (AssertionError, BrowserError) as cause:
            missed.append(f"{name}: {cause}")
            continue
        camera.take(name)
    return missed


def edge_sheet(browser: Browser, shop: ShopServer, kept: Path | None) -> Sheet:
    """Open each page at each edge: a row for each page, a column for each edge."""
    frame = Frame("edges", 360, 740, 252, len(EDGES))
    taken: dict[str, Sheet] = {}
    for edge in EDGES:
        page = at_edge(browser, shop, edge, {**PHONE, "viewport": frame.size})
        sheet = taken[edge] = Sheet(frame)
        camera = Camera(page, {frame: sheet}, kept)
        for pattern, address in ADDRESSES.items():
            open_at(page, shop, address)
            camera.take(f"{edge}{pattern.replace('/', '-').replace(':', '')}")
        page.context.close()
    return Sheet(frame, [taken[edge].pictures[row] for row in range(len(ADDRESSES)) for edge in EDGES])


def make_sheets(browser: Browser, shop: ShopServer, folder: Path, kept: Path | None = None) -> None:
    """Write every sheet into the folder. The shop runs; the edges have one of their own."""
    missed: list[str] = []
    for lang, frames in (("fr", FRENCH), ("en", ENGLISH)):
        sheets, unreached = scene_sheets(browser, shop, lang, frames, kept)
        missed += unreached
        at_desk, unreached = desk_sheets(browser, shop, lang, kept)
        missed += unreached
        for sheet in (*sheets, *at_desk):
            sheet.save(folder)
    with tempfile.TemporaryDirectory() as beside:
        other = ShopServer(Path(beside))
        other.open()
        make_edges(other, Path(beside))
        other.start()
        try:
            edge_sheet(browser, other, kept).save(folder)
        finally:
            other.kill()
    assert not missed, "\n".join(missed)
