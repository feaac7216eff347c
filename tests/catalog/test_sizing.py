from __future__ import annotations

import json
import runpy
from pathlib import Path
from typing import Any

import pytest

from catalog.errors import DataError
from catalog.sizing import SizingError, default_chart, load_charts, size_advice
from catalog.sizing.tables import as_json, tables

ROOT = Path(__file__).parents[2]
VECTORS = ROOT / "tests" / "vectors" / "sizing"
CHARTS = load_charts(ROOT / "catalog" / "data" / "sizes.yaml")
JACKET = {
    "rows": [
        {"size": "S", "chest_mm": [900, 960], "waist_mm": [760, 810], "hip_mm": [900, 950]},
        {"size": "M", "chest_mm": [960, 1020], "waist_mm": [820, 870], "hip_mm": [960, 1010]},
        {"size": "L", "chest_mm": [1030, 1080], "waist_mm": [880, 930], "hip_mm": [1020, 1070]},
    ]
}
NUMBERS = {"rows": [{"size": "36", "chest_mm": 840}, {"size": "38", "chest_mm": 880}, {"size": "40", "chest_mm": 920}]}
LENGTHS = {
    "rows": [
        {"size": f"{waist}/{leg}", "waist_mm": waist * 25, "inseam_mm": [leg * 25 - 12, leg * 25 + 12]}
        for waist in (30, 32, 34)
        for leg in (30, 32, 34)
    ]
}
SHOES = {"rows": [{"size": "41", "foot_length_mm": 260}, {"size": "42", "foot_length_mm": 267}]}


def ask(chart: Any, lang: str = "en", **more: Any) -> dict[str, Any]:
    measures = {key: more.pop(key) for key in list(more) if key.endswith("_mm")}
    return size_advice({"chart": chart, "measurements_mm": measures, "lang": lang, **more}, CHARTS)


def short(answer: dict[str, Any]) -> tuple[str, str | None, list[str]]:
    return answer["status"], answer["size"], answer["alternatives"]


@pytest.mark.parametrize(
    ("chart", "question", "expected"),
    [
        (JACKET, {"chest_mm": 990}, ("exact", "M", [])),
        (JACKET, {"chest_mm": 990, "waist_mm": 850, "hip_mm": 990}, ("exact", "M", [])),
        (JACKET, {"chest_mm": 960}, ("between", "M", ["S"])),
        (JACKET, {"chest_mm": 1025}, ("between", "L", ["M"])),
        (JACKET, {"chest_mm": 1025, "category": "baselayer-top"}, ("between", "M", ["L"])),
        (JACKET, {"chest_mm": 1025, "layering": "next to skin"}, ("between", "M", ["L"])),
        (JACKET, {"chest_mm": 1025, "category": "baselayer-top", "layering": "fleece"}, ("between", "L", ["M"])),
        (JACKET, {"chest_mm": 990, "category": "hardshell-jacket", "layering": "down"}, ("exact", "M", ["L"])),
        (JACKET, {"chest_mm": 990, "category": "baselayer-top", "layering": "down"}, ("exact", "M", [])),
        (JACKET, {"chest_mm": 1100}, ("out_of_range", None, [])),
        (JACKET, {"chest_mm": 899}, ("out_of_range", None, [])),
        (JACKET, {"height_mm": 1700}, ("out_of_range", None, [])),
        (JACKET, {"chest_mm": 990, "waist_mm": 900}, ("conflict", None, ["M", "L"])),
        (JACKET, {"chest_mm": 990, "waist_mm": 900, "category": "fleece"}, ("conflict", "M", ["L"])),
        (JACKET, {"waist_mm": 850, "hip_mm": 1040, "category": "hiking-pants"}, ("conflict", "L", ["M"])),
        (JACKET, {"chest_mm": 990, "hip_mm": 1200}, ("out_of_range", None, [])),
        (JACKET, {"chest_mm": 990, "hip_mm": 1200, "category": "vest"}, ("conflict", "M", [])),
        (JACKET, {"chest_mm": 1025, "waist_mm": 850}, ("between", "M", ["L"])),
        (NUMBERS, {"chest_mm": 880}, ("exact", "38", [])),
        (NUMBERS, {"chest_mm": 872}, ("exact", "38", [])),
        (NUMBERS, {"chest_mm": 900}, ("between", "40", ["38"])),
        (NUMBERS, {"chest_mm": 825}, ("exact", "36", [])),
        (NUMBERS, {"chest_mm": 815}, ("out_of_range", None, [])),
        (NUMBERS, {"chest_mm": 945}, ("out_of_range", None, [])),
        (LENGTHS, {"waist_mm": 800, "inseam_mm": 845}, ("exact", "32/34", [])),
        (LENGTHS, {"waist_mm": 800}, ("between", None, ["32/30", "32/32", "32/34"])),
        (SHOES, {"foot_length_mm": 260}, ("exact", "41", [])),
        (SHOES, {"foot_length_mm": 262}, ("between", "42", ["41"])),
        (SHOES, {"foot_length_mm": 265}, ("exact", "42", [])),
        (SHOES, {"foot_length_mm": 270}, ("out_of_range", None, [])),
        ("socks", {"foot_length_mm": 243}, ("between", "36-38", ["39-41"])),
        ("gloves", {"hand_mm": 216}, ("between", "L", ["M"])),
        ("hats", {"head_mm": 555}, ("between", "M", ["S"])),
        ("packs", {"torso_mm": 350}, ("exact", "XS", [])),
        ("packs", {"torso_mm": 470}, ("exact", "M", [])),
        ("kids-clothes", {"height_mm": 1180}, ("exact", "122", [])),
        ("kids-clothes", {"height_mm": 1180, "growth": True}, ("exact", "128", ["122"])),
        ("kids-clothes", {"height_mm": 1520, "growth": True}, ("exact", "152", [])),
        ("kids-clothes", {"age_years": 5.5}, ("exact", "116", [])),
        ("kids-german", {"age_years": 9}, ("exact", "140", [])),
        ("kids-clothes", {"age_years": 15}, ("out_of_range", None, [])),
        ("shoes", {"usual": {"system": "EU", "size": "42"}}, ("exact", "42", [])),
        (SHOES, {"usual": {"system": "mondopoint", "size": "26.7"}}, ("exact", "42", [])),
        (SHOES, {"usual": {"system": "UK", "size": 8}, "audience": "men"}, ("between", "42", ["41"])),
        (SHOES, {"usual": {"system": "US", "size": "9.5"}, "audience": "women"}, ("exact", "41", [])),
        (SHOES, {"usual": {"system": "UK", "size": "8"}, "audience": "kids"}, ("out_of_range", None, [])),
        ("women-clothes", {"usual": {"system": "FR", "size": "38"}}, ("exact", "M", [])),
        ("women-clothes", {"usual": {"system": "EU", "size": "36"}}, ("exact", "M", [])),
        ("men-tops", {"usual": {"system": "US", "size": "40"}}, ("exact", "M", [])),
        ("men-tops", {"usual": {"system": "INTL", "size": "3XL"}}, ("exact", "XXXL", [])),
        (JACKET, {"usual": {"system": "EU", "size": "50"}, "audience": "men"}, ("exact", "M", [])),
        (JACKET, {"usual": {"system": "EU", "size": "50"}}, ("out_of_range", None, [])),
        (LENGTHS, {"usual": {"system": "INTL", "size": "32/30"}}, ("exact", "32/30", [])),
        ("", {"chest_mm": 990}, ("out_of_range", None, [])),
        ("one-size", {"chest_mm": 990}, ("exact", "TU", [])),
        ("men-tops", {"chest_mm": 960, "sizes": ["S", "M", "L"]}, ("between", "M", ["S"])),
        ("shoes", {"foot_length_mm": 271, "sizes": ["42", "42 2/3", "43 1/3"]}, ("exact", "42 2/3", [])),
        ("kids-clothes", {"height_mm": 1210, "sizes": ["6 ans", "7 ans"]}, ("exact", "7 ans", [])),
    ],
)  # fmt: skip
def test_it_advises(chart: Any, question: dict[str, Any], expected: tuple[str, str | None, list[str]]) -> None:
    assert short(ask(chart, **question)) == expected


@pytest.mark.parametrize(
    ("rule", "question", "expected"),
    [
        ("If between sizes, take the smaller.", {"chest_mm": 1025}, ("between", "M", ["L"])),
        ("Entre deux tailles, prenez la plus petite.", {"chest_mm": 960}, ("between", "S", ["M"])),
        ("Between sizes go up for a looser fit or down for a tighter fit.", {"chest_mm": 960, "layering": "none"},
         ("between", "S", ["M"])),
        ("To wear it over a fleece, take one size up.", {"chest_mm": 990, "layering": "fleece"}, ("exact", "L", ["M"])),
        ("To wear it over a fleece, take one size up.", {"chest_mm": 990}, ("exact", "M", [])),
        ("Runs small, we advise one size up.", {"chest_mm": 990}, ("exact", "L", ["M"])),
        ("If chest and waist differ, order the size indicated by your waist.", {"chest_mm": 990, "waist_mm": 900},
         ("conflict", "L", ["M"])),
        ("Mesures différentes : fiez-vous à la poitrine.", {"chest_mm": 990, "waist_mm": 900},
         ("conflict", "M", ["L"])),
        ("If your measurements fall into different sizes, choose the smaller.", {"chest_mm": 990, "waist_mm": 900},
         ("conflict", "M", ["L"])),
    ],
)  # fmt: skip
def test_it_follows_the_rule_of_the_chart(rule: str, question: dict[str, Any], expected: Any) -> None:
    assert short(ask({**JACKET, "rule": rule}, **question)) == expected


def test_it_says_when_a_chart_is_another_brands() -> None:
    answer = ask("men-tops-letters", "fr", chest_mm=1000)
    assert answer["provenance"] == "peer"
    assert answer["message"] == (
        "Tour de poitrine 100 cm\u202f: taille M. "
        "Repère seulement\u202f: tableau Fusalp, hauts homme, pas celui de cette pièce."
    )


def test_it_marks_a_conversion() -> None:
    british = {"rows": [{"size": "7.5", "foot_length_mm": 262}, {"size": "8", "foot_length_mm": 267}]}
    answer = ask(british, usual={"system": "EU", "size": "42"})
    assert answer["size"] == "8"
    assert answer["provenance"] == "conversion"
    assert "brands often differ" in answer["message"]


def test_it_names_the_measure_that_would_decide() -> None:
    assert ask(LENGTHS, waist_mm=800)["needs"] == ["inseam_mm"]
    assert ask(JACKET, height_mm=1700)["needs"] == ["chest_mm", "waist_mm", "hip_mm"]
    assert ask(JACKET, height_mm=1700, category="fleece")["needs"] == ["chest_mm"]


def test_it_takes_a_measure_without_its_unit() -> None:
    assert short(size_advice({"chart": JACKET, "measurements_mm": {"chest": 990}}, {})) == ("exact", "M", [])


def test_it_reads_the_fit_note_as_a_rule() -> None:
    note = {"fr": "Taille petit.", "en": "Runs small."}
    answer = ask("socks", foot_length_mm=243, fit_note=note)
    assert short(answer) == ("between", "39-41", ["36-38"])
    assert answer["fit_note"] == "Runs small."


@pytest.mark.parametrize("name", ["own", "inline", "refused"])
def test_it_answers_as_the_phone_does(name: str) -> None:
    charts = {chart["id"]: chart for chart in json.loads((VECTORS / "charts.json").read_text("utf-8"))}
    answered = runpy.run_path(str(VECTORS / "make.py"))["answered"]
    for case in json.loads((VECTORS / f"{name}.json").read_text("utf-8")):
        assert json.dumps(answered(case["question"], charts)) == json.dumps(case)


def test_its_cases_are_those_of_the_charts() -> None:
    assert list(CHARTS.values()) == json.loads((VECTORS / "charts.json").read_text("utf-8"))


def test_the_phone_carries_the_same_tables() -> None:
    copy = (ROOT / "pwa" / "src" / "sizing" / "tables.json").read_text("utf-8")
    assert json.dumps(json.loads(copy)) == json.dumps(json.loads(as_json()))


def test_every_sentence_is_there_in_every_language() -> None:
    for part in ("measures", "units", "sentences", "why"):
        for key, texts in tables()["messages"][part].items():
            assert set(texts) == {"fr", "en", "de", "it", "es"}, key


def test_every_category_and_wearer_has_a_chart() -> None:
    for category in tables()["garments"]["names"]:
        for audience in ("men", "women", "unisex", "kids"):
            assert default_chart(category, audience, CHARTS), (category, audience)


def test_peer_charts_name_their_source() -> None:
    assert all(chart["source"].startswith("http") for chart in CHARTS.values() if chart["status"] == "peer")


def test_it_refuses_with_the_path_of_each_field() -> None:
    chart = {"rows": [{"size": "M", "chest_mm": [1, 2, 3]}, {"chest_mm": 900}]}
    with pytest.raises(SizingError) as caught:
        size_advice({"chart": chart, "measurements_mm": {"chest_mm": 0}, "growth": 1}, {})
    assert [problem.field for problem in caught.value.problems] == [
        "chart.rows.0.chest_mm",
        "chart.rows.1.size",
        "measurements_mm.chest_mm",
        "growth",
    ]
    assert caught.value.errors("fr")[0]["message"].startswith("Donnez ")


def test_it_refuses_bad_data_with_file_and_line(tmp_path: Path) -> None:
    text = (ROOT / "catalog" / "data" / "sizes.yaml").read_text("utf-8")
    bad = tmp_path / "sizes.yaml"
    bad.write_text(text.replace("chest_mm: [860, 900]", "chest_mm: [900, 860]", 1), "utf-8")
    with pytest.raises(DataError) as caught:
        load_charts(bad)
    finding = caught.value.findings[0]
    assert finding.file == "sizes.yaml"
    assert finding.line is not None
    assert "[900, 860]" in bad.read_text("utf-8").splitlines()[finding.line - 1]
