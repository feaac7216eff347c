"""What kind of garment a question is about, which measures decide for it, and which way between two sizes."""

from __future__ import annotations

from .chart import Chart
from .decide import Lean
from .request import Request
from .rules import STAY, Rule
from .tables import tables

_CHILD_BELOW_MM = 1700
_BY_MEASURE = (
    ("footwear", "foot_length_mm"),
    ("hands", "hand_mm"),
    ("hands", "hand_length_mm"),
    ("head", "head_mm"),
    ("pack", "torso_mm"),
)
_FEET = ("footwear", "climbing", "socks")


def is_for_kids(asked: Request, chart: Chart) -> bool:
    """Tell whether height decides. Without a word about the wearer, a chart that ends below 1.70 m is a child's."""
    if asked.audience:
        return asked.audience == "kids"
    if asked.age_years is not None or asked.growth:
        return True
    heights = [row.values["height_mm"].high for row in chart.rows if "height_mm" in row.values]
    return bool(heights) and max(heights) < _CHILD_BELOW_MM and not asked.garment


def kind_of(asked: Request, chart: Chart, *, kids: bool) -> str:
    """Return the kind by the name of the garment, else by what the chart measures."""
    named = str(tables()["garments"]["names"].get(asked.garment, ""))
    if kids and "height_mm" in chart.measures:
        return "kids"
    if named:
        return named
    for kind, measure in _BY_MEASURE:
        if measure in chart.measures:
            return kind
    return _by_girths(chart)


def _by_girths(chart: Chart) -> str:
    """Return top for a chart of the chest alone, bottom for one of the waist or hips alone, else any."""
    girths = {measure for measure in ("chest_mm", "waist_mm", "hip_mm", "low_hip_mm") if measure in chart.measures}
    if girths == {"chest_mm"}:
        return "top"
    return "bottom" if girths and "chest_mm" not in girths else "any"


def lean_of(asked: Request, kind: str, rule: Rule) -> Lean:
    """Which way between two sizes: the layers below, room to grow, try-ons, the chart's rule, the garment's habit."""
    if asked.layering in ("over", "thick"):
        return Lean(_unless_stay(rule.over) or "up", "socks" if kind in _FEET else "wish_over")
    if asked.layering == "close":
        return Lean(_unless_stay(rule.close) or rule.between or "down", "rule" if rule.between else "wish_close")
    if asked.growth:
        return Lean("up", "growth")
    if asked.try_ons.way:
        return Lean(asked.try_ons.way, "tried")
    habit = tables()["garments"]["kinds"][kind]
    way = rule.between or rule.always
    # A guide that says what the garment asks for anyway is no reason; what the garment asks for is.
    if way and not (way == habit["between"] and asked.chart is not None and asked.chart.status == "peer"):
        return Lean(way, "rule")
    return Lean(habit["between"], habit["why"])


def height_at(age: float | None) -> int | None:
    """Return the usual stature at an age, where the table has it; a birthday belongs to the older row."""
    for row in tables()["conversions"]["age_to_height"]["rows"]:
        low, high = row["age_years"]
        if age is not None and low <= age < high:
            return int(row["height_mm"])
    return None


def _unless_stay(way: str) -> str:
    return "" if way == STAY else way
