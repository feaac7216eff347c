"""Make an export: which facts, in which form, under which name."""

from __future__ import annotations

import hashlib
import tempfile
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import IO, Any

from catalog.catalogue import Catalogue
from catalog.feeds.out import google, own_csv, own_xlsx, shopify, source_json
from catalog.feeds.out.abroad import Abroad
from catalog.feeds.out.guide import takes
from catalog.feeds.out.layout import Own
from catalog.feeds.out.selection import select
from catalog.feeds.out.template import Column
from catalog.feeds.out.vocabularies import Words
from catalog.photographed import widths
from catalog.reference import Reference
from server import audit
from server.catalogue import history
from server.catalogue.service import Published
from server.database import db
from server.errors import NotFound
from server.knowledge import reference
from server.stock import service as stock

IN_MEMORY_BYTES = 4 * 1024 * 1024
"""Up to here a file is made in memory, beyond it on disk."""
MIMES = {
    "csv": "text/csv",
    "tsv": "text/tab-separated-values",
    "xml": "application/rss+xml",
    "json": "application/json",
    "zip": "application/zip",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}
_WHAT = {"own": "catalogue", "json": "catalogue", "shopify": "shopify", "google": "google-merchant"}
_TEMPLATE = {"fr": "modele", "en": "template"}
Write = Callable[[IO[bytes]], None]


@dataclass(frozen=True, slots=True)
class Asked:
    """One export as asked for; ``lang`` is settled. ``site`` is where customers' pages lie."""

    kind: str
    format: str
    lang: str
    shop: str | None = None
    category: str | None = None
    tables: Sequence[str] = ()
    empty: bool = False
    site: str = ""

    @property
    def ending(self) -> str:
        """Return the ending of the file: several tables of CSV come in a ZIP."""
        return "zip" if self.kind == "own" and self.format == "csv" and len(self.tables) != 1 else self.format

    def file_name(self, revision: int, published_on: str) -> str:
        """Return a name that says what it is and of when: of which day, and of which revision."""
        what = _TEMPLATE[self.lang] if self.empty else _WHAT[self.kind]
        when = () if self.empty else (published_on[:10], f"r{revision}")
        parts = ["cordee", what, *self.tables, self.shop or "", self.category or "", *when]
        return f"{'-'.join(part for part in parts if part)[:120]}.{self.ending}"


def tag(asked: Asked, published: Published) -> str:
    """Return what names the content: the revision, what was asked, and the counts where they are part of it."""
    counts = stock.version(asked.shop) if asked.shop and asked.kind in ("shopify", "google") else 0
    said = (published.revision, published.content_hash, published.published_on, counts, *map(str, _key(asked)))
    return hashlib.sha256("\n".join(map(str, said)).encode()).hexdigest()[:32]


def make(asked: Asked, published: Published) -> tuple[IO[bytes], int]:
    """Return the file, at its beginning, and its size in bytes. Raises ``NotFound`` for an unknown category."""
    known = reference()
    if asked.category is not None and not known.categories_of(asked.category):
        raise NotFound("category-not-found")
    out: IO[bytes] = tempfile.SpooledTemporaryFile(max_size=IN_MEMORY_BYTES)  # noqa: SIM115  the answer closes it
    _writer(asked, history.facts(published.revision), known)(out)
    size = out.tell()
    out.seek(0)
    return out, size


def _key(asked: Asked) -> tuple[Any, ...]:
    part = (asked.shop, asked.category, ",".join(asked.tables), asked.empty)
    return asked.kind, asked.format, asked.lang, *part, asked.site


def _writer(asked: Asked, whole: Catalogue, known: Reference) -> Write:
    if asked.kind == "json":
        return lambda out: source_json.write(whole, out)
    part = select(whole, known, asked.shop, asked.category)
    if asked.kind == "own":
        own = Own(part, known, asked.lang, not asked.empty, tuple(asked.tables), asked.category)
        write = own_xlsx.write if asked.format == "xlsx" else own_csv.write_zip
        return lambda out: (own_csv.write_table if asked.ending == "csv" else write)(own, out)
    abroad = Abroad(part, known, asked.lang, asked.shop, asked.site, _counts(asked.shop), _pictures(part, asked.site))
    writers = {"shopify": shopify.write, "tsv": google.write_tsv, "xml": google.write_xml}
    return lambda out: writers["shopify" if asked.kind == "shopify" else asked.format](abroad, out)


def _counts(shop: str | None) -> Mapping[str, int]:
    return {gtin: max(0, level.quantity) for gtin, level in stock.levels(shop).items()} if shop else {}


def _pictures(catalogue: Catalogue, site: str) -> dict[tuple[str, str], list[str]]:
    """Return the addresses of the largest kept pictures, by product and colour, in the order of showing."""
    found: dict[tuple[str, str], list[str]] = {}
    for photo in sorted(catalogue.photos.values(), key=lambda each: (each.position, each.photo)):
        address = f"{site}/media/{photo.photo}/{widths(photo.width)[-1]}.jpg"
        for colour in {photo.colour, ""}:
            found.setdefault((photo.ref, colour), []).append(address)
    return found


def note(asked: Asked, published: Published, author: str) -> None:
    """Write down who took what away, and commit."""
    audit.record("export-taken", asked.kind, author, shop=asked.shop or "", **described(asked, published))
    db.session.commit()


def described(asked: Asked, published: Published) -> dict[str, Any]:
    """Return what was asked, for the trail."""
    said = {"format": asked.format, "category": asked.category, "tables": list(asked.tables), "empty": asked.empty}
    return {"revision": published.revision, **{name: value for name, value in said.items() if value}}


def template(lang: str) -> dict[str, Any]:
    """Return the tables of the own format with each column explained."""
    own = Own(Catalogue(), reference(), lang, filled=False)
    words = own.words()
    return {
        "tables": [
            {
                "name": form.name,
                "title": form.title[lang],
                "what": form.what[lang],
                "columns": [_explained(column, words, lang) for column in form.columns],
            }
            for form in own.layout()
        ]
    }


def _explained(column: Column, words: Mapping[str, Words], lang: str) -> dict[str, Any]:
    return {
        "name": column.name,
        "what": column.what[lang],
        "unit": column.unit,
        "takes": takes(column, words, lang),
        "example": column.example.get(lang, ""),
        "needed": column.needed,
    }
