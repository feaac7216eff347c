"""Bytes to text: UTF-8, UTF-16 and UTF-32, and the eight-bit encodings of Windows, old Macs and DOS told apart."""

from __future__ import annotations

import codecs
import re

_BOMS = (
    (codecs.BOM_UTF32_LE, "utf-32"),  # before UTF-16, whose mark it begins with
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_EIGHT_BITS = ("cp1252", "mac-roman", "cp850")
"""The likelier first: it is taken where the letters tell no difference."""
_SAMPLE_BYTES = 200_000
_OUTSIDE_ASCII = re.compile(rb"[^\r\n]{0,60}[\x80-\xff]+[^\r\n]{0,60}")
_SMALL, _GREAT = "àáâãäåæçèéêëìíîïñòóôõöøùúûüýÿœß", "ÀÁÂÄÅÆÇÈÉÊËÌÍÎÏÑÒÓÔÖØÙÚÛÜŒŸ"
_WORD = f"A-Za-z{_SMALL}{_GREAT}"
_LIKELY = re.compile(
    rf"(?<=[{_WORD}])[{_SMALL}]|[{_SMALL}](?=[a-z{_SMALL}])|(?<![{_WORD}])[{_GREAT}](?=[{_WORD}])"
    rf"|(?<=[A-Z{_GREAT}])[{_GREAT}]|(?<![{_WORD}])à(?![{_WORD}])"
    rf"|(?<=[\d\s])€|€(?=\s?\d)|(?<=[{_WORD}])[’™®]|(?<=\d)[°²³%]|n°|[«“](?=[\s{_WORD}])|(?<=[\s{_WORD}!?.])[»”]"
    r"|(?<=[\d\s])[–—×](?=[\d\s])|(?<=\d)\u00a0(?=[\d€%])|\u00a0(?=[;:!?»€])|(?<=«)\u00a0|(?<=\w)…"
)
_LOST = re.compile("\ufffd")
_TWICE = re.compile("Ã[\x80-\xbfŠšŒœŽž]|â€[™œ“”˜¦]|Â[«»°]")
"""Letters whose UTF-8 was read in the encoding of Windows, and written again: ``Ã©``, ``â€™``."""
_AROUND = 20
_BETWEEN_WORDS = re.compile(r"[ \t\r\n;,|\"]")
"""Not the space that does not break: it is the second half of a spoilt ``à``."""
_WIDE = re.compile(rb"[\xc0-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}")
_MOSTLY = 0.8


def decode(data: bytes) -> str | None:
    """Return the text of a file, or ``None`` where it is not text."""
    text = _decoded(data)
    return None if text is None or "\0" in text else text


def broken_at(data: bytes) -> int | None:
    """Return the line of the first wrong byte where a file is in UTF-8 all but a few places, else ``None``.

    Read in another encoding, all its good letters would be spoilt; read as it is, the bad ones would be lost.
    """
    if _marked(data) not in (None, "utf-8-sig") or _try(data, "utf-8") is not None:
        return None
    outside = sum(1 for byte in data[:_SAMPLE_BYTES] if byte >= 0x80)
    wide = sum(len(match) for match in _WIDE.findall(data[:_SAMPLE_BYTES]))
    if not outside or wide < outside * _MOSTLY:
        return None
    try:
        data.decode("utf-8")
    except UnicodeDecodeError as error:
        return data.count(b"\n", 0, error.start) + 1
    return None


def spoilt(text: str) -> list[tuple[str, int, str]]:
    """Return what an earlier program spoilt: the code, where it is first seen, and the word it stands in."""
    found = []
    for code, signs in (("lost-characters", _LOST), ("twice-encoded", _TWICE)):
        match = signs.search(text)
        if match:
            around = text[max(0, match.start() - _AROUND) : match.end() + _AROUND]
            words = (word for word in _BETWEEN_WORDS.split(around) if signs.search(word))
            found.append((code, match.start(), next(words, match.group())))
    return found


def _decoded(data: bytes) -> str | None:
    encoding = _marked(data) or _unmarked_utf16(data)
    if encoding:
        return _try(data, encoding)
    text = _try(data, "utf-8")
    return text if text is not None else _try(data, _eight_bits(data))


def _marked(data: bytes) -> str | None:
    return next((encoding for bom, encoding in _BOMS if data.startswith(bom)), None)


def _unmarked_utf16(data: bytes) -> str | None:
    """Tell UTF-16 without its mark: nearly every second byte of Western text is then zero."""
    head = data[:2_000]
    if len(head) < 4 or len(data) % 2:
        return None
    half = len(head) // 2
    if head[1::2].count(0) > half * 0.7:
        return "utf-16-le"
    return "utf-16-be" if head[0::2].count(0) > half * 0.7 else None


def _eight_bits(data: bytes) -> str:
    """Choose the encoding in which most letters and signs stand where a Western text has them."""
    sample = b"\n".join(_OUTSIDE_ASCII.findall(data[: 10 * _SAMPLE_BYTES]))[:_SAMPLE_BYTES]
    possible = [one for one in _EIGHT_BITS if _try(data, one) is not None]
    return max(possible, key=lambda one: _likely(sample.decode(one, "ignore")), default=_EIGHT_BITS[0])


def _likely(text: str) -> int:
    """Return how many characters outside ASCII stand where they may, less those that do not."""
    outside = sum(1 for char in text if char >= "\x80")
    return 2 * len(_LIKELY.findall(text)) - outside


def _try(data: bytes, encoding: str) -> str | None:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError:
        return None
