"""Size charts that were imported stand beside the house's own, or in the place of one with the same id."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from .model import Reference


def with_charts(reference: Reference, charts: Mapping[str, Any]) -> Reference:
    """Return the reference with imported charts laid over its own."""
    if not charts:
        return reference
    return replace(reference, size_charts={**reference.size_charts, **charts})
