"""Make a photo small and harmless: a program of its own, so that a hostile picture meets limits and nothing else.

Reads a picture from standard input. Writes one line of JSON, then the bytes of the files that it names, in its order.
Only pixels come through: orientation is applied, colours become sRGB, EXIF, place, profile and comments stay behind.
"""

from __future__ import annotations

import contextlib
import hashlib
import io
import json
import sys
from typing import Any

from PIL import Image, ImageChops, ImageCms, ImageOps

MOST_PIXELS = 50_000_000
"""The sensors of phones have up to fifty million; more is a bomb or a poster."""
LEAST_SIDE, MOST_RATIO = 320, 4
MASTER = (1600, 2400)
"""The widest file is 1280 pixels wide; a little more is kept, so that a photo can be made anew."""
WIDTHS = (320, 640, 1280)
MEMORY_BYTES, SECONDS = 2 * 1024**3, 60
READ = ("JPEG", "MPO", "PNG", "WEBP", "AVIF", "HEIF")
SRGB = ImageCms.createProfile("sRGB")
WRITTEN: tuple[tuple[str, str, dict[str, Any]], ...] = (
    ("avif", "AVIF", {"quality": 60, "speed": 7, "max_threads": 1}),
    ("webp", "WEBP", {"quality": 78, "method": 4}),
    ("jpg", "JPEG", {"quality": 80, "optimize": True, "progressive": True}),
)
"""By ending: Pillow's name of the format, and how it is written."""
LIGHT_BYTES = {320: 12_000, 640: 24_000}
"""What a visitor's phone fetches first (its AVIF): at 200 kB a second, a simulated slow 4G, an eighth of a second."""
QUALITY_STEP, LEAST_QUALITY = 10, 30
"""A busy pattern hides what it loses; under this quality seams and labels begin to smear."""
PAPER = (255, 255, 255)
"""What lies under a picture with transparent parts: the ground that packshots are made on."""


class Refused(Exception):  # noqa: N818  it is an answer, not a fault
    """A picture that is not taken; its text is a code of ``sentences.py``."""


def encode(data: bytes) -> tuple[dict[str, Any], list[bytes]]:
    """Return what was made of a picture, and its files: the master first. Raises ``Refused``."""
    picture = _opened(data)
    upright = _flat(_srgb(_upright(picture)))
    upright.thumbnail(MASTER, Image.Resampling.LANCZOS, reducing_gap=3)
    master = _written(upright, "WEBP", quality=90, method=4)
    names, files = [("master", 0)], [master]
    for width in _widths(upright.width):
        small = upright if width == upright.width else _resized(upright, width)
        for ending, kind, how in WRITTEN:
            names.append((ending, width))
            files.append(_light(small, kind, LIGHT_BYTES.get(width) if kind == "AVIF" else None, **how))
    about = {
        "photo": hashlib.sha256(master).hexdigest(),
        "width": upright.width,
        "height": upright.height,
        "focus": _focus(upright),
        "files": [(ending, width, len(file)) for (ending, width), file in zip(names, files, strict=True)],
    }
    return about, files


def _opened(data: bytes) -> Image.Image:
    """Open a picture: its head is read, and no pixel before its size is known to be bearable."""
    with contextlib.suppress(ImportError):
        import pi_heif  # type: ignore[import-untyped]  # ships no types

        pi_heif.register_heif_opener()
    Image.init()  # else Pillow knows the commonest formats alone
    Image.MAX_IMAGE_PIXELS = None  # our own bound below says it in a sentence
    try:
        picture = Image.open(io.BytesIO(data), formats=[kind for kind in READ if kind in Image.OPEN])
    except Exception:
        raise Refused("photo-unreadable") from None
    width, height = picture.size
    if width * height > MOST_PIXELS:
        raise Refused("photo-too-many-pixels")
    if min(width, height) < LEAST_SIDE:
        raise Refused("photo-too-small")
    if max(width, height) > MOST_RATIO * min(width, height):
        raise Refused("photo-too-long")
    picture.draft("RGB", (MASTER[0] * 2, MASTER[1] * 2))  # a JPEG can be read at half its size
    try:
        picture.load()
    except MemoryError:
        raise
    except Exception:
        raise Refused("photo-unreadable") from None
    return picture


def _upright(picture: Image.Image) -> Image.Image:
    """Turn a picture as its camera was held; a bad note of it turns nothing."""
    try:
        return ImageOps.exif_transpose(picture)
    except Exception:
        return picture


def _srgb(picture: Image.Image) -> Image.Image:
    """Convert a picture from its own profile; one that nobody can read is taken for sRGB."""
    profile = picture.info.get("icc_profile")
    if not profile or picture.mode not in ("RGB", "RGBA", "CMYK", "L"):
        return picture
    mode = "RGBA" if picture.mode == "RGBA" else "RGB"
    try:
        own = ImageCms.ImageCmsProfile(io.BytesIO(profile))
        return ImageCms.profileToProfile(picture, own, SRGB, outputMode=mode) or picture
    except Exception:
        return picture


def _flat(picture: Image.Image) -> Image.Image:
    """Return three channels of eight bits, and no note of any kind."""
    if picture.mode.startswith(("I", "F")):  # sixteen bits a sample, of which Pillow keeps too many or clips
        picture = picture.convert("F").point(lambda value: value * (1 / 257) + 0).convert("L")
    if picture.mode in ("LA", "PA", "RGBA", "La", "RGBa") or "transparency" in picture.info:
        clear = picture.convert("RGBA")
        flat = Image.new("RGB", clear.size, PAPER)
        flat.paste(clear, mask=clear.getchannel("A"))
        return flat
    flat = picture.convert("RGB")
    return Image.frombytes("RGB", flat.size, flat.tobytes())


def _widths(master: int) -> tuple[int, ...]:
    return tuple(width for width in WIDTHS if width <= master) or WIDTHS[:1]


def _resized(picture: Image.Image, width: int) -> Image.Image:
    height = max(1, round(picture.height * width / picture.width))
    return picture.resize((width, height), Image.Resampling.LANCZOS, reducing_gap=3)


def _written(picture: Image.Image, kind: str, **how: Any) -> bytes:
    out = io.BytesIO()
    picture.save(out, kind, **how)
    return out.getvalue()


def _light(picture: Image.Image, kind: str, most: int | None, quality: int, **how: Any) -> bytes:
    """Write a picture in at most so many bytes, if a quality that can be shown allows it."""
    written = _written(picture, kind, quality=quality, **how)
    if most is None or len(written) <= most or quality - QUALITY_STEP < LEAST_QUALITY:
        return written
    return _light(picture, kind, most, quality - QUALITY_STEP, **how)


def _focus(picture: Image.Image) -> tuple[int, int]:
    """Propose where to look, in hundredths: the middle of what stands out from the ground at the edges."""
    small = picture.resize((64, 64), Image.Resampling.BOX)
    ground = small.getpixel((1, 1))
    other = ImageChops.difference(small, Image.new("RGB", small.size, ground)).convert("L")
    box = other.point(lambda value: 255 if value > 24 else 0).getbbox()
    left, top, right, bottom = box or (0, 0, 64, 64)
    return round((left + right) / 128 * 100), round((top + bottom) / 128 * 100)


def _bounded() -> None:
    """Bound memory and time of this process, where the system lets one."""
    try:
        import resource
    except ImportError:
        return
    for what, most in ((resource.RLIMIT_AS, MEMORY_BYTES), (resource.RLIMIT_CPU, SECONDS)):
        with contextlib.suppress(ValueError, OSError):
            resource.setrlimit(what, (most, most))


def main() -> None:
    """Read a picture, write what was made of it, or why nothing was."""
    _bounded()
    data, out = sys.stdin.buffer.read(), sys.stdout.buffer
    try:
        about, files = encode(data)
    except Refused as refused:
        about, files = {"refused": str(refused)}, []
    except MemoryError:
        about, files = {"refused": "photo-too-many-pixels"}, []
    out.write(json.dumps(about).encode() + b"\n")
    for file in files:
        out.write(file)


if __name__ == "__main__":
    main()
