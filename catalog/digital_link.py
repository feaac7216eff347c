"""GS1 Digital Link (URI Syntax 1.6): the GTIN and its qualifiers in an address of any host and stem."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from .gtin import GtinError, normalise

GTIN_KEY = "01"
QUALIFIER_ORDER = ("22", "10", "21")
THIRD_PARTY_KEY = "235"
_MAX_LENGTH = {"22": 20, "10": 20, "21": 20, "235": 28}
_HEX = re.compile(r"%([0-9A-Fa-f]{2})")
_BROKEN_PERCENT = re.compile(r"%(?![0-9A-Fa-f]{2})")
# The 82 characters of GS1 General Specifications, figure 7.11-1.
_SET_82 = re.compile(r"[!\"%&'()*+,\-./0-9:;<=>?A-Z_a-z]+")
# Keys that may only stand in the query: those of GS1's Syntax Dictionary that neither are nor qualify a primary key.
_ATTRIBUTE = re.compile(
    r"1[1-35-7]|20|24[0-3]|25[01]|30|31[0-6][0-5]|32\d[0-5]|33[0-7][0-5]|34\d[0-5]|35[0-7][0-5]|36\d[0-5]|37|39[0-3]\d"
    r"|394[0-3]|395[0-5]|400|403|41[0-36]|42[0-7]|43[01]\d|432[0-6]|433[0-3]|700[1-9]|701[01]|702[0-3]|703\d|704[01]"
    r"|71[0-7]|72[35]\d|724[0-2]|800[125789]|8012|8026|8030|811[0-2]|8200|9\d"
)


@dataclass(frozen=True, slots=True)
class DigitalLink:
    """What a link says: the item, the qualifiers of its path in order, and the numeric attributes of its query."""

    gtin: str
    qualifiers: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    attributes: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))

    @property
    def path(self) -> str:
        """The canonical path: fourteen digits, values percent-encoded, no trailing slash."""
        parts = [f"/{GTIN_KEY}/{self.gtin}"]
        parts += [f"/{key}/{_encode(value)}" for key, value in self.qualifiers.items()]
        return "".join(parts)


def parse_digital_link(uri: str) -> DigitalLink:
    """Read a path or a whole address, still percent-encoded, and return what it identifies.

    The rightmost ``/01/`` counts, before it any stem; one trailing slash is tolerated; a fragment and keys of the
    query that are not all digits are ignored. Raises GtinError where GS1's syntax is broken.
    """
    path, _, query = _without_origin(uri).partition("#")[0].partition("?")
    segments = path.split("/")
    if len(segments) > 1 and segments[-1] == "":
        segments.pop()
    start = _key_position(segments)
    rest = segments[start + 2 :]
    if len(rest) % 2:
        raise _syntax(
            f"« {rest[-1]} » est de trop à la fin du lien.", f"“{rest[-1]}” does not belong at the link's end."
        )
    qualifiers = _qualifiers(list(zip(rest[::2], rest[1::2], strict=True)))
    return DigitalLink(
        normalise_segment(segments[start + 1]),
        MappingProxyType(qualifiers),
        MappingProxyType(_attributes(query, qualifiers)),
    )


def normalise_segment(segment: str) -> str:
    """Return the fourteen digits of a path segment; a segment may hold digits only, no space or dash."""
    if not segment.isascii() or not segment.isdigit():
        raise _syntax("Le lien ne contient pas de code GTIN.", "The link holds no GTIN.")
    return normalise(segment)


def _without_origin(uri: str) -> str:
    scheme, mark, rest = uri.strip().partition("://")
    if not mark or "/" in scheme or "?" in scheme:
        return uri.strip()
    slash = rest.find("/")
    return rest[slash:] if slash >= 0 else ""


def _key_position(segments: list[str]) -> int:
    """Return the index of the rightmost ``01`` that a number follows; a qualifier's value may be "01" as well."""
    numbered = [
        index
        for index, segment in enumerate(segments[:-1])
        if segment == GTIN_KEY and segments[index + 1].isascii() and segments[index + 1].isdigit()
    ]
    long_enough = [index for index in numbered if len(segments[index + 1]) >= 8]
    if long_enough:
        return long_enough[-1]
    if numbered:
        return numbered[0]
    raise _syntax("Le lien ne contient pas de code GTIN (/01/…).", "The link holds no GTIN (/01/…).")


def _qualifiers(pairs: list[tuple[str, str]]) -> dict[str, str]:
    keys = [key for key, _ in pairs]
    if keys != [THIRD_PARTY_KEY]:
        allowed = [key for key in QUALIFIER_ORDER if key in keys]
        if keys != allowed:
            shown = "/".join(keys)
            raise _syntax(
                f"Les précisions « {shown} » ne suivent pas l’ordre 22, 10, 21.",
                f"The qualifiers “{shown}” do not follow the order 22, 10, 21.",
            )
    return {key: _value(key, raw) for key, raw in pairs}


def _value(key: str, raw: str) -> str:
    value = _decode(raw)
    if not 1 <= len(value) <= _MAX_LENGTH[key] or _SET_82.fullmatch(value) is None:
        raise _syntax(
            f"La valeur du champ {key} a 1 à {_MAX_LENGTH[key]} caractères du jeu GS1.",
            f"The value of field {key} has 1 to {_MAX_LENGTH[key]} characters of GS1's set.",
        )
    return value


def _attributes(query: str, qualifiers: Mapping[str, str]) -> dict[str, str]:
    found: dict[str, str] = {}
    for pair in query.split("&"):
        key, mark, raw = pair.partition("=")
        if not _is_key(key) or ";" in key:
            continue
        if not mark or key in found or not _may_be_attribute(key, qualifiers):
            raise _syntax(f"Le champ {key} n’a pas sa place ici.", f"Field {key} does not belong here.")
        found[key] = _decode(raw.replace("+", " "))
    return found


def _may_be_attribute(key: str, qualifiers: Mapping[str, str]) -> bool:
    if key in QUALIFIER_ORDER:
        # A batch or serial belongs into the path, unless the path took the other way (235).
        return THIRD_PARTY_KEY in qualifiers
    return _ATTRIBUTE.fullmatch(key) is not None


def _is_key(key: str) -> bool:
    return key.isascii() and key.isdigit()


def _decode(raw: str) -> str:
    """Percent-decode once, and only ASCII: GS1 values have no other characters. A plus stays a plus."""
    if _BROKEN_PERCENT.search(raw):
        raise _syntax("Un « % » du lien n’est pas suivi de deux chiffres.", "A “%” of the link lacks its two digits.")
    return _HEX.sub(lambda match: chr(int(match[1], 16)), raw)


def _encode(value: str) -> str:
    return "".join(
        char if char.isascii() and (char.isalnum() or char in "-._~") else f"%{ord(char):02X}" for char in value
    )


def _syntax(fr: str, en: str) -> GtinError:
    return GtinError("digital-link", fr, en)
