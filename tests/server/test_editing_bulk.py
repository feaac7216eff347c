"""Many models changed alike: every cell shown first, and just those proposed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from catalog.catalogue import merge
from catalog.feeds import own
from catalog.model import LANGUAGES
from server.editing import rows
from server.editing.amounts import ROUNDINGS, amount
from server.editing.facts import Facts
from server.knowledge import reference

from .small_range import SHELL, SHELL_L
from .test_editing import errors, propose, publish, shown, weighing

if TYPE_CHECKING:
    from flask.testing import FlaskClient
    from werkzeug.test import TestResponse

    from .conftest import House

FLEECES = {"category": "fleece"}


def preview(client: FlaskClient, select: dict[str, Any], change: dict[str, Any], **more: Any) -> TestResponse:
    return client.post("/api/v1/desk/bulk/preview", json={"select": select, "change": change, **more})


def bulk(client: FlaskClient, select: dict[str, Any], change: dict[str, Any], digest: str) -> TestResponse:
    body = {"select": select, "change": change, "digest": digest, "note": "En nombre"}
    return client.post("/api/v1/desk/bulk", json=body)


def test_what_was_shown_is_what_is_proposed(shop: House) -> None:
    client = shop.person("merchandiser")
    change = {"set": {"season": "H26"}, "lists": {"activities": {"add": ["trekking"], "remove": ["camping"]}}}
    seen = preview(client, FLEECES, change).get_json()
    assert (seen["selected"], seen["models"], seen["total"]) == (2, 2, 4)
    assert seen["cells"][:2] == [
        {"ref": "grid-fleece", "name": "Polaire Léger", "variant": "", "field": "season", "before": "", "after": "H26"},
        {"ref": "grid-fleece", "name": "Polaire Léger", "variant": "", "field": "activities", "before": ["hiking"],
         "after": ["hiking", "trekking"]},
    ]  # fmt: skip
    assert preview(client, FLEECES, change, offset=3).get_json()["cells"][0]["ref"] == "paper-only"
    publish(client, bulk(client, FLEECES, change, seen["digest"]))
    assert shown(client, "grid-fleece")["season"] == "H26"
    assert shown(client, "paper-only")["activities"] == ["hiking", "trekking"]
    assert shown(client, "trilogy-shell")["season"] == ""


def test_prices_fall_together_and_an_equal_reference_goes(one_shop: House) -> None:
    client = one_shop.person("merchandiser")
    select = {"refs": ["trilogy-shell", "day-pack"], "shop": "miramas"}
    cut = {"price": {"shop": "miramas", "percent": -20, "round": "ninety"}}
    seen = preview(client, select, cut).get_json()
    assert [(cell["field"], cell["before"], cell["after"]) for cell in seen["cells"]] == [
        (f"prices.miramas.{SHELL}", 34990, 27990),
        (f"prices.miramas.{SHELL_L}", 34990, 27990),
    ]
    back = {"price": {"amount_cents": 15000}}
    publish(client, bulk(client, select, back, preview(client, select, back).get_json()["digest"]))
    assert [(one["price_cents"], one["reference_price_cents"]) for one in shown(client)["prices"]] == [
        (49990, None)
    ] * 2


def test_a_preview_that_no_longer_holds_proposes_nothing(one_shop: House) -> None:
    client = one_shop.person("merchandiser")
    change = {"attributes": {"weight_g": None}}
    seen = preview(client, FLEECES, change).get_json()
    publish(client, propose(client, weighing(client, 111, "grid-fleece")))
    answer = bulk(client, FLEECES, change, seen["digest"])
    assert (answer.status_code, answer.get_json()["code"]) == (409, "bulk-stale")


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"attributes": {"weight_g": {"value": 99, "provenance": "maker"}}}, "changes.0.attributes.weight_g.source"),
        ({"lists": {"technologies": {"remove": ["magic"]}}}, "change.lists.technologies.remove"),
        ({"lists": {"technologies": {"add": ["magic"]}}}, "changes.0.set.technologies"),
        ({"price": {"round": "cent"}}, "change.price.percent"),
        ({"set": {"name": "Tous pareils"}}, "change.set.name"),
        ({"set": {"brand": "Lafuma"}}, "changes"),
    ],
)
def test_what_cannot_be_taken_is_named(one_shop: House, change: dict[str, Any], field: str) -> None:
    client = one_shop.person("merchandiser")
    assert field in errors(preview(client, {"refs": ["paper-only"]}, change), 422)


@given(st.integers(1, 1_000_000), st.integers(-95, 400), st.sampled_from(ROUNDINGS))
def test_a_price_is_rounded_by_less_than_a_step_and_ends_as_asked(cents: int, percent: int, rounding: str) -> None:
    found = amount(cents, {"percent": percent, "round": rounding})
    step, ends = {"cent": (1, 0), "ten-cents": (10, 0), "euro": (100, 0), "ninety": (100, 90),
                  "ninety-five": (100, 95), "nine": (1000, 900)}[rounding]  # fmt: skip
    assert found >= 1
    assert found % step == ends % step
    exact = cents * (100 + percent) / 100
    assert abs(found - exact) <= max(step / 2 + 0.5, (ends or step) - exact)


WORDS = st.text(
    st.characters(blacklist_categories=["Cs", "Cc"], blacklist_characters="|\ufeff\ufffe\uffff"), max_size=60
)
BARE = WORDS.map(lambda text: " ".join(text.split())).filter(bool)


@given(
    name=BARE,
    season=WORDS.map(lambda text: " ".join(text.split())),
    use=st.dictionaries(st.sampled_from(LANGUAGES[1:]), BARE),
    sources=st.lists(BARE, max_size=3, unique=True),
    technologies=st.lists(st.sampled_from(sorted(reference().technologies)), max_size=4, unique=True),
    weight=st.integers(50, 3000),
    limit=st.integers(-30, -5),
    note=WORDS.map(lambda text: " ".join(text.split())),
)
def test_whatever_a_form_says_is_what_the_catalogue_then_holds(
    name: str, season: str, use: dict[str, str], sources: list[str], technologies: list[str], weight: int, limit: int,
    note: str,
) -> None:  # fmt: skip
    old = Facts("bag", {**_BAG, "properties": {"packable": [True, "maker", "x", ""]}}, {}, {})
    change = {
        "ref": "bag",
        "set": {"name": name, "season": season, "use": use, "sources": sources, "technologies": technologies},
        "attributes": {
            "weight_g": {"value": weight, "provenance": "estimate", "source": "", "note": note},
            "limit_temp_c": {"value": limit, "provenance": "demonstration", "source": "", "note": ""},
            "packable": None,
        },
    }
    files, _ = rows.write(rows.rows_of(change, old, "changes.0"))
    batch, findings = own.read(files, reference())
    assert not own.has_errors(findings), [str(one) for one in findings]
    after = merge(old.catalogue(), batch).products["bag"]
    assert (after.name, after.season, list(after.sources)) == (name, season, sources)
    assert list(after.technologies) == technologies
    assert dict(after.use) == {"fr": "Un sac.", **use}
    assert {key: value.value for key, value in after.properties.items()} == {"weight_g": weight, "limit_temp_c": limit}
    assert after.properties["weight_g"].note == note


_BAG: dict[str, Any] = {
    "ref": "bag", "name": "Sac", "brand": "B", "category": "sleeping-bag", "audience": "unisex", "market": "eu",
    "season": "", "size_chart": "", "demonstration": False, "activities": [], "technologies": [], "care": [],
    "sources": [], "use": {"fr": "Un sac."}, "fit_note": {}, "set_aside": [],
}  # fmt: skip


def test_many_are_told_how_they_are_cut(shop: House) -> None:
    client = shop.person("merchandiser")
    change = {"set": {"fit_note": {"fr": "Coupe ajustée."}}}
    seen = preview(client, FLEECES, change).get_json()
    assert [(cell["field"], cell["after"]) for cell in seen["cells"]] == [("fit_note.fr", "Coupe ajustée.")] * 2
    publish(client, bulk(client, FLEECES, change, seen["digest"]))
    assert shown(client, "grid-fleece")["fit_note"]["fr"] == "Coupe ajustée."


def test_many_are_removed_as_one_revision_and_nothing_else_with_them(shop: House) -> None:
    client = shop.person("merchandiser")
    change = {"remove": True, "set": {"season": "H26"}}
    seen = preview(client, FLEECES, change).get_json()
    assert {(cell["ref"], cell["field"]) for cell in seen["cells"]} == {
        ("grid-fleece", "remove"),
        ("paper-only", "remove"),
    }
    publish(client, bulk(client, FLEECES, change, seen["digest"]))
    assert client.get("/api/v1/desk/products/grid-fleece").status_code == 404
    assert shown(client, "trilogy-shell")["season"] == ""
