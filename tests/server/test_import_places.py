"""What the server says of a cell: its place, its value and what to do; and pictures that nobody has dropped."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING, Any

from . import pictures

if TYPE_CHECKING:
    from flask.testing import FlaskClient

    from .conftest import House


def drop(client: FlaskClient, text: str, name: str) -> Any:
    answer = client.post("/api/v1/imports", data={"file": (io.BytesIO(text.encode()), name)})
    assert answer.status_code == 201, answer.text
    return answer.get_json()


def test_a_finding_has_the_value_beside_its_place(shop: House) -> None:
    trial = drop(shop.person("merchandiser"), "ref,category\ntrilogy-shell,veste\n", "products.csv")
    [finding] = [one for one in trial["findings"] if one["severity"] == "error"]
    assert (finding["file"], finding["line"], finding["column"], finding["value"], finding["code"]) == (
        "products.csv",
        2,
        "category",
        "veste",
        "unknown-category",
    )
    assert "veste" in finding["message"]


def test_a_photo_whose_picture_nobody_dropped_is_an_error(shop: House) -> None:
    desk = shop.person("merchandiser")
    line = "ref,photo,width,height\ntrilogy-shell,{},1200,900\n"
    trial = drop(desk, line.format("0" * 64), "photos.csv")
    assert trial["state"] == "refused"
    assert [(one["code"], one["line"], one["column"], one["value"]) for one in trial["findings"]] == [
        ("missing-picture", 2, "photo", "0" * 64)
    ]
    file = (io.BytesIO(pictures.photo()), "shell.jpg")
    here = desk.post("/api/v1/photos/drafts", data={"file": file}, content_type="multipart/form-data").get_json()
    assert drop(desk, line.format(here["photo"]), "photos.csv")["state"] == "ready"
