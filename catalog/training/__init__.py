"""Training cards made from a shop's assortment: contrasts decided by the finder, facts, rules, and answers given."""

from .answers import Answered, answer_cards
from .card import Card, Choice, Fact
from .deck import deck
from .knowledge import Training, load_training
from .weights import Demand, weigh

__all__ = ["Answered", "Card", "Choice", "Demand", "Fact", "Training", "answer_cards", "deck", "load_training", "weigh"]
