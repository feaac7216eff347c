"""The photos' own address: good for ever, and harmless wherever it is opened."""

from __future__ import annotations

import pytest

from .conftest import House
from .test_photos import dropped


@pytest.mark.parametrize(("kind", "mime"), [("avif", "image/avif"), ("webp", "image/webp"), ("jpg", "image/jpeg")])
def test_anybody_gets_a_file_that_never_changes(shop: House, kind: str, mime: str) -> None:
    photo = dropped(shop.person("merchandiser"), "a.jpg")["photo"]
    answer = shop.visitor().get(f"/media/{photo}/320.{kind}")
    assert (answer.status_code, answer.mimetype) == (200, mime)
    assert answer.headers["Cache-Control"] == "public, max-age=31536000, immutable"
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    assert answer.headers["Content-Security-Policy"] == "default-src 'none'; sandbox"
    assert answer.headers["Cross-Origin-Resource-Policy"] == "cross-origin"
    assert "Set-Cookie" not in answer.headers
    again = shop.visitor().get(f"/media/{photo}/320.{kind}", headers={"If-None-Match": answer.headers["ETag"]})
    assert (again.status_code, again.data) == (304, b"")


def test_what_is_not_there_is_not_kept_by_anybody(one_shop: House) -> None:
    photo = dropped(one_shop.person("merchandiser"), "a.jpg")["photo"]
    for place in (
        f"{photo}/1280.webp",  # never larger than it was
        f"{photo}/0.master",
        f"{photo}/320.png",
        f"{photo}/321.webp",
        f"{'0' * 64}/320.webp",
        f"{photo.upper()}/320.webp",
        f"{photo[:63]}/320.webp",
        f"{photo}/99999999999999999999.webp",
    ):
        answer = one_shop.visitor().get(f"/media/{place}")
        assert answer.status_code == 404, place
        assert answer.headers["Cache-Control"] == "no-store"
