# ruff: noqa: E501  a row of a file is one line
"""Files made to fill the memory: each is read in a process that may not have more, and is refused with a sentence."""

from __future__ import annotations

import io
import resource
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from catalog.feeds import zip_in

from .foreign_files import read, told
from .shop_files import FILES, workbook, zipped

MEGABYTE = 1024 * 1024
MOST = 600 * MEGABYTE
"""Address space of the reading process, its interpreter and libraries included."""
SHEET = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
READ = """
import sys, time
from pathlib import Path
from catalog.feeds.limits import Limits
from catalog.feeds.own import read
from catalog.reference import load_reference
reference, limits = load_reference(), Limits(rows=20_000)
for path in map(Path, sys.argv[1:]):
    start = time.process_time()
    batch, findings = read({path.name: path.read_bytes()}, reference, limits)
    assert time.process_time() - start < 20, path
    print(path.stem, *sorted({one.code for one in findings}), len(batch.products), sep="|")
    del batch, findings
"""
"""Fewer rows than in earnest: a row that is refused is read as slowly as one that is taken."""
LAUGHS = (
    b'<?xml version="1.0"?><!DOCTYPE l [<!ENTITY l0 "ha">'
    + b"".join(b'<!ENTITY l%d "%s">' % (n, b"&l%d;" % (n - 1) * 10) for n in range(1, 10))
    + b"]>"
)


def answered(files: list[Path], seconds: int = 120) -> dict[str, str]:
    """Read files one after the other in one process of bounded memory; return what was said of each, by its number."""
    found = subprocess.run(
        [sys.executable, "-c", READ, *map(str, files)],
        capture_output=True,
        text=True,
        timeout=seconds,
        check=False,
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_AS, (MOST, MOST)),
    )
    assert found.returncode == 0, found.stderr[-2_000:]
    lines = [line.split("|", 1) for line in found.stdout.splitlines()]
    return dict(lines)  # type: ignore[arg-type]


def book(sheet: str = "", strings: str = "", more: dict[str, bytes] | None = None) -> bytes:
    """Return a workbook with parts of our own in place of those that a program wrote."""
    good = zipfile.ZipFile(io.BytesIO(workbook({"products": [["ref", "name"], ["millet-a", "A"]]})))
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for name in good.namelist():
            archive.writestr(name, sheet if sheet and name == "xl/worksheets/sheet1.xml" else good.read(name))
        if strings:
            archive.writestr("xl/sharedStrings.xml", strings)
        for name, content in (more or {}).items():
            archive.writestr(name, content)
    return packed.getvalue()


def sheet(rows: str, dimension: str = "A1:B2") -> str:
    return f'<worksheet xmlns="{SHEET}"><dimension ref="{dimension}"/><sheetData>{rows}</sheetData></worksheet>'


def cell(place: str, text: str) -> str:
    return f'<c r="{place}" t="inlineStr"><is><t>{text}</t></is></c>'


ROWS = f'<row r="1">{cell("A1", "ref")}{cell("B1", "name")}</row><row r="2">{cell("A2", "millet-a")}{cell("B2", "A")}</row>'
ROW = "millet-a,A\n"
BOMBS = {
    "strings without end": (
        "xlsx",
        lambda: book("", f'<sst xmlns="{SHEET}">' + "<si><t>a</t></si>" * 1_600_000 + "</sst>"),
        "too-large|0",
    ),
    "empty rows": ("xlsx", lambda: book(sheet(ROWS + "<row/>" * 40_000)), "too-many-rows|0"),
    "the last cell of all": (
        "xlsx",
        lambda: book(sheet(ROWS + f'<row r="1048576">{cell("XFD1048576", "x")}</row>')),
        "too-many-rows|0",
    ),
    "huge dimensions": ("xlsx", lambda: book(sheet(ROWS, "A1:XFD1048576")), "1"),
    "a cell of 100 MB": (
        "xlsx",
        lambda: book(sheet(f'<row r="1">{cell("A1", "x" * 100_000_000)}</row>')),
        "too-long|0",
    ),
    "a row without end": ("xlsx", lambda: book(sheet(f'<row r="1">{"<c/>" * 9_000_000}</row>')), "too-many-columns|0"),
    "elements beside rows": (
        "xlsx",
        lambda: book(more={"xl/theme/a.xml": f"<a>{'<b/>' * 9_000_000}</a>".encode()}),
        "too-large|0",
    ),
    "a deep sheet": ("xlsx", lambda: book(f'<worksheet xmlns="{SHEET}">' + "<a>" * 99_000), "deep-xml|0"),
    "laughs in a workbook": ("xlsx", lambda: book(f"{LAUGHS.decode()}<worksheet/>"), "bad-workbook|0"),
    "a zip that unfolds": ("zip", lambda: zipped({f"{n}.csv": b"0" * 45_000_000 for n in range(5)}), "too-large|0"),
    "one cell of a csv": ("csv", lambda: b'ref,name\na,"' + b"x" * 49_000_000 + b'"\n', "line-too-long|0"),
    "a quote that never closes": ("csv", lambda: b'ref,name\na,"' + b"x\n" * 24_000_000, "too-long|0"),
    "a million columns": ("csv", lambda: b";" * 24_000_000 + b"\n", "line-too-long|0"),
    "a million short columns": ("csv", lambda: b"a;" * 1_000_000 + b"\n" + b"1;" * 1_000_000, "too-many-columns|0"),
    "blank lines": ("csv", lambda: b"ref,name\n" + b"\n" * 40_000_000, "too-many-rows|0"),
    "zeros": ("csv", lambda: b"ref,name\n" + b"\0" * 40_000_000, "not-text|0"),
    "overlong letters": ("csv", lambda: b"ref,name\nmillet-a,\xc0\xaf\xc0\xbd\n", "mixed-encodings|0"),
    "a text of a feed": ("xml", lambda: b"<rss><channel><item><id>" + b"a" * 48_000_000, "too-long|0"),
    "a tag of a feed": (
        "xml",
        lambda: b"<rss " + b" ".join(b'a%d="1"' % n for n in range(300_000)) + b"/>",
        "too-long|0",
    ),
    "a deep feed": ("xml", lambda: b"<rss>" + b"<a>" * 3_000_000, "deep-xml|0"),
    "items without end": ("xml", lambda: b"<rss><channel>" + b"<item/>" * 6_000_000, "too-many-rows|0"),
    "a list without end": ("xml", lambda: b"<list>" + b"<a b='1' c='2'/>" * 3_000_000 + b"</list>", "too-many-rows|0"),
    "a list of ever new titles": (
        "xml",
        lambda: b"<list>" + b"".join(b"<a><b%d>1</b%d><c>2</c></a>" % (n, n) for n in range(900_000)) + b"</list>",
        "too-many-columns|0",
    ),
    "one element that repeats": ("xml", lambda: b"<list><a>" + b"<b>1</b>" * 6_000_000 + b"</a></list>", "no-feed|0"),
    "a billion laughs": (
        "xml",
        lambda: LAUGHS + b"<rss><channel><item><title>&l9;</title></item></channel></rss>",
        "bad-xml|0",
    ),
    "quadratic laughs": (
        "xml",
        lambda: b'<?xml version="1.0"?><!DOCTYPE r [<!ENTITY a "' + b"a" * 99_000 + b'">]><rss>' + b"&a;" * 9_000,
        "bad-xml|0",
    ),
    "somebody else's file": (
        "xml",
        lambda: b'<?xml version="1.0"?><!DOCTYPE r [<!ENTITY x SYSTEM "file:///etc/passwd">]><rss>&x;</rss>',
        "bad-xml|0",
    ),
    "a crowd of values": (
        "json",
        lambda: b'{"format":"cordee-catalogue-1","x":[' + b"{}," * 9_000_000 + b"{}]}",
        "json-crowded|0",
    ),
    "deep json": ("json", lambda: b"[" * 3_000_000, "bad-json|0"),
}


def test_each_is_refused_within_bounded_memory(tmp_path: Path) -> None:
    files = []
    for bomb, (ending, make, _) in BOMBS.items():
        files.append(tmp_path / f"{bomb}.{ending}")
        files[-1].write_bytes(make())
    assert answered(files) == {bomb: expected for bomb, (_, _, expected) in BOMBS.items()}


def test_entries_that_lie_upon_each_other_are_refused() -> None:
    data = bytearray(zipped({"products.csv": FILES["products.csv"], "facts.csv": FILES["facts.csv"]}))
    first = data.index(b"PK\x01\x02")
    second = data.index(b"PK\x01\x02", first + 4)
    data[second + 42 : second + 46] = data[first + 42 : first + 46]  # both entries begin at the same place
    assert not zip_in.is_sound(bytes(data))
    assert [one.code for one in read({"lot.zip": bytes(data)})[1]] == ["bad-zip"]


def test_a_directory_without_end_is_refused_before_it_is_read() -> None:
    assert not zip_in.is_sound(zipped({"a.csv": "x"}) + b"PK\x01\x02" * 6_000)


def test_macros_are_refused() -> None:
    for part in ("xl/vbaProject.bin", "xl/macros/VBAPROJECT.BIN", "xl/macrosheets/sheet1.xml"):
        data = book(more={part: b"\xd0\xcf\x11\xe0"})
        assert [one[2] for one in told(read({"a.xlsx": data})[1])] == ["macros"]
    assert [one[2] for one in told(read({"lot.zip": zipped({"a.xlsm": data})})[1])] == ["macros"]


@pytest.mark.parametrize(
    ("name", "data", "code"),
    [
        ("a.csv", zipped(FILES), "wrong-type"),
        ("a.xlsx", b"ref,name\na,b\n", "wrong-type"),
        ("a.xlsx", zipped(FILES), "wrong-type"),
        ("a.zip", b"ref,name\n", "wrong-type"),
        ("a.xml", b"ref,name\n", "wrong-type"),
        ("a.xls", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "bad-workbook"),
        ("a.csv", b"%PDF-1.7\n", "not-text"),
        ("a.csv", b"\x89PNG\r\n\x1a\n", "not-text"),
        ("a.csv", b"\x1f\x8b\x08\0", "not-text"),
        ("a.csv", b"<!DOCTYPE html><html><body>Session expired</body></html>", "web-page"),
        ("a.xls", b"\xef\xbb\xbf\n<table><tr><td>ref</td></tr></table>", "web-page"),
        ("a.xlsx", b"<html></html>", "web-page"),
        ("a.ods", zipped({"content.xml": "<a/>"}), "unread-file"),
        ("a.docx", zipped({"word/document.xml": "<a/>"}), "unread-file"),
        ("a.zip", zipped({"b.zip": zipped(FILES)}), "unread-file"),
    ],
    ids=lambda value: "bytes" if isinstance(value, bytes) else None,
)
def test_a_name_that_says_something_else_than_the_bytes_is_refused(name: str, data: bytes, code: str) -> None:
    [finding] = read({name: data})[1]
    assert (finding.code, finding.severity) == (code, "error")
    assert finding.file.startswith(name)
