"""From decisions to a dry run: the rows of the table of photos that change, and nothing else."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Mapping
from typing import Any

from catalog.model import LANGUAGES
from server import jobs
from server.database import db
from server.errors import Invalid
from server.imports import service as imports
from server.imports.models import Import

from . import drafts

COLUMNS = (
    "ref", "photo", "colour_fr", "position", "width", "height", "focus_x", "focus_y",
    *(f"alt_{lang}" for lang in LANGUAGES), "remove",
)  # fmt: skip
CLEARED = "-"


def propose(draft_ids: Iterable[str], changes: Iterable[Mapping[str, Any]], author: str) -> Import:
    """Queue the dry run of photos that wait and of changes to published ones; each row holds only what it changes."""
    wanted = list(dict.fromkeys(draft_ids))
    by_id = {draft.id: (draft, photo) for draft, photo in drafts.waiting()}
    if any(one not in by_id for one in wanted):
        raise Invalid([("drafts", "photo-not-found")])
    shown = drafts.shown([by_id[one] for one in wanted], "fr")
    if any(each["ref"] is None for each in shown):
        raise Invalid([("drafts", "photo-without-piece")])
    rows = [*map(_row, shown), *map(_row, changes)]
    if not rows:
        raise Invalid([("drafts", "photo-nothing-to-try")])
    count = len({row["photo"] for row in rows})
    title = "1 photo" if count == 1 else f"{count} photos"
    trial = imports.submit(title, {"photos.csv": _table(rows)}, author, "photos")
    for each in shown:  # what is tried out is what was seen, whatever another name is given meanwhile
        drafts.tried(each, trial.id)
    db.session.commit()
    return trial if jobs.runs_apart() else imports.finished(trial)


def _row(given: Mapping[str, Any]) -> dict[str, Any]:
    """Return a row of the table; an empty text empties its cell, an absent one leaves it alone."""
    if given.get("remove"):
        return {"ref": given["ref"], "photo": given["photo"], "remove": "oui"}
    row = {name: given[name] for name in COLUMNS if name in given}
    if "colour" in given:
        row["colour_fr"] = given["colour"] or CLEARED
    return row | {f"alt_{lang}": text or CLEARED for lang, text in given.get("alt", {}).items()}


def _table(rows: list[dict[str, Any]]) -> bytes:
    used = [name for name in COLUMNS if any(name in row for row in rows)]
    out = io.StringIO()
    writer = csv.DictWriter(out, used, restval="", lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)
    return out.getvalue().encode()
