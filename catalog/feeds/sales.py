"""Whether a reduction is in force: what shop programs and feeds write of its first and last moment."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta

_SLASHED = re.compile(r"(\d{1,2})[/.](\d{1,2})[/.](\d{4}|\d{2})(?:\D.*)?")
_DAY_ALONE = re.compile(r"\d{4}-\d{2}-\d{2}|\d{1,2}[/.]\d{1,2}[/.]\d{2,4}")


def in_force(start: str, end: str, now: datetime) -> bool | None:
    """Tell whether ``now`` lies between two moments, either may be empty; ``None`` where one cannot be read.

    A day alone counts whole; a moment without a zone is taken as UTC.
    """
    try:
        since = _moment(start) if start else None
        until = _moment(end) + (timedelta(days=1) if _DAY_ALONE.fullmatch(end) else timedelta()) if end else None
    except ValueError:
        return None
    return (since is None or since <= now) and (until is None or now < until)


def _moment(text: str) -> datetime:
    """Read ISO 8601, ``31/01/2026``, or ``1/31/26`` as Magento writes it. Raises ValueError."""
    match = _SLASHED.fullmatch(text)
    if match is None:
        read = datetime.fromisoformat(text)
    elif len(match.group(3)) == 4:
        read = datetime(int(match.group(3)), int(match.group(2)), int(match.group(1)), tzinfo=UTC)
    else:
        read = datetime(2000 + int(match.group(3)), int(match.group(1)), int(match.group(2)), tzinfo=UTC)
    return read if read.tzinfo else read.replace(tzinfo=UTC)
