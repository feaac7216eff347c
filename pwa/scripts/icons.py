"""Draw every icon of the application from `public/icons/mark.svg` and `mark-small.svg`.

Run it after changing one of the two drawings: `.venv/bin/python pwa/scripts/icons.py` (needs Playwright and Chromium;
`CHROMIUM` names the browser). The images are committed, so that a build needs no browser.
"""

from __future__ import annotations

import io
import json
import os
import re
from pathlib import Path

from PIL import Image
from playwright.sync_api import Page, sync_playwright

PWA = Path(__file__).resolve().parent.parent
STATIC = PWA.parent / "server" / "static"
ICONS = PWA / "public" / "icons"
GROUND = "#c3161c"
SNOW = "#faf9f6"
ROUND = 22.5  # per cent of the side, for the icons that nobody else cuts into shape
# A launcher may cut a maskable icon to a circle of 80 % of its side; the walkers reach a little further than that.
SAFE = 0.86
# As in components/Brand.tsx: this much of the mountain is a landscape.
LANDSCAPE = "-88 96 688 430"


def inner(source: str) -> str:
    """Return the shapes of a drawing without its ground, one line each."""
    found = re.search(r'<g id="mark"[^>]*>\n(.*)\n</g>\n</svg>', source, re.DOTALL)
    if found is None:
        message = 'the drawing has no <g id="mark"> as its last group'
        raise ValueError(message)
    return found.group(1)


def page_for(shapes: str, *, ground: str | None, scale: float = 1, corners: float = 0) -> str:
    """Return an HTML page that shows the mark as large as the window, on a ground or on nothing."""
    centre = 256 * (1 - scale)
    colour = SNOW if ground else "#ffffff"
    return (
        "<!doctype html><style>html,body{margin:0;background:transparent}svg{display:block;width:100vw;height:100vh;"
        f"background:{ground or 'transparent'};border-radius:{corners}%}}</style>"
        f'<svg viewBox="0 0 512 512"><g color="{colour}" fill="currentColor" '
        f'transform="translate({centre} {centre}) scale({scale})">{shapes}</g></svg>'
    )


def draw(page: Page, name: str, size: int, html: str) -> None:
    """Write one PNG of `size` by `size` pixels, transparent where the page is, as small as Pillow can make it."""
    page.set_viewport_size({"width": size, "height": size})
    page.set_content(html)
    shot = Image.open(io.BytesIO(page.screenshot(omit_background=True)))
    opaque = "A" not in shot.getbands()
    image = shot.convert("RGB").quantize(64) if opaque else shot.quantize(64, method=Image.Quantize.FASTOCTREE)
    image.save(ICONS / name, optimize=True)


def write_favicon(shapes: str) -> None:
    """Write the tab's icon: the small mark, cut round, as one SVG."""
    (ICONS / "favicon.svg").write_text(
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 512 512">\n'
        '<clipPath id="round"><rect width="512" height="512" rx="112"/></clipPath>\n'
        f'<g clip-path="url(#round)">\n<rect width="512" height="512" fill="{GROUND}"/>\n'
        f'<g color="{SNOW}" fill="currentColor">\n{shapes}\n</g>\n</g>\n</svg>\n',
        encoding="utf-8",
    )


def write_summit(mark: str) -> None:
    """Write the mark as a landscape, for the server's own pages: it runs over its box on three sides."""
    (STATIC / "summit.svg").write_text(
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="{LANDSCAPE}">\n'
        f'<g color="#000" fill="currentColor">\n{mark}\n</g>\n</svg>\n',
        encoding="utf-8",
    )


def write_module(mark: str, small: str) -> None:
    """Write the two marks as a TypeScript module, for the screens that show the brand."""

    def text(shapes: str) -> str:
        return json.dumps(shapes.replace("\n", ""), ensure_ascii=False).replace("'", "\\'").replace('\\"', '"')[1:-1]

    (PWA / "src" / "components" / "mark.ts").write_text(
        "/** The brand's mark, written by scripts/icons.py from public/icons: change the drawings there. */\n\n"
        "/** Both are shapes for viewBox 0 0 512 512 in the current colour; they run over its edges, so clip them. */\n"
        f'export const MARK_BOX = "0 0 512 512";\n\n'
        f"/** Three walkers on one rope, from 48 pixels up. */\nexport const MARK =\n  '{text(mark)}';\n\n"
        f"/** Three points on one rope, below 48 pixels. */\nexport const MARK_SMALL =\n  '{text(small)}';\n",
        encoding="utf-8",
    )


def main() -> None:
    """Draw the favicon, the module of the marks, then each PNG in one browser."""
    mark = inner((ICONS / "mark.svg").read_text(encoding="utf-8"))
    small = inner((ICONS / "mark-small.svg").read_text(encoding="utf-8"))
    write_favicon(small)
    write_summit(mark)
    write_module(mark, small)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=os.environ.get("CHROMIUM", "/usr/bin/chromium"))
        page = browser.new_page()
        for size in (192, 512):
            draw(page, f"icon-{size}.png", size, page_for(mark, ground=GROUND, corners=ROUND))
            draw(page, f"maskable-{size}.png", size, page_for(mark, ground=GROUND, scale=SAFE))
        draw(page, "monochrome-512.png", 512, page_for(mark, ground=None, scale=SAFE))
        draw(page, "apple-touch-icon.png", 180, page_for(mark, ground=GROUND, scale=0.95))
        browser.close()


if __name__ == "__main__":
    main()
