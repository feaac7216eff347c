"""Labels: every code on a rendered sheet is read back by another decoder, and leads to its piece."""

from __future__ import annotations

import base64
import io
import re
import zipfile
from typing import TYPE_CHECKING, Any

import pypdfium2
import pytest
import zxingcpp
from PIL import Image

from catalog.digital_link import parse_digital_link
from server.catalogue.service import current
from server.labels import code, sheet
from server.labels.formats import FORMATS, MODULE_MM, MODULE_MOST_MM

from .conftest import House, opened
from .small_range import FLEECE, PACK, PRICES, SHELL, SHELL_L, files

if TYPE_CHECKING:
    from pathlib import Path

    from flask.testing import FlaskClient
    from werkzeug.test import TestResponse

    from server.imports.service import Trial

URL = "/api/v1/labels"
POINTS_PER_MM = 72 / 25.4
SOLD = {SHELL, SHELL_L, FLEECE}


@pytest.fixture
def desk(one_shop: House) -> FlaskClient:
    return one_shop.person("merchandiser")


def ask(desk: Any, **said: Any) -> TestResponse:
    answer: TestResponse = desk.post(URL, json={"shop": "miramas", "format": "a4-3x8", **said})
    return answer


def codes(pdf: bytes) -> list[list[str]]:
    """Return the addresses that another library reads on each page."""
    document = pypdfium2.PdfDocument(pdf)
    return [[found.text for found in zxingcpp.read_barcodes(page.render(scale=300 / 72).to_pil())] for page in document]


def gtins(answer: TestResponse) -> list[str]:
    assert answer.status_code == 200, answer.text
    return [parse_digital_link(link).gtin for page in codes(answer.data) for link in page]


def text(pdf: bytes) -> str:
    return "\n".join(page.get_textpage().get_text_bounded() for page in pypdfium2.PdfDocument(pdf))


def fields(answer: TestResponse) -> dict[str, str]:
    assert answer.status_code == 422, answer.status_code
    return {error["field"]: error["message"] for error in answer.get_json()["errors"]}


@pytest.mark.parametrize("paper", FORMATS)
def test_every_code_of_every_paper_is_read_back(desk: FlaskClient, paper: str) -> None:
    answer = ask(desk, format=paper, copies=9)
    assert answer.mimetype == "application/pdf"
    one_a_colour = {SHELL, FLEECE} if paper == "card-a6" else SOLD
    assert sorted(gtins(answer)) == sorted(9 * list(one_a_colour))
    (address, *_), *_ = codes(answer.data)
    assert re.fullmatch(r"https://cordee\.example/01/\d{14}", address)


@pytest.mark.parametrize(("name", "paper"), FORMATS.items())
def test_the_paper_has_its_size_and_the_modules_are_wide_enough(desk: FlaskClient, name: str, paper: Any) -> None:
    page = pypdfium2.PdfDocument(ask(desk, format=name).data)[0]
    assert [side / POINTS_PER_MM for side in page.get_size()] == pytest.approx(paper.page, abs=0.01)
    module = paper.module(code.code("https://cordee.example/01/02000000000015").modules)
    assert MODULE_MM <= module <= MODULE_MOST_MM
    found = zxingcpp.read_barcodes(page.render(scale=1200 / 72).to_pil())[0]
    wide = abs(found.position.top_right.x - found.position.top_left.x) / 1200 * 25.4
    assert wide == pytest.approx(module * code.code("https://cordee.example/01/02000000000015").modules, rel=0.02)


def test_the_free_margin_of_the_code_is_free(desk: FlaskClient) -> None:
    for name, paper in FORMATS.items():
        image = pypdfium2.PdfDocument(ask(desk, format=name).data)[0].render(scale=600 / 72).to_pil().convert("L")
        spot = zxingcpp.read_barcodes(image)[0].position
        quiet = 4 * paper.module(code.code("https://cordee.example/01/02000000000015").modules) / 25.4 * 600 * 0.95
        left, top = spot.top_left.x - quiet, spot.top_left.y - quiet
        right, bottom = spot.bottom_right.x + quiet, spot.bottom_right.y + quiet
        frame = image.crop((int(left), int(top), int(right), int(bottom)))
        inside = (int(quiet) - 6, int(quiet) - 6, frame.width - int(quiet) + 6, frame.height - int(quiet) + 6)
        frame.paste(255, inside)
        assert frame.getextrema()[0] > 200, name


def test_a_label_says_what_a_customer_looks_for(desk: FlaskClient) -> None:
    words = text(ask(desk, gtins=[SHELL]).data)
    for expected in (
        "Millet",
        "Trilogy Shell",
        "M",
        "Rouge",
        "349,90 €",
        "499,90 €",
        "Veste imperméable",
        f"(01) {SHELL}",
    ):
        assert expected in words.replace("\u00a0", " "), expected
    assert "Waterproof jacket" in text(ask(desk, gtins=[SHELL], lang="en").data)


def test_a_made_up_shop_says_so_on_paper_too(desk: FlaskClient) -> None:
    assert "Démonstration" in text(ask(desk).data)


def test_the_font_is_in_the_file(desk: FlaskClient) -> None:
    pdf = ask(desk).data
    assert b"Archivo" in pdf
    assert pdf.count(b"/FontFile") >= 1


def test_labels_are_chosen_by_category_reference_and_code(desk: FlaskClient) -> None:
    assert set(gtins(ask(desk, categories=["fleece"]))) == {FLEECE}
    assert set(gtins(ask(desk, refs=["trilogy-shell"]))) == {SHELL, SHELL_L}
    assert set(gtins(ask(desk, gtins=[SHELL_L.lstrip("0")]))) == {SHELL_L}
    assert set(gtins(ask(desk, refs=["trilogy-shell"], gtins=[SHELL, FLEECE]))) == {SHELL}


def test_begun_sheets_go_on_where_they_stopped(desk: FlaskClient) -> None:
    pages = codes(ask(desk, copies=8, skip=5).data)
    assert [len(page) for page in pages] == [19, 5]


def test_only_changed_prices_and_only_new_pieces(one_shop: House) -> None:
    desk = one_shop.person("merchandiser")
    cheaper = PRICES.replace(f"miramas,{FLEECE},8990,", f"miramas,{FLEECE},6990,8990\nmiramas,{PACK},9990,")
    with one_shop.app.app_context():
        before = current().revision
    publish(desk, {"prices.csv": cheaper.encode()})
    assert set(gtins(ask(desk, only="changed-prices"))) == {FLEECE}
    assert set(gtins(ask(desk, only="new"))) == {PACK}
    publish(desk, {"prices.csv": cheaper.replace("34990,49990", "29990,49990").encode()})
    assert set(gtins(ask(desk, only="changed-prices"))) == {SHELL, SHELL_L}
    assert set(gtins(ask(desk, only="changed-prices", since=before))) == {SHELL, SHELL_L, FLEECE}
    assert set(gtins(ask(desk, only="new", since=before))) == {PACK}


def publish(desk: Any, tables: dict[str, bytes]) -> None:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        for name, content in (files() | tables).items():
            archive.writestr(name, content)
    packed.seek(0)
    tried = desk.post("/api/v1/imports", data={"file": (packed, "range.zip")})
    assert tried.status_code == 201, tried.text
    assert desk.post(f"/api/v1/imports/{tried.get_json()['id']}/publish").status_code == 200


@pytest.mark.parametrize(
    ("said", "field"),
    [
        ({"format": "a5"}, "format"),
        ({"categories": ["no-such-category"]}, "shop"),
        ({"only": "new", "since": 1}, "since"),
        ({"only": "new", "since": 99}, "since"),
        ({"gtins": ["02000000000016"]}, "gtins.0"),
        ({"skip": 24}, "skip"),
        ({"format": "a4-2x7", "skip": 14}, "skip"),
        ({"copies": 0}, "copies"),
        ({"colour": "red"}, "colour"),
    ],
)
def test_what_cannot_be_printed_is_said_with_what_to_do(desk: FlaskClient, said: dict[str, Any], field: str) -> None:
    assert len(fields(ask(desk, **said))[field]) > 10


def test_an_address_too_long_for_the_paper_is_refused(tmp_path: Path, content: Trial) -> None:
    with opened(f"sqlite:///{tmp_path / 'long.db'}", public_url=f"https://{'long-name.' * 18}example") as app:
        house = House(app)
        house.publish(content)
        desk = house.person("merchandiser")
        assert "trop longue" in fields(ask(desk))["format"]
        assert ask(desk, format="card-a6").status_code == 200


def test_a_name_of_sixty_letters_stays_on_its_label(monkeypatch: pytest.MonkeyPatch, desk: FlaskClient) -> None:
    label = sheet._label

    def longer(*args: Any) -> dict[str, Any]:
        return {**label(*args), "name": "Wasserdichte Dreilagen-Hardshelljacke für Skitouren Damen XXL " * 2}

    monkeypatch.setattr(sheet, "_label", longer)
    for paper in FORMATS:
        assert len(gtins(ask(desk, format=paper))) == (2 if paper == "card-a6" else 3)


def test_only_who_keeps_the_shop_prints(one_shop: House) -> None:
    assert ask(one_shop.person("seller")).status_code == 403
    assert ask(one_shop.app.test_client()).status_code == 401
    assert ask(one_shop.person("manager")).status_code == 200
    assert ask(one_shop.person("manager"), shop="annecy").status_code == 403
    assert ask(one_shop.person("merchandiser"), shop="nowhere").status_code == 404


def test_a_preview_counts_and_shows_the_first_sheet(desk: FlaskClient) -> None:
    asked = {"shop": "miramas", "format": "a4-3x8", "copies": 9, "skip": 5}
    shown = desk.post(f"{URL}/preview", json=asked).get_json()
    assert (shown["labels"], shown["sheets"]) == (27, 2)
    picture = Image.open(io.BytesIO(base64.b64decode(shown["first"])))
    assert picture.width == pytest.approx(900, abs=1)
    assert picture.height / picture.width == pytest.approx(297 / 210, abs=0.01)
    assert len(codes(ask(desk, copies=9, skip=5).data)[0]) == 24 - 5


def test_a_preview_of_nothing_says_so_without_a_refusal(desk: FlaskClient) -> None:
    asked = {"shop": "miramas", "format": "a4-3x8", "categories": ["rope"]}
    shown = desk.post(f"{URL}/preview", json=asked).get_json()
    assert (shown["labels"], shown["sheets"], shown["parts"], shown["first"]) == (0, 0, 1, None)
