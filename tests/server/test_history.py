"""Revisions listed, compared in either direction, restored."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from server.catalogue.models import Revision

from .small_range import FLEECE, PACK, SHELL, SHELL_L
from .test_imports import dropped, zipped

if TYPE_CHECKING:
    from flask.testing import FlaskClient

    from .conftest import House

PRODUCTS = "ref,name,weight_g,provenance,remove\ngrid-fleece,Polaire Légère,-,demonstration,\nday-pack,,,,oui\n"
PRICES = f"shop,gtin,price_cents,remove\nmiramas,{SHELL},29990,\nmiramas,{SHELL_L},,oui\n"


def published(client: FlaskClient, files: dict[str, str]) -> int:
    """Import files and publish them; return the revision."""
    trial = client.post("/api/v1/imports", data={"file": [(zipped(files), "range.zip")]}).get_json()
    assert trial["state"] == "ready", trial["findings"]
    said = {"confirm_removals": trial["removals"]["count"]}
    answer = client.post(f"/api/v1/imports/{trial['id']}/publish", json=said)
    assert answer.status_code == 200, answer.text
    return int(answer.get_json()["published_revision"])


def difference(client: FlaskClient, before: int, after: int, **query: Any) -> Any:
    answer = client.get(f"/api/v1/revisions/{before}/difference/{after}", query_string=query)
    assert answer.status_code == 200, answer.text
    return answer.get_json()


def test_two_revisions_are_compared_across_those_between(shop: House) -> None:
    client = shop.person("merchandiser")
    published(client, {"products.csv": PRODUCTS})
    assert published(client, {"prices.csv": PRICES}) == 3
    found = difference(client, 1, 3)
    assert (found["before"], found["after"]) == (1, 3)
    assert found["products"]["removed"] == ["day-pack"]
    assert found["variants"]["removed"] == [PACK]
    [fleece] = found["products"]["changed"]
    told = {field["field"]: (field["before"], field["after"]) for field in fleece["fields"]}
    assert told["name"] == ("Polaire Léger", "Polaire Légère")
    assert told["properties.weight_g"][0]["value"] == 280
    assert told["properties.weight_g"][1] is None
    prices = {(one["shop"], one["gtin"]): (one["before"], one["after"]) for one in found["prices"]}
    assert prices["miramas", SHELL] == ([34990, 49990], [29990, 49990])
    assert prices["miramas", SHELL_L] == ([34990, 49990], None)
    assert prices["annecy", PACK] == ([9990, None], None)
    assert found["names"]["trilogy-shell"] == "Trilogy Shell"
    assert found["pieces"][SHELL] == {"ref": "trilogy-shell", "size": "M", "colour": "Rouge"}
    assert found["removals"] == {
        "count": 3, "product": 1, "variant": 0, "photo": 0, "shop": 0, "size_chart": 0, "price": 1, "value": 1,
    }  # fmt: skip


def test_the_way_back_is_the_other_way_round(shop: House) -> None:
    client = shop.person("merchandiser")
    published(client, {"products.csv": PRODUCTS})
    there, back = difference(client, 1, 2), difference(client, 2, 1)
    assert there["counts"]["products_removed"] == back["counts"]["products_added"] == 1
    assert back["products"]["added"] == ["day-pack"]
    assert back["removals"]["count"] == 0
    fields = back["products"]["changed"][0]["fields"]
    swapped = [{**one, "before": one["after"], "after": one["before"]} for one in fields]
    assert swapped == there["products"]["changed"][0]["fields"]


def test_a_revision_differs_from_itself_by_nothing_and_from_zero_by_all(one_shop: House) -> None:
    client = one_shop.person("manager")
    assert not any(difference(client, 1, 1)["counts"].values())
    whole = difference(client, 0, 1)
    assert whole["counts"]["variants_added"] == 4
    assert sorted(whole["variants"]["added"]) == sorted([SHELL, SHELL_L, FLEECE, PACK])


def test_a_part_is_paged_and_counts_are_of_all(one_shop: House) -> None:
    client = one_shop.person("manager")
    found, cursor = list[str](), "0"
    while cursor is not None:
        page = difference(client, 0, 1, part="variants", limit=3, cursor=cursor)
        assert page["counts"]["variants_added"] == 4
        assert page["products"] == {"added": [], "removed": [], "changed": []}
        found += page["variants"]["added"]
        cursor = page["next_cursor"]
    assert found == sorted([SHELL, SHELL_L, FLEECE, PACK])
    prices = difference(client, 0, 1, part="prices", limit=2)
    assert (len(prices["prices"]), prices["next_cursor"]) == (2, "2")


def test_what_was_never_published_is_not_compared(one_shop: House) -> None:
    client = one_shop.person("manager")
    for before, after in ((1, 2), (9, 1), (1, 10**30)):
        answer = client.get(f"/api/v1/revisions/{before}/difference/{after}")
        assert (answer.status_code, answer.get_json()["code"]) == (404, "revision-not-found")


def test_the_list_says_who_when_why_and_how_much(shop: House) -> None:
    client = shop.person("merchandiser", name="Zoé")
    trial = dropped(client, f"shop,gtin,price_cents\nmiramas,{SHELL},29990\n")
    client.post(f"/api/v1/imports/{trial['id']}/publish", json={"note": "Soldes d’hiver"})
    newest, first = client.get("/api/v1/revisions").get_json()["items"]
    assert (newest["number"], newest["author"], newest["note"]) == (2, "Zoé", "Soldes d’hiver")
    assert {name: count for name, count in newest["counts"].items() if count} == {"prices": 1}
    assert first["counts"] is None


def test_the_list_is_paged(one_shop: House) -> None:
    client = one_shop.person("merchandiser")
    for _ in range(3):
        assert client.post("/api/v1/revisions/1/restore").status_code == 201
    page = client.get("/api/v1/revisions?limit=3").get_json()
    assert [one["number"] for one in page["items"]] == [4, 3, 2]
    rest = client.get(f"/api/v1/revisions?limit=3&cursor={page['next_cursor']}").get_json()
    assert ([one["number"] for one in rest["items"]], rest["next_cursor"]) == ([1], None)


def test_a_restored_revision_is_the_old_one_to_the_byte(shop: House) -> None:
    client = shop.person("merchandiser")
    published(client, {"prices.csv": PRICES})
    assert client.post("/api/v1/revisions/1/restore").get_json()["number"] == 3
    with shop.app.app_context():
        rows = {row.number: (row.content_hash, row.source, row.document, row.samples) for row in Revision.query.all()}
    assert rows[1] == rows[3] != rows[2]
    assert not any(difference(client, 1, 3)["counts"].values())
