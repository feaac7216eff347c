"""The desk over a large range: the list of products and the facts by lost answers, first and warm.

10,000 products with 60,000 variants stand in the demonstration shop, whose customers have asked 200 different things. A
process of its own asks like a worker that has just started, then again and again; the same at a tenth of the size.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

from server import create_app
from server.accounts import service as accounts
from server.settings import Settings
from tests.e2e.serving import ROOT

from .imports import PRODUCTS, REQUESTS, VARIANTS_EACH, taken
from .report import Row, percentile, write
from .shop import SHOP

COMMAND = "python -m bench.desk"
SIZES = (PRODUCTS // 10, PRODUCTS)
ROUNDS = 20
LIST_MS, COMPLETENESS_MS, FIRST_MS = 300, 1_000, 3_000
NO_PROMISE = 10**9
LISTS = ("", "&q=gtx", "&q=veste", "&sort=-missing", "&sort=price", "&category=rain-jacket", "&missing=weight_g")
COMPLETENESS = f"/api/v1/completeness?shop={SHOP}&lang=fr"
TRAINING = f"/api/v1/training?shop={SHOP}&lang=fr"
Figures = dict[str, float]


def main() -> None:
    with tempfile.TemporaryDirectory() as name:
        measured = [of_size(Path(name) / f"{products}.db", products) for products in SIZES]
    small, large = measured
    bars = {
        "list, first answer of a worker": FIRST_MS,
        "list, p95": LIST_MS,
        "completeness, first answer of a worker": FIRST_MS,
        "completeness, p95": COMPLETENESS_MS,
        "training cards, first answer of a worker": NO_PROMISE,
    }
    rows = [
        Row(
            what,
            f"{small[what]:,.0f} ms; {large[what]:,.0f} ms",
            f"< {bar:,} ms" if bar < NO_PROMISE else "",
            large[what] < bar if bar < NO_PROMISE else None,
        )
        for what, bar in bars.items()
    ]
    parts = f"{large['answers until all needs are examined']:.0f} answers"
    rows.append(Row("completeness, all needs examined", f"{large['completeness, all']:,.0f} ms in {parts}"))
    sizes = " and ".join(f"{products:,} products, {products * VARIANTS_EACH:,} variants" for products in SIZES)
    write("desk", COMMAND, rows, [f"{sizes}; processor time, SQLite, {ROUNDS} rounds of {len(LISTS)} lists."])


def of_size(database: Path, products: int) -> Figures:
    """Fill a shop and measure it in a process of its own."""
    taken(database, products)
    words = [sys.executable, "-m", "bench.desk", str(database)]
    done = subprocess.run(words, cwd=ROOT, check=True, stdout=subprocess.PIPE)
    found: Figures = json.loads(done.stdout.splitlines()[-1])
    sys.stderr.write(f"{products}: {found}\n")
    return found


def asked(database: str) -> Figures:
    """Ask as a merchandiser's desk does; milliseconds of processor time."""
    app = create_app(Settings(database_url=f"sqlite:///{database}", secret_key="x" * 32, log_level="error"))
    with app.app_context():
        _, secret = accounts.new_token("merchandiser", SHOP, "bench")
    client, headers = app.test_client(), {"Authorization": f"Bearer {secret}"}

    def ask(address: str) -> tuple[float, Any]:
        start = time.process_time()
        answer = client.get(address, headers=headers)
        ended = 1000 * (time.process_time() - start)
        assert answer.status_code == 200, answer.text
        return ended, answer.get_json()

    found: Figures = {"list, first answer of a worker": ask(_list(""))[0]}
    lists = [ask(_list(rest))[0] for _ in range(ROUNDS) for rest in LISTS]
    found["list, p95"] = percentile(lists, 0.95)
    first, report = ask(COMPLETENESS)
    whole, answers = first, 1
    assert report["basis"] == "recorded", report["basis"]
    while report["left"]:
        more, report = ask(COMPLETENESS)
        whole, answers = whole + more, answers + 1
    assert report["examined"] == REQUESTS, report["examined"]
    warm = [ask(COMPLETENESS)[0] for _ in range(ROUNDS)]
    return found | {
        "completeness, first answer of a worker": first,
        "completeness, all": whole,
        "answers until all needs are examined": answers,
        "completeness, p95": percentile(warm, 0.95),
        "training cards, first answer of a worker": ask(TRAINING)[0],
    }


def _list(rest: str) -> str:
    return f"/api/v1/desk/products?shop={SHOP}&lang=fr{rest}"


if __name__ == "__main__":
    if len(sys.argv) > 1:
        print(json.dumps(asked(sys.argv[1])))
    else:
        main()
