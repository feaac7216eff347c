"""Real shops, real phones, a bad network between them."""

from __future__ import annotations

import subprocess
import uuid
from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.parse import urlsplit

import psycopg
import pytest
from playwright.sync_api import Browser
from psycopg import sql

from tests.e2e.serving import ROOT, free_port
from tests.server.conftest import new_postgresql, postgresql  # noqa: F401

from . import report
from .phones import Phone
from .proxy import Network, between
from .shops import Shop
from .weather import Weather

DATABASES = ["sqlite", pytest.param("postgresql", marks=pytest.mark.postgresql)]
BUILD = """
import { build } from "vite";
const outDir = process.argv.at(-1);
await build({
  configFile: false, logLevel: "error", define: { __VERSION__: '"faults"' },
  build: {
    outDir, emptyOutDir: true, minify: false, target: "es2022",
    lib: { entry: "../tests/pwa/faults/phone.ts", formats: ["es"], fileName: () => "phone.js" },
  },
});
"""


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    here = Path(__file__).parent
    for item in items:
        if here in item.path.parents:
            item.add_marker(pytest.mark.faults)
            item.add_marker(pytest.mark.browser)


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    if report.lines():
        terminalreporter.section("faults")
        for line in report.lines():
            terminalreporter.write_line(line)


@pytest.fixture(scope="session")
def harness(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Bundle the application's own storage and sender as a page without a screen."""
    out = tmp_path_factory.mktemp("phone")
    script = 'cd pwa && exec node --input-type=module --eval "$1" "$2"'
    words = ["bash", "-c", script, "build", BUILD, str(out)]
    done = subprocess.run(["scripts/node", *words], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    (out / "phone.html").write_text("<!doctype html><title>phone</title><script type=module src=phone.js></script>")
    return out


@pytest.fixture(scope="session")
def first_shop(tmp_path_factory: pytest.TempPathFactory) -> Shop:
    shop = Shop(tmp_path_factory.mktemp("first-shop"))
    shop.open()
    return shop


@pytest.fixture(scope="session")
def new_shop_database(
    tmp_path_factory: pytest.TempPathFactory,
    new_postgresql: Callable[[], str],  # noqa: F811
) -> Callable[[], str]:
    """Return a function that copies, in PostgreSQL, the database of a shop that was opened once."""
    first = Shop(tmp_path_factory.mktemp("first-postgresql"), database=new_postgresql())
    first.open()
    return lambda: copied(first.database)


def copied(database: str) -> str:
    """Copy a PostgreSQL database that nobody is connected to; return the copy's address."""
    name, copy = urlsplit(database).path[1:], f"cordee_{uuid.uuid4().hex}"
    with psycopg.connect(database.replace(f"/{name}?", "/postgres?", 1), autocommit=True) as connection:
        connection.execute(sql.SQL("CREATE DATABASE {} TEMPLATE {}").format(sql.Identifier(copy), sql.Identifier(name)))
    return database.replace(f"/{name}?", f"/{copy}?", 1)


@pytest.fixture
def new_shop(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory, first_shop: Shop
) -> Iterator[Callable[[str], Shop]]:
    """Return a function that opens a shop of its own on ``sqlite`` or ``postgresql``."""
    made: list[Shop] = []

    def make(database: str = "sqlite") -> Shop:
        folder = tmp_path_factory.mktemp("shop")
        front = f"http://127.0.0.1:{free_port()}"
        if database == "sqlite":
            shop = Shop(folder, public_url=front)
            shop.open_like(first_shop)
        else:
            shop = Shop(folder, public_url=front, database=request.getfixturevalue("new_shop_database")())
        made.append(shop)
        shop.start()
        return shop

    yield make
    for shop in made:
        shop.kill()


@pytest.fixture
def network(new_shop: Callable[[str], Shop], harness: Path) -> Iterator[Callable[..., tuple[Shop, Network]]]:
    """Return a function that opens a shop behind a network with its own weather."""
    open_ones = []

    def make(database: str, weather: Weather) -> tuple[Shop, Network]:
        shop = new_shop(database)
        standing = between(int(shop.public_url.rpartition(":")[2]), shop.port, weather, harness)
        made = standing.__enter__()
        made.kill = shop.kill_workers
        open_ones.append(standing)
        return shop, made

    yield make
    for standing in open_ones:
        standing.__exit__(None, None, None)


@pytest.fixture
def new_phone(browser: Browser) -> Iterator[Callable[[Shop, str], Phone]]:
    made: list[Phone] = []

    def make(shop: Shop, name: str) -> Phone:
        phone = Phone(browser.new_context(), shop.public_url, name)
        made.append(phone)
        phone.enrol()
        return phone

    yield make
    for phone in made:
        phone.context.close()
