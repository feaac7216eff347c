"""The papers that labels are printed on, and the room a code needs."""

from __future__ import annotations

from dataclasses import dataclass

QUIET_MODULES = 4
"""Free modules on each side of a QR code (ISO/IEC 18004)."""
MODULE_MM = 0.396
"""The least width of a module that GS1 allows a QR code with a Digital Link (General Specifications, 5.12.3.1)."""
MODULE_MOST_MM = 0.990
"""The greatest one: a code larger than this has to be scanned from too far away."""


@dataclass(frozen=True, slots=True)
class Format:
    """A paper, in millimetres: its labels from the top left, and the side of the square kept for the code.

    ``kind`` names the layout: a tag for one size, or a card for the shelf.
    """

    page: tuple[float, float]
    columns: int
    rows: int
    label: tuple[float, float]
    margin: tuple[float, float]
    gap: float
    padding: float
    code: float
    kind: str = "tag"

    @property
    def count(self) -> int:
        """The labels on a page."""
        return self.columns * self.rows

    def module(self, modules: int) -> float:
        """Return the width of a module, in millimetres, of a code with so many modules a side, quiet zone apart."""
        return min(self.code / (modules + 2 * QUIET_MODULES), MODULE_MOST_MM)


A4 = (210.0, 297.0)
FORMATS = {
    # 24 a sheet, edge to edge: what stationers sell as 70 × 37 mm.
    "a4-3x8": Format(A4, 3, 8, (70.0, 37.125), (0.0, 0.0), 0.0, 4.0, 22.0),
    # 21 a sheet, 63.5 × 38.1 mm, and 14 a sheet, 99.1 × 38.1 mm, with gaps between the columns.
    "a4-3x7": Format(A4, 3, 7, (63.5, 38.1), (7.2, 15.15), 2.55, 3.0, 22.0),
    "a4-2x7": Format(A4, 2, 7, (99.1, 38.1), (4.65, 15.15), 2.5, 3.5, 28.0),
    # One a page for label printers with a 62 mm roll.
    "roll-62": Format((62.0, 38.0), 1, 1, (62.0, 38.0), (0.0, 0.0), 0.0, 3.0, 22.0),
    # A card for the shelf, A6 upright, one for each colour of a piece.
    "card-a6": Format((105.0, 148.0), 1, 1, (105.0, 148.0), (0.0, 0.0), 0.0, 9.0, 34.0, "card"),
}
