"""Sample customers: what a good seller would advise, over the real range and over pieces written beside them."""

from __future__ import annotations

from pathlib import Path
from shutil import copytree
from typing import Any

import pytest

from catalog import DATA
from catalog.errors import DataError
from catalog.finder.expectations import CHECKS, disagreements
from catalog.finder.samples import ExpectSchema, load_samples
from tests.catalog.finder_real import ask, knowledge, reference, samples

Json = dict[str, Any]


@pytest.mark.parametrize("sample", samples(), ids=lambda sample: sample["id"])
def test_it_advises_as_a_good_seller_would(sample: Json) -> None:
    advice = ask(sample["answers"], candidates=sample.get("candidates"))
    assert disagreements(advice, sample["expect"]) == []


def test_there_are_samples_over_the_range_and_over_pieces_in_both_languages() -> None:
    inline = [sample for sample in samples() if "candidates" in sample]
    assert len(samples()) >= 150
    assert len(inline) >= 110
    assert len(samples()) - len(inline) >= 40
    assert all(set(sample["says"]) >= {"fr", "en"} for sample in samples())


def test_every_expectation_that_can_be_written_is_checked() -> None:
    assert set(ExpectSchema().fields) == set(CHECKS)


@pytest.mark.parametrize(
    ("good", "bad", "code"),
    [
        ("id: crag-rope", "id: no-down", "duplicate"),
        ("{wanted: rope, activity: climbing}", "{wanted: rope, activity: swimming}", "refused"),
        ("expect: {first: [rope]", "expect: {frist: [rope]", "unknown"),
        ("[baselayer-cotton]", "[baselayer-silk]", "unknown-name"),
        ("{material: cotton}", "{material: stone}", "refused"),
        ("source: [ob_cotton]", "source: [hearsay]", "unknown-name"),
    ],
)
def test_a_bad_sample_is_refused_with_its_line(tmp_path: Path, good: str, bad: str, code: str) -> None:
    copytree(DATA / "finder", tmp_path / "finder")
    path = tmp_path / "finder" / "samples.yaml"
    text = path.read_text("utf-8")
    line = text[: text.rindex(good)].count("\n") + 1
    path.write_text(text[::-1].replace(good[::-1], bad[::-1], 1)[::-1], "utf-8")
    with pytest.raises(DataError) as refused:
        load_samples(tmp_path, knowledge(), reference())
    assert (refused.value.findings[0].file, refused.value.findings[0].code) == ("samples.yaml", code)
    assert refused.value.findings[0].line == line
