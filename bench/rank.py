"""The phone's answer to a tap and to a key, in Chromium at a quarter of its speed, against one frame of 16 ms."""

from __future__ import annotations

import subprocess
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from playwright.sync_api import Page, sync_playwright

from tests import chromium

from .report import ROOT, Row, percentile, write
from .shop import scaled_snapshot

COMMAND = "python -m bench.rank"
VARIANTS, ROUNDS, THROTTLE, FRAME_MS = 10_000, 15, 4, 16.0
Answers = dict[str, Any]

# What customers say, one word a tap: everyone begins with nothing said.
CUSTOMERS: tuple[Answers, ...] = (
    {"activity": "ski-touring", "wanted": "shell", "weather": "snow", "temperature_c": -8, "wind_kmh": 20,
     "effort": "high", "audience": "women", "size": "M", "budget_cents": 40000, "prefer": ["light"]},
    {"wanted": "jacket", "activity": "alpine-skiing", "weather": "wet-snow", "audience": "men", "size": "L",
     "must": ["waterproof"], "must_not": ["down"]},
    {"activity": "trekking", "duration": "multi-day", "nights_in": "tent", "wanted": "sleep", "temperature_c": -5},
    {"activity": "hiking", "wanted": "pack", "duration": "day", "prefer": ["light", "cheap"], "budget_cents": 9000},
    {"wanted": "boots", "activity": "mountaineering", "must": ["crampon:C2"], "size": "43"},
    {"activity": "snow-play", "audience": "kids", "age_years": 8, "wanted": "skiwear", "temperature_c": -3},
    {"wanted": "hands", "activity": "freeride", "temperature_c": -15, "wind_kmh": 50, "budget_cents": 4000},
    {"activity": "winter-hiking", "weather": "storm", "wanted": "outfit", "audience": "men"},
    {"wanted": "insulation", "must": ["down", "merino"], "budget_cents": 1000, "size": "XS", "audience": "women"},
)  # fmt: skip
SEARCHES = ("veste gore-tex", "doudoune femme", "trilogy", "sac 30 litres", "chaussure montante", "polaire bleue",
            "milet alpne", "gants ski", "pantalon", "xyzzy introuvable")  # fmt: skip


def main() -> None:
    snapshot, stock = scaled_snapshot(VARIANTS)
    asked, queries = list(taps()), list(keys())
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        script = compiled(Path(folder))
        browser = playwright.chromium.launch(executable_path=chromium.executable(), args=chromium.FLAGS)
        page = browser.new_page()
        page.add_script_tag(path=script)
        page.context.new_cdp_session(page).send("Emulation.setCPUThrottlingRate", {"rate": THROTTLE})
        indexed = page.evaluate("([snapshot, stock]) => cordee.open(snapshot, stock)", [snapshot, stock])
        rounds = [(run(page, "taps", asked), run(page, "keys", queries)) for _ in range(ROUNDS)]
        found = page.evaluate("([asked, queries]) => cordee.found(asked, queries)", [asked, queries])
        browser.close()
    check(found, asked)
    rows = [
        *rows_of("tap: rank and reasons", [tapped for tapped, _ in rounds]),
        *rows_of("key: search", [typed for _, typed in rounds]),
        Row("index for the search, once a catalogue, before the first key", f"{indexed:.0f} ms"),
    ]
    counts = f"{len(asked)} taps of {len(CUSTOMERS)} customers, {len(queries)} keys of {len(SEARCHES)} searches"
    note = (
        f"{found['variants']} variants of {found['products']} products. {counts}: of {ROUNDS} rounds "
        "each the fourth best, because other work of the machine only adds."
    )
    write("rank", COMMAND, rows, [note])


def taps() -> Iterator[Answers]:
    """Give the answers after each tap of each customer."""
    for customer in CUSTOMERS:
        said = list(customer.items())
        yield from (dict(said[:count]) for count in range(len(said) + 1))


def keys() -> Iterator[str]:
    """Give what stands in the field after each key, from the second on."""
    for words in SEARCHES:
        yield from (words[:count] for count in range(2, len(words) + 1) if words[count - 1] != " ")


def compiled(folder: Path) -> str:
    """Build the page's script with the application's own compiler and return its path."""
    config = ROOT / "bench" / "phone" / "vite.config.mjs"
    words = ["scripts/node", "pwa/node_modules/.bin/vite", "build", "--config", str(config), "--outDir", str(folder)]
    subprocess.run(words, cwd=ROOT, check=True, stdout=subprocess.DEVNULL)
    return str(folder / "bench.js")


def run(page: Page, what: str, given: list[Any]) -> list[float]:
    return page.evaluate(f"given => cordee.{what}(given)", given)


def check(found: dict[str, Any], asked: list[Answers]) -> None:
    """Refuse to report times of a finder that found nothing."""
    assert found["variants"] >= VARIANTS
    for answers, count in zip(asked, found["advised"], strict=True):
        assert count > 0 or "must" in answers, answers
    assert sum(count > 0 for count in found["searched"]) > len(found["searched"]) // 2


def rows_of(what: str, rounds: list[list[float]]) -> list[Row]:
    """Return p50 and p95 over what was done, each the fourth best of its rounds; and the first round alone."""
    times = [percentile(each, 0.25) for each in zip(*rounds, strict=True)]
    middle, late = percentile(times, 0.5), percentile(times, 0.95)
    bar = f"< {FRAME_MS:.0f} ms p95"
    measured = f"{middle:.1f} ms p50, {late:.1f} ms p95 ({late / FRAME_MS:.0%} of a frame)"
    first = rounds[0]
    cold = f"{percentile(first, 0.5):.1f} ms p50, {percentile(first, 0.95):.1f} ms p95, {max(first):.1f} ms worst"
    return [Row(what, measured, bar, late < FRAME_MS), Row(f"{what}, first round alone, cold", cold)]


if __name__ == "__main__":
    main()
