"""Photos that wait for a decision: taken in, proposed a piece, decided on by a person, or given up."""

from __future__ import annotations

import uuid
from collections.abc import Iterable, Mapping
from typing import Any

import sqlalchemy as sa
import structlog

from server import audit
from server.catalogue.service import Published, current
from server.database import db
from server.errors import Invalid, NotFound
from server.knowledge import knowledge

from . import store
from .alt import proposed
from .encoding import encode
from .folding import stem, words
from .matching import Names
from .models import Photo, PhotoDraft
from .pieces import piece_of
from .views import view_of

log = structlog.get_logger("cordee.photos")
_NAMES = "photo-names"
_DECIDED = ("ref", "colour", "position", "focus_x", "focus_y", "alt")
UNNAMED = "photo"


def take(name: str, data: bytes, author: str) -> PhotoDraft:
    """Take a photo in: made small and harmless, kept, and put among those that wait. Commit.

    The same photo twice is one: the same bytes come out of the encoder, and so the same name.
    """
    encoded = encode(data)
    store.keep(encoded)
    row = db.session.scalar(sa.select(PhotoDraft).where(PhotoDraft.photo == encoded.photo))
    if row is None:
        x, y = encoded.focus
        row = PhotoDraft(photo=encoded.photo, name=_clean(name), author=author, focus_x=x, focus_y=y)
        db.session.add(row)
        audit.record("photo-brought", encoded.photo, author, name=row.name)
    db.session.commit()
    log.info("photo-taken", photo=encoded.photo, bytes=len(data), by=author)
    return row


def waiting() -> list[tuple[PhotoDraft, Photo]]:
    """Return the photos that wait, by name."""
    rows = db.session.execute(
        sa.select(PhotoDraft, Photo)
        .join(Photo, Photo.photo == PhotoDraft.photo)
        .order_by(PhotoDraft.name, PhotoDraft.id)
    ).all()
    published = _published_uses()
    done = [draft for draft, _ in rows if draft.import_id and f"{draft.ref}/{draft.photo}" in published]
    for draft in done:
        db.session.delete(draft)
    if done:
        db.session.commit()
    return [(draft, photo) for draft, photo in rows if draft not in done]


def find(draft_id: str) -> PhotoDraft:
    """Return a photo that waits, or raise ``NotFound``."""
    row = db.session.get(PhotoDraft, draft_id) if _is_id(draft_id) else None
    if row is None:
        raise NotFound("photo-not-found")
    return row


def decide(draft_id: str, given: Mapping[str, Any]) -> PhotoDraft:
    """Write down what a person decided, and commit. A colour must be one of the piece's."""
    row = find(draft_id)
    if given.get("ref") not in (None, row.ref):
        row.colour, row.alt = None, None  # they belonged to another piece
    for name in _DECIDED:
        if name in given:
            setattr(row, name, given[name])
    piece = current().products_by_ref.get(row.ref or "")
    if row.ref and piece is None:
        raise Invalid([("ref", "product-not-found")])
    if row.colour and row.colour not in colour_names(piece):
        raise Invalid([("colour", "photo-colour-unknown")])
    db.session.commit()
    return row


def tried(shown: Mapping[str, Any], import_id: str) -> None:
    """Write into the open transaction what of a photo went into a dry run."""
    row = find(shown["id"])
    row.ref, row.colour, row.position, row.alt = (shown[name] for name in ("ref", "colour", "position", "alt"))
    row.import_id = import_id


def give_up(draft_id: str, author: str) -> None:
    """Take a photo from those that wait, and commit; its files are collected later."""
    row = find(draft_id)
    audit.record("photo-given-up", row.photo, author, name=row.name)
    db.session.delete(row)
    db.session.commit()


def shown(rows: Iterable[tuple[PhotoDraft, Photo]], lang: str) -> list[dict[str, Any]]:
    """Return photos that wait as the desk shows them: what was decided, else what is proposed."""
    published = current()
    return [_shown(draft, photo, published, lang) for draft, photo in rows]


def names_of(published: Published) -> Names:
    """Return the names of a revision's range, made ready once."""
    if _NAMES not in published.memory:
        published.memory[_NAMES] = Names(published.document["products"], knowledge().colours["families"])
    found: Names = published.memory[_NAMES]
    return found


def colour_names(piece: Mapping[str, Any] | None) -> list[str]:
    """Return the French names of a piece's colours: they name a colour in the table of photos."""
    return [colour["name"]["fr"] for colour in piece["colours"]] if piece else []


def _shown(draft: PhotoDraft, photo: Photo, published: Published, lang: str) -> dict[str, Any]:
    names = names_of(published)
    match = names.of_piece(draft.ref, draft.name) if draft.ref else names.match(draft.name)
    piece = published.products_by_ref.get(match.ref or "")
    own = match.colour if draft.colour is None else draft.colour
    colour = own if own in colour_names(piece) else ""
    said = words(stem(draft.name))
    return {
        "id": draft.id,
        "photo": draft.photo,
        "name": draft.name,
        "author": draft.author,
        "created_at": draft.created_at,
        "width": photo.width,
        "height": photo.height,
        "ref": match.ref if piece else None,
        "piece": piece_of(published, piece, lang) if piece else None,
        "colour": colour,
        "position": draft.position or match.position or _next_position(piece, colour),
        "focus_x": draft.focus_x,
        "focus_y": draft.focus_y,
        "alt": draft.alt or (_proposed(piece, colour, said, published) if piece else {}),
        "confidence": match.confidence if piece else "none",
        "because": list(match.because),
        "again": any(each["photo"] == draft.photo for each in piece.get("photos", ())) if piece else False,
    }


def _next_position(piece: Mapping[str, Any] | None, colour: str) -> int:
    """Return the place after the photos that the piece already has in this colour."""
    if piece is None:
        return 1
    at = colour_names(piece).index(colour) if colour else None
    return min(99, 1 + sum(1 for each in piece.get("photos", ()) if each["colour"] == at))


def _proposed(piece: Mapping[str, Any], colour: str, said: tuple[str, ...], published: Published) -> dict[str, str]:
    labels = {each["id"]: each["label"] for each in published.document["categories"]}
    return proposed(piece, labels[piece["category"]], colour, view_of(said))


def _published_uses() -> frozenset[str]:
    return frozenset(
        f"{product['ref']}/{photo['photo']}"
        for product in current().document["products"]
        for photo in product.get("photos", ())
    )


def _clean(name: str) -> str:
    """Return a file's name for people to read: no folder, no control character, no direction mark, never empty."""
    last = name.replace("\\", "/").rpartition("/")[2]
    return "".join(char for char in last if char.isprintable()).strip()[:200] or UNNAMED


def _is_id(text: str) -> bool:
    try:
        return str(uuid.UUID(text)) == text
    except ValueError:
        return False
