"""Letters: which encoding a file is in, and what is said where letters were lost."""

from __future__ import annotations

import pytest

from catalog.feeds.text_in import decode

from .foreign_files import told
from .shop_files import PRODUCTS, read_texts

TEXTS = (
    "Désignation;Prix\nÉté indien;1 299,00 €\n",
    "Größe;Farbe\nSchwarz;Grün\nÜbergröße;Weiß\n",
    "Couleur;Prix\nbleu nuit « été » n° 4 l’hiver;1\u00a0299\u00a0€\n",
    "café;CAFÉ ÉTÉ;noël;où;œuf\n",
    "Talla;Año;Diseño;°C\n42;2026;único;-20 °C\n",
    "Modèle;Matière\nVeste à capuche;Gore-Tex®\n",
)
ENCODINGS = ("cp1252", "mac-roman", "cp850", "utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32")


@pytest.mark.parametrize("encoding", ENCODINGS)
@pytest.mark.parametrize("text", TEXTS)
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_the_encoding_is_told_by_where_letters_stand(encoding: str, text: str, end: str) -> None:
    written = text.replace("\n", end)
    try:
        data = written.encode(encoding)
    except UnicodeEncodeError:
        pytest.skip("has no such letters")
    assert decode(data) == written


def test_a_big_endian_mark_is_believed() -> None:
    assert decode(b"\xfe\xff" + TEXTS[0].encode("utf-16-be")) == TEXTS[0]


@pytest.mark.parametrize(
    ("data", "line", "code", "value"),
    [
        (b"ref,name\n" + "é,é\n".encode() * 9 + b"a,\xe9t\xe9\n", 11, "mixed-encodings", ""),
        ("ref,name\na,V\ufffdtement\n".encode(), 2, "lost-characters", "V\ufffdtement"),
        ("ref,name\na,b\nc,VÃªtement Ã©tÃ©\n".encode(), 3, "twice-encoded", "VÃªtement"),
        ("ref,name\nc,l’Ã¢ge dâ€™or\n".encode(), 2, "twice-encoded", "l’Ã¢ge"),
        ("ref,name\nc,voilÃ\u00a0 tout\n".encode(), 2, "twice-encoded", "voilÃ\u00a0"),
    ],
)
def test_lost_letters_are_told_at_their_line(data: bytes, line: int, code: str, value: str) -> None:
    severity = "error" if code == "mixed-encodings" else "warning"  # letters that are there cannot be told from a wish
    [finding] = read_texts({"products.csv": data})[1]
    assert (finding.line, finding.code, finding.value, finding.severity) == (line, code, value, severity)


def test_good_letters_are_not_doubted() -> None:
    named = PRODUCTS.replace("Pour la pluie.", "À l’été « São Âge » — Ça va")
    assert told(list(read_texts({"products.csv": named})[1])) == []
