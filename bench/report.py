"""The tables of docs/benchmarks.md: each bench rewrites its own, with the day, the machine and the command."""

from __future__ import annotations

import math
import os
import platform
import re
import statistics
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
DOCUMENT = ROOT / "docs" / "benchmarks.md"


@dataclass(frozen=True)
class Row:
    """One line of a table; ``kept`` is ``None`` where nothing was promised."""

    what: str
    measured: str
    bar: str = ""
    kept: bool | None = None

    def cells(self) -> list[str]:
        verdict = {None: "", True: "yes", False: "**no**"}[self.kept]
        return [self.what, self.measured, self.bar, verdict]


def write(name: str, command: str, rows: Sequence[Row], notes: Iterable[str] = ()) -> None:
    """Print the rows and put them between the marks of ``name`` in the document. Raise where there are none."""
    write_table(name, command, ["what", "measured", "bar", "kept"], [row.cells() for row in rows], notes)


def write_table(
    name: str, command: str, header: Sequence[str], rows: Sequence[Sequence[str]], notes: Iterable[str] = ()
) -> None:
    """Print a table of any columns and put it where ``write`` does."""
    load = f"{os.getloadavg()[0]:.1f} processes waiting at the end"
    made = f"{datetime.now(UTC):%Y-%m-%d}, {machine()}, {load}, `{command}`"
    lines = [header, ["---"] * len(header), *rows]
    table = "\n".join(f"| {' | '.join(cells)} |" for cells in lines)
    block = "\n\n".join([table, *notes, f"*{made}*"])
    print(f"\n{block}\n")
    text = DOCUMENT.read_text("utf-8")
    marks = re.compile(rf"(<!-- {name} -->\n).*?(\n<!-- /{name} -->)", re.DOTALL)
    text, count = marks.subn(lambda found: f"{found[1]}\n{block}\n{found[2]}", text)
    if count != 1:
        raise SystemExit(f"{DOCUMENT} has no place for {name!r}")
    DOCUMENT.write_text(text, "utf-8")


def machine() -> str:
    """Say what it was measured on."""
    model = re.search(r"^model name\s*: (.+)$", Path("/proc/cpuinfo").read_text(), re.MULTILINE)
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
    name = model[1].strip() if model else platform.machine()
    return f"{os.cpu_count()} × {name}, {memory:.0f} GB, Python {platform.python_version()}"


def percentile(values: Sequence[float], share: float) -> float:
    """Return the smallest value that at least ``share`` of the values do not exceed."""
    ordered = sorted(values)
    return ordered[max(0, math.ceil(len(ordered) * share) - 1)]


def median(values: Iterable[float]) -> float:
    return statistics.median(values)
