"""All that an import would change is read page by page and searched, before it is published and after."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from .small_range import FLEECE, PACK, SHELL, SHELL_L
from .test_imports import dropped

if TYPE_CHECKING:
    from flask.testing import FlaskClient

    from .conftest import House

PRICES = "shop,gtin,price_cents\n" + "".join(
    f"{shop},{gtin},{1000 + number}\n"
    for number, (shop, gtin) in enumerate(
        [("miramas", SHELL), ("miramas", SHELL_L), ("miramas", FLEECE), ("annecy", PACK), ("annecy", FLEECE)]
    )
)
NAMES = "ref,name\ntrilogy-shell,Trilogy Écume\ngrid-fleece,Polaire Légère\n"
WRONG = f"shop,gtin,price_cents\nmiramas,{SHELL},abc\n"


def page(client: FlaskClient, import_id: str, **query: Any) -> Any:
    answer = client.get(f"/api/v1/imports/{import_id}/difference", query_string=query)
    assert answer.status_code == 200, answer.text
    return answer.get_json()


def gtins(told: Any) -> list[str]:
    return [one["gtin"] for one in told["prices"]]


def test_every_entry_stands_on_one_page(shop: House) -> None:
    client = shop.person("merchandiser")
    trial = dropped(client, PRICES)
    found, cursor = list[tuple[str, str]](), "0"
    while cursor is not None:
        told = page(client, trial["id"], part="prices", limit=2, cursor=cursor)
        assert (told["found"], told["counts"]["prices"]) == (5, 5)
        found += [(one["shop"], one["gtin"]) for one in told["prices"]]
        cursor = told["next_cursor"]
    assert sorted(found) == sorted((one["shop"], one["gtin"]) for one in trial["changes"]["prices"])


FOUND = {
    "trilogy": {SHELL, SHELL_L},
    "TRILOGY m": {SHELL},
    "polaire leger": {FLEECE},
    "annecy": {PACK, FLEECE},
    "annecy polaire": {FLEECE},
    SHELL_L: {SHELL_L},
    "bleu": {FLEECE},
    "nothing of the kind": set(),
    "  ": {SHELL, SHELL_L, FLEECE, PACK},
}


def test_words_find_a_price_by_its_piece_its_size_its_colour_or_its_shop(one_shop: House) -> None:
    client = one_shop.person("merchandiser")
    import_id = dropped(client, PRICES)["id"]
    told = {words: page(client, import_id, part="prices", q=words) for words in FOUND}
    assert {words: set(gtins(one)) for words, one in told.items()} == FOUND
    assert all(one["found"] == len(one["prices"]) for one in told.values())


def test_words_are_found_without_case_and_accents(one_shop: House) -> None:
    client = one_shop.person("merchandiser")
    told = page(client, dropped(client, NAMES, "products.csv")["id"], part="products", q="ecume")
    assert [one["id"] for one in told["products"]["changed"]] == ["trilogy-shell"]
    assert told["names"] == {"trilogy-shell": "Trilogy Écume"}


def test_it_is_the_same_when_it_is_published_and_when_more_is_published_after_it(shop: House) -> None:
    client = shop.person("merchandiser")
    import_id = dropped(client, PRICES)["id"]
    before = page(client, import_id, part="prices")
    client.post(f"/api/v1/imports/{import_id}/publish")
    after = dropped(client, NAMES, "products.csv")["id"]
    client.post(f"/api/v1/imports/{after}/publish")
    assert page(client, import_id, part="prices") == before


def test_without_a_part_it_has_the_first_of_each_list(one_shop: House) -> None:
    client = one_shop.person("manager")
    import_id = dropped(one_shop.person("merchandiser"), PRICES)["id"]
    told = page(client, import_id, limit=2)
    assert (len(told["prices"]), told["found"], told["next_cursor"]) == (2, None, None)


def test_what_was_refused_or_is_not_there_has_no_difference(one_shop: House) -> None:
    client = one_shop.person("merchandiser")
    refused = dropped(client, WRONG)["id"]
    for import_id, status, code in ((refused, 409, "import-not-ready"), ("nobody", 404, "import-not-found")):
        answer = client.get(f"/api/v1/imports/{import_id}/difference")
        assert (answer.status_code, answer.get_json()["code"]) == (status, code)
