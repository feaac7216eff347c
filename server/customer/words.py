"""The pages' own words by language, and how numbers, money and dates are written."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from datetime import date, datetime
from functools import cache, lru_cache
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from babel import Locale
from babel.dates import format_date, format_skeleton, format_time
from babel.numbers import format_currency, format_decimal, format_percent
from flask import request
from werkzeug.datastructures import LanguageAccept
from werkzeug.http import parse_accept_header

from catalog.model import LANGUAGES
from catalog.typography import french

MESSAGES = Path(__file__).parent / "messages"
SPOKEN = tuple(lang for lang in LANGUAGES if (MESSAGES / f"{lang}.json").is_file())
# The shops of a range are in France; a count is told by the clock on the shop's wall.
SHOP_CLOCK = ZoneInfo("Europe/Paris")


def named() -> str:
    """Return the language that the address names, "" where it leaves it to the phone."""
    asked = request.args.get("lang", "")
    return asked if asked in SPOKEN else ""


def chosen() -> str:
    """Return the language of this request: ``?lang=``, else the phone's, else French."""
    return named() or language_of(request.headers.get("Accept-Language", ""))


def in_language(address: str, lang: str) -> str:
    """Return the address of a page in a language, "" for the one that follows the phone."""
    return f"{address}?lang={lang}" if lang else address


@lru_cache(maxsize=512)
def language_of(accepted: str) -> str:
    """Return the first of the pages' languages in an ``Accept-Language``, by weight; French where there is none.

    A region says where, not which: who asks for "fr-CA, en" reads French (RFC 4647, lookup).
    """
    weights: dict[str, float] = {}
    for tag, weight in parse_accept_header(accepted, LanguageAccept):
        weights.setdefault(tag.partition("-")[0].lower(), weight)
    return next((lang for lang, weight in weights.items() if weight > 0 and lang in SPOKEN), "fr")


class Words:
    """Everything the pages say in one language."""

    def __init__(self, lang: str) -> None:
        self.lang = lang
        self._locale = Locale.parse(lang)
        # English without a region writes days as the United States do; whoever visits reads them as Europe does.
        self._calendar = Locale.parse("en_GB") if lang == "en" else self._locale
        self._messages = _messages(lang)

    def say(self, key: str, **fill: object) -> str:
        """Return a sentence; dots lead into groups ("care_kind.wash")."""
        found: Any = self._messages
        for part in key.split("."):
            found = found[part]
        sentence = str(found)
        for name, value in fill.items():
            sentence = sentence.replace(f"{{{name}}}", str(value))
        return french(sentence) if self.lang == "fr" else sentence

    def knows(self, key: str) -> bool:
        """Tell whether there is such a sentence."""
        group, _, name = key.partition(".")
        return name in self._messages.get(group, {})

    def count(self, key: str, number: int) -> str:
        """Return a sentence in the plural form of a number."""
        form = self._locale.plural_form(number)
        return self.say(f"{key}.{form if self.knows(f'{key}.{form}') else 'other'}", n=number)

    def text(self, node: Mapping[str, str]) -> tuple[str, str]:
        """Return a catalogue text with the language it is really in."""
        for lang in (self.lang, "en", "fr"):
            if node.get(lang):
                return (french(node[lang]) if lang == "fr" else node[lang]), lang
        return "", self.lang

    def plain(self, node: Mapping[str, str]) -> str:
        """Return a catalogue text without its language, for labels that exist in all of them."""
        return self.text(node)[0]

    def number(self, value: float) -> str:
        return str(format_decimal(value, locale=self._locale))

    def money(self, cents: int, currency: str) -> str:
        return str(format_currency(cents / 100, currency, locale=self._locale))

    def money_whole(self, cents: int, currency: str = "EUR") -> str:
        """Return an amount without its cents where there are none: "200 €"."""
        if cents % 100:
            return self.money(cents, currency)
        pattern = self._locale.currency_formats["standard"].pattern.replace(".00", "")
        return str(format_currency(cents // 100, currency, pattern, locale=self._locale, currency_digits=False))

    def reduction(self, percent: int) -> str:
        """Return a price reduction with its sign: "−30 %" in French, "−30%" in English."""
        return f"−{format_percent(percent / 100, locale=self._locale)}"

    def day(self, day: date) -> str:
        """Return a day as the language writes it: "20 de noviembre de 2026", "20. November 2026"."""
        return self._first(str(format_date(day, "long", locale=self._calendar)))

    def moment(self, moment: datetime) -> str:
        """Return a day and a time on the shop's clock: "22 nov. 10:12"."""
        here = moment.astimezone(SHOP_CLOCK)
        clock = format_time(here, "HH:mm", tzinfo=SHOP_CLOCK, locale=self._locale)
        day = str(format_skeleton("MMMd", here, tzinfo=SHOP_CLOCK, locale=self._calendar))
        return f"{self._first(day)}, {clock}"

    def _first(self, day: str) -> str:
        """Return a written day; French counts the first of a month."""
        return f"1er {day[2:]}" if self.lang == "fr" and day.startswith("1 ") else day


@cache
def words(lang: str) -> Words:
    """Return the words of a language of ``SPOKEN``."""
    return Words(lang)


def language_links(address: Callable[[str], str]) -> list[tuple[str, str, str]]:
    """Return each language of the pages with its name in itself and the address of a page in it."""
    return [(lang, words(lang).say("language_name"), address(lang)) for lang in SPOKEN]


@cache
def _messages(lang: str) -> dict[str, Any]:
    loaded: dict[str, Any] = json.loads((MESSAGES / f"{lang}.json").read_text("utf-8"))
    return loaded
