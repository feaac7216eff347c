"""Labels that are out of date: known by what was printed, gone from the list when printed, back when put back."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from server.labels import schemas, service

from .conftest import House
from .small_range import FLEECE, PACK, PRICES, SHELL, SHELL_L
from .test_labels import URL, ask, codes, fields, gtins, publish

if TYPE_CHECKING:
    from flask.testing import FlaskClient

CHEAPER = PRICES.replace(f"miramas,{FLEECE},8990,", f"miramas,{FLEECE},6990,8990\nmiramas,{PACK},9990,")
DUE = {"shop": "miramas", "format": "a4-3x8", "only": "due"}


@pytest.fixture
def desk(one_shop: House) -> FlaskClient:
    return one_shop.person("merchandiser")


def look(desk: Any, **said: Any) -> dict[str, Any]:
    answer = desk.post(f"{URL}/preview", json=DUE | said)
    assert answer.status_code == 200, answer.text
    found: dict[str, Any] = answer.get_json()
    return found


def mark(desk: Any, **said: Any) -> str:
    answer = desk.post(f"{URL}/printed", json=DUE | {"revision": look(desk)["revision"]} | said)
    assert answer.status_code == 200, answer.text
    return str(answer.get_json()["run"])


def test_nothing_is_due_while_the_shop_asks_what_its_record_began_with(desk: FlaskClient) -> None:
    assert (look(desk)["labels"], look(desk)["due"], look(desk)["last"]) == (0, 0, None)
    assert "only" in fields(ask(desk, only="due"))


def test_changed_and_new_pieces_are_due_until_they_are_printed(desk: FlaskClient) -> None:
    publish(desk, {"prices.csv": CHEAPER.encode()})
    publish(desk, {"prices.csv": CHEAPER.replace("34990,49990", "29990,49990").encode()})
    assert set(gtins(ask(desk, only="due"))) == {FLEECE, PACK, SHELL, SHELL_L}
    run = mark(desk, categories=["fleece"])
    assert set(gtins(ask(desk, only="due"))) == {PACK, SHELL, SHELL_L}
    seen = look(desk, only="all")
    assert (seen["due"], seen["last"]["run"], seen["last"]["pieces"]) == (3, run, 1)
    assert seen["last"]["author"]
    mark(desk)
    assert look(desk)["due"] == 0


def test_a_price_that_comes_back_needs_no_label_unless_another_was_printed(desk: FlaskClient) -> None:
    publish(desk, {"prices.csv": CHEAPER.encode()})
    publish(desk, {"prices.csv": PRICES.encode()})
    assert look(desk)["due"] == 1, "the pack came in, the fleece asks what its label says"
    publish(desk, {"prices.csv": CHEAPER.encode()})
    mark(desk)
    publish(desk, {"prices.csv": PRICES.encode()})
    assert set(gtins(ask(desk, only="due"))) == {FLEECE}


def test_a_printing_is_put_back_to_what_the_labels_said_before(desk: FlaskClient) -> None:
    publish(desk, {"prices.csv": CHEAPER.encode()})
    mark(desk)
    publish(desk, {"prices.csv": CHEAPER.replace(f"{PACK},9990", f"{PACK},8990").encode()})
    run = mark(desk)
    assert look(desk)["due"] == 0
    assert desk.delete(f"{URL}/printed/{run}").status_code == 204
    assert set(gtins(ask(desk, only="due"))) == {PACK}
    assert desk.delete(f"{URL}/printed/{run}").status_code == 404
    publish(desk, {"prices.csv": CHEAPER.encode()})
    assert look(desk)["due"] == 0, "the label before that one says it again"


def test_a_first_printing_that_is_put_back_was_never_there(desk: FlaskClient) -> None:
    publish(desk, {"prices.csv": CHEAPER.encode()})
    assert desk.delete(f"{URL}/printed/{mark(desk)}").status_code == 204
    assert look(desk)["due"] == 2
    assert look(desk)["last"] is None


def test_tags_and_cards_hang_side_by_side(desk: FlaskClient) -> None:
    publish(desk, {"prices.csv": CHEAPER.encode()})
    mark(desk)
    assert (look(desk)["due"], look(desk, format="card-a6")["due"]) == (0, 2)


def test_what_was_looked_at_is_what_is_printed(desk: FlaskClient) -> None:
    publish(desk, {"prices.csv": CHEAPER.encode()})
    seen = look(desk)["revision"]
    publish(desk, {"prices.csv": PRICES.encode()})
    for path in (URL, f"{URL}/printed"):
        answer = desk.post(path, json=DUE | {"revision": seen})
        assert (answer.status_code, "changé" in answer.get_json()["detail"]) == (409, True)


def test_many_labels_come_in_files_of_whole_sheets(desk: FlaskClient, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(service, "MOST_LABELS", 50)
    said = {"only": "all", "copies": 20, "skip": 5}
    seen = look(desk, **said)
    assert (seen["labels"], seen["sheets"], seen["parts"], seen["part_labels"]) == (60, 3, 2, 43)
    first, second = ask(desk, **said), ask(desk, **said, part=2)
    assert [len(page) for page in codes(first.data)] == [19, 24]
    assert [len(page) for page in codes(second.data)] == [17]
    assert sorted(gtins(first) + gtins(second)) == sorted(20 * [SHELL, SHELL_L, FLEECE])
    assert "part" in fields(ask(desk, **said, part=3))


def test_a_file_marks_the_pieces_whose_last_copy_it_holds(desk: FlaskClient, monkeypatch: pytest.MonkeyPatch) -> None:
    publish(desk, {"prices.csv": CHEAPER.encode()})
    monkeypatch.setattr(service, "MOST_LABELS", 24)
    assert look(desk, copies=20)["parts"] == 2
    mark(desk, copies=20)
    assert look(desk)["due"] == 1
    assert schemas.MOST_LABELS == 1_200


def test_only_who_keeps_the_shop_marks_and_puts_back(one_shop: House, desk: FlaskClient) -> None:
    publish(desk, {"prices.csv": CHEAPER.encode()})
    run = mark(desk)
    asked = DUE | {"only": "all", "revision": look(desk)["revision"]}
    for role, status in (("seller", 403), ("manager", 200)):
        assert one_shop.person(role).post(f"{URL}/printed", json=asked).status_code == status
    assert one_shop.person("seller").delete(f"{URL}/printed/{run}").status_code == 403
    assert one_shop.person("manager").delete(f"{URL}/printed/no-such-run").status_code == 404
