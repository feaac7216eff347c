"""A film for Chromium's pretended camera: tags held before the lens one after the other."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import zxingcpp
from PIL import Image

WIDTH, HEIGHT, FRAMES_A_SECOND = 640, 480, 5
PAPER = 235
"""The white of video, of 255."""

Tag = tuple[zxingcpp.BarcodeFormat, str]


def ean(digits: str) -> Tag:
    """Return the bars of an article number with thirteen digits."""
    return zxingcpp.BarcodeFormat.EAN13, digits


def qr(text: str) -> Tag:
    """Return a QR code."""
    return zxingcpp.BarcodeFormat.QRCode, text


def film(path: Path, tags: Sequence[Tag], seconds_each: int = 2) -> Path:
    """Write a film (YUV4MPEG2) that shows each tag for some seconds; the browser plays it again and again."""
    with path.open("wb") as out:
        out.write(f"YUV4MPEG2 W{WIDTH} H{HEIGHT} F{FRAMES_A_SECOND}:1 Ip A1:1 C420jpeg\n".encode())
        for tag in tags:
            frame = b"FRAME\n" + _frame(tag).tobytes() + bytes([128]) * (WIDTH * HEIGHT // 2)
            out.write(frame * (seconds_each * FRAMES_A_SECOND))
    return path


def _frame(tag: Tag) -> Image.Image:
    drawn = zxingcpp.write_barcode_to_image(zxingcpp.create_barcode(tag[1], tag[0]), scale=4)
    code = Image.fromarray(drawn)
    largest = (WIDTH * 3 // 5, HEIGHT * 3 // 5)
    code.thumbnail(largest)
    frame = Image.new("L", (WIDTH, HEIGHT), PAPER)
    frame.paste(code, ((WIDTH - code.width) // 2, (HEIGHT - code.height) // 2))
    return frame.rotate(4, fillcolor=PAPER)  # nobody holds a tag straight


def flags(path: Path) -> list[str]:
    """Return what Chromium needs to see the film through its camera, without asking."""
    return [
        "--use-fake-device-for-media-stream",
        "--use-fake-ui-for-media-stream",
        f"--use-file-for-fake-video-capture={path}",
    ]
