"""What a reader of files says: the sentence of each code in French and English, and how much it weighs."""

from __future__ import annotations

from catalog.typography import french

from . import cell_sentences, feed_sentences, file_sentences, knowledge_sentences, photo_sentences

_TABLES = (cell_sentences, file_sentences, photo_sentences, feed_sentences, knowledge_sentences)
_ALL = {code: said for table in _TABLES for code, said in table.ROWS.items()}
SENTENCES = {code: {"fr": french(fr), "en": en} for code, (fr, en) in _ALL.items()}
"""Code → sentence by language, with ``{value}`` and ``{near}`` for the words of the cell."""

NEAR = {"fr": french(" Vouliez-vous dire « {near} » ?"), "en": " Did you mean “{near}”?"}
AMONG = {"fr": french(" Écrivez l’un de : {near}."), "en": " Write one of: {near}."}
NO_CELL = frozenset(
    {
        "bad-json", "bad-xml", "chart-without-figures", "deep-xml", "empty-batch", "header-missing",
        "incomplete-chart", "incomplete-photo", "incomplete-product", "incomplete-shop", "incomplete-variant",
        "line-too-long", "mapping-needed", "markets-left", "more-findings", "no-feed", "no-header-name", "required",
        "too-large", "too-long", "too-many-cells", "too-many-columns", "too-many-files", "too-many-rows",
        "unclosed-quote", "wrong-type",
    }
)  # fmt: skip
"""Codes whose ``value`` is a ceiling, a name or what is missing, and not what stands in a cell."""
_OWN_WARNINGS = {
    "gtin-restricted",
    "knowledge-languages",
    "lost-characters",
    "no-rows",
    "twice-encoded",
    "unknown-column",
}
WARNINGS = frozenset(_OWN_WARNINGS) | feed_sentences.WARNINGS
REMARKS = feed_sentences.REMARKS
"""Everything else is an error: the batch is refused whole."""
