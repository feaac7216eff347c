"""What customers really asked lately is asked again, before anything is published."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from server.imports import recent

from .small_range import SHELL
from .test_demand import advice
from .test_events import send, statuses
from .test_imports import dropped

if TYPE_CHECKING:
    from .conftest import House

CHEAPER = f"shop,gtin,price_cents\nmiramas,{SHELL},29990\n"
NO_SHELL = "ref,category\ntrilogy-shell,fleece\n"
FLEECE = {"wanted": "fleece", "prefer": ["light"]}
SHELLS = {"wanted": "shell", "budget_cents": 40000}


def asked(shop: House, *needs: dict[str, Any]) -> None:
    """Let a seller advise on each need."""
    said = [advice(seq, need) for seq, need in enumerate(needs, start=1)]
    assert statuses(send(shop.person("seller"), *said)) == ["accepted"] * len(needs)


def test_it_says_which_real_need_would_get_other_pieces_and_why(shop: House) -> None:
    asked(shop, FLEECE, SHELLS, FLEECE)
    told = dropped(shop.person("merchandiser"), NO_SHELL, "products.csv")["advice"]["requests"]
    assert (told["found"], told["asked"], told["changed_count"]) == (2, 2, len(told["changed"]))
    changed = {one["says"]: one for one in told["changed"]}
    fleece = next(one for says, one in changed.items() if says.startswith("Polaire"))
    assert fleece["times"] == 2
    assert [each["ref"] for each in fleece["before"]] == ["grid-fleece"]
    assert {each["ref"] for each in fleece["after"]} == {"grid-fleece", "trilogy-shell"}
    [cause] = [one for one in fleece["causes"] if one["ref"] == "trilogy-shell"]
    assert (cause["what"], cause["fields"]) == ("facts", ["category"])
    assert fleece["because"]


def test_nobody_hears_otherwise_where_only_an_unseen_price_changes(shop: House) -> None:
    asked(shop, FLEECE)
    told = dropped(shop.person("merchandiser"), CHEAPER)["advice"]["requests"]
    assert told == {"found": 1, "asked": 1, "changed_count": 0, "changed": []}


def test_a_price_within_reach_is_named_as_the_cause(shop: House) -> None:
    asked(shop, {"wanted": "shell", "budget_cents": 31000})
    told = dropped(shop.person("merchandiser"), CHEAPER)["advice"]["requests"]
    [changed] = told["changed"]
    assert changed["before"] == []
    assert [each["ref"] for each in changed["after"]] == ["trilogy-shell"]
    assert changed["causes"] == [
        {"ref": "trilogy-shell", "name": "Trilogy Shell", "what": "price", "before": 34990, "after": 29990}
    ]


def test_words_of_another_program_and_empty_needs_are_passed_over(shop: House) -> None:
    asked(shop, {"wanted": "sledge"}, {}, {"wanted": None}, FLEECE)
    told = dropped(shop.person("merchandiser"), CHEAPER)["advice"]["requests"]
    assert (told["found"], told["asked"]) == (2, 1)


def test_what_there_is_no_time_for_is_counted_and_not_guessed(shop: House, monkeypatch: pytest.MonkeyPatch) -> None:
    asked(shop, FLEECE, SHELLS)
    monkeypatch.setattr(recent, "SECONDS", -1.0)
    told = dropped(shop.person("merchandiser"), NO_SHELL, "products.csv")["advice"]["requests"]
    assert told == {"found": 2, "asked": 0, "changed_count": 0, "changed": []}


def test_it_keeps_nothing_of_who_asked_or_when(shop: House) -> None:
    asked(shop, FLEECE)
    with shop.app.app_context():
        [need] = recent.needs()
    assert (need.shop, dict(need.answers), need.times) == ("miramas", FLEECE, 1)


def test_the_samples_say_why_too(shop: House) -> None:
    told = dropped(shop.person("merchandiser"), NO_SHELL, "products.csv")["advice"]
    causes = [cause for one in told["changed"] if one["shop"] for cause in one["causes"]]
    assert {cause["ref"] for cause in causes} >= {"trilogy-shell"}
    assert {cause["what"] for cause in causes} == {"facts"}
