"""A merchandiser's import of 10,000 products and 60,000 variants: seconds and memory of the process that takes it."""

from __future__ import annotations

import io
import json
import os
import re
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

from flask.testing import FlaskClient

from server import create_app
from server.accounts import service as accounts
from server.settings import Settings
from tests.e2e.serving import FLASK, ROOT

from .report import Row, median, write
from .shop import SHOP, batch_zip

COMMAND = "python -m bench.imports"
PRODUCTS, VARIANTS_EACH, ROUNDS = 10_000, 6, 3
LIMIT_SECONDS, LIMIT_MEGABYTES = 30, 500


def main() -> None:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        packed = folder / "range.zip"
        packed.write_bytes(batch_zip(PRODUCTS, VARIANTS_EACH))
        rounds = [taken(folder / f"{number}.db", packed) for number in range(ROUNDS)]
        size = packed.stat().st_size
    middle = {name: median(each[name] for each in rounds) for name in rounds[0]}
    seconds, megabytes = middle["worked"], middle["megabytes"]
    clock = f"{middle['dry_run']:.1f} s and {middle['publish']:.1f} s"
    rows = [
        Row("dry run and publish, processor time", f"{seconds:.1f} s", f"< {LIMIT_SECONDS} s", seconds < LIMIT_SECONDS),
        Row("the same by the clock, whatever else the machine did", clock),
        Row(
            "largest memory of the process",
            f"{megabytes:.0f} MB",
            f"< {LIMIT_MEGABYTES} MB",
            megabytes < LIMIT_MEGABYTES,
        ),
        Row("memory of the same process before the file came", f"{middle['before']:.0f} MB"),
    ]
    what = f"{PRODUCTS:,} products, {PRODUCTS * VARIANTS_EACH:,} variants"
    write(
        "imports",
        COMMAND,
        rows,
        [f"{what}, a ZIP file of {size / 2**20:.1f} MB. Medians of {ROUNDS} processes, SQLite."],
    )


def taken(database: Path, packed: Path) -> dict[str, float]:
    """Open the demonstration shop, then import in a process of its own, so that its peak is its own."""
    opened = {**os.environ, "CORDEE_DEMONSTRATION": "1", "CORDEE_DATABASE_URL": f"sqlite:///{database}"}
    for command in (("db", "upgrade"), ("first-run",)):
        subprocess.run([*FLASK, *command], cwd=ROOT, env=opened, check=True, capture_output=True)
    words = [sys.executable, "-m", "bench.imports", str(database), str(packed)]
    return json.loads(subprocess.run(words, cwd=ROOT, check=True, stdout=subprocess.PIPE).stdout)


def take(database: str, packed: Path) -> dict[str, float]:
    """Do what a merchandiser does, by the API, in this process. Return seconds, and megabytes of 10⁶ bytes."""
    settings = Settings(
        database_url=f"sqlite:///{database}", secret_key="x" * 32, log_level="error", upload_bytes=100 * 2**20
    )
    app = create_app(settings)
    with app.app_context():
        _, secret = accounts.new_token("merchandiser", SHOP, "bench")
    client = app.test_client()
    before, worked, start = peak_megabytes(), time.process_time(), time.perf_counter()
    trial = posted(client, "/api/v1/imports", secret, {"file": (io.BytesIO(packed.read_bytes()), packed.name)})
    assert trial["state"] == "ready", trial["findings"][:5]
    assert trial["changes"]["counts"]["products_added"] == PRODUCTS, trial["changes"]["counts"]
    tried = time.perf_counter()
    published = posted(client, f"/api/v1/imports/{trial['id']}/publish", secret)
    assert published["published_revision"] == 2
    done, worked = time.perf_counter(), time.process_time() - worked
    return {
        "worked": worked,
        "dry_run": tried - start,
        "publish": done - tried,
        "megabytes": peak_megabytes(),
        "before": before,
    }


def posted(client: FlaskClient, path: str, secret: str, data: Any = None) -> dict[str, Any]:
    answer = client.post(path, data=data, headers={"Authorization": f"Bearer {secret}"})
    assert answer.status_code in {200, 201}, answer.text
    return answer.get_json()


def peak_megabytes() -> float:
    """Return the largest memory of this process so far. ``getrusage`` would count what its parent held before it."""
    found = re.search(r"^VmHWM:\s+(\d+) kB$", Path("/proc/self/status").read_text(), re.MULTILINE)
    assert found
    return int(found[1]) * 1024 / 1e6


if __name__ == "__main__":
    if len(sys.argv) > 1:
        print(json.dumps(take(sys.argv[1], Path(sys.argv[2]))))
    else:
        main()
