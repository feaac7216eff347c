"""What sellers saw at try-ons of a piece in their shop, and what that is worth for the size."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from .errors import FieldProblem
from .tables import tables

VERDICTS = ("smaller", "right", "larger")


@dataclass(frozen=True, slots=True)
class TryOns:
    """How many try-ons asked for a smaller size than the one stated, for that one, for a larger one."""

    smaller: int = 0
    right: int = 0
    larger: int = 0

    @property
    def count(self) -> int:
        """All try-ons."""
        return self.smaller + self.right + self.larger

    @property
    def way(self) -> str:
        """The direction of most, "" where the stated size is right or nothing prevails."""
        if self._share("larger", "leads"):
            return "up"
        return "down" if self._share("smaller", "leads") else ""

    @property
    def moves(self) -> bool:
        """Tell whether they are enough, and of one mind, to move a size that the chart gives exactly."""
        return self._share("larger", "moves") or self._share("smaller", "moves")

    def sentence(self) -> tuple[str, dict[str, str]] | None:
        """Return the sentence to say and its words; None where they are too few to speak of."""
        if self.count < tables()["conversions"]["try_ons"]["said"]:
            return None
        for verdict in VERDICTS:
            if self._share(verdict, "leads"):
                return f"tried_{verdict}", {"n": str(self.count), "part": str(getattr(self, verdict))}
        parts = {verdict: str(getattr(self, verdict)) for verdict in VERDICTS}
        return "tried_mixed", {"n": str(self.count), **parts}

    def _share(self, verdict: str, bar: str) -> bool:
        rule: Mapping[str, int] = tables()["conversions"]["try_ons"][bar]
        agreed = int(getattr(self, verdict))
        return self.count >= rule["count"] and agreed * 100 >= rule["percent"] * self.count


def stated_verdict(sizes: Sequence[str], stated: str | None, tried: str, verdict: str) -> str | None:
    """Return what a try-on says of the stated size; ``verdict`` compares with the size that was tried.

    Who was told M, tried L and found L right says "larger" of the M. ``sizes`` are those of the piece, small to large.
    None where the steps between the two are not known.
    """
    order = list(dict.fromkeys(sizes))
    if stated is None or stated == tried:
        steps = 0
    elif stated in order and tried in order:
        steps = order.index(tried) - order.index(stated)
    else:
        return None
    total = steps + VERDICTS.index(verdict) - 1
    return VERDICTS[0 if total < 0 else 2 if total > 0 else 1]


def read_try_ons(raw: Any, problems: list[FieldProblem]) -> TryOns:
    """Read the counts by verdict; none where nothing is given."""
    if raw is None:
        return TryOns()
    counts: list[Any] = [raw.get(verdict, 0) for verdict in VERDICTS] if isinstance(raw, Mapping) else [None]
    if any(isinstance(count, bool) or not isinstance(count, int) or not 0 <= count <= 1_000_000 for count in counts):
        message = {
            "fr": "Des nombres «\u202fsmaller\u202f», «\u202fright\u202f», «\u202flarger\u202f» sont attendus.",
            "en": "Counts “smaller”, “right”, “larger” are expected.",
        }
        problems.append(FieldProblem("try_ons", message))
        return TryOns()
    return TryOns(*counts)
