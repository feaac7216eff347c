from __future__ import annotations

from typing import TYPE_CHECKING, Any

from server.training.models import TrainingReview

from .test_events import event, send, statuses

if TYPE_CHECKING:
    from flask.testing import FlaskClient

    from .conftest import House

URL = "/api/v1/training"
SHOP = {"shop": "miramas"}


def review(seq: int, card: str = "contrast-x", **more: Any) -> dict[str, Any]:
    said = {"card": card, "version": "0123456789ab", "rating": 3, "correct": True, "took_ms": 4200}
    return event(seq, kind="training", payload={**said, **more})


def cards(client: FlaskClient, **query: str) -> list[dict[str, Any]]:
    answer = client.get(URL, query_string={**SHOP, **query})
    assert answer.status_code == 200, answer.text
    found: list[dict[str, Any]] = answer.get_json()["cards"]
    return found


def test_a_review_is_taken_once_and_shown_to_its_author_alone(shop: House) -> None:
    ana, ben = shop.person("seller", name="Ana"), shop.person("seller", name="Ben")
    first = review(1)
    assert statuses(send(ana, first, first)) == ["accepted", "duplicate"]
    mine = ana.get(f"{URL}/mine")
    assert mine.headers["Cache-Control"] == "private, no-store"
    (own,) = mine.get_json()["reviews"]
    assert own["at"].endswith("Z")
    assert {key: own[key] for key in ("card", "version", "rating", "correct")} == {
        "card": "contrast-x",
        "version": "0123456789ab",
        "rating": 3,
        "correct": True,
    }
    assert ben.get(f"{URL}/mine").get_json() == {"reviews": []}
    assert len(shop.rows(TrainingReview)) == 1


def test_a_manager_reads_no_reviews_but_his_own(shop: House) -> None:
    send(shop.person("seller"), review(1))
    assert shop.person("manager").get(f"{URL}/mine").get_json() == {"reviews": []}
