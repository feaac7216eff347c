"""What a phone fetches to speak another language: texts alone, which laid over the snapshot give the other snapshot."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from catalog.model import LANGUAGES

if TYPE_CHECKING:
    from .conftest import House

Json = dict[str, Any]
UNSAID = ("explanation", "source", "sources", "fit_note", "aliases")


def get(shop: House, address: str) -> Json:
    answer = shop.visitor().get(f"/api/v1/shops/miramas/{address}")
    assert answer.status_code == 200, answer.text
    document: Json = answer.json
    return document


def laid(node: Any, words: Any) -> Any:
    """Lay words over a snapshot, as the phone does."""
    if isinstance(words, str):
        return words
    if isinstance(node, list):
        return [laid(each, words[str(i)]) if str(i) in words else each for i, each in enumerate(node)]
    return {key: laid(each, words[key]) if key in words else each for key, each in node.items()}


def said(node: Any) -> Any:
    """Leave out what a customer is not told."""
    if isinstance(node, dict):
        return {key: said(each) for key, each in node.items() if key not in UNSAID}
    return [said(each) for each in node] if isinstance(node, list) else node


@pytest.mark.parametrize("lang", LANGUAGES)
def test_laid_over_any_snapshot_it_gives_the_other_language(shop: House, lang: str) -> None:
    mine, other, words = (
        get(shop, "snapshot?lang=fr"),
        get(shop, f"snapshot?lang={lang}"),
        get(shop, f"speech?lang={lang}"),
    )
    assert words["content_hash"] == mine["content_hash"]
    assert words["lang"] == lang
    spoken = {key: each for key, each in words["words"].items() if key != "products"}
    for name, part in spoken.items():
        assert said(laid(mine[name], part)) == said(other[name]), name
    for before, after in zip(mine["products"], other["products"], strict=True):
        assert said(laid(before, words["words"]["products"].get(before["ref"], {}))) == said(after)


def test_it_is_a_fraction_of_the_snapshot_and_asked_for_once(shop: House) -> None:
    address = "/api/v1/shops/miramas/speech?lang=de"
    client = shop.visitor()
    answer = client.get(address, headers={"Accept-Encoding": "br"})
    whole = client.get("/api/v1/shops/miramas/snapshot?lang=de", headers={"Accept-Encoding": "br"})
    assert len(answer.data) * 2 < len(whole.data)
    again = client.get(address, headers={"If-None-Match": answer.headers["ETag"], "Accept-Encoding": "br"})
    assert (again.status_code, again.data) == (304, b"")


def test_an_unknown_shop_says_so(shop: House) -> None:
    assert shop.visitor().get("/api/v1/shops/nowhere/speech?lang=de").status_code == 404
