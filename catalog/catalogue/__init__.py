"""The catalogue: raw facts, how a batch of files changes them, and their one JSON form."""

from .document import from_json, to_json
from .knowledge import check_knowledge
from .merge import check, merge
from .model import Catalogue
from .twins import check_twins

__all__ = ["Catalogue", "check", "check_knowledge", "check_twins", "from_json", "merge", "to_json"]
