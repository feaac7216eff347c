"""What Lighthouse says of the seller's screens on its phone: performance, accessibility, best practices."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from tests.e2e.seller import Seller
from tests.e2e.speech import Speech

from .enrolled import Enrolled, enrolled
from .report import ROOT, Row, median, write

COMMAND = "python -m bench.lighthouse"
RUNS = 3
BARS = {"performance": 98, "accessibility": 100, "best-practices": 100}
METRICS = {
    "first-contentful-paint": "first paint",
    "largest-contentful-paint": "largest paint",
    "total-blocking-time": "blocked",
    "cumulative-layout-shift": "shift",
}


@dataclass(frozen=True)
class Screen:
    name: str
    route: str
    before: Callable[[Enrolled], None] | None = None


def main() -> None:
    rows, notes = [], []
    with enrolled() as phone:
        for screen in screens(phone):
            if screen.before:
                screen.before(phone)
            say(f"  {screen.name}")
            reports = [report(phone, screen.route) for _ in range(RUNS)]
            rows.append(row(screen.name, reports))
            if short := short_of(reports):
                notes.append(f"{screen.name}: {'; '.join(short)}.")
    write(
        "lighthouse",
        COMMAND,
        rows,
        [f"Median of {RUNS} runs each, the browser started anew for each; mobile, simulated slow 4G.", *notes],
    )


def screens(phone: Enrolled) -> Iterator[Screen]:
    jacket = Speech(phone.shop, "fr").product_of("hardshell-jacket")
    yield Screen("home", "/home")
    yield Screen("finder", "/advice")
    yield Screen("result", "/advice", describe)
    yield Screen("product", f"/product/{jacket['ref']}")


def describe(phone: Enrolled) -> None:
    """Say what a customer wants, so that results stand on the screen from now on."""
    page = phone.open("/advice")
    seller = Seller(page)
    seller.tap("Ski de randonnée")
    seller.ask("Pièce", "Qu’est-ce que vous cherchez ?")
    seller.tap("Protection")
    seller.open_list()
    page.close()


def report(phone: Enrolled, route: str) -> dict[str, Any]:
    """Let Lighthouse open the page in the phone's own browser, just started, signed in, with what the phone keeps."""
    phone.restart()
    words = ["scripts/node", "pwa/node_modules/.bin/lighthouse", f"{phone.shop.url}/app/#{route}"]
    words += [f"--port={phone.port}", "--disable-storage-reset", "--form-factor=mobile", "--quiet", "--output=json"]
    words += [f"--only-categories={','.join(BARS)}"]
    done = subprocess.run(words, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    found: dict[str, Any] = json.loads(done.stdout)
    assert not found.get("runtimeError"), found["runtimeError"]
    return found


def row(name: str, reports: list[dict[str, Any]]) -> Row:
    scores = {category: score(reports, category) for category in BARS}
    kept = all(scores[category] >= bar for category, bar in BARS.items())
    measured = " / ".join(f"{each:.0f}" for each in scores.values())
    return Row(f"{name} ({metrics(reports)})", measured, " / ".join(f"≥ {bar}" for bar in BARS.values()), kept)


def score(reports: list[dict[str, Any]], category: str) -> float:
    return median(100 * each["categories"][category]["score"] for each in reports)


def metrics(reports: list[dict[str, Any]]) -> str:
    values = {name: median(each["audits"][name]["numericValue"] for each in reports) for name in METRICS}
    shown = (f"{METRICS[name]} {value:.0f} ms" for name, value in values.items() if "shift" not in name)
    return ", ".join([*shown, f"shift {values['cumulative-layout-shift']:.3f}"])


def short_of(reports: list[dict[str, Any]], bars: Mapping[str, int] = BARS) -> list[str]:
    """Name what keeps a screen from its bars."""
    last = reports[-1]
    found = []
    for category, bar in bars.items():
        if score(reports, category) >= bar:
            continue
        for part in last["categories"][category]["auditRefs"]:
            audit = last["audits"][part["id"]]
            if part["weight"] and audit["score"] is not None and audit["score"] < 1:
                found.append(f"{audit['title']} {audit.get('displayValue', '')}".strip())
    return found


def say(what: str) -> None:
    sys.stderr.write(f"{what}\n")


if __name__ == "__main__":
    main()
