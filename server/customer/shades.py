"""A silhouette in the colour of its cloth. Shades are computed in OKLCH, where the eye measures them."""

from __future__ import annotations

import math
import re
from functools import lru_cache

_GREY = (138, 143, 148)
_HEX = re.compile(r"#([0-9a-fA-F]{6})")
_OUTER = re.compile(r"</?svg[^>]*>")


def drawn(silhouette: str, colour: str) -> str:
    """Return the inner drawing with literal colours: a style attribute would need a weaker content policy."""
    main, shade, line = shades(colour)
    inner = _OUTER.sub("", silhouette).strip()
    return inner.replace("var(--c1)", main).replace("var(--c2)", shade).replace("var(--c3)", line)


@lru_cache(maxsize=512)
def shades(colour: str) -> tuple[str, str, str]:
    """Return cloth, shaded side and seams. Dark cloth takes light seams, light cloth dark ones."""
    light, chroma, hue = _oklch(colour)
    dark = light < 0.42
    shade = max(0.12, light - 0.07) if dark else light * 0.84
    seam = light + 0.34 if dark else light * 0.5
    return (
        _hex(light, chroma, hue),
        _hex(shade, chroma * 0.96, hue),
        _hex(seam, chroma * 0.6, hue),
    )


def _oklch(colour: str) -> tuple[float, float, float]:
    """Return lightness, chroma and hue (radians) of "#rrggbb"; what is no colour is grey."""
    match = _HEX.fullmatch(colour)
    digits = [int(match[1][at : at + 2], 16) for at in (0, 2, 4)] if match else list(_GREY)
    r, g, b = (_linear(digit / 255) for digit in digits)
    long = math.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b)
    medium = math.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b)
    short = math.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b)
    a = 1.9779984951 * long - 2.428592205 * medium + 0.4505937099 * short
    bb = 0.0259040371 * long + 0.7827717662 * medium - 0.808675766 * short
    light = 0.2104542553 * long + 0.793617785 * medium - 0.0040720468 * short
    return light, math.hypot(a, bb), math.atan2(bb, a)


def _hex(light: float, chroma: float, hue: float) -> str:
    a, b = chroma * math.cos(hue), chroma * math.sin(hue)
    x = (light + 0.3963377774 * a + 0.2158037573 * b) ** 3
    y = (light - 0.1055613458 * a - 0.0638541728 * b) ** 3
    z = (light - 0.0894841775 * a - 1.291485548 * b) ** 3
    channels = (
        4.0767416621 * x - 3.3077115913 * y + 0.2309699292 * z,
        -1.2684380046 * x + 2.6097574011 * y - 0.3413193965 * z,
        -0.0041960863 * x - 0.7034186147 * y + 1.707614701 * z,
    )
    return "#" + "".join(f"{_byte(channel):02x}" for channel in channels)


def _linear(part: float) -> float:
    return part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4


def _byte(part: float) -> int:
    gamma = part * 12.92 if part <= 0.0031308 else 1.055 * max(0.0, part) ** (1 / 2.4) - 0.055
    return math.floor(min(1.0, max(0.0, gamma)) * 255 + 0.5)
