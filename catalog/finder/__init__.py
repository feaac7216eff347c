"""The advice: needs from answers, verdicts from facts, one ranking, and words for it."""

from .advise import advise
from .alternatives import alternatives
from .answers import AnswersError, parse
from .apart import benefits
from .colours import colour_family
from .compile import compile_finder, compile_verdicts
from .explain import sentences
from .knowledge import Knowledge, load_knowledge
from .needs import needs
from .overrides import with_overrides
from .rank import rank
from .refine import refine
from .shelf import shelf
from .why import why

__all__ = [
    "AnswersError",
    "Knowledge",
    "advise",
    "alternatives",
    "benefits",
    "colour_family",
    "compile_finder",
    "compile_verdicts",
    "load_knowledge",
    "needs",
    "parse",
    "rank",
    "refine",
    "sentences",
    "shelf",
    "why",
    "with_overrides",
]
