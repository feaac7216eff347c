"""The advice: needs from answers, verdicts from facts, one ranking, and words for it."""

from .advise import advise
from .answers import AnswersError, parse
from .compile import compile_finder, compile_verdicts
from .explain import sentences
from .knowledge import Knowledge, load_knowledge
from .needs import needs
from .rank import rank
from .shelf import shelf

__all__ = [
    "AnswersError",
    "Knowledge",
    "advise",
    "compile_finder",
    "compile_verdicts",
    "load_knowledge",
    "needs",
    "parse",
    "rank",
    "sentences",
    "shelf",
]
