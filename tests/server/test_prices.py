"""Prices in the desk: listed with the lowest of thirty days, changed by rule or file, published at their hour."""

from __future__ import annotations

import io
from datetime import UTC, date, datetime, time, timedelta
from typing import TYPE_CHECKING, Any

import pytest
import sqlalchemy as sa
from hypothesis import given
from hypothesis import strategies as st

from server.catalogue import history
from server.catalogue.models import Revision
from server.catalogue.service import load
from server.database import db, now
from server.errors import Invalid
from server.imports import service as imports
from server.jobs.apart import Limits
from server.jobs.keeper import Keeper
from server.labels import choice
from server.prices import changes, due
from server.prices.models import FAILED, PLANNED, PUBLISHED, PriceChange, PricePeriod
from server.prices.rounding import ROUNDINGS, percent_of, rounded

from .small_range import FLEECE, PACK, SHELL, SHELL_L

if TYPE_CHECKING:
    from flask.testing import FlaskClient

    from .conftest import House

HERE = "/api/v1/shops/miramas"
ALL = {"choice": {}, "rule": {"change": "percent", "value": -20}}


@pytest.fixture
def desk(one_shop: House) -> FlaskClient:
    return one_shop.person("merchandiser", name="Zoé")


def listed(client: FlaskClient, **query: Any) -> dict[str, Any]:
    answer = client.get(f"{HERE}/prices", query_string=query)
    assert answer.status_code == 200, answer.text
    found: dict[str, Any] = answer.get_json()
    return found


def variants(client: FlaskClient, **query: Any) -> dict[str, dict[str, Any]]:
    return {one["gtin"]: one for item in listed(client, **query)["items"] for one in item["variants"]}


def tried(client: FlaskClient, **said: Any) -> dict[str, Any]:
    answer = client.post(f"{HERE}/price-changes", json={"name": "Soldes", **said})
    assert answer.status_code == 201, answer.text
    found: dict[str, Any] = answer.get_json()
    return found


def cell(gtin: str, price: int, reference: int | None = None) -> dict[str, Any]:
    return {"gtin": gtin, "price_cents": price, "reference_price_cents": reference}


def trial(house: House, change: dict[str, Any]) -> dict[str, Any]:
    """Return the report of a change's dry run, made where nobody else makes it."""
    with house.app.app_context():
        row = imports.finished(imports.find(change["import_id"]))
        return {"state": row.state, **imports.report(row)}


def planned(house: House, client: FlaskClient, *cells: dict[str, Any], days: int = 1) -> str:
    """Plan a change so many days ahead, at eight o'clock; return its id."""
    change = tried(client, cells=list(cells))
    trial(house, change)
    day = (now() + timedelta(days=days)).date().isoformat()
    answer = client.post(f"/api/v1/price-changes/{change['id']}/plan", json={"date": day, "time": "08:00"})
    assert answer.status_code == 200, answer.text
    return str(change["id"])


def published_due(house: House, days: float = 3) -> int:
    with house.app.app_context():
        return due.publish_due(now() + timedelta(days=days))


def change_of(house: House, change_id: str) -> PriceChange:
    return next(row for row in house.rows(PriceChange) if row.id == change_id)


def age(house: House, by: timedelta) -> None:
    """Let everything recorded have happened so much earlier."""
    with house.app.app_context():
        for row in db.session.scalars(sa.select(PricePeriod)):
            row.since_at -= by
            row.until_at = row.until_at - by if row.until_at else None
        db.session.commit()


def publish(house: House, text: str) -> None:
    with house.app.app_context():
        row = imports.drop("prix", {"prices.csv": text.encode()}, "Zoé", kind="prices")
        imports.publish(row.id, "Zoé", confirm_removals=row.removals)


def test_it_lists_pieces_with_their_sizes_folded_under_them(desk: FlaskClient) -> None:
    found = listed(desk)
    assert [(item["name"], len(item["variants"])) for item in found["items"]] == [
        ("Polaire Léger", 1),
        ("Trilogy Shell", 2),
    ]
    assert (found["products"], found["variants"], found["next_cursor"]) == (2, 3, None)
    shell = variants(desk)[SHELL]
    assert (shell["price_cents"], shell["reference_price_cents"], shell["size"]) == (34990, 49990, "M")


def test_it_lists_page_by_page(desk: FlaskClient) -> None:
    first = listed(desk, limit=1)
    second = listed(desk, limit=1, cursor=first["next_cursor"])
    assert [first["items"][0]["ref"], second["items"][0]["ref"]] == ["grid-fleece", "trilogy-shell"]
    assert second["next_cursor"] is None


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ({"q": "trilogy"}, {SHELL, SHELL_L}),
        ({"q": SHELL[-6:]}, {SHELL, SHELL_L}),
        ({"category": "fleece"}, {FLEECE}),
        ({"carried": "no"}, {PACK}),
        ({"carried": "all"}, {SHELL, SHELL_L, FLEECE, PACK}),
        ({"state": "reduced"}, {SHELL, SHELL_L}),
        ({"state": "plain"}, {FLEECE}),
        ({"state": "unproven"}, {SHELL, SHELL_L}),
        ({"state": "above"}, set()),
    ],
)
def test_it_finds_pieces(desk: FlaskClient, query: dict[str, str], found: set[str]) -> None:
    assert variants(desk, **query).keys() == found


def test_it_tells_the_lowest_price_before_the_reduction(one_shop: House, desk: FlaskClient) -> None:
    assert (variants(desk)[SHELL]["lowest_state"], variants(desk)[SHELL]["lowest_cents"]) == ("none", None)
    assert (variants(desk)[FLEECE]["lowest_state"], variants(desk)[FLEECE]["lowest_cents"]) == ("short", 8990)
    age(one_shop, timedelta(days=60))
    publish(one_shop, f"shop,gtin,price_cents,reference_price_cents\nmiramas,{FLEECE},6990,9990\n")
    fleece = variants(desk)[FLEECE]
    assert (fleece["lowest_state"], fleece["lowest_cents"], fleece["is_above"]) == ("known", 8990, True)
    found = listed(desk, state="above")
    assert found["above"] == 1
    assert [item["ref"] for item in found["items"]] == ["grid-fleece"]


@pytest.mark.parametrize(("stated", "shown"), [(8990, "89,90"), (9990, "89,90"), (6990, None)])
def test_page_and_label_announce_what_the_record_allows(
    one_shop: House, desk: FlaskClient, stated: int, shown: str | None
) -> None:
    age(one_shop, timedelta(days=60))
    publish(one_shop, f"shop,gtin,price_cents,reference_price_cents\nmiramas,{FLEECE},6990,{stated}\n")
    page = one_shop.visitor().get("/p/grid-fleece?lang=fr", headers={"Accept": "text/html"}).text
    assert ("L112-1-1" in page) is (shown is not None)
    assert shown is None or f"<s>{shown}" in page
    with one_shop.app.app_context():
        published = load(history.newest())
        [piece] = choice.pieces(published, "miramas", choice.Choice(gtins={FLEECE}))
    assert piece.reference == (8990 if shown else piece.price)


def test_it_tells_what_was_asked_before(one_shop: House, desk: FlaskClient) -> None:
    publish(one_shop, f"shop,gtin,price_cents\nmiramas,{FLEECE},7990\n")
    items = desk.get(f"{HERE}/prices/{FLEECE}").get_json()["items"]
    assert [(one["price_cents"], one["until"] is None) for one in items] == [(7990, True), (8990, False)]


def test_a_rule_shows_what_it_would_do_and_does_nothing(one_shop: House, desk: FlaskClient) -> None:
    rule = {"change": "percent", "value": -20, "rounding": "90"}
    shown = desk.post(f"{HERE}/price-preview", json={"choice": {}, "rule": rule}).get_json()
    assert (shown["count"], shown["lower"], shown["higher"], shown["added"], shown["removed"]) == (3, 3, 0, 0, 0)
    by_gtin = {one["gtin"]: one for one in shown["items"]}
    assert (by_gtin[SHELL]["before"], by_gtin[SHELL]["after"]) == ([34990, 49990], [27990, 49990])
    assert by_gtin[FLEECE]["after"] == [7190, None]
    assert [row.number for row in one_shop.rows(Revision)] == [1]


@pytest.mark.parametrize(
    ("rule", "after"),
    [
        ({"change": "percent", "value": -50, "of": "reference", "rounding": "5"}, [25000, 49990]),
        ({"change": "amount", "value": -5000, "rounding": "95"}, [29995, 49990]),
        ({"change": "set", "value": 30000, "rounding": "99"}, [29999, 49990]),
        ({"change": "keep", "reference": "none"}, [34990, None]),
        ({"change": "percent", "value": 60}, [55984, None]),
        ({"change": "remove"}, None),
    ],
)
def test_each_rule_does_what_it_says(desk: FlaskClient, rule: dict[str, Any], after: list[int | None] | None) -> None:
    asked = {"choice": {"q": "trilogy"}, "rule": rule}
    shown = desk.post(f"{HERE}/price-preview", json=asked).get_json()
    found = [one["after"] for one in shown["items"]]
    assert found == [after, after]


def test_the_lowest_price_can_become_the_reference(one_shop: House, desk: FlaskClient) -> None:
    rule = {"change": "percent", "value": -20, "reference": "lowest"}
    shown = desk.post(f"{HERE}/price-preview", json={"choice": {"q": "polaire"}, "rule": rule}).get_json()
    assert [one["after"] for one in shown["items"]] == [[7192, 8990]]
    assert not shown["items"][0]["is_above"]


def test_another_shops_pieces_are_taken_over_with_their_prices(desk: FlaskClient) -> None:
    proposal = {"choice": {"carried": "no"}, "rule": {"change": "copy", "from_shop": "annecy"}}
    shown = desk.post(f"{HERE}/price-preview", json=proposal).get_json()
    assert [(one["gtin"], one["before"], one["after"]) for one in shown["items"]] == [(PACK, None, [9990, None])]
    proposal["rule"]["from_shop"] = "nowhere"
    assert desk.post(f"{HERE}/price-preview", json=proposal).status_code == 404


def test_changed_cells_take_the_road_of_every_change(one_shop: House, desk: FlaskClient) -> None:
    change = tried(desk, cells=[cell(SHELL, 29990, 34990), {"gtin": FLEECE, "carried": False}, cell(PACK, 8990)])
    assert (change["state"], change["count"], change["zone"]) == ("tried", 3, "Europe/Paris")
    report = trial(one_shop, change)
    assert report["state"] == "ready"
    prices = {one["gtin"]: one["after"] for one in report["changes"]["prices"]}
    assert prices == {SHELL: [29990, 34990], FLEECE: None, PACK: [8990, None]}
    assert desk.get(f"/api/v1/imports/{change['import_id']}/price-change").get_json()["id"] == change["id"]


def test_what_changes_nothing_is_said_at_once(desk: FlaskClient) -> None:
    answer = desk.post(f"{HERE}/price-changes", json={"name": "Rien", "cells": [cell(FLEECE, 8990)]})
    assert answer.status_code == 422
    assert answer.get_json()["errors"][0]["field"] == "cells"


@pytest.mark.parametrize(
    ("cells", "field"),
    [
        ([{"gtin": SHELL}], "cells.0.price_cents"),
        ([cell("02000000000016", 100)], "cells.0.gtin"),
        ([cell("04006381333931", 100)], "cells.0.gtin"),
        ([cell(SHELL, 0)], "cells.0.price_cents"),
        ([], "cells"),
    ],
)
def test_wrong_cells_are_named(desk: FlaskClient, cells: list[Any], field: str) -> None:
    answer = desk.post(f"{HERE}/price-changes", json={"name": "x", "cells": cells})
    assert (answer.status_code, answer.get_json()["errors"][0]["field"]) == (422, field)


def test_a_file_of_prices_is_tried_and_anything_else_is_sent_to_import(one_shop: House, desk: FlaskClient) -> None:
    def drop(text: str) -> Any:
        return desk.post(f"{HERE}/price-changes/file", data={"file": (io.BytesIO(text.encode()), "soldes.csv")})

    answer = drop(f"boutique;ean;prix\nmiramas;{SHELL};299,90\n")
    assert answer.status_code == 201, answer.text
    assert trial(one_shop, answer.get_json())["changes"]["counts"]["prices"] == 1
    assert drop("ref,name\ntrilogy-shell,Autre\n").status_code == 422
    broken = drop(f"shop,gtin,price\nmiramas,{SHELL},gratuit\n")
    assert broken.status_code == 201
    report = trial(one_shop, broken.get_json())
    assert (report["state"], report["findings"][0]["line"]) == ("refused", 2)


def test_a_dry_run_warns_of_a_reference_above_the_lowest_price(one_shop: House, desk: FlaskClient) -> None:
    age(one_shop, timedelta(days=60))
    [finding] = trial(one_shop, tried(desk, cells=[cell(FLEECE, 6990, 9990)]))["findings"]
    assert (finding["severity"], finding["code"], finding["line"]) == ("warning", "reference-above-lowest", 2)
    assert "89,90" in finding["message"]["fr"]
    assert trial(one_shop, tried(desk, cells=[cell(FLEECE, 6990, 8990)]))["findings"] == []


def test_a_dry_run_says_where_the_record_is_too_short(one_shop: House, desk: FlaskClient) -> None:
    findings = trial(one_shop, tried(desk, cells=[cell(FLEECE, 6990, 8990), cell(PACK, 5990, 9990)]))["findings"]
    assert {(one["code"], one["severity"]) for one in findings} == {
        ("reference-record-short", "info"),
        ("reference-record-none", "info"),
    }


def test_a_planned_change_waits_for_its_hour_and_is_then_published(one_shop: House, desk: FlaskClient) -> None:
    change_id = planned(one_shop, desk, cell(SHELL, 29990, 49990))
    assert published_due(one_shop, days=0) == 0
    assert variants(desk)[SHELL]["price_cents"] == 34990
    assert published_due(one_shop) == 1
    assert variants(desk)[SHELL]["price_cents"] == 29990
    row = change_of(one_shop, change_id)
    assert (row.state, row.published_revision) == (PUBLISHED, 2)
    assert published_due(one_shop) == 0


def test_a_planned_change_outlives_other_revisions(one_shop: House, desk: FlaskClient) -> None:
    change_id = planned(one_shop, desk, cell(SHELL, 29990, 49990))
    publish(one_shop, f"shop,gtin,price_cents\nmiramas,{FLEECE},7990\n")
    assert published_due(one_shop) == 1
    assert change_of(one_shop, change_id).published_revision == 3
    found = variants(desk)
    assert (found[SHELL]["price_cents"], found[FLEECE]["price_cents"]) == (29990, 7990)


def test_a_change_that_somebody_overtook_is_not_published_and_says_so(one_shop: House, desk: FlaskClient) -> None:
    change_id = planned(one_shop, desk, cell(SHELL, 29990, 49990), cell(FLEECE, 6990))
    publish(one_shop, f"shop,gtin,price_cents\nmiramas,{SHELL},19990\n")
    published_due(one_shop)
    row = change_of(one_shop, change_id)
    assert (row.state, row.problem, row.concerned) == (FAILED, "price-change-overtaken", [SHELL])
    found = variants(desk)
    assert (found[SHELL]["price_cents"], found[FLEECE]["price_cents"]) == (19990, 8990)
    shown = desk.get(f"{HERE}/price-changes").get_json()["items"][0]
    assert "rien n’a été publié" in shown["problem"]


def test_a_change_of_a_piece_that_is_gone_is_not_published(one_shop: House, desk: FlaskClient) -> None:
    change_id = planned(one_shop, desk, cell(PACK, 8990), cell(SHELL, 29990))
    with one_shop.app.app_context():
        row = imports.drop("fin", {"variants.csv": f"gtin,remove\n{PACK},oui\n".encode()}, "Zoé")
        imports.publish(row.id, "Zoé", confirm_removals=row.removals)
    published_due(one_shop)
    assert (change_of(one_shop, change_id).state, change_of(one_shop, change_id).problem) == (
        FAILED,
        "price-change-refused",
    )
    assert variants(desk)[SHELL]["price_cents"] == 34990


def test_of_two_planned_steps_the_second_stands_on_the_first(one_shop: House, desk: FlaskClient) -> None:
    first = planned(one_shop, desk, cell(SHELL, 29990, 49990), days=1)
    second = planned(one_shop, desk, cell(SHELL, 24990, 49990), days=2)
    assert published_due(one_shop) == 2
    assert [change_of(one_shop, each).published_revision for each in (first, second)] == [2, 3]
    assert variants(desk)[SHELL]["price_cents"] == 24990


def test_a_planned_change_can_be_taken_back(one_shop: House, desk: FlaskClient) -> None:
    change_id = planned(one_shop, desk, cell(SHELL, 29990))
    assert desk.post(f"/api/v1/price-changes/{change_id}/cancel").get_json()["state"] == "cancelled"
    assert published_due(one_shop) == 0
    assert desk.post(f"/api/v1/price-changes/{change_id}/cancel").status_code == 409
    assert variants(desk)[SHELL]["price_cents"] == 34990


def test_who_dies_between_publishing_and_saying_so_publishes_once(
    one_shop: House, desk: FlaskClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    change_id = planned(one_shop, desk, cell(SHELL, 29990))
    with monkeypatch.context() as patched:

        def dies(*_: Any, **__: Any) -> None:
            raise KeyboardInterrupt

        patched.setattr(due, "_end", dies)
        with pytest.raises(KeyboardInterrupt):
            published_due(one_shop)
    assert change_of(one_shop, change_id).state == "publishing"
    assert published_due(one_shop) == 1
    assert (change_of(one_shop, change_id).state, change_of(one_shop, change_id).published_revision) == (PUBLISHED, 2)
    assert [row.number for row in one_shop.rows(Revision)] == [1, 2]


def test_a_publication_that_comes_between_is_followed(
    one_shop: House, desk: FlaskClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    change_id = planned(one_shop, desk, cell(SHELL, 29990))
    plain = imports.publish
    done: list[int] = []

    def overtaken(*args: Any, **more: Any) -> Any:
        if not done:
            done.append(1)
            db.session.rollback()
            history.restore(1, "Someone")
        return plain(*args, **more)

    monkeypatch.setattr(imports, "publish", overtaken)
    assert published_due(one_shop) == 1
    assert change_of(one_shop, change_id).published_revision == 3


def test_what_nobody_foresaw_ends_one_change_and_no_other(
    one_shop: House, desk: FlaskClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = planned(one_shop, desk, cell(SHELL, 29990), days=1)
    second = planned(one_shop, desk, cell(FLEECE, 6990), days=2)
    plain = due._step

    def broken(change: PriceChange, dry_run: Any) -> None:
        if change.id == first:
            raise ValueError
        plain(change, dry_run)

    monkeypatch.setattr(due, "_step", broken)
    assert published_due(one_shop) == 2
    assert change_of(one_shop, first).problem == "price-change-crashed"
    assert change_of(one_shop, second).state == PUBLISHED


def test_the_keeper_of_jobs_publishes_what_is_due(one_shop: House, desk: FlaskClient) -> None:
    change_id = planned(one_shop, desk, cell(SHELL, 29990))
    keeper = Keeper(one_shop.app, Limits(60, 2_000))
    keeper.look()
    assert change_of(one_shop, change_id).state == PLANNED
    with one_shop.app.app_context():
        db.session.execute(sa.update(PriceChange).values(starts_at=now() - timedelta(seconds=1)))
        db.session.commit()
        assert due.is_due()
    keeper.look()
    assert change_of(one_shop, change_id).state == PUBLISHED
    assert variants(desk)[SHELL]["price_cents"] == 29990


def test_what_waits_for_its_dry_run_is_taken_up_by_the_next_call(one_shop: House, desk: FlaskClient) -> None:
    change_id = planned(one_shop, desk, cell(SHELL, 29990))
    publish(one_shop, f"shop,gtin,price_cents\nmiramas,{FLEECE},7990\n")
    with one_shop.app.app_context():
        assert due.publish_due(now() + timedelta(days=3), leave=True) == 0
        row = db.session.get_one(PriceChange, change_id)
        imports.finished(imports.find(row.import_id))
        assert due.publish_due(now() + timedelta(days=3), leave=True) == 1


@pytest.mark.parametrize(("day", "clock"), [("2026-03-29", "02:30"), ("2027-03-28", "02:30")])
def test_an_hour_that_the_clock_leaps_over_is_refused(one_shop: House, day: str, clock: str) -> None:
    with one_shop.app.app_context(), pytest.raises(Invalid):
        changes.moment_of(date.fromisoformat(day), time.fromisoformat(clock))


def test_an_hour_is_the_shops(one_shop: House) -> None:
    with one_shop.app.app_context():
        assert changes.moment_of(date(2027, 1, 6), time(8)) == datetime(2027, 1, 6, 7, tzinfo=UTC)
        assert changes.moment_of(date(2027, 7, 6), time(8)) == datetime(2027, 7, 6, 6, tzinfo=UTC)


@pytest.mark.parametrize("day", ["2020-01-01", "2099-01-01", "2027-13-01", "demain"])
def test_a_day_that_cannot_be_is_refused(one_shop: House, desk: FlaskClient, day: str) -> None:
    change = tried(desk, cells=[cell(SHELL, 29990)])
    trial(one_shop, change)
    answer = desk.post(f"/api/v1/price-changes/{change['id']}/plan", json={"date": day, "time": "08:00"})
    assert (answer.status_code, answer.get_json()["errors"][0]["field"]) == (422, "date")


def test_a_manager_reads_the_own_shop_and_writes_nothing(one_shop: House) -> None:
    manager = one_shop.person("manager")
    assert manager.get(f"{HERE}/prices").status_code == 200
    assert manager.get("/api/v1/shops/annecy/prices").status_code == 403
    assert manager.post(f"{HERE}/price-preview", json=ALL).status_code == 403
    assert one_shop.person("seller").get(f"{HERE}/prices").status_code == 403


@given(st.integers(1, 10_000_000), st.sampled_from(ROUNDINGS))
def test_rounding_keeps_its_ending_and_stays_near(cents: int, rounding: str) -> None:
    found = rounded(cents, rounding)
    step, ending = {"none": (1, 0), "90": (100, 90), "95": (100, 95), "99": (100, 99), "1": (100, 0), "5": (500, 0)}[
        rounding
    ]
    assert found > 0
    assert found % step == ending
    assert abs(found - cents) <= step // 2 or found - step <= 0
    assert rounded(found, rounding) == found


@pytest.mark.parametrize(
    ("cents", "rounding", "found"),
    [
        (24494, "90", 24490),
        (24540, "90", 24490),
        (24541, "90", 24590),
        (24995, "5", 25000),
        (24750, "5", 24500),
        (40, "5", 500),
    ],
)
def test_rounding_takes_the_nearest_and_the_lower_of_two(cents: int, rounding: str, found: int) -> None:
    assert rounded(cents, rounding) == found


def test_percent_is_exact_to_the_cent() -> None:
    assert [percent_of(34990, each) for each in (-30, -33, 10)] == [24493, 23443, 38489]
