"""The advice over 100 to 100,000 variants, on the phone's own code in a throttled Chromium, in Python, and two peers.

Add a case: a function in ``bench/phone/main.ts`` that gives one time for each input, and a line in ``PHONE``.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from catalog.finder import rank
from catalog.lexicon import lexicon
from catalog.revision import build

from .browser import Phone, Phones, phones
from .customers import CUSTOMERS, OUTFITS, SENTENCES, keys, taps
from .report import percentile, write_table
from .shop import known, scaled_catalogue, scaled_snapshot

COMMAND = "python -m bench.finder"
SIZES = (100, 1_000, 10_000, 100_000)
AT, PEERS_AT, FRAME_MS = 10_000, 1_000, 16.0
LINEAR = 1.15
"""Ten times the variants may take ten times as long, and what a larger memory costs."""
ROUNDS = {100: 15, 1_000: 15, 10_000: 15, 100_000: 4}
PAGES = {100: 2, 1_000: 2, 10_000: 5, 100_000: 1}
"""A first round is there once a page; of several pages the quartile counts."""
SERVER_ROUNDS = {100: 3, 1_000: 3, 10_000: 2, 100_000: 1}
Times = list[float]


@dataclass(frozen=True)
class Case:
    """A function of the page with its inputs; up to ``largest`` variants; with ``barred``, a frame is its limit."""

    what: str
    call: str
    inputs: Sequence[Any]
    barred: bool = False
    largest: int = SIZES[-1]
    rounds: int = 99


ASKED = list(taps())
LAST = list(CUSTOMERS[:6])
TAP, SAME = "tap: rank, reasons, ways out", "our ranking of the same answers"
TEXT, RULES = "peer: MiniSearch, text alone", "peer: json-rules-engine"
PHONE = (
    Case(TAP, "taps", ASKED, barred=True),
    Case("next question, after the paint", "questions", ASKED),
    Case("outfit, all budgets", "outfits", OUTFITS),
    Case("words of one sentence", "words", SENTENCES, barred=True),
    Case("key: search", "keys", list(keys()), barred=True),
    Case(SAME, "taps", LAST),
    Case(TEXT, "texts", LAST),
    Case(RULES, "rules", LAST, largest=PEERS_AT, rounds=2),
)
COLD, UNWARMED = "tap, first round after the warm-up", "tap, first round without it"
SERVER, COMPILE = "server: advice, all parts", "server: compile the revision"


def main() -> None:
    times: dict[tuple[str, int], tuple[float, float]] = {}
    notes: list[str] = []
    with phones() as opened:
        words = lexicon()
        for size in SIZES:
            say(f"{size} variants")
            snapshot, stock = scaled_snapshot(size)
            notes.append(measure_phone(opened, {"snapshot": snapshot, "stock": stock, "lexicon": words}, size, times))
            measure_server(snapshot, stock, size, times)
    head = ["ms, p50 / p95", *(f"{size:,}" for size in SIZES), f"bar at {AT:,}", "kept", "growth ×10"]
    names = dict.fromkeys([TAP, COLD, UNWARMED, *(case.what for case in PHONE), SERVER, COMPILE])
    barred = {case.what for case in PHONE if case.barred} | {COLD}
    write_table("finder", COMMAND, head, [line(name, name in barred, times) for name in names], [*notes, ratios(times)])


def measure_phone(
    opened: Phones, given: dict[str, Any], size: int, times: dict[tuple[str, int], tuple[float, float]]
) -> str:
    """Measure all cases in a page of their own; return what the page says of itself."""
    times[UNWARMED, size] = summary([first_round(opened, given, warmed=False) for _ in range(PAGES[size])])
    warmed = [first_round(opened, given, warmed=True) for _ in range(PAGES[size] - 1)]
    with opened.open(given) as phone:
        steps = phone.call("warm")
        times[COLD, size] = summary([*warmed, phone.call("taps", ASKED)])
        for case in PHONE:
            if size <= case.largest:
                times[case.what, size] = summary(rounds(phone, case, size))
        check(phone)
        agreed = phone.call("agreed", LAST) if size == PEERS_AT else None
        told = phone.opened
        note = (
            f"{told['variants']:,} variants of {told['products']:,} products: warm-up {sum(steps):.0f} ms while nobody "
            f"waits, its longest step {max(steps):.0f} ms; not throttled, to make the search ready takes "
            f"{told['search']:.0f} ms, the words {told['words']:.0f} ms."
        )
    if agreed:
        note += f" json-rules-engine and the finder find the same criteria met on each of {agreed} pieces."
    return note


def first_round(opened: Phones, given: dict[str, Any], *, warmed: bool) -> Times:
    """Return the first round of taps in a page of its own."""
    with opened.open(given) as phone:
        if warmed:
            phone.call("warm")
        times: Times = phone.call("taps", ASKED)
        return times


def rounds(phone: Phone, case: Case, size: int) -> list[Times]:
    say(f"  {case.what}")
    return [phone.call(case.call, case.inputs) for _ in range(min(case.rounds, ROUNDS[size]))]


def check(phone: Phone) -> None:
    """Refuse to report times of code that found nothing."""
    found = phone.call("found", ASKED, OUTFITS, list(keys()), SENTENCES)
    for answers, count in zip(ASKED, found["advised"], strict=True):
        assert count > 0 or "must" in answers or phone.opened["variants"] < AT, answers
    assert max(found["worn"]) > 1
    assert min(found["understood"]) > 0
    assert sum(count > 0 for count in found["searched"]) > len(found["searched"]) // 3
    assert sum(count > 0 for count in found["texts"]) > len(ASKED) // 2


def measure_server(
    snapshot: dict[str, Any], stock: dict[str, Any], size: int, times: dict[tuple[str, int], tuple[float, float]]
) -> None:
    """Measure Python by processor time, which other work of the machine does not count in."""
    say("  server")
    finder, products = snapshot["finder"], snapshot["products"]

    def advise(answers: dict[str, Any]) -> Callable[[], Any]:
        return lambda: rank(finder, products, answers, stock, 10)

    asked = ASKED if size < SIZES[-1] else LAST
    times[SERVER, size] = summary([[used(advise(each)) for each in asked] for _ in range(SERVER_ROUNDS[size])])
    catalogue = scaled_catalogue(size)
    times[COMPILE, size] = summary([[used(lambda: build(catalogue, *known()))]])


def used(work: Callable[[], Any]) -> float:
    """Return the processor time of some work in ms."""
    start = time.process_time()
    work()
    return 1000 * (time.process_time() - start)


def summary(rounds: list[Times]) -> tuple[float, float]:
    """Return p50 and p95 over the inputs, each the quartile of its rounds: other work of the machine only adds."""
    best = [percentile(each, 0.25) for each in zip(*rounds, strict=True)]
    return percentile(best, 0.5), percentile(best, 0.95)


def line(name: str, barred: bool, times: dict[tuple[str, int], tuple[float, float]]) -> list[str]:
    """Return one line of the table."""
    cells = [shown(times.get((name, size))) for size in SIZES]
    late = times[name, AT][1] if (name, AT) in times else None
    kept = "" if not barred or late is None else "yes" if late < FRAME_MS else "**no**"
    return [name, *cells, f"< {FRAME_MS:.0f} p95" if barred else "", kept, growth(name, times)]


def shown(found: tuple[float, float] | None) -> str:
    if found is None:
        return ""
    return " / ".join(f"{each:.1f}" if each < 100 else f"{each:,.0f}" for each in found)


def growth(name: str, times: dict[tuple[str, int], tuple[float, float]]) -> str:
    """Return how many times longer the last ten times take, where it is long enough to tell."""
    if (name, SIZES[-1]) not in times or times[name, SIZES[-1]][1] < 1:
        return ""
    factor = times[name, SIZES[-1]][1] / max(times[name, AT][1], 0.1)
    return f"{factor:.1f}" + ("" if factor <= 10**LINEAR else " **more than linear**")


def ratios(times: dict[tuple[str, int], tuple[float, float]]) -> str:
    """Say how the peers stand to the ranking of the same answers, by the median of these."""
    rules = times[RULES, PEERS_AT][0] / times[SAME, PEERS_AT][0]
    text = times[TEXT, AT][0] / times[SAME, AT][0]
    return (
        f"For the same {len(LAST)} customers json-rules-engine takes {rules:,.0f} times as long at {PEERS_AT:,} "
        f"variants (criteria alone), MiniSearch {text:.1f} times at {AT:,} (text alone)."
    )


def say(what: str) -> None:
    sys.stderr.write(f"{what}\n")


if __name__ == "__main__":
    main()
