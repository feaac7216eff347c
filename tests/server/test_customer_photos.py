"""Photos on the customers' pages: the scanned colour's first, sized, light, and none where there are none."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

import pytest
import sqlalchemy as sa
from flask import Flask

from server.customer.style import LIT, PAGE
from server.database import db
from server.imports import service as imports
from server.imports.service import Trial
from server.photos import store
from server.photos.encoding import Encoded, encode
from server.photos.models import Photo, PhotoFile

from . import pictures, small_range
from .conftest import PUBLIC_URL
from .small_range import FLEECE, SHELL
from .test_customer_pages import _while_open, get

if TYPE_CHECKING:
    from .conftest import House

__all__ = ["_while_open"]
BLUE = "02000000000053"


@pytest.fixture(scope="session")
def made() -> dict[str, Encoded]:
    """A shell in red, from the front and from behind, and in blue; encoded once."""
    return {
        "red": encode(pictures.photo((200, 0, 0), 1300)),
        "back": encode(pictures.photo((120, 0, 0))),
        "blue": encode(pictures.photo((0, 0, 200))),
    }


@pytest.fixture(scope="session")
def lit(sqlite_app: Flask, made: dict[str, Encoded]) -> Trial:
    """The small range with its shell in a second colour, and these photos."""
    variant = f"{BLUE},TS-B,trilogy-shell,M,Bleu,Blue,#224488\n"
    rows = [
        ("red", "Rouge", 1, 31, 12, "Veste, rouge, de face", "Jacket, red, front view"),
        ("back", "Rouge", 2, 50, 50, "Veste, rouge, de dos", "Jacket, red, back view"),
        ("blue", "Bleu", 1, 50, 50, "Veste, bleu", ""),
    ]
    photos = "ref,photo,colour_fr,position,focus_x,focus_y,alt_fr,alt_en,width,height\n" + "".join(
        f'trilogy-shell,{made[name].photo},{colour},{at},{x},{y},"{fr}","{en}",{made[name].width},{made[name].height}\n'
        for name, colour, at, x, y, fr, en in rows
    )
    files = small_range.files()
    files["variants.csv"] += variant.encode()
    files["prices.csv"] += f"miramas,{BLUE},34990,\n".encode()
    with sqlite_app.app_context():
        for each in made.values():
            store.keep(each)
        trial = imports.try_out(files | {"photos.csv": photos.encode()}, base=0)
        db.session.rollback()
    assert trial.content is not None, [str(finding) for finding in trial.findings]
    return trial


@pytest.fixture
def shown(one_house: House, lit: Trial, made: dict[str, Encoded]) -> dict[str, str]:
    """That range published with its photos; their hashes by name."""
    one_house.publish(lit)
    with one_house.app.app_context():
        for each in made.values():
            store.keep(each)
        db.session.commit()
    return {name: each.photo for name, each in made.items()}


def addresses(page: str) -> list[str]:
    """Return the photos of the page in its order, by their hash."""
    return re.findall(r'<img [^>]*src="/media/([0-9a-f]{64})/', page)


def test_the_scanned_colour_is_shown_first_and_no_other_one(one_house: House, shown: dict[str, str]) -> None:
    assert addresses(get(one_house, f"/01/{SHELL}").text) == [shown["red"], shown["back"]]
    assert addresses(get(one_house, f"/01/{BLUE}").text) == [shown["blue"]]
    assert addresses(get(one_house, f"/01/{FLEECE}").text) == []
    assert '<svg class="piece"' in get(one_house, f"/01/{FLEECE}").text


def test_the_first_is_eager_and_sized_and_the_others_wait(one_house: House, shown: dict[str, str]) -> None:
    page = get(one_house, f"/01/{SHELL}?lang=en").text
    first, second = re.findall(r"<img [^>]+>", page)
    assert 'fetchpriority="high"' in first
    assert "loading=" not in first
    assert 'width="1300" height="1625"' in first
    assert 'class="x3 y1"' in first
    assert "Jacket, red, front view" in first
    assert 'loading="lazy"' in second
    assert 'width="800" height="1000"' in second
    photo = shown["red"]
    sources = re.findall(r'<source type="image/(\w+)" srcset="([^"]+)"', page)[:2]
    assert [kind for kind, _ in sources] == ["avif", "webp"]
    assert sources[0][1] == ", ".join(f"/media/{photo}/{width}.avif {width}w" for width in (320, 640, 1280))
    for place in re.findall(r"/media/[0-9a-f]{64}/\d+\.\w+", page):
        assert one_house.visitor().get(place).status_code == 200


def test_its_policy_stays_exact_and_a_304_says_the_same(one_house: House, shown: dict[str, str]) -> None:
    answer = get(one_house, f"/01/{SHELL}")
    assert answer.headers["Content-Security-Policy"] == LIT.policy != PAGE.policy
    assert f"<style>{LIT.text}</style>" in answer.text
    assert re.findall(r"\sstyle=", answer.text) == []
    again = get(one_house, f"/01/{SHELL}", If_None_Match=answer.headers["ETag"])
    assert (again.status_code, again.headers["Content-Security-Policy"]) == (304, LIT.policy)


def test_it_still_fits_into_the_first_flight(one_house: House, shown: dict[str, str]) -> None:
    assert len(get(one_house, f"/01/{SHELL}", Accept_Encoding="gzip").data) < 14 * 1024


def test_machines_are_told_of_the_photos(one_house: House, shown: dict[str, str]) -> None:
    page = get(one_house, f"/01/{SHELL}").text
    whole = f"{PUBLIC_URL}/media/{shown['red']}/1280.jpg"
    assert f'<meta property="og:image" content="{whole}">' in page
    data = json.loads(re.findall(r'<script type="application/ld\+json">(.*?)</script>', page)[0])
    assert data["image"] == [whole, f"{PUBLIC_URL}/media/{shown['back']}/640.jpg"]
    images = {each["hasGS1DigitalLink"][-14:]: each["image"] for each in data["hasVariant"]}
    assert (images[SHELL], images[BLUE]) == (whole, f"{PUBLIC_URL}/media/{shown['blue']}/640.jpg")


def test_the_guide_shows_small_ones_lazily(one_house: House, shown: dict[str, str]) -> None:
    page = get(one_house, "/guide?lang=fr&wanted=shell&shop=miramas").text
    assert f'src="/media/{shown["blue"]}/320.jpg" width="64" height="64" alt="" loading="lazy"' in page


def test_a_photo_that_is_gone_leaves_the_drawing(one_house: House, shown: dict[str, str]) -> None:
    with one_house.app.app_context():
        for table in (PhotoFile, Photo):
            db.session.execute(sa.delete(table))
        db.session.commit()
    page = get(one_house, f"/01/{SHELL}?lang=de").text
    assert addresses(page) == []
    assert '<svg class="piece"' in page
