"""Write the phone's copy of the tables: ``python -m catalog.sizing``."""

from pathlib import Path

from .tables import as_json

PHONE_COPY = Path(__file__).parents[2] / "pwa" / "src" / "sizing" / "tables.json"

PHONE_COPY.write_text(as_json(), "utf-8")
