from __future__ import annotations

from typing import TYPE_CHECKING, Any

from tests.catalog.sizes.cases import read_refused

if TYPE_CHECKING:
    from .conftest import House

ROWS = [{"size": "S", "chest_mm": [900, 959]}, {"size": "M", "chest_mm": [960, 1020]}, {"size": "L", "chest_mm": 1080}]


def ask(house: House, status: int = 200, **question: Any) -> Any:
    answer = house.visitor().post("/api/v1/size-advice", json=question)
    assert answer.status_code == status, answer.text
    return answer.json


def test_it_reads_a_chart_that_comes_with_the_question(shop: House) -> None:
    advice = ask(shop, chart={"rows": ROWS}, measurements_mm={"chest_mm": 980}, lang="fr")
    assert advice["size"] == "M"
    assert advice["status"] == "exact"
    assert advice["message"]


def test_it_guesses_no_size_outside_the_chart(one_shop: House) -> None:
    advice = ask(one_shop, chart={"rows": ROWS}, measurements_mm={"chest_mm": 1500})
    assert (advice["size"], advice["status"]) == (None, "out_of_range")


def test_it_uses_the_chart_of_the_piece(one_shop: House) -> None:
    advice = ask(one_shop, ref="trilogy-shell", usual={"system": "INTL", "size": "M"})
    assert advice["status"] in {"exact", "between", "out_of_range", "conflict"}
    assert advice["provenance"] in {"maker", "peer", "demonstration"}


def test_it_names_what_it_cannot_read(one_shop: House) -> None:
    problem = ask(
        one_shop, status=422, chart={"rows": [{"size": "M", "chest_mm": "wide"}]}, measurements_mm={"chest_mm": 980}
    )
    assert problem["errors"][0]["field"] == "chart.rows.0.chest_mm"
    assert ask(one_shop, status=404, ref="nothing", age_years=8)["errors"][0]["field"] == "ref"
    assert ask(one_shop, status=422, chart={"rows": ROWS})["errors"][0]["field"] == "measurements_mm"


def test_it_names_every_field_that_it_cannot_read(one_shop: House) -> None:
    for field, status, question in read_refused():
        errors = ask(one_shop, status=status, **question)["errors"]
        assert field in {error["field"] for error in errors}, question
        assert all(error["message"].endswith(".") for error in errors), errors
