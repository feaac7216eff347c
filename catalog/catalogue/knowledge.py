"""How a batch changes what is said otherwise than the house's knowledge."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from catalog.errors import Finding
from catalog.feeds.batch import Batch
from catalog.feeds.findings import Findings
from catalog.feeds.table import Place
from catalog.finder.knowledge import Knowledge
from catalog.finder.overrides import TEXTS, RefusedOverrideError, refused
from catalog.model import LANGUAGES

from .model import Catalogue


def check_knowledge(knowledge: Knowledge, current: Catalogue, batch: Batch) -> tuple[Finding, ...]:
    """Tell which overrides of a batch cannot stand, and which texts now say one thing in one language alone."""
    findings = Findings()
    for key, value in batch.knowledge.items():
        try:
            refused(knowledge, key, value)
        except RefusedOverrideError as error:
            findings.add(error.code, _place(batch, key), "value", **error.words)
    for key in sorted(batch.removals.knowledge - current.knowledge.keys()):
        findings.add("knowledge-kept", _place(batch, key), "id", value=key)
    said = _texts(merged_knowledge(current.knowledge, batch))
    for stem, langs in sorted(_texts(batch.knowledge).items()):
        if old := [code for code in LANGUAGES if code not in said[stem]]:
            place = _place(batch, f"{stem}_{min(langs)}")
            findings.add("knowledge-languages", place, "value", value=_few(langs), near=_few(old))
    return findings.all()


def _few(langs: Iterable[str]) -> str:
    return ", ".join(code for code in LANGUAGES if code in set(langs))


def merged_knowledge(current: Mapping[str, str], batch: Batch) -> dict[str, str]:
    """Return the overrides after a batch."""
    kept = {key: value for key, value in current.items() if key not in batch.removals.knowledge}
    return dict(sorted((kept | dict(batch.knowledge)).items()))


def _texts(overrides: Mapping[str, str]) -> dict[str, set[str]]:
    """Return the languages in which each text is said anew."""
    found: dict[str, set[str]] = {}
    for key in overrides:
        stem, _, lang = key.rpartition("_")
        if stem.split("/")[-1] in TEXTS[key.split("/")[0]]:
            found.setdefault(stem, set()).add(lang)
    return found


def _place(batch: Batch, key: str) -> Place:
    return batch.places.get(("knowledge", key), Place(""))
