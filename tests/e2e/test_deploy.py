"""The two lines of the Procfile, run as a platform runs them, on a PostgreSQL."""

from __future__ import annotations

import json
import os
import re
import shlex
import signal
import subprocess
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from email.message import Message
from pathlib import Path

import pytest

from tests.server.conftest import SECRET, new_postgresql, postgresql  # noqa: F401

from .serving import FLASK, ROOT, free_port

pytestmark = pytest.mark.postgresql
PUBLIC_URL = "https://cordee.example"
PREPARE_SECONDS, START_SECONDS, STOP_SECONDS = 300, 40, 20


def lines_of_the_procfile() -> dict[str, list[str]]:
    """Return the words of each line by its name."""
    pairs = (line.split(":", 1) for line in (ROOT / "Procfile").read_text("utf-8").splitlines() if line.strip())
    return {name.strip(): shlex.split(words) for name, words in pairs}


def platform(**settings: str) -> dict[str, str]:
    """Return the environment that a platform gives: nothing of this shop but the settings, nothing of an outer make."""
    foreign = re.compile(r"CORDEE_|DATABASE_URL$|PORT$|MAKE|MFLAGS|FLASK_")
    return {**{name: value for name, value in os.environ.items() if not foreign.match(name)}, **settings}


def decoded(body: bytes) -> str:
    return body.decode("utf-8", "replace")  # pictures come here too


@dataclass
class Answer:
    status: int
    headers: Message
    text: str


@dataclass
class Deployment:
    """A shop that was released and is being served."""

    environment: dict[str, str]
    process: subprocess.Popen[bytes]
    log: Path

    def get(self, path: str, content: object = None, accept: str = "*/*") -> Answer:
        """Ask by GET, or by POST where there is content."""
        data = None if content is None else json.dumps(content).encode()
        headers = {"Accept": accept, "Content-Type": "application/json"}
        request = urllib.request.Request(f"http://127.0.0.1:{self.environment['PORT']}{path}", data, headers)
        try:
            with urllib.request.urlopen(request, timeout=10) as answer:
                return Answer(answer.status, answer.headers, decoded(answer.read()))
        except urllib.error.HTTPError as refused:
            with refused:
                return Answer(refused.code, refused.headers, decoded(refused.read()))

    def is_ready(self) -> bool:
        try:
            return self.get("/readyz").status == 200
        except (urllib.error.URLError, ConnectionError, TimeoutError):
            return False


def run(line: str, environment: dict[str, str]) -> subprocess.CompletedProcess[str]:
    """Run a line of the Procfile to its end."""
    words = lines_of_the_procfile()[line]
    return subprocess.run(
        words, cwd=ROOT, env=environment, capture_output=True, text=True, check=False, timeout=PREPARE_SECONDS
    )


@pytest.fixture(scope="module")
def deployment(
    new_postgresql: Callable[[], str],  # noqa: F811
    tmp_path_factory: pytest.TempPathFactory,
) -> Iterator[Deployment]:
    environment = platform(
        CORDEE_SECRET_KEY=SECRET,
        CORDEE_PUBLIC_URL=PUBLIC_URL,
        DATABASE_URL=new_postgresql(),
        PORT=str(free_port()),
    )
    released = run("release", environment)
    assert released.returncode == 0, released.stdout + released.stderr
    log = tmp_path_factory.mktemp("deployment") / "web.log"
    with log.open("wb") as out:
        words = lines_of_the_procfile()["web"]
        process = subprocess.Popen(words, cwd=ROOT, env=environment, stdout=out, stderr=out, start_new_session=True)
    served = Deployment(environment, process, log)
    try:
        wait_until(served.is_ready, START_SECONDS, log)
        yield served
    finally:
        end(process)


def wait_until(happened: Callable[[], bool], seconds: int, log: Path) -> None:
    deadline = time.monotonic() + seconds
    while not happened():
        if time.monotonic() > deadline:
            pytest.fail(log.read_text("utf-8"))
        time.sleep(0.1)


def end(process: subprocess.Popen[bytes]) -> None:
    """Kill what is left of the group; nothing may be."""
    with suppress(ProcessLookupError):
        os.killpg(process.pid, signal.SIGKILL)
    process.wait(timeout=10)


def test_it_is_ready_with_database_and_catalogue(deployment: Deployment) -> None:
    ready = json.loads(deployment.get("/readyz").text)
    assert (ready["status"], ready["database"], ready["revision"]) == ("ready", "postgresql", 1)


def test_it_publishes_nothing_twice(deployment: Deployment) -> None:
    again = run("release", deployment.environment)
    assert again.returncode == 0, again.stdout + again.stderr
    assert json.loads(deployment.get("/readyz").text)["revision"] == 1


def test_it_serves_the_phone_with_all_that_the_page_names(deployment: Deployment) -> None:
    page = deployment.get("/app/", accept="text/html")
    assert page.status == 200
    named = re.findall(r'(?:src|href)="(/app/[^"]+)"', page.text)
    assert any(name.endswith(".js") for name in named)
    for name in [*named, "/app/service-worker.js"]:
        assert deployment.get(name).status == 200, name


def test_it_answers_a_question(deployment: Deployment) -> None:
    answers = {"wanted": "shell", "activity": "ski-touring", "weather": "snow"}
    advice = deployment.get("/api/v1/finder", {"shop": "miramas", "lang": "fr", "answers": answers})
    assert advice.status == 200, advice.text
    results = json.loads(advice.text)["results"]
    assert results
    assert all(result["say"]["benefit"] for result in results)


def test_it_has_no_way_in_without_an_invitation(deployment: Deployment) -> None:
    page = deployment.get("/", accept="text/html")
    assert page.status == 200
    assert "/entries" not in page.text
    assert "<button" not in page.text
    assert deployment.get("/api/v1/demonstration/entries", {"role": "manager"}).status == 404
    assert deployment.get("/api/v1/session").status == 401


def test_it_binds_an_invited_device_to_its_own_host_over_tls(deployment: Deployment) -> None:
    words = [*FLASK, "invite", "--role", "manager", "--shop", "miramas"]
    printed = subprocess.run(words, cwd=ROOT, env=deployment.environment, capture_output=True, text=True, check=True)
    found = re.search(rf"{PUBLIC_URL}/app/#/invitation/(\S+)", printed.stdout)
    assert found, printed.stdout
    enrolled = deployment.get("/api/v1/enrolments", {"invitation": found.group(1), "name": "Camille"})
    assert enrolled.status == 201, enrolled.text
    name, *attributes = enrolled.headers["Set-Cookie"].split("; ")
    assert name.startswith("__Host-cordee=")
    assert {"Secure", "HttpOnly", "Path=/"} <= set(attributes)
    assert not [attribute for attribute in attributes if attribute.startswith("Domain")]


def test_it_stops_when_the_platform_asks(deployment: Deployment) -> None:
    """Runs last: it takes the deployment down."""
    os.killpg(deployment.process.pid, signal.SIGTERM)
    deployment.process.wait(timeout=STOP_SECONDS)
    assert "Shutting down: Master" in deployment.log.read_text("utf-8")
    with pytest.raises(urllib.error.URLError):
        deployment.get("/healthz")


@pytest.mark.parametrize(
    ("line", "settings", "sentence"),
    [
        ("web", {"CORDEE_DEMONSTRATION": "1", "CORDEE_BIND": "0.0.0.0"}, "CORDEE_BIND must be a loopback address"),  # noqa: S104
        ("release", {"CORDEE_SECRET_KEY": ""}, "CORDEE_SECRET_KEY must be a secret of at least 32 characters"),
        ("web", {"CORDEE_SECRET_KEY": ""}, "CORDEE_SECRET_KEY must be a secret of at least 32 characters"),
        ("web", {"CORDEE_WORKERS": "many"}, "CORDEE_WORKERS must be a whole number from 1 to 64, not 'many'"),
        ("web", {"CORDEE_WORKRES": "2"}, "CORDEE_WORKRES is not a setting"),
    ],
    ids=["open-demonstration", "released-without-secret", "served-without-secret", "bad-value", "unknown-name"],
)
def test_it_refuses_a_bad_setting_at_once(line: str, settings: dict[str, str], sentence: str) -> None:
    base = {"CORDEE_SECRET_KEY": SECRET, "DATABASE_URL": "sqlite:////nowhere/cordee.db", "PORT": str(free_port())}
    refused = run(line, platform(**{**base, **settings}))
    said = refused.stdout + refused.stderr
    assert refused.returncode != 0
    assert said.count("Cordée does not start: ") == 1, said
    assert sentence in said
    assert "Traceback" not in said
    assert "Booting worker" not in said
