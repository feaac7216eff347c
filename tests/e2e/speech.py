"""The words that stand on the screens in each language, from where the screens have them."""

from __future__ import annotations

import json
import re
import urllib.request
from functools import cached_property
from typing import Any

from .serving import ROOT, ShopServer

SPACES = re.compile(r"\s+")


class Speech:
    """The messages of the application and the catalogue of the shop, in one language."""

    def __init__(self, shop: ShopServer, lang: str) -> None:
        self.shop = shop
        self.lang = lang

    @cached_property
    def messages(self) -> dict[str, Any]:
        files = (ROOT / "pwa" / "src" / "messages" / self.lang).glob("*.json")
        said = {key: text for file in files for key, text in json.loads(file.read_text("utf-8")).items()}
        for file in (ROOT / "pwa" / "src" / "features").rglob("words.json"):
            said |= json.loads(file.read_text("utf-8"))[self.lang]
        return said

    @cached_property
    def snapshot(self) -> dict[str, Any]:
        address = f"{self.shop.url}/api/v1/shops/miramas/snapshot?lang={self.lang}"
        with urllib.request.urlopen(address, timeout=30) as answer:
            snapshot: dict[str, Any] = json.load(answer)
        return snapshot

    def say(self, key: str) -> str:
        return str(self.messages[key])

    def seen(self, key: str, form: str = "other") -> re.Pattern[str]:
        """Return a pattern for a message whatever its spaces, apostrophes and filled-in values are on the screen."""
        words = self.messages[key]
        text = words[form] if isinstance(words, dict) else str(words)
        parts = (re.escape(part) for part in re.split(r"\{\w+\}|\s+|['’]", text))
        return re.compile(".*".join(parts))

    def answer(self, question: str, answer: str) -> str:
        """Return the words on the button of an answer."""
        found = next(one for one in self._question(question)["answers"] if one["id"] == answer)
        return str(found["short"] or found["label"] if question == "wanted" else found["label"])

    def label(self, question: str) -> str:
        """Return a question as it stands above its answers."""
        return str(self._question(question)["label"])

    def _question(self, question: str) -> dict[str, Any]:
        found: dict[str, Any] = next(one for one in self.snapshot["finder"]["questions"] if one["id"] == question)
        return found

    def product_of(self, *categories: str) -> dict[str, Any]:
        """Return the first product of the shop in one of these categories."""
        for category in categories:
            for product in self.snapshot["products"]:
                if product["category"] == category:
                    return dict(product)
        raise AssertionError(f"the shop has nothing of {categories}")

    def longest_name(self) -> dict[str, Any]:
        """Return the product whose name is the longest of all."""
        return dict(max(self.snapshot["products"], key=lambda product: len(product["name"])))

    def measured_twice(self) -> dict[str, Any]:
        """Return the first product whose size chart asks for two measures or more."""
        charts = {one["id"] for one in self.snapshot["size_charts"] if len(one["measures"]) > 1}
        return dict(next(one for one in self.snapshot["products"] if one["size_chart"] in charts))
