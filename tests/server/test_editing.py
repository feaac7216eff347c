"""The desk's products: listed with what is missing, shown with their witness, changed without overwriting anybody."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from urllib.parse import urlencode

import pytest
from hypothesis import given
from hypothesis import strategies as st

from server.catalogue.models import Revision
from server.editing.search import is_near

from .small_range import FLEECE, SHELL, SHELL_L

if TYPE_CHECKING:
    from flask.testing import FlaskClient
    from werkzeug.test import TestResponse

    from .conftest import House

URL = "/api/v1/desk/products"
SOURCE = "https://example.com/fiche"
NEW_GTIN = "02000000000053"


def listed(client: FlaskClient, query: str = "") -> Any:
    answer = client.get(f"{URL}?lang=fr&{query}")
    assert answer.status_code == 200, answer.text
    return answer.get_json()


def refs(client: FlaskClient, query: str) -> list[str]:
    return [one["ref"] for one in listed(client, query)["items"]]


def shown(client: FlaskClient, ref: str = "trilogy-shell") -> Any:
    answer = client.get(f"{URL}/{ref}?lang=fr")
    assert answer.status_code == 200, answer.text
    return answer.get_json()


def propose(client: FlaskClient, *changes: dict[str, Any], note: str = "Corrections") -> TestResponse:
    return client.post("/api/v1/desk/changes", json={"note": note, "changes": list(changes)})


def weighing(client: FlaskClient, grams: int, ref: str = "trilogy-shell") -> dict[str, Any]:
    value = {"value": grams, "provenance": "maker", "source": SOURCE, "note": "sur la balance"}
    return {"ref": ref, "if_match": shown(client, ref)["etag"], "attributes": {"weight_g": value}}


def publish(client: FlaskClient, answer: TestResponse) -> None:
    assert answer.status_code == 201, answer.text
    address = f"/api/v1/imports/{answer.get_json()['id']}"
    gone = client.get(address).get_json()["removals"]
    published = client.post(f"{address}/publish", json={"confirm_removals": gone["count"] if gone else 0})
    assert published.status_code == 200, published.text


def errors(answer: TestResponse, status: int) -> dict[str, str]:
    assert answer.status_code == status, answer.text
    return {one["field"]: one["message"] for one in answer.get_json()["errors"]}


def test_it_lists_by_what_is_missing_and_estimated(shop: House) -> None:
    client = shop.person("manager")
    everything = listed(client)
    assert everything["total"] == 4
    assert [one["name"] for one in everything["items"]] == [
        "Access 25",
        "Polaire Léger",
        "Sans magasin",
        "Trilogy Shell",
    ]
    shell = everything["items"][3]
    assert shell["sizes"] == ["M", "L"]
    assert shell["price_from_cents"] == 34990
    guessed = next(name for name in shell["estimated"])
    assert "trilogy-shell" in refs(client, f"estimated={guessed}")
    for facet in ("missing", "estimated", "category", "shop"):
        for each in everything["facets"][facet]:
            assert len(refs(client, f"{facet}={each['id']}")) == each["count"]


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("shop=annecy", ["day-pack"]),
        ("category=fleece", ["grid-fleece", "paper-only"]),
        ("category=fleece&brand=millet", ["grid-fleece"]),
        ("audience=women", ["trilogy-shell"]),
        ("q=leger", ["grid-fleece"]),
        (f"q={SHELL}", ["trilogy-shell"]),
        ("q=ts-l", ["trilogy-shell"]),
        ("q=nothing-like-it", []),
        ("sort=-ref&limit=2", ["trilogy-shell", "paper-only"]),
        ("sort=-price&limit=1", ["trilogy-shell"]),
        ("without_photo=true&limit=1", ["day-pack"]),
        ("changed_since=1", []),
    ],
)
def test_it_filters_and_sorts(one_shop: House, query: str, found: list[str]) -> None:
    assert refs(one_shop.person("manager"), query) == found


@pytest.mark.parametrize(
    ("words", "found", "instead"),
    [
        ("trilgoy", ["trilogy-shell"], {"trilgoy": ["trilogy"]}),
        ("TRILOGIE shel", ["trilogy-shell"], {"trilogie": ["trilogy"]}),
        ("rouge trilogy", ["trilogy-shell"], {}),
        ("polare leger", ["grid-fleece"], {"polare": ["polaire", "polar"]}),
        ("TS-M", ["trilogy-shell"], {}),
        (SHELL[1:], ["trilogy-shell"], {}),
        (f"{SHELL[:6]} {SHELL[6:]}", ["trilogy-shell"], {}),
        ("0000", [], {}),
        ("xyzzyx", [], {}),
    ],
)
def test_it_finds_through_slips_colours_and_codes(
    one_shop: House, words: str, found: list[str], instead: dict[str, list[str]]
) -> None:
    answer = listed(one_shop.person("manager"), urlencode({"q": words}))
    assert [one["ref"] for one in answer["items"]] == found
    assert {one["word"]: one["found"] for one in answer["instead"]} == instead


@given(st.text("abcde", min_size=4, max_size=9), st.integers(0, 8), st.sampled_from("abcdeé"), st.integers(0, 3))
def test_one_slip_is_near_and_three_are_not(word: str, at: int, letter: str, kind: int) -> None:
    at %= len(word) - 1
    slipped = [
        word[:at] + letter + word[at:],
        word[:at] + letter + word[at + 1 :],
        word[:at] + word[at + 1 :],
        word[:at] + word[at + 1] + word[at] + word[at + 2 :],
    ][kind]
    assert is_near(slipped, word, 1)
    assert is_near(word, word, 1)
    assert not is_near(word + "xyz", word, 2)


@pytest.mark.parametrize("sort", ["name", "-name", "price", "-missing", "category"])
def test_pages_join_without_gap_or_overlap(one_shop: House, sort: str) -> None:
    client = one_shop.person("manager")
    whole, joined, cursor = refs(client, f"sort={sort}"), [], ""
    while cursor is not None:
        page = listed(client, f"sort={sort}&limit=1" + (f"&cursor={cursor}" if cursor else ""))
        joined += [one["ref"] for one in page["items"]]
        cursor = page["next_cursor"]
    assert joined == whole


@pytest.mark.parametrize("cursor", ["x", "WzFd", "W1tdLCAieCJd", "WzEsMl0"])
def test_a_cursor_of_nowhere_is_refused(one_shop: House, cursor: str) -> None:
    answer = one_shop.person("manager").get(f"{URL}?cursor={cursor}")
    assert set(errors(answer, 422)) == {"cursor"}


def test_it_shows_facts_with_their_witness_and_what_is_made_of_the_rest(one_shop: House) -> None:
    client = one_shop.person("manager")
    piece = shown(client)
    assert piece["attributes"]["weight_g"] == {"value": 420, "provenance": "demonstration", "source": "", "note": ""}
    assert "weight_g" not in piece["completed"]
    guesses = [value for value in piece["completed"].values() if value["provenance"] == "estimate"]
    assert guesses
    assert all(value["note"] and value["source"] for value in guesses)
    assert [one["size"] for one in piece["variants"]] == ["M", "L"]
    assert piece["prices"][0] == {
        "shop": "miramas", "gtin": SHELL, "price_cents": 34990, "reference_price_cents": 49990,
    }  # fmt: skip
    answer = client.get(f"{URL}/trilogy-shell")
    assert answer.headers["ETag"] == f'"{piece["etag"]}"'
    again = client.get(f"{URL}/trilogy-shell", headers={"If-None-Match": answer.headers["ETag"]})
    assert again.status_code == 304
    assert client.get(f"{URL}/nobody").status_code == 404


def test_a_form_changes_only_its_cells(shop: House) -> None:
    client = shop.person("merchandiser", name="Zoé")
    before = shown(client)
    change = weighing(client, 410) | {"set": {"name": before["name"], "use": {"fr": "Une veste.", "it": "Una giacca."}}}
    answer = propose(client, change, note="Poids relu")
    trial = client.get(f"/api/v1/imports/{answer.get_json()['id']}").get_json()
    assert (trial["kind"], trial["name"], trial["author"]) == ("edit", "Poids relu", "Zoé")
    assert trial["changes"]["counts"]["products_changed"] == 1
    fields = [one["field"] for one in trial["changes"]["products"]["changed"][0]["fields"]]
    assert fields == ["properties.weight_g", "use.fr", "use.it"]
    publish(client, answer)
    after = shown(client)
    assert after["attributes"]["weight_g"] == {
        "value": 410, "provenance": "maker", "source": SOURCE, "note": "sur la balance",
    }  # fmt: skip
    assert after["use"] == {"en": "Waterproof jacket for ski touring.", "fr": "Une veste.", "it": "Una giacca."}
    assert after["etag"] != before["etag"]
    untouched = ("variants", "prices", "technologies", "activities", "brand")
    assert {name: after[name] for name in untouched} == {name: before[name] for name in untouched}
    assert refs(client, "changed_since=1") == ["trilogy-shell"]
    assert shop.rows(Revision)[-1].note == "Poids relu"


def test_null_takes_a_value_away(one_shop: House) -> None:
    client = one_shop.person("merchandiser")
    tag = shown(client)["etag"]
    publish(client, propose(client, {"ref": "trilogy-shell", "if_match": tag, "attributes": {"weight_g": None}}))
    assert "weight_g" not in shown(client)["attributes"]


def test_what_somebody_changed_meanwhile_is_named_and_kept(shop: House) -> None:
    zoe, leo = shop.person("merchandiser", name="Zoé"), shop.person("merchandiser", name="Léo")
    late = weighing(leo, 390)
    publish(zoe, propose(zoe, weighing(zoe, 410)))
    tag = shown(zoe)["etag"]
    publish(zoe, propose(zoe, {"ref": "trilogy-shell", "if_match": tag, "set": {"season": "H26"}}))
    answer = propose(leo, late)
    assert answer.get_json()["code"] == "edit-conflict"
    assert errors(answer, 409) == {
        "changes.0.attributes.weight_g": "Zoé, révision 2\u202f: Poids, 420 → 410.",
        "changes.0.set.season": "Zoé, révision 3\u202f: saison, – → H26.",
    }
    assert shown(leo)["attributes"]["weight_g"]["value"] == 410


def test_somebody_elses_model_is_no_hindrance(one_shop: House) -> None:
    zoe, leo = one_shop.person("merchandiser", name="Zoé"), one_shop.person("merchandiser", name="Léo")
    mine = weighing(leo, 390)
    publish(zoe, propose(zoe, weighing(zoe, 250, "grid-fleece")))
    publish(leo, propose(leo, mine))
    assert shown(leo)["attributes"]["weight_g"]["value"] == 390
    assert shown(leo, "grid-fleece")["attributes"]["weight_g"]["value"] == 250


def test_a_tag_of_long_ago_and_a_new_model_that_exists_are_refused(one_shop: House) -> None:
    client = one_shop.person("merchandiser")
    forgotten = {"ref": "trilogy-shell", "if_match": "0" * 20, "set": {"name": "X"}}
    assert "plusieurs fois" in errors(propose(client, forgotten), 409)["changes.0"]
    new = {"ref": "trilogy-shell", "set": {"name": "X"}}
    assert "existe déjà" in errors(propose(client, new), 409)["changes.0"]


def test_each_wrong_cell_is_named_by_its_field(one_shop: House) -> None:
    client = one_shop.person("merchandiser")
    piece = shown(client)
    wrong = {
        "ref": "trilogy-shell",
        "if_match": piece["etag"],
        "set": {"category": "spaceship", "technologies": ["magic"]},
        "attributes": {
            "weight_g": {"value": 410, "provenance": "maker"},
            "ret": {"value": "heavy", "provenance": "estimate"},
            "speed": {"value": 1, "provenance": "estimate"},
        },
        "variants": [{"gtin": "2000000000054", "size": "XL", "colour": {"name": {"fr": "Rouge"}, "hex": "#c8102e"}}],
        "prices": [{"shop": "miramas", "gtin": SHELL, "price_cents": 59990}],
    }
    found = errors(propose(client, wrong), 422)
    assert set(found) == {
        "changes.0.set.category",
        "changes.0.set.technologies",
        "changes.0.attributes.weight_g.source",
        "changes.0.attributes.ret.value",
        "changes.0.attributes.speed",
        "changes.0.variants.0.gtin",
    }
    assert "clé de contrôle" in found["changes.0.variants.0.gtin"]


def test_a_new_model_comes_with_its_variants_and_prices(shop: House) -> None:
    client = shop.person("merchandiser")
    new = {
        "ref": "new-vest",
        "set": {"name": "Gilet", "brand": "Millet", "category": "vest", "audience": "men", "use": {"fr": "Un gilet."},
                "demonstration": True},
        "variants": [{"gtin": NEW_GTIN, "sku": "NV-M", "size": "M", "demonstration": True,
                      "colour": {"name": {"fr": "Noir"}, "hex": "#000000"}}],
        "prices": [{"shop": "miramas", "gtin": NEW_GTIN, "price_cents": 8990}],
    }  # fmt: skip
    publish(client, propose(client, new))
    piece = shown(client, "new-vest")
    assert [one["gtin"] for one in piece["variants"]] == [NEW_GTIN]
    assert piece["prices"][0]["price_cents"] == 8990
    found = errors(propose(client, {"ref": "half-vest", "set": {"name": "Demi"}}), 422)
    assert list(found) == ["changes.0.set.brand"]


def test_a_code_of_another_model_and_a_twin_are_refused(one_shop: House) -> None:
    client = one_shop.person("merchandiser")
    tag = shown(client)["etag"]
    taken = {"ref": "trilogy-shell", "if_match": tag, "variants": [{"gtin": FLEECE, "size": "XL"}]}
    assert "grid-fleece" in errors(propose(client, taken), 422)["changes.0.variants.0.gtin"]
    twin = {"gtin": NEW_GTIN, "size": "M", "colour": {"name": {"fr": "Rouge"}, "hex": "#c8102e"}}
    found = errors(propose(client, {"ref": "trilogy-shell", "if_match": tag, "variants": [twin]}), 422)
    assert set(found) == {"changes.0.variants.0.size"}
    moved = [{"gtin": SHELL, "remove": True}, {**twin, "demonstration": True}]
    publish(client, propose(client, {"ref": "trilogy-shell", "if_match": tag, "variants": moved}))
    assert [one["gtin"] for one in shown(client)["variants"]] == [SHELL_L, NEW_GTIN]


def test_what_is_so_already_is_no_change(one_shop: House) -> None:
    client = one_shop.person("merchandiser")
    answer = propose(client, {"ref": "trilogy-shell", "if_match": shown(client)["etag"], "set": {"brand": "Millet"}})
    assert answer.get_json()["code"] == "no-change"
    assert set(errors(answer, 422)) == {"changes"}


def test_a_model_is_removed_only_when_told(one_shop: House) -> None:
    client = one_shop.person("merchandiser")
    answer = propose(client, {"ref": "paper-only", "if_match": shown(client, "paper-only")["etag"], "remove": True})
    trial = client.get(f"/api/v1/imports/{answer.get_json()['id']}").get_json()
    assert trial["changes"]["products"]["removed"] == ["paper-only"]


def test_a_draft_is_shown_and_kept_nowhere(one_shop: House) -> None:
    client = one_shop.person("merchandiser")
    change = weighing(client, 123) | {"set": {"name": "<b>Neuve</b>"}}
    answer = client.post("/api/v1/desk/preview?shop=miramas&lang=fr", json={"change": change})
    assert answer.status_code == 200, answer.text
    draft = answer.get_json()
    assert draft["product"]["properties"]["weight_g"]["value"] == 123
    assert draft["product"]["variants"][0]["price_cents"] == 34990
    assert "&lt;b&gt;Neuve&lt;/b&gt;" in draft["page"]
    assert "<b>Neuve" not in draft["page"]
    assert shown(client)["attributes"]["weight_g"]["value"] == 420


def test_what_is_half_said_or_gone_is_refused_and_no_fault(one_shop: House) -> None:
    client = one_shop.person("merchandiser")
    assert set(errors(propose(client, {"set": {"name": "Sans référence"}}), 422)) == {"changes.0.ref"}
    assert propose(client, {"ref": "nobody", "remove": True}).get_json()["code"] == "no-change"
    removed = {"ref": "paper-only", "if_match": shown(client, "paper-only")["etag"], "remove": True}
    assert client.post("/api/v1/desk/preview", json={"change": removed}).status_code == 404


def test_who_may_do_what(one_shop: House) -> None:
    manager, seller = one_shop.person("manager"), one_shop.person("seller")
    assert propose(manager, weighing(manager, 1)).status_code == 403
    assert seller.get(URL).status_code == 403
    assert one_shop.visitor().get(URL).status_code == 401
    words = manager.get("/api/v1/desk/words?lang=en").get_json()
    weight = next(one for one in words["attributes"] if one["id"] == "weight_g")
    assert (weight["kind"], weight["unit"]) == ("integer", "g")


def test_a_dry_run_is_brought_up_when_others_published_other_models(shop: House) -> None:
    zoe, leo = shop.person("merchandiser", name="Zoé"), shop.person("merchandiser", name="Léo")
    mine = propose(leo, weighing(leo, 390))
    publish(zoe, propose(zoe, weighing(zoe, 250, "grid-fleece")))
    publish(leo, mine)
    assert shown(leo)["attributes"]["weight_g"]["value"] == 390
    assert shown(leo, "grid-fleece")["attributes"]["weight_g"]["value"] == 250
    assert [row.author for row in shop.rows(Revision)] == ["test", "Zoé", "Léo"]


def test_a_dry_run_over_facts_that_changed_is_not_published(one_shop: House) -> None:
    zoe, leo = one_shop.person("merchandiser", name="Zoé"), one_shop.person("merchandiser", name="Léo")
    mine = propose(leo, weighing(leo, 390))
    publish(zoe, propose(zoe, weighing(zoe, 410)))
    answer = leo.post(f"/api/v1/imports/{mine.get_json()['id']}/publish", json={})
    assert (answer.status_code, answer.get_json()["code"]) == (409, "import-outdated")
    assert shown(leo)["attributes"]["weight_g"]["value"] == 410


def test_the_form_offers_the_colours_of_the_range_in_their_shades(one_shop: House) -> None:
    told = one_shop.person("merchandiser").get("/api/v1/desk/words?lang=fr").get_json()["colours"]
    assert [one["name"] for one in told] == sorted({one["name"] for one in told})
    colours = {
        (each["name"], each["hex"]) for line in listed(one_shop.person("manager"))["items"] for each in line["colours"]
    }
    assert {(one["name"], one["hex"]) for one in told} <= colours
