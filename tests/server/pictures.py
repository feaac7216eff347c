"""Photos for tests, drawn: nothing is fetched, and each has what its test is about."""

from __future__ import annotations

import base64
import io
import struct
import zlib
from typing import Any

from PIL import Image, ImageCms, ImageDraw

RED, BLUE, SNOW = (200, 20, 40), (20, 60, 160), (244, 242, 238)
# A HEIC of 320 × 400 pixels, the upper half blue and the lower red: it is read here, and written by none of our tools.
HEIC = base64.b64decode(
    """
AAAAHGZ0eXBoZWljAAAAAG1pZjFoZWljbWlhZgAAAVdtZXRhAAAAAAAAACFoZGxyAAAAAAAAAABwaWN0AAAAAAAAAAAAAAAAAAAA
ACJpbG9jAAAAAERAAAEAAQAAAAABewABAAAAAAAAAHMAAAAjaWluZgAAAAAAAQAAABVpbmZlAgAAAAABAABodmMxAAAAAA5waXRt
AAAAAAABAAAA12lwcnAAAAC4aXBjbwAAAHlodmNDAQNwAAAAkAAAAAAAP/AA/P34+AAADwNgAAEAGEABDAH//wNwAAADAJAAAAMA
AAMAP7oCQGEAAQAsQgEBA3AAAAMAkAAAAwAAAwA/oAoIBkWW6kkprm4CGgwIAAADAMgAAAMACEBiAAEAB0QBwXKwYkAAAAATY29s
cm5jbHgAAQANAAaAAAAAFGlzcGUAAAAAAAABQAAAAZAAAAAQcGl4aQAAAAADCAgIAAAAF2lwbWEAAAAAAAAAAQABBIECAwQAAAB7
bWRhdAAAAG8oAa8ZOZgkeUUa93yFN//7tphHmte/XBXis/yxso86gHCLGKa3OoB6hWjyuYCTBajgAACWgOPaAba0K8s6tOsf/YQY
qt+9mWUJiUzr32N9On8rBaH7Ox6s0BfQjaPAAAElAAADAAA04AAAAwAAKqA=
"""
)


def jacket(width: int = 800, height: int = 1000, colour: tuple[int, int, int] = RED) -> Image.Image:
    """Return a packshot: a jacket on snow, its collar above, so that up and down can be told apart."""
    picture = Image.new("RGB", (width, height), SNOW)
    draw = ImageDraw.Draw(picture)
    draw.rounded_rectangle((width * 0.25, height * 0.2, width * 0.75, height * 0.9), width // 16, fill=colour)
    draw.rectangle((width * 0.42, height * 0.1, width * 0.58, height * 0.2), fill=BLUE)
    return picture


def written(picture: Image.Image, kind: str = "JPEG", **how: Any) -> bytes:
    out = io.BytesIO()
    picture.save(out, kind, **how)
    return out.getvalue()


def photo(colour: tuple[int, int, int] = RED, width: int = 800) -> bytes:
    """Return a good JPEG; another colour makes another photo."""
    return written(jacket(width, width * 5 // 4, colour))


def with_place() -> bytes:
    """Return a JPEG that says where and by whom it was taken, and that its camera was held on its side."""
    exif = Image.Exif()
    exif[0x010F], exif[0x0131], exif[0x0112] = "Secret Camera", "Secret Editor", 6
    exif.get_ifd(0x8825).update({1: "N", 2: (45.0, 54.0, 0.0), 3: "E", 4: (6.0, 7.0, 0.0)})
    turned = jacket().transpose(Image.Transpose.ROTATE_90)
    return written(turned, exif=exif.tobytes(), comment=b"Secret comment")


def wide_profile() -> ImageCms.ImageCmsProfile:
    """Return sRGB's own profile with the columns of red and green of a wider space (Adobe RGB, D50) in their place."""
    data = bytearray(ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes())
    columns = {b"rXYZ": (0.60974, 0.31111, 0.01947), b"gXYZ": (0.20528, 0.62567, 0.06087)}
    count = struct.unpack(">I", data[128:132])[0]
    for at in range(132, 132 + 12 * count, 12):
        tag, start, _ = struct.unpack(">4sII", data[at : at + 12])
        if tag in columns:
            data[start + 8 : start + 20] = struct.pack(">3i", *(round(part * 65536) for part in columns[tag]))
    return ImageCms.ImageCmsProfile(io.BytesIO(bytes(data)))


def png_head(width: int, height: int) -> bytes:
    """Return a PNG that claims a size and has hardly any pixels."""

    def chunk(kind: bytes, content: bytes) -> bytes:
        return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))

    head = chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0))
    return b"\x89PNG\r\n\x1a\n" + head + chunk(b"IDAT", zlib.compress(b"\0" * 64)) + chunk(b"IEND", b"")


def png_with_unfolding_text() -> bytes:
    """Return a small PNG with a note that unfolds to two hundred megabytes."""
    good = written(jacket(400, 400), "PNG")
    packed = zlib.compress(b"\0" * 200_000_000, 9)
    content = b"Comment\0\0" + packed
    note = struct.pack(">I", len(content)) + b"zTXt" + content + struct.pack(">I", zlib.crc32(b"zTXt" + content))
    return good[:33] + note + good[33:]
