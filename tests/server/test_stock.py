from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from server.database import db
from server.stock import service
from server.stock.models import StockLevel

from .small_range import FLEECE, SHELL, SHELL_L

if TYPE_CHECKING:
    from .conftest import House

MORNING = datetime(2026, 11, 21, 10, 0, tzinfo=UTC)


def count(house: House, quantity: int, at: datetime) -> None:
    with house.app.app_context():
        service.count("miramas", [(SHELL, quantity, at)])
        db.session.commit()


def as_counted(quantity: int, at: str) -> dict[str, object]:
    return {"quantity": quantity, "counted_at": at, "counted": quantity, "sold": 0, "moved": 0, "moved_at": None}


def test_it_shows_what_was_counted_and_when(shop: House) -> None:
    answer = shop.visitor().get("/api/v1/shops/miramas/stock")
    assert answer.json is not None
    assert answer.json["shop"] == "miramas"
    assert answer.json["demonstration"] is True
    assert answer.json["levels"] == {
        SHELL: as_counted(2, "2026-11-20T10:12:00Z"),
        FLEECE: as_counted(0, "2026-11-20T10:13:00Z"),
    }
    assert SHELL_L not in answer.json["levels"]  # never counted: unknown, not zero


def test_it_revalidates_until_something_is_counted(shop: House) -> None:
    client = shop.visitor()
    tag = client.get("/api/v1/shops/miramas/stock").headers["ETag"]
    assert client.get("/api/v1/shops/miramas/stock", headers={"If-None-Match": tag}).status_code == 304
    count(shop, 5, MORNING)
    fresh = client.get("/api/v1/shops/miramas/stock", headers={"If-None-Match": tag})
    assert fresh.status_code == 200
    assert fresh.json is not None
    assert fresh.json["levels"][SHELL] == as_counted(5, "2026-11-21T10:00:00Z")


def test_an_older_count_never_undoes_a_newer_one(shop: House) -> None:
    count(shop, 5, MORNING)
    count(shop, 9, MORNING - timedelta(hours=1))
    row = next(row for row in shop.rows(StockLevel) if row.gtin == SHELL)
    assert (row.quantity, row.counted_at) == (5, MORNING)


def test_it_knows_no_other_shop(one_shop: House) -> None:
    assert one_shop.visitor().get("/api/v1/shops/nowhere/stock").status_code == 404


def test_each_shop_has_its_own_stock(shop: House) -> None:
    assert shop.visitor().get("/api/v1/shops/annecy/stock").get_json()["levels"] == {}
