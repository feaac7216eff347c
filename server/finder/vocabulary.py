"""The fixed answers of a question to the finder, as the API names them; a test holds them to the finder's questions."""

from __future__ import annotations

from catalog.feeds.vocabulary import ACTIVITIES

WEATHERS = ("dry", "showers", "rain", "storm", "snow", "wet-snow")
EFFORTS = ("low", "moderate", "high")
DURATIONS = ("half-day", "day", "overnight", "multi-day", "expedition")
NIGHTS = ("hut", "tent")
COLOURS = ("black", "white", "grey", "blue", "red", "green", "yellow", "orange", "purple", "pink", "brown", "beige")
SIZE_KINDS = ("garment", "pack", "shoe", "hand", "head", "bag", "rope")

__all__ = ["ACTIVITIES", "COLOURS", "DURATIONS", "EFFORTS", "NIGHTS", "SIZE_KINDS", "WEATHERS"]
