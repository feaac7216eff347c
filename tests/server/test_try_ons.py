from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from catalog.sizing.tried import stated_verdict

from .test_events import event, send

if TYPE_CHECKING:
    from .conftest import House

URL = "/api/v1/shops/miramas/try-ons"


def tried(number: int, verdict: str, **more: Any) -> list[dict[str, Any]]:
    said = {"ref": "trilogy-shell", "size_tried": "M", "advised": "M", "verdict": verdict, **more}
    return [event(seq, payload=said) for seq in range(1, number + 1)]


def test_it_counts_by_product_what_was_said_of_the_advised_size(shop: House) -> None:
    seller = shop.person("seller")
    send(seller, *tried(5, "larger"), *tried(2, "right"))
    send(seller, *tried(1, "right", size_tried="L"))  # told M, L is right: larger than stated
    assert shop.visitor().get(URL).get_json()["try_ons"] == {"trilogy-shell": {"smaller": 0, "right": 2, "larger": 6}}


def test_it_revalidates_until_somebody_tries_on(shop: House) -> None:
    client = shop.visitor()
    tag = client.get(URL).headers["ETag"]
    assert client.get(URL, headers={"If-None-Match": tag}).status_code == 304
    send(shop.person("seller"), *tried(1, "right"))
    assert client.get(URL, headers={"If-None-Match": tag}).status_code == 200
    assert client.get("/api/v1/shops/annecy/try-ons").get_json()["try_ons"] == {}
    assert client.get("/api/v1/shops/nowhere/try-ons").status_code == 404


def test_the_advice_tells_them_with_their_number(shop: House) -> None:
    send(shop.person("seller"), *tried(5, "larger"), *tried(2, "right"))
    question = {"ref": "trilogy-shell", "usual": {"system": "INTL", "size": "M"}, "lang": "fr"}
    advised = shop.visitor().post("/api/v1/size-advice", json={**question, "shop": "miramas"}).get_json()
    assert "D’après 7 essayages dans cette boutique\u202f: prenez une taille de plus (5 sur 7)" in advised["fit_note"]
    assert advised["try_ons"] == {"count": 7, "smaller": 0, "right": 2, "larger": 5}
    elsewhere = shop.visitor().post("/api/v1/size-advice", json={**question, "shop": "annecy"}).get_json()
    assert elsewhere["try_ons"] is None


def test_a_try_on_of_what_is_not_sold_here_is_kept_and_not_counted(shop: House) -> None:
    results = send(shop.person("seller"), *tried(1, "right", ref="gone-since", advised="S"))
    assert [result["status"] for result in results] == ["accepted"]
    assert shop.visitor().get(URL).get_json()["try_ons"] == {}


@pytest.mark.parametrize(
    ("stated", "size", "verdict", "expected"),
    [
        ("M", "M", "larger", "larger"),
        ("M", "L", "right", "larger"),
        ("M", "L", "smaller", "right"),
        ("M", "S", "larger", "right"),
        ("M", "S", "right", "smaller"),
        ("M", "XL", "smaller", "larger"),
        (None, "L", "right", "right"),
        ("40", "L", "right", None),
    ],
)
def test_a_verdict_on_another_size_is_turned_into_one_on_the_stated(
    stated: str | None, size: str, verdict: str, expected: str | None
) -> None:
    assert stated_verdict(["S", "M", "L", "XL"], stated, size, verdict) == expected
