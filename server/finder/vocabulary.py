"""The fixed answers of a question to the finder, as the API names them; a test holds them to the finder's questions."""

from __future__ import annotations

from catalog.feeds.vocabulary import ACTIVITIES

WEATHERS = ("dry", "showers", "rain", "storm", "snow", "wet-snow")
EFFORTS = ("low", "moderate", "high")
DURATIONS = ("half-day", "day", "overnight", "multi-day", "expedition")
NIGHTS = ("hut", "tent")

__all__ = ["ACTIVITIES", "DURATIONS", "EFFORTS", "NIGHTS", "WEATHERS"]
