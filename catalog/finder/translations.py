"""List what the finder says that is not translated: `python -m catalog.finder.translations --missing`."""

from __future__ import annotations

import argparse
import sys

from catalog import DATA
from catalog.reference import load_reference

from .knowledge import load_knowledge
from .languages import missing, stale


def main(arguments: list[str] | None = None) -> int:
    """List sentences without a translation, and translations in vain; return 1 where there is any."""
    parser = argparse.ArgumentParser(prog="python -m catalog.finder.translations", description=main.__doc__)
    parser.add_argument("--missing", action="store_true", help="only sentences without a translation, by language")
    parser.add_argument("--stale", action="store_true", help="only translations of sentences that are no longer said")
    wanted = parser.parse_args(arguments)
    knowledge = load_knowledge(DATA, load_reference(DATA))
    lines = []
    if not wanted.stale:
        lines += [f"{lang}: {each}" for lang, found in missing(knowledge.spoken).items() for each in found]
    if not wanted.missing:
        findings = stale(knowledge.translations, knowledge.spoken)
        lines += [f"{each.file}:{each.line}: {each.message['en']} “{each.column}”" for each in findings]
    sys.stdout.writelines(f"{line}\n" for line in lines)
    return 1 if lines else 0


if __name__ == "__main__":
    sys.exit(main())
