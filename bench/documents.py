"""Requests a second of the documents that every phone fetches, beside a bare application under the same gunicorn."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path

from tests.e2e.serving import FLASK, ROOT, free_port
from tests.server.conftest import postgresql

from .report import Row, median, write

COMMAND = "python -m bench.documents"
ROUNDS, SECONDS, WARM_SECONDS, CONNECTIONS, BAR = 7, 2, 1, 16, 0.8
SNAPSHOT = "/api/v1/shops/miramas/snapshot?lang=fr"
QUESTION = {
    "shop": "miramas",
    "lang": "fr",
    "answers": {"wanted": "shell", "activity": "ski-touring", "weather": "snow", "audience": "women", "size": "M"},
}


@dataclass(frozen=True)
class Case:
    """One thing to ask, of the shop and of the bare application."""

    what: str
    base: str
    bare: str
    path: str = SNAPSHOT
    headers: tuple[str, ...] = ("Accept-Encoding: br",)
    body: str = ""
    bar: float | None = BAR

    def ask(self, base: str, seconds: int) -> float:
        return requests_per_second(base + self.path, self.headers, self.body, seconds)


def main() -> None:
    need_wrk()
    with tempfile.TemporaryDirectory() as name, ExitStack() as running:
        folder = Path(name)
        sqlite = running.enter_context(shop(folder, f"sqlite:///{folder / 'cordee.db'}"))
        # The fixture's own function: pytest starts the tests' PostgreSQL by it, a bench may as well.
        address = running.enter_context(contextmanager(postgresql.__wrapped__)())
        grown = running.enter_context(shop(folder, address))
        body, tag = snapshot_of(sqlite)
        (folder / "body").write_bytes(body)
        peer = running.enter_context(gunicorn(folder, "bench.bare:app", BENCH_BODY=str(folder / "body")))
        cases = list(all_cases(sqlite, grown, peer, tag))
        for case in cases:
            case.ask(case.base, WARM_SECONDS)
        measured = [
            [(case.ask(case.bare, SECONDS), case.ask(case.base, SECONDS)) for case in cases] for _ in range(ROUNDS)
        ]
    rows = [row_of(case, list(pairs)) for case, pairs in zip(cases, zip(*measured, strict=True), strict=True)]
    note = (
        f"The snapshot has {len(body) / 1024:.0f} KB (br). {ROUNDS} rounds in turns, {SECONDS} s each, {CONNECTIONS} "
        "connections of wrk on the same machine; the medians of the requests, and of the rounds' ratios."
    )
    write("documents", COMMAND, rows, [note])


def all_cases(sqlite: str, grown: str, peer: str, tag: str) -> Iterator[Case]:
    known = (f"If-None-Match: {tag}", "Accept-Encoding: br")
    for name, base in (("SQLite", sqlite), ("PostgreSQL", grown)):
        yield Case(f"snapshot, 200, {name}", base, peer)
        yield Case(f"snapshot, 304, {name}", base, peer, headers=known)
    post = ("Content-Type: application/json",)
    yield Case("`POST /api/v1/finder`, SQLite", sqlite, peer, "/api/v1/finder", post, json.dumps(QUESTION), None)


def row_of(case: Case, pairs: list[tuple[float, float]]) -> Row:
    ratio = median(ours / bare for bare, ours in pairs)
    figures = (
        f"{median(ours for _, ours in pairs):,.0f} of {median(bare for bare, _ in pairs):,.0f} requests/s: {ratio:.0%}"
    )
    if case.bar is None:
        return Row(case.what, figures)
    return Row(case.what, figures, f"≥ {case.bar:.0%}", ratio >= case.bar)


def requests_per_second(url: str, headers: tuple[str, ...], body: str, seconds: int) -> float:
    """Ask with wrk for some seconds. Raise where an answer was not 2xx or 3xx."""
    words = [
        "wrk",
        "-t1",
        f"-c{CONNECTIONS}",
        f"-d{seconds}s",
        *(word for header in headers for word in ("-H", header)),
    ]
    with tempfile.NamedTemporaryFile("w", suffix=".lua") as script:
        if body:
            script.write(f"wrk.method = 'POST'\nwrk.body = [==[{body}]==]\n")
            script.flush()
            words += ["-s", script.name]
        said = subprocess.run([*words, url], check=True, capture_output=True, text=True).stdout
    # wrk counts a connection that has not been answered yet at the end as a timeout.
    if "Non-2xx" in said or re.search(r"Socket errors: (?!connect 0, read 0, write 0)", said):
        raise SystemExit(f"{url}\n{said}")
    found = re.search(r"Requests/sec:\s+([\d.]+)", said)
    assert found, said
    return float(found[1])


def need_wrk() -> None:
    """Have wrk. A client in Python would measure itself, so there is no other."""
    if shutil.which("wrk"):
        return
    if os.geteuid() or not shutil.which("apt-get"):
        raise SystemExit("This bench needs wrk: install it (Debian: sudo apt-get install wrk), then try again.")
    subprocess.run(["apt-get", "update", "-qq"], check=True)
    subprocess.run(["apt-get", "install", "-y", "-qq", "--no-install-recommends", "wrk"], check=True)


@contextmanager
def shop(folder: Path, database: str) -> Iterator[str]:
    """Open the demonstration shop on a database and serve it."""
    settings = {"CORDEE_DEMONSTRATION": "1", "CORDEE_DATABASE_URL": database}
    for words in (("db", "upgrade"), ("first-run",)):
        subprocess.run([*FLASK, *words], cwd=ROOT, env=environment(settings), check=True, capture_output=True)
    with gunicorn(folder, "server:create_app()", **settings) as base:
        yield base


@contextmanager
def gunicorn(folder: Path, application: str, **more: str) -> Iterator[str]:
    """Serve an application with the settings of ``server/gunicorn.py``."""
    settings = {"CORDEE_DEMONSTRATION": "1", "CORDEE_BIND": "127.0.0.1", "PORT": str(free_port()), **more}
    words = [sys.executable, "-m", "gunicorn", "-c", "server/gunicorn.py", application]
    with (folder / f"{settings['PORT']}.log").open("wb") as log:
        process = subprocess.Popen(words, cwd=ROOT, env=environment(settings), stdout=log, stderr=log)
    base = f"http://127.0.0.1:{settings['PORT']}"
    try:
        wait_until(lambda: answers(base), Path(log.name))
        yield base
    finally:
        process.terminate()
        process.wait(timeout=40)


def environment(settings: dict[str, str]) -> dict[str, str]:
    return {**{name: value for name, value in os.environ.items() if not name.startswith("CORDEE_")}, **settings}


def wait_until(happened: Callable[[], bool], log: Path) -> None:
    deadline = time.monotonic() + 40
    while not happened():
        if time.monotonic() > deadline:
            raise SystemExit(log.read_text("utf-8"))
        time.sleep(0.1)


def answers(base: str) -> bool:
    try:
        with urllib.request.urlopen(f"{base}/healthz", timeout=2):
            return True
    except (urllib.error.URLError, ConnectionError):
        return False


def snapshot_of(base: str) -> tuple[bytes, str]:
    """Return the compressed snapshot and its tag."""
    with urllib.request.urlopen(urllib.request.Request(base + SNAPSHOT, headers={"Accept-Encoding": "br"})) as answer:
        return answer.read(), answer.headers["ETag"]


if __name__ == "__main__":
    main()
