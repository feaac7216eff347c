"""An edit that was tried out on an older revision: brought up to the newest where nobody touched its models since."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from server.catalogue import history
from server.imports import service as imports
from server.imports.models import Import

from .facts import of_revision

KINDS = ("products", "variants")
"""What a form changes, beside prices. An import that changes anything else is looked at again by a person."""


def init_app() -> None:
    """Let an outdated edit be tried out anew by whoever publishes it."""
    imports.when_outdated(still_holds)


def still_holds(row: Import) -> bool:
    """Tell whether every model that an edit touches has the facts that it was tried out on.

    Its cells then change the same in the newest revision: what was shown is what is published. Somebody else's model
    is no hindrance.
    """
    if row.kind != "edit":
        return False
    refs = _touched(imports.report(row)["changes"])
    if refs is None:
        return False
    before, now = of_revision(row.base_revision).tags, of_revision(history.newest()).tags
    return all(before.get(ref) == now.get(ref) for ref in refs)


def _touched(changes: Mapping[str, Any]) -> set[str] | None:
    """Return the models of a difference; ``None`` where it holds anything else, or is too long to be listed whole."""
    parts = [changes[kind] for kind in KINDS]
    ids = [[*part["added"], *part["removed"], *(one["id"] for one in part["changed"])] for part in parts]
    if sum(map(len, ids)) + len(changes["prices"]) != sum(changes["counts"].values()):
        return None
    owners = {piece["ref"] for piece in changes["pieces"].values()}
    return {*ids[0], *owners, *(price["ref"] for price in changes["prices"])}
