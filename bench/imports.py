"""A merchandiser's import as a job: seconds and memory of the process that takes it, small and large.

10,000 products and 60,000 variants come to a shop that has none of them, and once more, changed, to one that has them
all and whose customers have asked 200 different things; the same for 1,000, 10,000 and 100,000 variants. Then a file of
Shopify with 5,000 rows.
"""

from __future__ import annotations

import csv
import io
import json
import os
import re
import subprocess
import sys
import tempfile
import time
import zipfile
from pathlib import Path
from typing import Any

import sqlalchemy as sa
from flask.testing import FlaskClient
from uuid6 import uuid7

from catalog import progress
from catalog.gtin import check_digit
from server import create_app, knowledge
from server.accounts import service as accounts
from server.database import db
from server.imports import queue, service, work
from server.imports.models import Import
from server.settings import Settings
from tests.e2e.serving import FLASK, ROOT

from .report import median, write_table
from .shop import SHOP, batch_zip

COMMAND = "python -m bench.imports"
PRODUCTS, VARIANTS_EACH, ROUNDS = 10_000, 6, 2
SIZES = (167, 1_667, PRODUCTS, 16_667)
"""Products, of six variants each: 1,000, 10,000, 60,000 and 100,000 variants."""
LIMIT_SECONDS, LIMIT_PUBLISH, LIMIT_MEGABYTES, LIMIT_SHOPIFY = 30, 10, 500, 5
ROWS_ABROAD, SIZES_ABROAD = 5_000, ("S", "M", "L", "XL", "XXL")
SHOPIFY = (
    "Handle", "Title", "Body (HTML)", "Vendor", "Type", "Tags", "Option1 Name", "Option1 Value", "Option2 Name",
    "Option2 Value", "Variant SKU", "Variant Grams", "Variant Price", "Variant Compare At Price", "Variant Barcode",
    "Status",
)  # fmt: skip
REQUESTS = 200
Times = dict[str, float]


def main() -> None:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        found = {products: taken(folder / f"{products}.db", products) for products in SIZES}
        again = [taken(folder / f"{number}.db", PRODUCTS) for number in range(1, ROUNDS)]
        abroad = shopify_taken(folder / "shopify.db")
    rounds = [found[PRODUCTS], *again]
    found[PRODUCTS] = {name: median(each[name] for each in rounds) for name in rounds[0]}
    rows = [row_of(what, products, found) for what in ("new", "changed") for products in SIZES]
    rows.append(shopify_row(abroad))
    head = ["what", "processor", "by the clock", "peak memory", "publication", "growth", "bar", "kept"]
    bar = f"{LIMIT_SECONDS} s of processor for the dry run, {LIMIT_MEGABYTES} MB, {LIMIT_PUBLISH} s for the publication"
    note = (
        "Dry runs with difference and advice, each in a process of its own that has the program's knowledge in memory, "
        f"as a keeper's has; six variants a product, a ZIP file, SQLite. {PRODUCTS:,} products: medians of {ROUNDS} "
        f"rounds, bar {bar}. Changed: each tenth piece, with {REQUESTS} real needs asked again. Growth: how many times "
        "the processor time of the size before, for how many times its variants."
    )
    write_table("imports", COMMAND, head, rows, [note])


def row_of(what: str, products: int, found: dict[int, Times]) -> list[str]:
    """Return the row of one size; the bar is that of the promised one."""
    times = found[products]
    seconds, clock, megabytes, publish = (times[f"{what}{name}"] for name in ("", " clock", " megabytes", " publish"))
    kept = seconds < LIMIT_SECONDS and megabytes < LIMIT_MEGABYTES and publish < LIMIT_PUBLISH
    bars = f"{LIMIT_SECONDS} s, {LIMIT_MEGABYTES} MB, {LIMIT_PUBLISH} s"
    return [
        f"{products * VARIANTS_EACH:,} variants, {what}",
        f"{seconds:.1f} s",
        f"{clock:.1f} s",
        f"{megabytes:.0f} MB",
        f"{publish:.1f} s",
        growth(what, products, found),
        *([bars, "yes" if kept else "**no**"] if products == PRODUCTS else ["", ""]),
    ]


def growth(what: str, products: int, found: dict[int, Times]) -> str:
    place = SIZES.index(products)
    if place == 0:
        return ""
    smaller = SIZES[place - 1]
    return f"×{found[products][what] / found[smaller][what]:.1f} for ×{products / smaller:.1f}"


def shopify_row(times: Times) -> list[str]:
    kept = times["worked"] < LIMIT_SHOPIFY
    measured = [f"{times['worked']:.1f} s", f"{times['clock']:.1f} s", f"{times['megabytes']:.0f} MB", "", ""]
    return [f"Shopify CSV, {ROWS_ABROAD:,} rows", *measured, f"{LIMIT_SHOPIFY} s", "yes" if kept else "**no**"]


def shopify_taken(database: Path) -> Times:
    """Try out a shop's own export of Shopify on the demonstration shop."""
    open_shop(database)
    file = database.with_suffix(".csv")
    file.write_text(shopify_csv(ROWS_ABROAD), "utf-8")
    tried = apart("try", database, apart("drop", database, file)["id"])
    sys.stderr.write(f"shopify: {tried}\n")
    return tried


def shopify_csv(rows: int) -> str:
    """Return a product CSV as Shopify writes it: five sizes a product, the product's own cells on its first line."""
    text = io.StringIO()
    writer = csv.writer(text)
    writer.writerow(SHOPIFY)
    for number in range(rows):
        product, size = divmod(number, 5)
        body = f"0298{number:09d}"
        own = (f"Veste Crête {product}", "<p>Veste imperméable pour la randonnée.</p>", "Lafuma", "Veste imperméable")
        words = (*own, "rando, homme") if size == 0 else ("",) * 5
        prices = (f"{80 + product % 200}.00", "")
        sized = ("Taille", SIZES_ABROAD[size], "Couleur", "Bleu nuit", f"SH{number}", "420")
        writer.writerow((f"veste-crete-{product}", *words, *sized, *prices, f"{body}{check_digit(body)}", "active"))
    return text.getvalue()


def taken(database: Path, products: int) -> Times:
    """Open the demonstration shop, import a range and change it."""
    open_shop(database)
    packed = batch_zip(products, VARIANTS_EACH)
    times: Times = {}
    for what, content in (("new", packed), ("changed", changed(packed))):
        file = database.with_suffix(f".{what}.zip")
        file.write_bytes(content)
        import_id = apart("drop", database, file)["id"]
        tried = apart("try", database, import_id)
        published = apart("publish", database, import_id)
        times |= {
            what: tried["worked"],
            f"{what} clock": tried["clock"],
            f"{what} megabytes": tried["megabytes"],
            f"{what} publish": published["clock"],
        }
        sys.stderr.write(f"{products} {what}: {tried} {published}\n")
    return times


def open_shop(database: Path) -> None:
    opened = {**os.environ, "CORDEE_DEMONSTRATION": "1", "CORDEE_DATABASE_URL": f"sqlite:///{database}"}
    for command in (("db", "upgrade"), ("first-run",)):
        subprocess.run([*FLASK, *command], cwd=ROOT, env=opened, check=True, capture_output=True)


def changed(packed: bytes) -> bytes:
    """Return the range with another name and weight for each tenth product, other prices for its variants."""
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(packed)) as old, zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as new:
        for name, column, suffix in (("products.csv", "name", " bis"), ("prices.csv", "price_cents", "0")):
            rows = list(csv.DictReader(io.StringIO(old.read(name).decode())))
            for row in rows[::10]:
                row[column] += suffix
            text = io.StringIO()
            writer = csv.DictWriter(text, list(rows[0]))
            writer.writeheader()
            writer.writerows(rows)
            new.writestr(name, text.getvalue())
    return made.getvalue()


def apart(step: str, database: Path, what: object) -> dict[str, Any]:
    """Do one step in a process of its own, so that its peak is its own."""
    words = [sys.executable, "-m", "bench.imports", step, str(database), str(what)]
    return json.loads(subprocess.run(words, cwd=ROOT, check=True, stdout=subprocess.PIPE).stdout.splitlines()[-1])


def one(step: str, database: str, what: str) -> dict[str, Any]:
    settings = Settings(
        database_url=f"sqlite:///{database}", secret_key="x" * 32, log_level="error", upload_bytes=100 * 2**20
    )
    app = create_app(settings)
    with app.app_context():
        if step == "drop":
            asked(app.test_client())
            name = "miramas.csv" if what.endswith(".csv") else "range.zip"
            return {"id": service.submit(name, {name: Path(what).read_bytes()}, "bench").id}
        knowledge.told_of_pieces({})  # a keeper has read it before it forks
        worked, start = time.process_time(), time.perf_counter()
        stages = Stages()
        if step == "try":
            turn = queue.claim(only=what)
            assert turn is not None
            with progress.heard_by(stages.hear):
                work.carry_out(turn)
        else:
            row = service.find(what)
            service.publish(what, "bench", confirm_removals=row.removals)
        ended = {"clock": time.perf_counter() - start, "worked": time.process_time() - worked}
        state = db.session.scalar(sa.select(Import.state).where(Import.id == what))
        assert state == ("ready" if step == "try" else "published"), service.report(service.find(what))["findings"][:5]
        return {**ended, "megabytes": peak_megabytes(), "ends": stages.ends()}


class Stages:
    """When each stage of a dry run ends, in hundredths of its processor time: the bar that people see moves by it."""

    def __init__(self) -> None:
        self._began = time.process_time()
        self._starts: dict[str, float] = {}

    def hear(self, stage: str, _done: int, _total: int) -> None:
        self._starts.setdefault(stage, time.process_time())

    def ends(self) -> dict[str, int]:
        """Return the end of each stage: the next one's first word, for the last one now. A publication has none."""
        now = time.process_time()
        ends = [*self._starts.values(), now][1:]
        return {
            stage: round(100 * (end - self._began) / (now - self._began))
            for stage, end in zip(self._starts, ends, strict=True)
        }


def asked(client: FlaskClient) -> None:
    """Let a seller note what some customers asked, each something else."""
    _, secret = accounts.new_token("seller", SHOP, "bench")
    kinds, wishes = ("jacket", "shell", "pants", "boots", "pack"), ("light", "warm", "durable", "packable")
    events = [advice(seq, kinds[seq % 5], wishes[seq % 4], 10_000 + 250 * seq) for seq in range(1, REQUESTS + 1)]
    answer = client.post("/api/v1/events", json={"events": events}, headers={"Authorization": f"Bearer {secret}"})
    assert {result["status"] for result in answer.get_json()["results"]} == {"accepted"}, answer.text


def advice(seq: int, wanted: str, wish: str, budget: int) -> dict[str, Any]:
    said = {
        "lang": "fr",
        "revision": 1,
        "source": "finder",
        "proposed": [],
        "remaining": 0,
        "relaxed": [],
        "next": None,
    }
    answers = {"wanted": wanted, "prefer": [wish], "budget_cents": budget}
    return {
        "id": str(uuid7()),
        "kind": "advice",
        "device": str(uuid7()),
        "seq": seq,
        "at": "2026-11-21T11:04:05.000+01:00",
        "shop": SHOP,
        "payload": {**said, "here": None, "answers": answers},
    }


def peak_megabytes() -> float:
    """Return the largest memory of this process so far. ``getrusage`` would count what its parent held before it."""
    found = re.search(r"^VmHWM:\s+(\d+) kB$", Path("/proc/self/status").read_text(), re.MULTILINE)
    assert found
    return int(found[1]) * 1024 / 1e6


if __name__ == "__main__":
    if len(sys.argv) > 1:
        print(json.dumps(one(*sys.argv[1:])))
    else:
        main()
