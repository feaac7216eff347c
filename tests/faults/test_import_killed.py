"""The server dies while a range is tried out and published: the old revision or the new one, and the work goes on."""

from __future__ import annotations

import http.client
import random
import threading
import time
import urllib.request
from collections.abc import Callable
from contextlib import suppress
from typing import Any

import orjson
import pytest

from catalog.canonical import content_hash

from . import report
from .conftest import DATABASES
from .shops import Shop

ROUNDS = 60 if report.FULL else 1
PATIENCE_SECONDS = 90
BOUNDARY = "cordee-boundary"


def call(shop: Shop, token: str, method: str, path: str, body: bytes | None = None, **headers: str) -> Any:
    request = urllib.request.Request(f"http://127.0.0.1:{shop.port}{path}", body, method=method)
    for name, value in {"Authorization": f"Bearer {token}", **headers}.items():
        request.add_header(name, value)
    with urllib.request.urlopen(request, timeout=30) as answer:
        return orjson.loads(answer.read())


def drop(shop: Shop, token: str, table: str) -> str:
    head = 'Content-Disposition: form-data; name="file"; filename="prices.csv"'
    body = f"--{BOUNDARY}\r\n{head}\r\n\r\n{table}\r\n--{BOUNDARY}--\r\n".encode()
    kind = {"Content-Type": f"multipart/form-data; boundary={BOUNDARY}", "Prefer": "respond-async"}
    return str(call(shop, token, "POST", "/api/v1/imports", body, **kind)["id"])


def state(shop: Shop, token: str, import_id: str) -> str:
    return str(call(shop, token, "GET", f"/api/v1/imports/{import_id}")["state"])


def until_ready(shop: Shop, token: str, import_id: str) -> None:
    deadline = time.monotonic() + PATIENCE_SECONDS
    while (found := state(shop, token, import_id)) != "ready":
        assert found in {"queued", "running"}, found
        assert time.monotonic() < deadline, "nobody took the work up again"
        time.sleep(0.2)


def killed_after(shop: Shop, seconds: float, deed: Callable[[], object]) -> None:
    """Do something while the whole server is killed; then start it again."""
    killer = threading.Timer(seconds, shop.kill)
    killer.start()
    with suppress(OSError, ValueError, http.client.HTTPException):
        deed()
    killer.join()
    shop.killed += 1
    shop.start()


@pytest.mark.parametrize("database", DATABASES)
def test_a_range_is_published_whole_or_not_at_all(database: str, new_shop: Callable[[str], Shop]) -> None:
    seed = report.seed()
    chance = random.Random(seed)
    shop = new_shop(database)
    token = shop.token("merchandiser")
    gtin = call(shop, token, "GET", "/api/v1/products/millet-ld-trilogy-gtx-jacket?shop=miramas")["variants"][0]["gtin"]
    found: list[str] = []
    for number in range(ROUNDS):
        price = 20_000 + number
        before = revisions(shop, token)[0]["number"]
        import_id = drop(shop, token, f"shop,gtin,price_cents\nmiramas,{gtin},{price}\n")
        killed_after(shop, chance.random() * 4, lambda given=import_id: until_ready(shop, token, given))
        until_ready(shop, token, import_id)
        address = f"/api/v1/imports/{import_id}/publish"
        killed_after(shop, chance.random() * 0.3, lambda given=address: call(shop, token, "POST", given))
        found.append(whole(shop, token, import_id, before, (gtin, price)))
    report.tell(
        f"F10 {database}", seed=seed, killed=shop.killed, old=found.count("old"), new=found.count("new"), between=0
    )
    assert shop.killed == ROUNDS * 2
    assert set(found) <= {"old", "new"}


def revisions(shop: Shop, token: str) -> list[dict[str, Any]]:
    items: list[dict[str, Any]] = call(shop, token, "GET", "/api/v1/revisions")["items"]
    return items


def whole(shop: Shop, token: str, import_id: str, before: int, asked: tuple[str, int]) -> str:
    """Tell whether the old or the new is there, and hold every sign of it against the others."""
    newest = revisions(shop, token)[0]["number"]
    is_new = newest == before + 1
    assert newest in {before, before + 1}
    assert state(shop, token, import_id) == ("published" if is_new else "ready")
    product = call(shop, token, "GET", "/api/v1/products/millet-ld-trilogy-gtx-jacket?shop=miramas")
    price = next(one["price_cents"] for one in product["variants"] if one["gtin"] == asked[0])
    assert (price == asked[1]) is is_new
    document = orjson.loads(shop.document(newest))
    assert document.pop("content_hash") == content_hash(document)
    return "new" if is_new else "old"
