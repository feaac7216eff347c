"""What customers say, in five languages, compiled into one document for the phone."""

from .compile import as_json, lexicon
from .read import Source, read_all

__all__ = ["Source", "as_json", "lexicon", "read_all"]
