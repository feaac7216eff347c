"""The main thread's work while a screen starts, by its own clock: what else the machine does counts little."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from .enrolled import THROTTLE, Enrolled, enrolled
from .lighthouse import screens
from .report import Row, median, write

COMMAND = "python -m bench.tasks"
RUNS = 5
SETTLED_MS = 3_000
LONG_MS, BLOCKED_LIMIT_MS = 50.0, 100.0
"""Longer tasks keep a finger waiting. So much of them, over 50 ms each, costs Lighthouse's performance two points."""
CATEGORIES = ["toplevel", "blink.user_timing", "loading", "devtools.timeline"]
Event = dict[str, Any]


@dataclass(frozen=True)
class Start:
    """Milliseconds of processor, as a phone needs them that is slower by ``THROTTLE``."""

    tasks: list[float]

    @property
    def blocked(self) -> float:
        return sum(max(0.0, task - LONG_MS) for task in self.tasks)


def main() -> None:
    rows = []
    with enrolled() as phone:
        for screen in screens(phone):
            if screen.before:
                screen.before(phone)
            sys.stderr.write(f"  {screen.name}\n")
            rows.append(row(screen.name, [started(phone, screen.route) for _ in range(RUNS)]))
    note = (
        f"Thread time of the tasks from the navigation until {SETTLED_MS / 1000:.0f} s later, times {THROTTLE}; "
        f"online, warm phone. Medians of {RUNS} starts."
    )
    write("tasks", COMMAND, rows, [note])


def row(name: str, starts: list[Start]) -> Row:
    blocked = median(start.blocked for start in starts)
    longest, whole = median(max(start.tasks) for start in starts), median(sum(start.tasks) for start in starts)
    what = f"{name}: over {LONG_MS:.0f} ms (longest task {longest:.0f} ms, all of them {whole:,.0f} ms)"
    return Row(what, f"{blocked:.0f} ms", f"< {BLOCKED_LIMIT_MS:.0f} ms", blocked < BLOCKED_LIMIT_MS)


def started(phone: Enrolled, route: str) -> Start:
    """Open a screen in a new window and return what its main thread had to do."""
    page = phone.context.new_page()
    tools = phone.context.new_cdp_session(page)
    events: list[Event] = []
    ended: list[bool] = []
    tools.on("Tracing.dataCollected", lambda message: events.extend(message["value"]))
    tools.on("Tracing.tracingComplete", lambda _: ended.append(True))
    traced = {"includedCategories": CATEGORIES, "excludedCategories": ["*"]}
    tools.send("Tracing.start", {"transferMode": "ReportEvents", "traceConfig": traced})
    page.goto(f"{phone.shop.url}/app/#{route}")
    page.wait_for_timeout(SETTLED_MS)
    tools.send("Tracing.end")
    while not ended:
        page.wait_for_timeout(20)
    page.close()
    return Start([THROTTLE * task for task in tasks_of(events)])


def tasks_of(events: list[Event]) -> Iterator[float]:
    """Give the thread time of each task of the page's main thread in ms; tasks inside a task are part of it."""
    begun = next(
        each for each in reversed(events) if each["name"] == "navigationStart" and "/app/" in str(each["args"])
    )
    mine = [each for each in events if all(each[key] == begun[key] for key in ("pid", "tid")) and each["ph"] == "X"]
    over = begun["ts"]
    for each in sorted(mine, key=lambda each: (each["ts"], -each["dur"])):
        if each["name"].endswith("RunTask") and each["ts"] >= over:
            over = each["ts"] + each["dur"]
            used: float = each["tdur"] if "tdur" in each else each["dur"]
            yield used / 1000


if __name__ == "__main__":
    main()
