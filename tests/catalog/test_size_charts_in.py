"""The table of size charts: what it reads, what it says of a wrong cell, what it changes."""

from __future__ import annotations

import pytest

from catalog.catalogue import Catalogue, check, from_json, merge, to_json
from catalog.changes import difference
from catalog.reference import with_charts

from .shop_files import FILES, REFERENCE, cells_of, good_batch, read_texts, workbook

CHART = (
    "grille;libellé_fr;label_en;public;kind;taille;fr;chest_cm;waist_cm;hip_min_mm;hip_max_mm;"
    "provenance;source;règle_fr\n"
    "millet-hauts;Millet, hauts;Millet, tops;women;jacket;XS;34;80–84;62-66;880;920;maker;https://m.example/g;"
    "Entre deux tailles, prenez la plus grande.\n"
    "millet-hauts;;;;;S;36;84-88;66-70;920;960;;;\n"
    "millet-hauts;;;;;M;38;88,5-92;70;960;1000;;;\n"
    "millet-hauts;;;;;L;40;≥ 92;74-78;1000;;;;\n"
)
BOUND = "ref,size_chart\nmillet-kamet,millet-hauts\n"


def test_it_reads_a_chart_with_its_words_systems_and_figures() -> None:
    chart = good_batch({"tableaux.csv": CHART}).size_charts["millet-hauts"]
    assert chart["label"] == {"fr": "Millet, hauts", "en": "Millet, tops"}
    assert (chart["status"], chart["audience"], chart["garment"]) == ("maker", "women", "jacket")
    assert chart["measures"] == ["chest_mm", "waist_mm", "hip_mm"]
    assert chart["rows"][2] == {
        "size": "M",
        "systems": {"fr": "38"},
        "chest_mm": [885, 920],
        "waist_mm": 700,
        "hip_mm": [960, 1000],
    }
    assert chart["rows"][3]["chest_mm"] == [920, None]
    assert chart["rule"]["en"] == chart["rule"]["fr"]


def test_it_reads_the_same_from_a_workbook() -> None:
    book = workbook({"size charts": cells_of(CHART, ";")})
    assert good_batch({"charts.xlsx": book}).size_charts == good_batch({"charts.csv": CHART}).size_charts


def test_it_reads_inches_ages_and_lone_ends() -> None:
    text = (
        "chart,size,age_years,height_in,label_fr,audience,provenance,source\n"
        "kids,6A,6,45-47,Enfants,kids,peer,https://e.org\nkids,8A,7-8,≤ 50,,,,\n"
    )
    rows = good_batch({"charts.csv": text}).size_charts["kids"]["rows"]
    assert rows[0] == {"size": "6A", "age_years": 6, "height_mm": [1143, 1194]}
    assert rows[1] == {"size": "8A", "age_years": [7, 8], "height_mm": [None, 1270]}


@pytest.mark.parametrize(
    ("old", "new", "code", "line", "column"),
    [
        ("women;jacket", "dames;jacket", "bad-audience", 2, "audience"),
        ("women;jacket", "women;veste", "unknown-garment", 2, "garment"),
        ("maker", "officiel", "bad-chart-provenance", 2, "provenance"),
        ("84-88", "large", "bad-measure", 3, "chest_cm"),
        ("84-88", "88-84", "size-chart", 3, "chest_mm"),
        ("80–84", "31-33", "size-chart", 2, "chest_mm"),
        (";S;36", ";XS;36", "duplicate-chart-size", 3, "size"),
        (";S;36", ";;36", "required", 3, "size"),
        ("millet-hauts;;;;;S", "Millet Hauts;;;;;S", "bad-ref", 3, "chart"),
        ("millet-hauts;;;;;S", "millet-hauts;Autre nom;;;;S", "chart-differs", 3, "label_fr"),
        ("https://m.example/g", "", "incomplete-chart", 2, "source"),
        ("chest_cm", "chest_feet", "unknown-column", 1, "chest_feet"),
    ],
)
def test_it_names_the_cell_that_is_wrong(old: str, new: str, code: str, line: int, column: str) -> None:
    _, findings = read_texts({"charts.csv": CHART.replace(old, new, 1)})
    assert (code, line, column) in {(one.code, one.line, one.column) for one in findings}


def test_it_needs_a_figure_somewhere() -> None:
    text = "chart,size,label_fr,audience,provenance\nempty,M,Vide,men,demonstration\n"
    assert [one.code for one in read_texts({"charts.csv": text})[1]] == ["chart-without-figures"]


def test_a_product_can_name_a_chart_of_the_same_batch_or_of_an_earlier_one() -> None:
    assert good_batch({"charts.csv": CHART, "products.csv": BOUND}).products[0].size_chart == "millet-hauts"
    before = merge(merge(Catalogue(), good_batch(FILES)), good_batch({"charts.csv": CHART}))
    known = with_charts(REFERENCE, before.size_charts)
    assert "millet-hauts" in known.size_charts
    assert "millet-hauts" not in REFERENCE.size_charts


def test_a_file_replaces_a_whole_chart_and_says_what_differs() -> None:
    before = merge(Catalogue(), good_batch({"charts.csv": CHART}))
    after = merge(before, good_batch({"charts.csv": CHART.replace("84-88", "84-90").rsplit("millet-hauts;", 1)[0]}))
    changed = difference(before, after).size_charts.changed[0]
    fields = {field.field: (field.before, field.after) for field in changed.fields}
    assert fields["rows.S.chest_mm"] == ([840, 880], [840, 900])
    assert fields["rows.L.chest_mm"] == ([920, None], None)
    assert difference(before, before).is_empty


def test_a_chart_is_taken_away_only_where_it_was_imported() -> None:
    gone = good_batch({"charts.csv": "chart,size,remove\nmillet-hauts,,oui\n"})
    before = merge(Catalogue(), good_batch({"charts.csv": CHART}))
    assert merge(before, gone).size_charts == {}
    assert [one.code for one in check(Catalogue(), gone)] == ["unknown-size-chart"]


def test_charts_survive_being_kept_as_json() -> None:
    before = merge(Catalogue(), good_batch({"charts.csv": CHART}))
    assert from_json(to_json(before)) == before
    older = to_json(before)
    del older["size_charts"]
    assert from_json(older).size_charts == {}
