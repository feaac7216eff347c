"""Print the training cards of a shop to be read aloud: ``python -m catalog.training [--lang fr] [--kind contrast]``."""

from __future__ import annotations

import argparse
import sys
from typing import Any

from catalog import DATA
from catalog.catalogue import Catalogue, merge
from catalog.feeds.own import files_in, read
from catalog.finder.knowledge import load_knowledge
from catalog.reference import load_reference
from catalog.revision import build

from .card import KINDS, SPOKEN, Card, lot
from .deck import deck
from .knowledge import load_training


def main(arguments: list[str] | None = None) -> int:
    """Print cards of a shop in the data folder."""
    parser = argparse.ArgumentParser(prog="python -m catalog.training", description=main.__doc__)
    parser.add_argument("--shop", default="miramas")
    parser.add_argument("--lang", default="fr", choices=SPOKEN)
    parser.add_argument("--kind", choices=KINDS)
    parser.add_argument("--about", help="only cards of this family, activity or condition")
    parser.add_argument("--some", type=int, help="only so many, drawn by lot")
    wanted = parser.parse_args(arguments)
    cards = [card for card in _deck(wanted.shop) if _is_asked(card, wanted)]
    if wanted.some is not None:
        cards = sorted(cards, key=lambda card: lot(f"some {card.id}"))[: wanted.some]
    sys.stdout.writelines(f"{told(card, wanted.lang)}\n\n" for card in cards)
    sys.stdout.write(f"{len(cards)} cards\n")
    return 0


def told(card: Card, lang: str) -> str:
    """Return a card as lines to read."""
    marks = (("✓" if each.id == card.right else "·", each.text[lang]) for each in card.choices)
    facts = (f"    {each.ref or '-'} {each.attribute}: {each.text[lang]} ({each.provenance})" for each in card.facts)
    place = " · ".join(each for each in (card.about.activity, card.about.condition, card.about.family) if each)
    lines = [f"[{card.id} {card.version}] {place}", card.question[lang], *(f"  {mark} {text}" for mark, text in marks)]
    return "\n".join([*lines, f"  → {card.reason[lang]}", *facts])


def _deck(shop: str) -> list[Card]:
    reference = load_reference(DATA)
    knowledge = load_knowledge(DATA, reference)
    batch, _ = read(files_in(DATA / "range", DATA / "shops" / shop), reference)
    document = build(merge(Catalogue({}, {}, {}), batch), reference, knowledge)
    return deck(document, shop, load_training(DATA, knowledge, reference))


def _is_asked(card: Card, wanted: Any) -> bool:
    about = (None, card.about.activity, card.about.condition, card.about.family)
    return wanted.kind in (None, card.kind) and wanted.about in about


if __name__ == "__main__":
    sys.exit(main())
