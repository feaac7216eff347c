"""What becomes of a picture: only its pixels, upright, in sRGB, in a few widths; and what is refused, unread."""

from __future__ import annotations

import hashlib
import io
import time
from collections.abc import Callable

import pytest
from PIL import Image, ImageCms

from catalog.photographed import WIDTHS, widths
from server.errors import Invalid
from server.photos import encoder, encoding
from server.photos.kinds import kind_of

from . import pictures
from .pictures import BLUE, RED, jacket, written

Encode = Callable[[bytes], tuple[dict[str, object], dict[tuple[str, int], bytes]]]


def encoded(data: bytes) -> tuple[dict[str, object], dict[tuple[str, int], bytes]]:
    about, files = encoder.encode(data)
    return about, {(ending, width): file for (ending, width, _), file in zip(about["files"], files, strict=True)}


def near(pixel: object, colour: tuple[int, int, int], most: int = 14) -> bool:
    assert isinstance(pixel, tuple)
    return all(abs(one - other) <= most for one, other in zip(pixel, colour, strict=True))


def opened(data: bytes) -> Image.Image:
    picture = Image.open(io.BytesIO(data))
    picture.load()
    return picture


def test_each_width_comes_in_three_formats_and_the_name_is_the_masters_hash() -> None:
    about, files = encoded(pictures.photo(width=1600))
    assert set(files) == {("master", 0), *((kind, width) for kind in ("avif", "webp", "jpg") for width in WIDTHS)}
    assert about["photo"] == hashlib.sha256(files["master", 0]).hexdigest()
    for (kind, width), data in files.items():
        picture = opened(data)
        assert picture.format == {"avif": "AVIF", "webp": "WEBP", "jpg": "JPEG", "master": "WEBP"}[kind]
        assert picture.size == ((width, width * 5 // 4) if width else (1600, 2000))


def test_a_busy_photo_costs_a_visitor_no_more_than_a_calm_one_may() -> None:
    busy = Image.effect_noise((800, 1000), 60).convert("RGB")
    calm = encoded(written(jacket()))[1]
    _, files = encoded(written(Image.blend(jacket(), busy, 0.5)))

    plain = encoder._written(opened(files["webp", 640]), "AVIF", **encoder.WRITTEN[0][2])
    assert len(plain) > encoder.LIGHT_BYTES[640]
    assert len(files["avif", 640]) < len(plain) * 3 / 4
    assert len(calm["avif", 640]) < encoder.LIGHT_BYTES[640]


def test_a_photo_is_never_made_larger_than_it_was() -> None:
    _, files = encoded(pictures.photo(width=700))
    assert sorted({width for _, width in files}) == [0, 320, 640]


@pytest.mark.parametrize("master", [320, 639, 640, 1279, 1280, 1600])
def test_pages_and_encoder_agree_on_the_widths(master: int) -> None:
    assert encoder._widths(master) == widths(master)


def test_the_same_picture_has_the_same_name() -> None:
    assert encoded(pictures.photo())[0]["photo"] == encoded(pictures.photo())[0]["photo"]
    assert encoded(pictures.photo())[0]["photo"] != encoded(pictures.photo(BLUE))[0]["photo"]


def test_place_camera_and_comment_stay_behind_and_it_stands_upright() -> None:
    data = pictures.with_place()
    assert b"Secret" in data
    about, files = encoded(data)
    assert (about["width"], about["height"]) == (800, 1000)
    for file in files.values():
        assert b"Secret" not in file
        assert b"Exif" not in file
        picture = opened(file)
        assert not picture.getexif()
        assert "icc_profile" not in picture.info
    collar = opened(files["jpg", 640])
    assert near(collar.getpixel((320, 110)), BLUE)
    assert near(collar.getpixel((320, 500)), RED)


def test_colours_of_another_profile_become_srgb() -> None:
    """The same red has other numbers in a wider space: shown without conversion it would be another red."""
    wide = pictures.wide_profile()
    there = ImageCms.profileToProfile(jacket(), ImageCms.createProfile("sRGB"), wide)
    assert there is not None
    assert not near(there.getpixel((400, 500)), RED)
    _, files = encoded(written(there, "PNG", icc_profile=wide.tobytes()))
    assert near(opened(files["jpg", 640]).getpixel((320, 500)), RED)


def test_a_profile_that_nobody_can_read_is_passed_over() -> None:
    _, files = encoded(written(jacket(), icc_profile=b"no profile at all" * 20))
    assert near(opened(files["jpg", 640]).getpixel((320, 500)), RED)


@pytest.mark.parametrize("mode", ["L", "LA", "P", "RGBA", "CMYK", "1", "I;16"])
def test_every_kind_of_pixel_is_read(mode: str) -> None:
    kind = "TIFF" if mode == "CMYK" else "PNG"
    if mode == "CMYK":
        data = written(jacket().convert("CMYK"), "JPEG")
    elif mode == "I;16":
        data = written(Image.new("I;16", (400, 500), 0xC000), kind)
    else:
        data = written(jacket().convert(mode), kind)
    _, files = encoded(data)
    picture = opened(files["jpg", 320])
    assert picture.mode == "RGB"
    if mode == "I;16":
        assert near(picture.getpixel((9, 9)), (192, 192, 192))


def test_what_is_clear_lies_on_white() -> None:
    picture = Image.new("RGBA", (400, 500), (0, 0, 0, 0))
    _, files = encoded(written(picture, "PNG"))
    assert opened(files["jpg", 320]).getpixel((9, 9)) == (255, 255, 255)


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP", "AVIF"])
def test_the_kinds_of_a_shop_are_read(kind: str) -> None:
    about, _ = encoded(written(jacket(), kind))
    assert (about["width"], about["height"]) == (800, 1000)


def test_a_phones_heic_is_read() -> None:
    assert kind_of(pictures.HEIC) == "heic"
    _, files = encoded(pictures.HEIC)
    assert near(opened(files["jpg", 320]).getpixel((160, 100)), (20, 40, 120), 20)


def test_it_looks_at_what_stands_out() -> None:
    picture = Image.new("RGB", (1000, 1000), pictures.SNOW)
    picture.paste(RED, (600, 100, 900, 500))
    assert encoded(written(picture))[0]["focus"] == (75, 30)
    assert encoded(written(Image.new("RGB", (500, 500), RED)))[0]["focus"] == (50, 50)


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "photo-kind"),
        (b"<svg xmlns='http://www.w3.org/2000/svg'/>", "photo-kind"),
        (b"%PDF-1.7", "photo-kind"),
        (b"GIF89a" + b"\0" * 64, "photo-kind"),
        (b"PK\x03\x04" + b"\0" * 64, "photo-kind"),
        (b"MZ" + b"\0" * 64, "photo-kind"),
        (b"\xff\xd8\xff\xe0" + b"\0" * 64, "photo-unreadable"),
        (pictures.photo()[:2000], "photo-unreadable"),
        (pictures.png_head(30_000, 30_000), "photo-too-many-pixels"),
        (pictures.png_head(8000, 6251), "photo-too-many-pixels"),
        (pictures.png_head(4000, 400), "photo-too-long"),
        (pictures.png_head(2**31 - 1, 2**31 - 1), "photo-too-many-pixels"),
        (written(jacket(319, 400)), "photo-too-small"),
        (b"RIFF\xff\xff\xff\xffWEBPVP8 " + b"\0" * 64, "photo-unreadable"),
        (b"\0\0\0\x1cftypheic" + b"\0" * 64, "photo-unreadable"),
        (b"\0\0\0\x1cftypavif" + b"\xff" * 64, "photo-unreadable"),
    ],
)
def test_what_is_no_bearable_photo_is_refused_with_a_sentence(data: bytes, code: str) -> None:
    began = time.monotonic()
    with pytest.raises(Invalid) as refusal:
        encoding.encode(data)
    assert refusal.value.code == code
    assert refusal.value.errors == [{"field": "file", "message": code}]
    assert time.monotonic() - began < 20  # a generous bound: what is claimed is never unpacked


def test_a_note_that_unfolds_without_end_does_no_harm() -> None:
    with pytest.raises(Invalid) as refusal:
        encoding.encode(pictures.png_with_unfolding_text())
    assert refusal.value.code == "photo-unreadable"


def test_what_hangs_behind_a_picture_does_not_come_through() -> None:
    data = pictures.photo() + b"<script>alert(1)</script><?php evil() ?>"
    made = encoding.encode(data)
    assert all(b"<script" not in file and b"<?php" not in file for file in made.files.values())


def test_the_program_apart_makes_the_same_as_in_one_piece() -> None:
    made = encoding.encode(pictures.photo())
    about, files = encoded(pictures.photo())
    assert (made.photo, made.files) == (about["photo"], files)
