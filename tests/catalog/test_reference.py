"""The reference data of the house, and what its loader refuses."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from catalog import DATA
from catalog.errors import DataError, Finding
from catalog.model import LANGUAGES
from catalog.reference import Reference, load_reference

FILES = ("attributes", "categories", "technologies", "estimates", "gauges", "care")

ATTRIBUTES = re.findall(
    r"\S+",
    """
    weight_g waterproof waterproof_mm seams_taped ret mvtr_g_m2_24h breathability layers membrane windproof
    material fabric_g_m2 insulation_type insulation_g_m2 fill_power_cuin down_fill_g warmth stretch packable cut
    sleeve hood volume_l volume_extension_l back_length_mm back_ventilated load_max_kg ski_carry ice_axe_carry
    rope_strap helmet_holder hydration rain_cover back_access avalanche_pocket airbag boot_cut boot_stiffness
    boot_rating crampon sole toe_rand boot_insulated gaiter_integrated drop_mm dexterity touchscreen
    comfort_temp_c limit_temp_c powder_skirt pit_zips thigh_vents zip_off full_side_zip bib recco pfas_free
    recycled price_cents
    """,
)

ENUMS = {
    "material": "merino synthetic cotton leather blend",
    "insulation_type": "down synthetic wool fleece none",
    "cut": "short regular long",
    "hood": "none yes detachable helmet",
    "boot_cut": "low mid high",
    "boot_rating": "B0 B1 B2 B3",
    "crampon": "none C1 C2 C3",
}

CATEGORIES = re.findall(
    r"\S+",
    """
    hardshell-jacket softshell-jacket rain-jacket wind-jacket down-jacket synthetic-jacket vest fleece
    baselayer-top baselayer-bottom t-shirt ski-jacket ski-pants ski-suit hardshell-pants softshell-pants
    touring-pants mountaineering-pants hiking-pants shorts hiking-pack climbing-pack ski-pack airbag-pack
    travel-pack kids-pack duffel mountaineering-boots hiking-boots hiking-shoes approach-shoes trail-shoes
    climbing-shoes winter-boots gloves glove-liners mittens hat socks gaiters sleeping-bag rope
    """,
)

GROUPS = [
    "jacket",
    "shell",
    "insulation",
    "midlayer",
    "baselayer",
    "skiwear",
    "pants",
    "pack",
    "footwear",
    "boots",
    "hands",
    "head",
    "sleep",
    "rope",
    "outfit",
]


@pytest.fixture(scope="module")
def reference() -> Reference:
    return load_reference()


@pytest.fixture
def data(tmp_path: Path) -> Path:
    shutil.copytree(DATA, tmp_path / "data", ignore=shutil.ignore_patterns("range", "shops", "finder"))
    return tmp_path / "data"


def refused(data: Path, file: str, old: str, new: str) -> tuple[Finding, ...]:
    path = data / f"{file}.yaml"
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    with pytest.raises(DataError) as caught:
        load_reference(data)
    return caught.value.findings


def test_it_knows_every_attribute_that_others_rely_on(reference: Reference) -> None:
    assert set(ATTRIBUTES) <= set(reference.attributes)
    for name, values in ENUMS.items():
        assert list(reference.attributes[name].value_ids) == values.split()


def test_it_knows_every_category_and_group_that_others_rely_on(reference: Reference) -> None:
    assert set(reference.categories) == set(CATEGORIES)
    assert set(GROUPS) <= set(reference.groups)
    assert not set(reference.groups) & set(reference.categories) - {"rope"}


def test_each_category_is_in_one_group_at_least_and_has_gauges_and_a_drawing(reference: Reference) -> None:
    for category in reference.categories.values():
        assert any(category.id in group.categories for group in reference.groups.values())
        assert all(reference.scale(gauge, category.id) for gauge in category.gauges)
        assert reference.silhouettes[category.id]


def test_an_outfit_is_everything_worn_and_the_pack(reference: Reference) -> None:
    outfit = set(reference.groups["outfit"].categories)
    assert {
        "hardshell-jacket",
        "t-shirt",
        "ski-pants",
        "hiking-pack",
        "hiking-boots",
        "gloves",
        "hat",
        "socks",
    } <= outfit
    assert not outfit & {"sleeping-bag", "rope"}


def test_a_group_or_a_category_stands_for_categories(reference: Reference) -> None:
    assert reference.categories_of("head") == ("hat",)
    assert reference.categories_of("vest") == ("vest",)
    assert reference.categories_of("spoon") == ()


def test_each_technology_says_what_it_does_and_what_it_does_not(reference: Reference) -> None:
    assert len(reference.technologies) == 84
    for technology in reference.technologies.values():
        assert 40 < len(technology.explanation["fr"]) < 600, technology.id
        assert technology.limits["fr"] != technology.line["fr"], technology.id
        if technology.confidence != "none":
            assert technology.source.startswith("http"), technology.id


def test_a_trademark_has_one_name_and_a_word_one_in_each_language(reference: Reference) -> None:
    names = {technology.id: technology.name for technology in reference.technologies.values()}
    assert names["seams"] == {
        "fr": "Coutures étanchées",
        "en": "Taped seams",
        "de": "Verschweißte Nähte",
        "it": "Cuciture nastrate",
        "es": "Costuras selladas",
    }
    assert {"fr": "GORE-TEX Pro", "en": "GORE-TEX Pro"} in names.values()
    english = re.compile(
        r"\b(layer|seams|weave|hood|wool|with|and|of|or|outsole|back|label|panels|vents|skirt)\b", re.IGNORECASE
    )
    same = sorted(name["fr"] for name in names.values() if english.search(name["fr"]) and name["fr"] == name["en"])
    assert same == ["EASY HOOD", "QUICK FLAT HOOD"]


def test_what_is_not_documented_implies_nothing(reference: Reference) -> None:
    unknown = [one for one in reference.technologies.values() if one.confidence == "none"]
    assert {one.id for one in unknown} == {"dryedge", "quick-flat", "drynamic", "variloop"}
    assert not any(one.implies or one.figures for one in unknown)


def test_each_implied_value_has_an_address(reference: Reference) -> None:
    for technology in reference.technologies.values():
        for implied in technology.implies:
            assert implied.source.startswith("http"), (technology.id, implied.property)


def texts(node: Any) -> Iterator[dict[str, str]]:
    if isinstance(node, dict):
        if "fr" in node:
            yield node
        else:
            for child in node.values():
                yield from texts(child)
    elif isinstance(node, list):
        for child in node:
            yield from texts(child)


@pytest.mark.parametrize("file", FILES)
def test_french_has_its_narrow_spaces_and_curly_apostrophes(file: str) -> None:
    content = yaml.load((DATA / f"{file}.yaml").read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)
    loose = re.compile(r"[ \u00a0][;:!?»%]|[^\u202f/:h][;!?»]|«[^\u202f]|'|\d \d{3}\b|\.\.\.|\d °C")
    found = [text["fr"] for text in texts(content) if loose.search(text["fr"])]
    assert found == []


@pytest.mark.parametrize("file", FILES)
def test_each_text_says_something_in_each_of_its_languages(file: str) -> None:
    content = yaml.load((DATA / f"{file}.yaml").read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)
    for text in texts(content):
        assert {"fr", "en"} <= set(text) <= set(LANGUAGES), text
        assert all(words.strip() == words and words for words in text.values()), text


@pytest.mark.parametrize(
    ("file", "old", "new", "code", "column"),
    [
        ("attributes", "    kind: integer\n", "    kind: number\n", "choice", "attributes.weight_g.kind"),
        (
            "attributes",
            "    method: mvtr_method\n",
            "    method: nowhere\n",
            "unknown-id",
            "attributes.mvtr_g_m2_24h.method",
        ),
        ("attributes", "    min: 5\n", "", "invalid", "attributes.weight_g.min"),
        ("attributes", "{id: gore-pro,", "{id: gore-max,", "unknown-id", "attributes.membrane.values"),
        ("categories", "family: shell", "family: shells", "unknown-id", "categories.hardshell-jacket.family"),
        (
            "categories",
            "decisive: [waterproof,",
            "decisive: [dryness,",
            "unknown-id",
            "categories.hardshell-jacket.decisive",
        ),
        ("categories", "gauges: [warm, dry,", "gauges: [warm, damp,", "no-scale", "categories.hardshell-jacket.gauges"),
        ("categories", "  shorts:\n", "  bermuda:\n", "no-silhouette", "categories.bermuda"),
        ("technologies", "refines: [gore-eptfe]", "refines: [gore-old]", "unknown-id", "technologies.gore-epe.refines"),
        (
            "technologies",
            "        value: 28000",
            '        value: "28000"',
            "value",
            "technologies.gore-epe.implies.2.value",
        ),
        (
            "technologies",
            "        value: 28000",
            "        value: 280000",
            "value",
            "technologies.gore-epe.implies.2.value",
        ),
        ("technologies", "confidence: high", "confidence: none", "invalid", "technologies.gore-epe.implies"),
        (
            "estimates",
            "set: {insulation_type: down}",
            "set: {insulation_type: feathers}",
            "value",
            "rules.0.set.insulation_type",
        ),
        ("estimates", "- id: fill-grams-mean-down", "- id: fill-power-means-down", "duplicate", "rules.1.id"),
        ("estimates", "applies: [all]", "applies: [all, -sock]", "unknown-id", "rules.0.applies"),
        ("estimates", "when: {fill_power_cuin:", "when: {fill_power:", "unknown-id", "rules.0.when.fill_power"),
        (
            "estimates",
            "when: {fill_power_cuin: {known: true}}",
            "when: {activities: chess}",
            "unknown-id",
            "rules.0.when.activities",
        ),
        ("gauges", "of: warmth", "of: heat", "unknown-id", "gauges.warm.scales.0.of"),
        ("gauges", "limits: [1, 2, 3, 4, 5]", "limits: [1, 2, 4, 3, 5]", "invalid", "gauges.warm.scales.0.limits"),
        ("gauges", "limits: [1, 2, 3, 4, 5]", "limits: [1, 2, 3]", "length", "gauges.warm.scales.0.limits"),
        ("care", "applies: [rope]", "applies: [socks]", "no-care", "care"),
        ("care", "kind: often", "kind: sometimes", "choice", "care.membrane.steps.0.kind"),
    ],
)
def test_it_refuses_bad_data_with_file_line_and_sentence(
    data: Path, file: str, old: str, new: str, code: str, column: str
) -> None:
    findings = refused(data, file, old, new)
    match = [finding for finding in findings if (finding.code, finding.column) == (code, column)]
    assert match, [(finding.code, finding.column) for finding in findings]
    assert match[0].file == f"{file}.yaml"
    text = (data / f"{file}.yaml").read_text(encoding="utf-8").splitlines()
    assert any(part in text[(match[0].line or 0) - 1] for part in column.split(".")[-3:])
    assert match[0].message["fr"].endswith(".")


def test_it_names_the_errors_of_all_files_at_once(data: Path) -> None:
    for file in ("care", "gauges"):
        path = data / f"{file}.yaml"
        path.write_text(path.read_text(encoding="utf-8") + "extra: 1\n", encoding="utf-8")
    with pytest.raises(DataError) as caught:
        load_reference(data)
    assert {finding.file for finding in caught.value.findings} == {"care.yaml", "gauges.yaml"}
