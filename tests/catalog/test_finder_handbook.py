"""The pages that show the finder's knowledge to a merchandiser."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from catalog.finder.handbook import handbook
from tests.catalog.finder_real import knowledge, reference, samples

DOCS = Path(__file__).parents[2] / "docs"
PAGES = [("fr", "connaissances.md"), ("en", "knowledge.md")]


def page(lang: str) -> str:
    return handbook(knowledge(), reference(), samples(), lang)


@pytest.mark.parametrize(("lang", "name"), PAGES)
def test_it_is_as_the_knowledge_is(lang: str, name: str) -> None:
    assert (DOCS / name).read_text("utf-8") == page(lang), "run `make handbook`"


@pytest.mark.parametrize("lang", ["fr", "en"])
def test_it_shows_every_criterion_need_source_and_customer(lang: str) -> None:
    text = page(lang)
    assert all(f"`{one['id']}`" in text for one in (*knowledge().criteria, *samples()))
    assert all(f'<a id="{name}"></a>' in text for name in knowledge().sources)
    assert all(f"(`{family}`)" in text for family in knowledge().needs["families"])


@pytest.mark.parametrize("lang", ["fr", "en"])
def test_its_links_lead_somewhere(lang: str) -> None:
    text = page(lang)
    anchors = set(re.findall(r'<a id="([^"]+)"></a>', text))
    assert set(re.findall(r"\]\(#([^)]+)\)", text)) <= anchors
