"""Requests a second of the documents that every phone fetches, beside a bare application under the same gunicorn."""

from __future__ import annotations

import http.client
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
ROUNDS, SECONDS, WARM_SECONDS, CONNECTIONS, BAR = 5, 1, 1, 16, 0.8
GUNICORN = {"Server", "Date", "Connection"}
"""Headers that gunicorn adds by itself."""
PAGE_BAR = 0.6
SNAPSHOT = "/api/v1/shops/miramas/snapshot?lang=fr"
PAGE, GUIDE = "/p/millet-trilogy-gtx-jacket?lang=fr", "/guide?lang=fr"
NEED = f"{GUIDE}&activity=ski-touring&wanted=shell&temperature_c=-8&size=M"
QUESTION = {
    "shop": "miramas",
    "lang": "fr",
    "answers": {"wanted": "shell", "activity": "ski-touring", "weather": "snow", "audience": "women", "size": "M"},
}


@dataclass(frozen=True)
class Speed:
    by_clock: float
    by_processor: float


@dataclass(frozen=True)
class Served:
    """An application under gunicorn; ``pid`` is gunicorn's master."""

    base: str
    pid: int

    def worked(self) -> float:
        """Return the seconds that the workers kept a processor busy so far."""
        workers = Path(f"/proc/{self.pid}/task/{self.pid}/children").read_text().split()
        ticks = 0
        for worker in workers:
            fields = Path(f"/proc/{worker}/stat").read_text().rsplit(")", 1)[1].split()
            ticks += int(fields[11]) + int(fields[12])
        return ticks / os.sysconf("SC_CLK_TCK")


@dataclass(frozen=True)
class Case:
    """One thing to ask, of the shop and of the bare application."""

    what: str
    ours: Served
    bare: Served
    path: str = SNAPSHOT
    headers: tuple[str, ...] = ("Accept-Encoding: br",)
    body: str = ""
    bar: float | None = BAR

    def ask(self, served: Served, seconds: int) -> Speed:
        """Return the requests a second by the clock, and by the processors' time that its workers took."""
        before = served.worked()
        speed, requests = wrk(served.base + self.path, self.headers, self.body, seconds)
        return Speed(speed, requests / (served.worked() - before))


def main() -> None:
    need_wrk()
    with tempfile.TemporaryDirectory() as name, ExitStack() as running:
        folder = Path(name)
        sqlite = running.enter_context(shop(folder, f"sqlite:///{folder / 'cordee.db'}"))
        # The fixture's own function: pytest starts the tests' PostgreSQL by it, a bench may as well.
        address = running.enter_context(contextmanager(postgresql.__wrapped__)())
        grown = running.enter_context(shop(folder, address))
        tag = keep_answers(sqlite.base, folder)
        peer = running.enter_context(gunicorn(folder, "bench.bare:app", BENCH_ANSWERS=str(folder)))
        size, page = ((folder / name).stat().st_size for name in ("api", "p"))
        cases = list(all_cases(sqlite, grown, peer, tag))
        for case in cases:
            case.ask(case.ours, WARM_SECONDS)
        measured = [
            [(case.ask(case.bare, SECONDS), case.ask(case.ours, SECONDS)) for case in cases] for _ in range(ROUNDS)
        ]
    rows = [row_of(case, list(pairs)) for case, pairs in zip(cases, zip(*measured, strict=True), strict=True)]
    note = (
        f"The snapshot has {size / 1024:.0f} KB (br), the page {page / 1024:.0f} KB. Pages without answers in their "
        "address are kept by the worker until the revision, the stock or the day changes. "
        f"{ROUNDS} rounds in turns, {SECONDS} s each, {CONNECTIONS} connections of wrk on the same machine; medians of "
        "the rounds."
    )
    write("documents", COMMAND, rows, [note])


def all_cases(sqlite: Served, grown: Served, peer: Served, tag: str) -> Iterator[Case]:
    known = (f"If-None-Match: {tag}", "Accept-Encoding: br")
    for name, ours in (("SQLite", sqlite), ("PostgreSQL", grown)):
        yield Case(f"snapshot, 200, {name}", ours, peer)
        yield Case(f"snapshot, 304, {name}", ours, peer, headers=known)
    for what, path in (("customer's page", PAGE), ("guide, first page", GUIDE)):
        yield Case(f"{what}, SQLite", sqlite, peer, path, bar=PAGE_BAR)
    yield Case("guide with a need, SQLite", sqlite, peer, NEED, bar=None)
    post = ("Content-Type: application/json",)
    yield Case("`POST /api/v1/finder`, SQLite", sqlite, peer, "/api/v1/finder", post, json.dumps(QUESTION), None)


def row_of(case: Case, pairs: list[tuple[Speed, Speed]]) -> Row:
    """Judge by the processors' time: on a machine that does other work as well, the clock measures that work."""
    bare, ours = zip(*pairs, strict=True)
    clock = f"{median(one.by_clock for one in ours):,.0f} of {median(one.by_clock for one in bare):,.0f} requests/s"
    ratio = median(mine.by_processor / peer.by_processor for peer, mine in pairs)
    by_clock = median(mine.by_clock / peer.by_clock for peer, mine in pairs)
    figures = f"{ratio:.0%} by processor time, {by_clock:.0%} by the clock ({clock})"
    if case.bar is None:
        each = 1000 / median(one.by_processor for one in ours)
        return Row(case.what, f"{each:.0f} ms of a processor each ({clock})")
    return Row(case.what, figures, f"≥ {case.bar:.0%}", ratio >= case.bar)


def wrk(url: str, headers: tuple[str, ...], body: str, seconds: int) -> tuple[float, int]:
    """Ask for some seconds; return requests a second and requests. Raise where an answer was not 2xx or 3xx."""
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
    # A connection that has not been answered yet at the end counts as a timeout with wrk.
    if "Non-2xx" in said or re.search(r"Socket errors: (?!connect 0, read 0, write 0)", said):
        raise SystemExit(f"{url}\n{said}")
    speed, requests = re.search(r"Requests/sec:\s+([\d.]+)", said), re.search(r"(\d+) requests in", said)
    assert speed, said
    assert requests, said
    return float(speed[1]), int(requests[1])


def need_wrk() -> None:
    """Have wrk. A client in Python would measure itself, so there is no other."""
    if shutil.which("wrk"):
        return
    if os.geteuid() or not shutil.which("apt-get"):
        raise SystemExit("This bench needs wrk: install it (Debian: sudo apt-get install wrk), then try again.")
    subprocess.run(["apt-get", "update", "-qq"], check=True)
    subprocess.run(["apt-get", "install", "-y", "-qq", "--no-install-recommends", "wrk"], check=True)


@contextmanager
def shop(folder: Path, database: str) -> Iterator[Served]:
    """Open the demonstration shop on a database and serve it."""
    settings = {"CORDEE_DEMONSTRATION": "1", "CORDEE_DATABASE_URL": database}
    for words in (("db", "upgrade"), ("first-run",)):
        subprocess.run([*FLASK, *words], cwd=ROOT, env=environment(settings), check=True, capture_output=True)
    with gunicorn(folder, "server:create_app()", **settings) as served:
        yield served


@contextmanager
def gunicorn(folder: Path, application: str, **more: str) -> Iterator[Served]:
    """Serve an application with the settings of ``server/gunicorn.py``."""
    settings = {"CORDEE_DEMONSTRATION": "1", "CORDEE_BIND": "127.0.0.1", "PORT": str(free_port()), **more}
    words = [sys.executable, "-m", "gunicorn", "-c", "server/gunicorn.py", application]
    with (folder / f"{settings['PORT']}.log").open("wb") as log:
        process = subprocess.Popen(words, cwd=ROOT, env=environment(settings), stdout=log, stderr=log)
    base = f"http://127.0.0.1:{settings['PORT']}"
    try:
        wait_until(lambda: answers(base), Path(log.name))
        yield Served(base, process.pid)
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


def keep_answers(base: str, folder: Path) -> str:
    """Keep what the shop answers, for the bare application to repeat. Return the tag of the snapshot."""
    tag = ""
    for path in (SNAPSHOT, PAGE, GUIDE):
        fresh = asked(base, path, {"Accept-Encoding": "br"})
        place = path.split("/")[1].partition("?")[0]
        (folder / place).write_bytes(fresh.read())
        keep_headers(fresh, folder / f"{place}.json")
        tag = tag or dict(fresh.getheaders())["ETag"]
    keep_headers(asked(base, SNAPSHOT, {"Accept-Encoding": "br", "If-None-Match": tag}), folder / "304.json")
    return tag


def keep_headers(answer: http.client.HTTPResponse, file: Path) -> None:
    file.write_text(json.dumps([pair for pair in answer.getheaders() if pair[0] not in GUNICORN]), "utf-8")


def asked(base: str, path: str, headers: dict[str, str]) -> http.client.HTTPResponse:
    connection = http.client.HTTPConnection(base.removeprefix("http://"), timeout=30)
    connection.request("GET", path, headers=headers)
    return connection.getresponse()


if __name__ == "__main__":
    main()
