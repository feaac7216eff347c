"""An official size chart is loaded, published, used, and taken back."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from .test_imports import dropped, zipped

if TYPE_CHECKING:
    from .conftest import House

CHART = (
    "chart,label_fr,label_en,audience,kind,size,chest_cm,provenance,source\n"
    "millet-women,Millet femme,Millet women,women,jacket,S,84-88,maker,https://m.example/guide\n"
    "millet-women,,,,,M,88-92,,\nmillet-women,,,,,L,92-96,,\n"
)
BOUND = "ref,size_chart\ntrilogy-shell,millet-women\n"
QUESTION = {"ref": "trilogy-shell", "shop": "miramas", "measurements_mm": {"chest_mm": 950}, "lang": "en"}


def advice(house: House) -> Any:
    return house.visitor().post("/api/v1/size-advice", json=QUESTION).get_json()


def test_an_official_chart_is_tried_published_and_taken_back(shop: House) -> None:
    merchandiser = shop.person("merchandiser")
    before = advice(shop)
    assert before["provenance"] == "peer"
    pack = {"file": (zipped({"size-charts.csv": CHART, "products.csv": BOUND}), "charts.zip")}
    trial = merchandiser.post("/api/v1/imports", data=pack).get_json()
    assert trial["state"] == "ready", trial["findings"]
    assert trial["changes"]["counts"]["size_charts_added"] == 1
    assert trial["changes"]["size_charts"]["added"] == ["millet-women"]
    assert advice(shop) == before  # a dry run changes nothing
    assert merchandiser.post(f"/api/v1/imports/{trial['id']}/publish").status_code == 200
    official = advice(shop)
    assert (official["size"], official["provenance"]) == ("L", "maker")
    assert "guide only" not in official["message"]
    snapshot = shop.visitor().get("/api/v1/shops/miramas/snapshot?lang=fr").get_json()
    chart = next(one for one in snapshot["size_charts"] if one["id"] == "millet-women")
    assert (chart["label"], chart["status"], chart["rows"][1]["chest_mm"]) == ("Millet femme", "maker", [880, 920])
    piece = next(one for one in snapshot["products"] if one["ref"] == "trilogy-shell")
    assert piece["size_chart"] == "millet-women"
    assert merchandiser.post("/api/v1/revisions/1/restore").status_code == 201
    assert advice(shop) == before


def test_a_later_file_may_name_a_chart_that_is_already_published(shop: House) -> None:
    merchandiser = shop.person("merchandiser")
    trial = dropped(merchandiser, CHART, "size-charts.csv")
    merchandiser.post(f"/api/v1/imports/{trial['id']}/publish")
    assert dropped(merchandiser, BOUND, "products.csv")["state"] == "ready"
    taken = dropped(merchandiser, "chart,size,remove\nmillet-women,,yes\n", "size-charts.csv")
    assert taken["changes"]["size_charts"]["removed"] == ["millet-women"]


def test_a_wrong_cell_refuses_the_whole_chart(one_shop: House) -> None:
    trial = dropped(one_shop.person("merchandiser"), CHART.replace("88-92", "34-36"), "size-charts.csv")
    assert trial["state"] == "refused"
    found = [(one["line"], one["column"], one["code"]) for one in trial["findings"]]
    assert found == [(3, "chest_mm", "size-chart")]
