"""How long 300 labels take: each time in a process of its own, which has set no label before."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from server import create_app
from server.catalogue.service import current
from server.labels import service
from server.labels.formats import FORMATS
from server.settings import Settings

from .report import ROOT, Row, median, write

COMMAND = "python -m bench.labels"
LABELS, RUNS, LIMIT_SECONDS = 300, 3, 5
ADDRESS = "https://millet-miramas.example"


def main() -> None:
    rows = []
    with tempfile.TemporaryDirectory() as folder:
        database = f"sqlite:///{Path(folder) / 'cordee.db'}"
        settings = {**os.environ, "CORDEE_DATABASE_URL": database, "CORDEE_DEMONSTRATION": "1"}
        for words in (("db", "upgrade"), ("first-run",)):
            command = [sys.executable, "-m", "flask", "--app", "server", *words]
            subprocess.run(command, cwd=ROOT, env=settings, check=True, capture_output=True)
        for paper in FORMATS:
            times = [_measured(database, paper) for _ in range(RUNS)]
            worked, waited = (median(each[at] for each in times) for at in (0, 1))
            what = f"{LABELS} labels on {paper}, processor time (by the clock {waited:.1f} s)"
            rows.append(Row(what, f"{worked:.1f} s", f"< {LIMIT_SECONDS} s", worked < LIMIT_SECONDS))
    write("labels", COMMAND, rows, [f"Medians of {RUNS} processes; the catalogue is read before."])


def _measured(database: str, paper: str) -> list[float]:
    command = [sys.executable, "-m", "bench.labels", database, paper]
    said = subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True).stdout
    found: list[float] = json.loads(said.splitlines()[-1])
    return found


def _make(database: str, paper: str) -> None:
    """Print the seconds of the processor and of the clock that the labels take; cards are made for each colour."""
    app = create_app(Settings(database_url=database, secret_key="x" * 40, demonstration=True, log_level="error"))
    with app.app_context():
        published = current()
        sold = list(published.shops["miramas"]["assortment"])
        asked = {
            "shop": "miramas", "format": paper, "lang": "fr", "categories": [], "refs": [], "which": "all",
            "since": None, "copies": 1, "skip": 0, "gtins": sold[:LABELS] if FORMATS[paper].kind == "tag" else [],
        }  # fmt: skip
        worked, waited = time.process_time(), time.perf_counter()
        service.make(asked, published, ADDRESS)
        sys.stdout.write(json.dumps([time.process_time() - worked, time.perf_counter() - waited]))


if __name__ == "__main__":
    if len(sys.argv) > 1:
        _make(*sys.argv[1:])
    else:
        main()
