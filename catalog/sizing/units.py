"""Figures that cannot be millimetres: what they would be in centimetres or inches."""

from __future__ import annotations

import math

from .errors import FieldProblem

# Usual body measures from a toddler to a tall adult, in millimetres: what a figure in another unit could have meant.
_USUAL = {
    "chest_mm": (400, 1700),
    "waist_mm": (380, 1700),
    "hip_mm": (400, 1800),
    "low_hip_mm": (400, 1800),
    "inseam_mm": (250, 1050),
    "height_mm": (450, 2300),
    "torso_mm": (280, 650),
    "foot_length_mm": (90, 360),
    "hand_mm": (110, 330),
    "hand_length_mm": (90, 250),
    "head_mm": (360, 680),
    "sleeve_mm": (250, 1050),
    "neck_mm": (220, 560),
    "thigh_mm": (250, 950),
}
# Nobody is that small: half of the least usual figure.
_LEAST_SHARE = 0.5
# In a chart of adults: no chest of 60 cm, no foot of 13.
_LEAST_SHARE_ADULT = 1.5
ADULTS = ("men", "women")
# The last one: inches in a column of centimetres.
_UNITS = (
    (10, "des centimètres", "centimetres"),
    (25.4, "des pouces", "inches"),
    (2.54, "des pouces", "inches"),
)


def too_small(measure: str, value: float, *, adult: bool = False) -> bool:
    """Tell whether a figure is too small for a measure in millimetres."""
    return value < _USUAL[measure][0] * (_LEAST_SHARE_ADULT if adult else _LEAST_SHARE)


def unit_problem(field: str, measure: str, value: float) -> FieldProblem:
    """Say that a figure is no measure in millimetres, and what it would be in the unit it probably is."""
    low, high = _USUAL[measure]
    shown = str(math.floor(value)) if value == math.floor(value) else str(value)
    fr, en = [], []
    for factor, french, english in _UNITS:
        millimetres = math.floor(value * factor + 0.5)
        if low <= millimetres <= high:
            fr.append(f"{french} donneraient {millimetres}")
            en.append(f"{english} would make {millimetres}")
    hint_fr = f"\u202f: {', '.join(fr)}" if fr else ""
    hint_en = f": {', '.join(en)}" if en else ""
    return FieldProblem(
        field,
        {
            "fr": f"{shown} mm, c’est trop peu pour cette mesure\u202f; des millimètres sont attendus{hint_fr}.",
            "en": f"{shown} mm is too little for this measure; millimetres are expected{hint_en}.",
        },
    )
