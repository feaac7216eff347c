"""What a product is, whom it suits and why: pure Python and data, no Flask, no database."""

from pathlib import Path

DATA = Path(__file__).resolve().parent / "data"
