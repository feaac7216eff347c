"""Write the phone's copy of the lexicon: ``python -m catalog.lexicon``."""

from pathlib import Path

from catalog.errors import DataError

from .compile import as_json

PHONE_COPY = Path(__file__).parents[2] / "pwa" / "src" / "words" / "lexicon.json"

try:
    PHONE_COPY.write_text(as_json(), "utf-8")
except DataError as error:
    raise SystemExit("\n".join(str(each) for each in error.findings)) from None
