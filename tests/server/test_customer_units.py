"""Figures as a language's readers write and know them."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from server.customer.units import measured
from server.customer.words import words

N = "\u202f"


@pytest.mark.parametrize(
    ("value", "unit", "lang", "says"),
    [
        (428, "g", "fr", f"428{N}g"),
        (1250, "g", "fr", f"1{N}250{N}g"),
        (1250, "g", "de", f"1.250{N}g"),
        (1250, "g", "it", f"1.250{N}g"),
        (28_000, "mm", "es", f"28.000{N}mm"),
        (428, "g", "en", f"428{N}g (15.1{N}oz)"),
        (453, "g", "en", f"453{N}g (1{N}lb)"),
        (1250, "g", "en", f"1,250{N}g (2{N}lb 12{N}oz)"),
        (-5, "°C", "fr", f"−5{N}°C"),
        (-5, "°C", "en", f"−5{N}°C (23{N}°F)"),
        (-25, "°C", "en", f"−25{N}°C (−13{N}°F)"),
        (0, "°C", "en", f"0{N}°C (32{N}°F)"),
        (20_000, "mm", "en", f"20,000{N}mm"),
        (35, "l", "en", f"35{N}l"),
        (9_000, "µm", "es", f"9{N}mm"),
        (9_800, "µm", "de", f"9,8{N}mm"),
        (10_400, "ml", "en", f"10.4{N}l"),
        (1_000, "ml", "fr", f"1{N}l"),
        (4, "/5", "it", "4/5"),
    ],
)
def test_a_figure_is_told_in_the_reader_s_units(value: int, unit: str, lang: str, says: str) -> None:
    assert measured(value, unit, words(lang)) == says


@pytest.mark.parametrize(
    ("lang", "money"),
    [("fr", "1\u202f049,95\u00a0€"), ("en", "€1,049.95"), ("de", "1.049,95\u00a0€"), ("it", "1.049,95\u00a0€")],
)
def test_money_is_written_as_the_language_writes_it(lang: str, money: str) -> None:
    assert words(lang).money(104_995, "EUR") == money


@pytest.mark.parametrize(
    ("lang", "day", "moment"),
    [
        ("fr", "20 novembre 2026", "20 nov., 11:12"),
        ("en", "20 November 2026", "20 Nov, 11:12"),
        ("de", "20. November 2026", "20. Nov., 11:12"),
        ("it", "20 novembre 2026", "20 nov, 11:12"),
        ("es", "20 de noviembre de 2026", "20 nov, 11:12"),
    ],
)
def test_a_day_is_written_as_the_language_writes_it(lang: str, day: str, moment: str) -> None:
    at = datetime(2026, 11, 20, 10, 12, tzinfo=UTC)
    assert (words(lang).day(at.date()), words(lang).moment(at)) == (day, moment)


def test_french_counts_the_first_of_a_month() -> None:
    at = datetime(2026, 12, 1, 10, 12, tzinfo=UTC)
    assert (words("fr").day(at.date()), words("fr").moment(at)) == ("1er décembre 2026", "1er déc., 11:12")
    assert words("fr").day(date(2026, 12, 11)) == "11 décembre 2026"
