"""One cell to one value: numbers, prices, yes and no, days and moments, as people and spreadsheets write them."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime

CLEAR = "-"
"""What a person writes in a cell to empty the field; an empty cell changes nothing."""
FORMULA_STARTS = frozenset("=+-@\t\r\n\0＝＋－＠")
"""What a spreadsheet takes for the beginning of a formula (OWASP, CSV injection; the wide ones in Asian locales)."""
_FAILED = frozenset(
    {
        "#DIV/0!", "#N/A", "#NAME?", "#NULL!", "#NUM!", "#REF!", "#VALUE!", "#GETTING_DATA", "#SPILL!", "#CALC!",
        "#FIELD!", "#BLOCKED!", "#UNKNOWN!", "#CONNECT!",
        "#NOM?", "#NUL!", "#NOMBRE!", "#VALEUR!", "#PROPAGATION!", "#EPARS!",
        "#NV", "#BEZUG!", "#WERT!", "#ZAHL!", "#ÜBERLAUF!", "#NOME?", "#RIF!", "#VALORE!", "#ND", "#N/D",
        "#¿NOMBRE?", "#¡REF!", "#¡VALOR!", "#¡NUM!", "#¡DIV/0!", "#¡NULO!",
    }
)  # fmt: skip
"""What spreadsheets write where a formula failed: in English, French, German, Italian, Spanish."""
_HIDDEN_OR_CODED = re.compile(r"#{3,}|Err:\d{3}", re.IGNORECASE)
"""A column too narrow for its figure, copied as it was shown; LibreOffice's errors."""
_YES = frozenset(
    {
        "1",
        "oui",
        "o",
        "yes",
        "y",
        "true",
        "vrai",
        "x",
        "avec",
        "with",
        "ja",
        "mit",
        "sì",
        "si",
        "sí",
        "con",
        "✓",
        "✔",
        "✔️",
        "☑",
        "✅",
        "wahr",
        "vero",
    }
)
_NO = frozenset(
    {
        "0",
        "non",
        "n",
        "no",
        "false",
        "faux",
        "sans",
        "without",
        "nein",
        "ohne",
        "senza",
        "sin",
        "✗",
        "✘",
        "☒",
        "❌",
        "falsch",
        "falso",
    }
)
_SPACES = re.compile(r"[\s\u00a0\u202f\u2009’']+")
_WHOLE = re.compile(r"(-?\d{1,12})(?:[.,](?:0{1,2}|0{4,6}))?")
"""``20,000`` may be twenty or twenty thousand; ``20,0000`` is what a database writes."""
_AMOUNT = re.compile(
    r"(?P<plain>\d{1,9})(?:[.,](?P<cents>\d{1,2}|\d{2}0{2,4}))?"
    r"|(?P<dotted>\d{1,3}(?:\.\d{3})+),(?P<dotted_cents>\d{1,2})"
    r"|(?P<comma>\d{1,3}(?:,\d{3})+)\.(?P<comma_cents>\d{1,2})"
)
_EURO = re.compile(r"€|euros?|eur", re.IGNORECASE)
_ROUND = re.compile(r"([.,])(?:-{1,2}|–|—)$")
"""How a price without cents is written in Switzerland and Germany: ``349.–``, ``349,-``."""
_WITH_TAX = re.compile(r"(?:ttc|incl?\.?(?:vat|tva|mwst)|inkl\.?mwst)\.?$", re.IGNORECASE)
_OTHER_MONEY = re.compile(
    r"[$£¥₣₩₺₽]|chf|s?fr\.?(?![a-z])|usd|gbp|jpy|krw|cny|sek|nok|dkk|pln|czk|huf|ron|cad|aud|nzd|try|dollars?|francs?|k[rč]",
    re.IGNORECASE,
)
_FRENCH_DAY = re.compile(r"(\d{1,2})[/.](\d{1,2})[/.](\d{4})")
_DATE = re.compile(r"\d{4}-\d{2}-\d{2}")
_LONE_DASH = re.compile(r"'*-")


class CurrencyError(ValueError):
    """A price in another currency than the euro."""


def is_marked(text: str) -> bool:
    """Tell whether an apostrophe stands before what a spreadsheet would calculate, shorten or hide."""
    if not text.startswith("'") or len(text) == 1:
        return False
    rest = text[1:]
    return rest[0].isdigit() or rest[0] == "'" or rest[0] in FORMULA_STARTS or is_spreadsheet_error(rest)


def is_spreadsheet_error(text: str) -> bool:
    """Tell what a spreadsheet writes instead of a value: ``#N/A``, ``#VALEUR!``, ``########``, ``Err:502``."""
    return text[:1] in "#Ee" and (text.upper() in _FAILED or bool(_HIDDEN_OR_CODED.fullmatch(text)))


def bared(text: str) -> str:
    """Take off the apostrophe that marks a cell as text.

    Before a lone dash it stays until ``said``: there it tells the word ``-`` from the sign that empties a field.
    """
    return text[1:] if is_marked(text) and not _LONE_DASH.fullmatch(text) else text


def said(raw: str) -> str:
    """Return the text a cell says; ``""`` where it empties the field."""
    if raw == CLEAR:
        return ""
    return raw[1:] if _LONE_DASH.fullmatch(raw) else raw


def neutral(text: str) -> str:
    """Return a text as a cell that no spreadsheet calculates; ``bared`` and ``said`` give it back."""
    risky = text[:1] in FORMULA_STARTS or is_spreadsheet_error(text)
    return f"'{text}" if risky or is_marked(text) else text


def boolean(text: str) -> bool:
    """Read yes or no in French or English. Raises ValueError."""
    word = text.casefold()
    if word in _YES:
        return True
    if word in _NO:
        return False
    raise ValueError(text)


def integer(text: str, unit: str = "") -> int:
    """Read a whole number; spaces between thousands and the unit behind it are dropped. Raises ValueError."""
    packed = _SPACES.sub("", text)
    if unit:
        packed = packed.removesuffix(_SPACES.sub("", unit))
    match = _WHOLE.fullmatch(packed)
    if match is None:
        raise ValueError(text)
    return int(match.group(1))


def cents(text: str) -> int:
    """Read a price in euros as cents: ``349,95 €``, ``1 054.95``, ``EUR 350``. Raises ValueError, CurrencyError.

    ``1.054`` is refused: one writer means a thousand, the other one euro.
    """
    packed = _ROUND.sub(r"\g<1>00", _EURO.sub("", _WITH_TAX.sub("", _SPACES.sub("", text))))
    if _OTHER_MONEY.search(packed):
        raise CurrencyError(text)
    match = _AMOUNT.fullmatch(packed)
    if match is None:
        raise ValueError(text)
    whole = match["plain"] or match["dotted"] or match["comma"]
    part = match["cents"] or match["dotted_cents"] or match["comma_cents"] or "0"
    return int(re.sub(r"[.,]", "", whole)) * 100 + int(part[:2].ljust(2, "0"))


def words(text: str) -> tuple[str, ...]:
    """Read a list written with ``|`` between its parts; each part once, in the order written."""
    parts = (part.strip() for part in text.split("|"))
    return tuple(dict.fromkeys(part for part in parts if part))


def day(text: str) -> str:
    """Read a day, ``2026-11-14`` or ``14/11/2026``, as ISO. Raises ValueError."""
    match = _FRENCH_DAY.fullmatch(text)
    if match:
        return date(int(match.group(3)), int(match.group(2)), int(match.group(1))).isoformat()
    return date.fromisoformat(text).isoformat()


def moment(text: str) -> str:
    """Read a moment with its zone as RFC 3339 UTC to the second. Raises ValueError."""
    when = datetime.fromisoformat(text)
    if when.tzinfo is None:
        raise ValueError(text)
    return when.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


_MONTHS = (
    "janvier|janv|jan|january|février|fevrier|févr|fevr|fév|feb|february|mars|mar|march|avril|avr|apr|april|mai|may|juin"
    "|jun|june|juillet|juil|jul|july|août|aout|aug|august|septembre|sept|sep|september|octobre|oct|october|novembre|nov"
    "|november|décembre|decembre|déc|dec|december|okt|dez|mär"
)
_SIZE_MADE_DATE = re.compile(
    rf"\d{{1,2}}[-/. ]?(?:{_MONTHS})\.?(?:[-/. ]?\d{{2,4}})?|(?:{_MONTHS})\.?[-/. ]\d{{2,4}}"
    r"|\d{4}-\d{2}-\d{2}(?:[T ].*)?|\d{1,2}/\d{1,2}/\d{4}|[45]\d{4}",
    re.IGNORECASE,
)


def is_size_made_date(text: str) -> bool:
    """Tell a size that a spreadsheet took for a day: ``38-oct``, ``22 mai``, ``mai-22``, ``2026-10-12``, ``46307``.

    The last is how a spreadsheet numbers that day, with the years 2009 to 2064 between 40,000 and 60,000.
    """
    return bool(_SIZE_MADE_DATE.fullmatch(text))


def is_date(text: str) -> bool:
    """Tell whether a spreadsheet has made a date of the cell."""
    return bool(_DATE.match(text))
