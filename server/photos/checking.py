"""What a dry run says of photos whose picture nobody has dropped."""

from __future__ import annotations

from catalog.catalogue import Catalogue
from catalog.errors import Finding
from catalog.feeds.batch import Batch
from catalog.feeds.findings import Findings
from catalog.feeds.table import Place

from . import store


def findings(before: Catalogue, batch: Batch) -> tuple[Finding, ...]:
    """Return an error for each new photo whose picture is not kept here: a page would show a hole."""
    new = [photo for photo in batch.photos if photo.key not in before.photos]
    here = store.present(photo.photo for photo in new)
    found = Findings()
    for photo in new:
        if photo.photo not in here:
            found.add("missing-picture", batch.places.get(("photo", photo.key), Place("")), "photo", value=photo.photo)
    return found.all()
