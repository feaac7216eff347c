"""Write the handbook: ``python -m catalog.finder.handbook FOLDER`` (usually ``docs``)."""

from __future__ import annotations

import sys
from pathlib import Path

from catalog import DATA
from catalog.finder.knowledge import load_knowledge
from catalog.finder.samples import load_samples
from catalog.reference import load_reference

from .page import handbook

PAGES = {"fr": "connaissances.md", "en": "knowledge.md"}

if __name__ == "__main__":
    reference = load_reference(DATA)
    knowledge = load_knowledge(DATA, reference)
    samples = load_samples(DATA, knowledge, reference)
    for lang, name in PAGES.items():
        (Path(sys.argv[1]) / name).write_text(handbook(knowledge, reference, samples, lang), encoding="utf-8")
