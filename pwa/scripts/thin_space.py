"""Write `src/styles/thin-space.woff2`: one empty glyph, the narrow no-break space of French, which Archivo lacks.

Without it a browser halves the word space, and 28 000 reads like 28000. Run it after changing the width; it needs
fontTools with Brotli (`pip install fonttools brotli`). The file is committed, so that a build needs neither.
"""

from __future__ import annotations

from pathlib import Path

from fontTools.fontBuilder import FontBuilder
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib.tables._g_l_y_f import Glyph

NARROW = 0x202F
UNITS = 1000
WIDTH = 165  # a sixth of the em; Archivo's word space is a fifth
PLACE = Path(__file__).resolve().parent.parent / "src" / "styles" / "thin-space.woff2"


def box() -> Glyph:
    """Return a small square: browsers refuse a font in which nothing is drawn."""
    pen = TTGlyphPen(None)
    pen.moveTo((20, 0))
    for corner in ((20, 100), (120, 100), (120, 0)):
        pen.lineTo(corner)
    pen.closePath()
    return pen.glyph()


def main() -> None:
    """Build the font and put it beside the styles that name it."""
    builder = FontBuilder(UNITS, isTTF=True)
    builder.setupGlyphOrder([".notdef", "narrow"])
    builder.setupCharacterMap({NARROW: "narrow"})
    builder.setupGlyf({".notdef": box(), "narrow": Glyph()})
    builder.setupHorizontalMetrics({".notdef": (WIDTH, 20), "narrow": (WIDTH, 0)})
    builder.setupHorizontalHeader(ascent=878, descent=-210)
    builder.setupNameTable({"familyName": "Cordee Thin Space", "styleName": "Regular"})
    builder.setupOS2(sTypoAscender=878, sTypoDescender=-210, usWinAscent=878, usWinDescent=210)
    builder.setupPost()
    builder.font.flavor = "woff2"
    builder.save(PLACE)


if __name__ == "__main__":
    main()
