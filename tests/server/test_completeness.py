"""The list of what to find out first: from the advice of the last days, honestly from samples where there is none."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Any

import pytest
import sqlalchemy as sa

from server.database import db, now
from server.demand.models import Advice

from .test_demand import advice
from .test_events import send, statuses

if TYPE_CHECKING:
    from .conftest import House

SHELL_WITH_RECCO = {"activity": "ski-touring", "wanted": "shell", "weather": "storm", "must": ["recco"]}


def asked(house: House, query: str = "shop=miramas") -> Any:
    answer = house.person("manager").get(f"/api/v1/completeness?lang=fr&{query}")
    assert answer.status_code == 200, answer.text
    return answer.get_json()


def tell(house: House, *needs: dict[str, Any]) -> None:
    events = [advice(seq, need) for seq, need in enumerate(needs, start=1)]
    moment = now().isoformat()
    sent = send(house.person("seller"), *({**each, "at": moment} for each in events))
    assert set(statuses(sent)) == {"accepted"}


def lost(report: Any, ref: str, attribute: str) -> Any:
    return next((row for row in report["rows"] if (row["ref"], row["attribute"]) == (ref, attribute)), None)


def test_without_advice_the_samples_stand_in_and_it_says_so(one_shop: House) -> None:
    report = asked(one_shop)
    assert (report["basis"], report["advices"]) == ("samples", 0)
    assert report["examined"] > 10
    assert report["missing"] + report["estimated"] == report["total"] == len(report["rows"])


def test_a_fact_counts_each_advice_that_it_could_have_changed(shop: House) -> None:
    tell(shop, SHELL_WITH_RECCO, SHELL_WITH_RECCO, {**SHELL_WITH_RECCO, "must": []})
    report = asked(shop)
    assert (report["basis"], report["advices"], report["examined"]) == ("recorded", 3, 3)
    row = lost(report, "trilogy-shell", "recco")
    assert (row["answers_lost"], row["estimated"], row["value"]) == (2, False, None)
    assert row["examples"] == [{"says": "Protection · Ski de rando · Tempête · ✓ Réflecteur RECCO", "times": 2}]
    assert [one["answers_lost"] for one in report["rows"]] == sorted(
        (one["answers_lost"] for one in report["rows"]), reverse=True
    )


def test_more_advice_is_counted_at_once_and_old_advice_no_more(one_shop: House) -> None:
    tell(one_shop, SHELL_WITH_RECCO)
    assert lost(asked(one_shop), "trilogy-shell", "recco")["answers_lost"] == 1
    with one_shop.app.app_context():
        db.session.execute(sa.update(Advice).values(happened_at=now() - timedelta(days=8)))
        db.session.commit()
    assert asked(one_shop)["basis"] == "samples"
    assert asked(one_shop, "shop=miramas&days=30")["advices"] == 1


def test_words_of_another_revision_are_counted_as_unread(one_shop: House) -> None:
    tell(one_shop, {"activity": "moon-walking"}, {**SHELL_WITH_RECCO, "must": ["recco", "teleport"]}, SHELL_WITH_RECCO)
    report = asked(one_shop)
    assert (report["advices"], report["unread"]) == (3, 1)
    assert lost(report, "trilogy-shell", "recco")["answers_lost"] >= 1


@pytest.mark.parametrize(("query", "status"), [("shop=nowhere", 404), ("", 422), ("shop=miramas&days=0", 422)])
def test_what_cannot_be_answered_is_refused(one_shop: House, query: str, status: int) -> None:
    assert one_shop.person("manager").get(f"/api/v1/completeness?{query}").status_code == status


def test_a_seller_does_not_read_it(one_shop: House) -> None:
    assert one_shop.person("seller").get("/api/v1/completeness?shop=miramas").status_code == 403


def test_a_long_work_is_answered_in_parts_until_nothing_is_left(one_shop: House, monkeypatch: Any) -> None:
    from server.completeness import service

    manager = one_shop.person("manager")
    monkeypatch.setattr(service, "PATIENCE_SECONDS", -1)
    first: Any = manager.get("/api/v1/completeness?shop=miramas").json
    assert (first["examined"], first["rows"]) == (0, [])
    assert first["left"] > 0
    monkeypatch.setattr(service, "PATIENCE_SECONDS", 3600)
    whole: Any = manager.get("/api/v1/completeness?shop=miramas").json
    assert (whole["left"], whole["examined"]) == (0, first["left"])
    monkeypatch.setattr(service, "PATIENCE_SECONDS", -1)
    assert manager.get("/api/v1/completeness?shop=miramas").json == whole  # what is known needs no patience
