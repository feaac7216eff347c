"""Stock in the desk: deliveries as events, counts by file, what was said of a piece."""

from __future__ import annotations

import io
from datetime import timedelta
from typing import TYPE_CHECKING, Any

import pytest
from uuid6 import uuid7

from server.catalogue.models import Revision
from server.database import now, rfc3339
from server.events.models import Event
from server.stock.models import StockLevel

from .small_range import FLEECE, PACK, SHELL, SHELL_L

if TYPE_CHECKING:
    from flask.testing import FlaskClient

    from .conftest import House

HERE = "/api/v1/shops/miramas"


@pytest.fixture
def manager(shop: House) -> FlaskClient:
    return shop.person("manager", name="Luc")


def read(client: FlaskClient, text: str, paper: str = "delivery", name: str = "bl-4711.csv") -> Any:
    answer = client.post(f"{HERE}/stock/papers?paper={paper}", data={"file": (io.BytesIO(text.encode()), name)})
    assert answer.status_code == 200, answer.text
    return answer.get_json()


def deliver(client: FlaskClient, lines: dict[str, int], **more: Any) -> Any:
    said = {"id": str(uuid7()), "note": "BL 4711", "lines": [{"gtin": g, "quantity": n} for g, n in lines.items()]}
    answer = client.post(f"{HERE}/deliveries", json=said | more)
    assert answer.status_code == 200, answer.text
    return answer.get_json()


def levels(house: House) -> dict[str, int]:
    return {row.gtin: row.quantity for row in house.rows(StockLevel)}


def claims(client: FlaskClient, gtin: str) -> Any:
    return client.get(f"{HERE}/stock/{gtin}/claims").get_json()["items"]


def test_a_note_is_read_and_nothing_is_written(shop: House, manager: FlaskClient) -> None:
    found = read(manager, f"EAN;Désignation;Quantité\n{SHELL};Trilogy;3\n{SHELL};Trilogy;2\n{SHELL_L};Trilogy;4\n")
    assert [(line["gtin"], line["quantity"], line["before"], line["after"]) for line in found["lines"]] == [
        (SHELL, 5, 2, 7),
        (SHELL_L, 4, None, None),
    ]
    assert (found["pieces"], found["uncounted"], found["findings"]) == (9, 1, [])
    assert levels(shop) == {SHELL: 2, FLEECE: 0}


@pytest.mark.parametrize(
    ("text", "paper", "code", "line"),
    [
        ("gtin,quantity\n04006381333931,2\n", "delivery", "paper-unknown", 2),
        (f"shop,gtin,quantity\nannecy,{SHELL},2\n", "delivery", "paper-other-shop", 2),
        (f"gtin,quantity\n{SHELL},2\n{SHELL},3\n", "count", "paper-twice", 3),
        (f"gtin,quantity\n{SHELL},beaucoup\n", "delivery", "bad-quantity", 2),
        ("gtin,quantity\n2E+12,2\n", "delivery", "gtin-scientific", 2),
        ("gtin,quantity\n02000000000016,2\n", "delivery", "gtin-check-digit", 2),
    ],
)
def test_a_wrong_line_is_named_with_its_place(
    manager: FlaskClient, text: str, paper: str, code: str, line: int
) -> None:
    [finding] = read(manager, text, paper)["findings"]
    assert (finding["code"], finding["line"], finding["severity"]) == (code, line, "error")


def test_a_delivery_is_one_event_and_raises_what_was_counted(shop: House, manager: FlaskClient) -> None:
    assert deliver(manager, {SHELL: 3, SHELL_L: 4}) == {"lines": 2}
    assert levels(shop) == {SHELL: 5, FLEECE: 0}
    [event] = shop.rows(Event)
    assert (event.kind, event.author, event.device_id) == ("stock-delivery", "Luc", "desk")
    assert [row.number for row in shop.rows(Revision)] == [1]
    [listed] = manager.get(f"{HERE}/deliveries").get_json()["items"]
    assert (listed["note"], listed["lines"], listed["pieces"], listed["author"]) == ("BL 4711", 2, 7, "Luc")


def test_a_delivery_that_is_sent_again_counts_once(shop: House, manager: FlaskClient) -> None:
    delivery = str(uuid7())
    for _ in range(2):
        deliver(manager, {SHELL: 3}, id=delivery)
    assert levels(shop)[SHELL] == 5


def test_pieces_that_were_not_here_before_begin_at_none(shop: House, manager: FlaskClient) -> None:
    deliver(manager, {SHELL: 1, SHELL_L: 4}, none_before=True)
    assert levels(shop) == {SHELL: 3, SHELL_L: 4, FLEECE: 0}
    assert [(one["what"], one["by"], one["after"]) for one in claims(manager, SHELL_L)] == [
        ("received", "delivery", 4),
        ("counted", "delivery", 0),
    ]


def test_a_later_count_of_a_file_takes_the_place_of_a_delivery(shop: House, manager: FlaskClient) -> None:
    deliver(manager, {SHELL: 3})
    assert read(manager, f"gtin,quantity\n{SHELL},4\n", "count")["lines"][0]["after"] == 4
    answer = manager.post(f"{HERE}/counts", json={"id": str(uuid7()), "lines": [{"gtin": SHELL, "quantity": 4}]})
    assert answer.status_code == 200
    assert levels(shop)[SHELL] == 4
    deliver(manager, {SHELL: 1})
    assert levels(shop)[SHELL] == 5


def test_the_story_of_a_piece_shows_the_differences(manager: FlaskClient) -> None:
    deliver(manager, {SHELL: 3})
    manager.post(f"{HERE}/counts", json={"id": str(uuid7()), "lines": [{"gtin": SHELL, "quantity": 4}]})
    found = [(one["what"], one["by"], one["before"], one["after"]) for one in claims(manager, SHELL)]
    assert found == [
        ("counted", "file", 5, 4),
        ("received", "delivery", 2, 5),
        ("counted", "file", None, 2),
    ]


def test_an_old_count_undoes_no_newer_one_and_a_future_one_is_refused(shop: House, manager: FlaskClient) -> None:
    def count(days: int) -> Any:
        at = rfc3339(now() + timedelta(days=days))
        lines = [{"gtin": SHELL, "quantity": 9}]
        return manager.post(f"{HERE}/counts", json={"id": str(uuid7()), "counted_at": at, "lines": lines})

    assert count(-3_000).status_code == 200
    assert levels(shop)[SHELL] == 2
    refused = count(1)
    assert (refused.status_code, refused.get_json()["errors"][0]["field"]) == (422, "counted_at")


def test_unknown_pieces_are_refused_whole(shop: House, manager: FlaskClient) -> None:
    lines = [{"gtin": SHELL, "quantity": 1}, {"gtin": "04006381333931", "quantity": 1}]
    for address in ("deliveries", "counts"):
        answer = manager.post(f"{HERE}/{address}", json={"id": str(uuid7()), "lines": lines})
        assert (answer.status_code, answer.get_json()["errors"][0]["field"]) == (422, "lines.1.gtin")
    assert levels(shop) == {SHELL: 2, FLEECE: 0}


def test_a_scanned_list_is_looked_at_like_a_file(manager: FlaskClient) -> None:
    lines = [{"gtin": SHELL, "quantity": 2}, {"gtin": "04006381333931", "quantity": 1}]
    found = manager.post(f"{HERE}/stock/scanned?paper=delivery", json={"lines": lines}).get_json()
    assert [(line["name"], line["after"]) for line in found["lines"]] == [("Trilogy Shell", 4)]
    assert [(one["code"], one["line"]) for one in found["findings"]] == [("paper-unknown", 2)]


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("", {SHELL, SHELL_L, FLEECE}),
        ("?state=here", {SHELL}),
        ("?state=none", {FLEECE}),
        ("?state=uncounted", {SHELL_L}),
        ("?state=doubt", set()),
        ("?carried=no", {PACK}),
        ("?q=polaire", {FLEECE}),
    ],
)
def test_it_lists_pieces_by_what_was_counted(manager: FlaskClient, query: str, found: set[str]) -> None:
    answer = manager.get(f"{HERE}/stock/pieces{query}").get_json()
    assert {one["gtin"] for item in answer["items"] for one in item["variants"]} == found
    assert (answer["pieces"], answer["uncounted"], answer["doubt"]) == (2, 1, 0)


def test_a_seller_and_another_shops_manager_stay_outside(shop: House) -> None:
    assert shop.person("seller").get(f"{HERE}/stock/pieces").status_code == 403
    assert shop.person("manager", shop="annecy").get(f"{HERE}/stock/pieces").status_code == 403
