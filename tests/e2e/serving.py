"""A real server for the tests: gunicorn in a process group of its own, that can be killed and started again.

A build of the phone's application other than pwa/dist is served where CORDEE_DIST names its folder.
"""

from __future__ import annotations

import os
import random
import re
import shutil
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
FLASK = [sys.executable, "-m", "flask", "--app", "server"]
START_SECONDS = 90
LISTENING = range(10_240, 32_768)


def built_dist() -> Path:
    """Return the folder of the built application; fail with what to do where there is none."""
    dist = Path(os.environ.get("CORDEE_DIST") or ROOT / "pwa" / "dist")
    assert (dist / "index.html").exists(), f"the phone's application is not built in {dist}: run make build"
    return dist


def free_port() -> int:
    """Return a port below those that systems lend to outgoing connections.

    Nobody takes it before its server listens, nor while a killed one is started again.
    """
    for port in random.sample(LISTENING, len(LISTENING)):
        with socket.socket() as probe:
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            with suppress(OSError):
                probe.bind(("127.0.0.1", port))
                return port
    raise RuntimeError("there is no free port")


@dataclass
class ShopServer:
    """The demonstration shop on a database file of its own."""

    folder: Path
    port: int = field(default_factory=free_port)
    dist: Path = field(default_factory=built_dist)
    public_url: str = ""
    """The address that phones use, where something stands in front."""
    application: str = "server:create_app()"
    process: subprocess.Popen[bytes] | None = None

    @property
    def url(self) -> str:
        return self.public_url or f"http://127.0.0.1:{self.port}"

    @property
    def environment(self) -> dict[str, str]:
        settings = {
            "CORDEE_DATABASE_URL": f"sqlite:///{self.folder / 'cordee.db'}",
            "CORDEE_DEMONSTRATION": "1",
            "CORDEE_BIND": "127.0.0.1",
            "CORDEE_DIST": str(self.dist),
            "CORDEE_PUBLIC_URL": self.url,
            "PORT": str(self.port),
        }
        return {**os.environ, **settings}

    def flask(self, *words: str) -> str:
        done = subprocess.run(
            [*FLASK, *words], cwd=ROOT, env=self.environment, capture_output=True, text=True, check=False, timeout=120
        )
        assert done.returncode == 0, done.stdout + done.stderr
        return done.stdout

    def open(self) -> None:
        """Migrate and publish the catalogue, as `make run` does."""
        self.flask("db", "upgrade")
        self.flask("first-run")

    def open_like(self, other: ShopServer) -> None:
        """Begin with the accounts and the catalogue that another shop has now. It must not run."""
        assert other.process is None, "a database that is being written cannot be copied file by file"
        for part in other.folder.glob("cordee.db*"):
            shutil.copy(part, self.folder)

    def start(self) -> None:
        log = (self.folder / "server.log").open("ab")
        self.process = subprocess.Popen(
            [sys.executable, "-m", "gunicorn", "-c", "server/gunicorn.py", self.application],
            cwd=ROOT,
            env=self.environment,
            stdout=log,
            stderr=log,
            start_new_session=True,
        )
        log.close()
        self.wait_until_ready()

    def wait_until_ready(self) -> None:
        deadline = time.monotonic() + START_SECONDS
        while time.monotonic() < deadline:
            try:
                with urllib.request.urlopen(f"http://127.0.0.1:{self.port}/readyz", timeout=2) as answer:
                    if answer.status == 200:
                        return
            except (urllib.error.URLError, ConnectionError, TimeoutError):
                time.sleep(0.1)
        raise AssertionError((self.folder / "server.log").read_text())

    def kill(self) -> None:
        """Kill every process of the server at once, without a goodbye."""
        if self.process is not None:
            os.killpg(self.process.pid, signal.SIGKILL)
            self.process.wait(timeout=10)
            self.process = None

    def invitation(self, role: str = "seller") -> str:
        """Return a one-time link as `make invite` prints it."""
        printed = self.flask("invite", "--role", role, "--shop", "miramas")
        found = re.search(r"https?://\S+#/invitation/\S+", printed)
        assert found, printed
        return found.group(0)
