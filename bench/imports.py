"""A merchandiser's import as a job: seconds and memory of the process that takes it, small and large.

10,000 products and 60,000 variants come to a shop that has none of them, and once more, changed, to one that has them
all and whose customers have asked 200 different things. Then the same for 1,000, 10,000 and 100,000 variants.
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

from server import create_app
from server.accounts import service as accounts
from server.database import db
from server.imports import queue, service, work
from server.imports.models import Import
from server.settings import Settings
from tests.e2e.serving import FLASK, ROOT

from .report import Row, median, write
from .shop import SHOP, batch_zip

COMMAND = "python -m bench.imports"
PRODUCTS, VARIANTS_EACH, ROUNDS = 10_000, 6, 3
GROWTH = (167, 1_667, 16_667)
"""Products, of six variants each: 1,000, 10,000 and 100,000 variants."""
LIMIT_SECONDS, LIMIT_PUBLISH, LIMIT_MEGABYTES = 30, 10, 500
REQUESTS = 200
Times = dict[str, float]


def main() -> None:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        first = [taken(folder / f"{number}.db", PRODUCTS) for number in range(ROUNDS)]
        grown = [taken(folder / f"grown-{products}.db", products) for products in GROWTH]
    middle = {name: median(each[name] for each in first) for name in first[0]}
    rows = [row for what in ("new", "changed") for row in rows_of(what, middle)]
    rows += [
        Row(
            f"{products * VARIANTS_EACH:,} variants: new, changed, publication",
            f"{times['new']:.1f} s, {times['changed']:.1f} s, {times['changed publish']:.1f} s; "
            f"{1000 * times['new'] / (products * VARIANTS_EACH):.2f} ms a variant, {times['new megabytes']:.0f} MB",
        )
        for products, times in zip(GROWTH, grown, strict=True)
    ]
    what = f"{PRODUCTS:,} products, {PRODUCTS * VARIANTS_EACH:,} variants"
    note = f"{what}, a ZIP file; medians of {ROUNDS} rounds, each dry run in a process of its own, SQLite."
    write("imports", COMMAND, rows, [f"{note} Changed: each tenth piece, and {REQUESTS} real needs asked again."])


def rows_of(what: str, times: Times) -> list[Row]:
    seconds, publish, megabytes = times[what], times[f"{what} publish"], times[f"{what} megabytes"]
    clock = f"{times[f'{what} clock']:.1f} s"
    return [
        Row(
            f"{what}: dry run, difference, advice, processor time",
            f"{seconds:.1f} s",
            f"< {LIMIT_SECONDS} s",
            seconds < LIMIT_SECONDS,
        ),
        Row(f"{what}: the same by the clock, whatever else the machine did", clock),
        Row(
            f"{what}: largest memory of the process",
            f"{megabytes:.0f} MB",
            f"< {LIMIT_MEGABYTES} MB",
            megabytes < LIMIT_MEGABYTES,
        ),
        Row(f"{what}: publication", f"{publish:.1f} s", f"< {LIMIT_PUBLISH} s", publish < LIMIT_PUBLISH),
    ]


def taken(database: Path, products: int) -> Times:
    """Open the demonstration shop, import a range and change it."""
    opened = {**os.environ, "CORDEE_DEMONSTRATION": "1", "CORDEE_DATABASE_URL": f"sqlite:///{database}"}
    for command in (("db", "upgrade"), ("first-run",)):
        subprocess.run([*FLASK, *command], cwd=ROOT, env=opened, check=True, capture_output=True)
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
            return {"id": service.submit("range.zip", {"range.zip": Path(what).read_bytes()}, "bench").id}
        worked, start = time.process_time(), time.perf_counter()
        if step == "try":
            turn = queue.claim(only=what)
            assert turn is not None
            work.carry_out(turn)
        else:
            row = service.find(what)
            service.publish(what, "bench", confirm_removals=row.removals)
        ended = {"clock": time.perf_counter() - start, "worked": time.process_time() - worked}
        state = db.session.scalar(sa.select(Import.state).where(Import.id == what))
        assert state == ("ready" if step == "try" else "published"), service.report(service.find(what))["findings"][:5]
        return {**ended, "megabytes": peak_megabytes()}


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
