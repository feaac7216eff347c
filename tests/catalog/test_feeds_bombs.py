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

from catalog.feeds import kinds, zip_in

from .foreign_files import read, told
from .shop_files import FILES, workbook, zipped

MEGABYTE = 1024 * 1024
MOST = 700 * MEGABYTE
"""Address space of the reading process, its interpreter and libraries included."""
SHEET = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
READ = """
import sys
from pathlib import Path
from catalog.feeds.own import read
from catalog.reference import load_reference
reference = load_reference()
for path in map(Path, sys.argv[1:]):
    batch, findings = read({path.name: path.read_bytes()}, reference)
    print(path.stem, *sorted({one.code for one in findings}), len(batch.products), sep="|")
    del batch, findings
"""


def answered(files: list[Path], seconds: int = 240) -> dict[str, str]:
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
BOMBS = {
    "strings of 500 MB": (
        "xlsx",
        lambda: book("", f'<sst xmlns="{SHEET}">' + "<si><t>a</t></si>" * 2_000_000 + "</sst>"),
        "too-large|0",
    ),
    "empty rows": (
        "xlsx",
        lambda: book(sheet(ROWS + "".join(f'<row r="{n}"/>' for n in range(3, 400_001)))),
        "too-many-rows|0",
    ),
    "the last cell of all": (
        "xlsx",
        lambda: book(sheet(ROWS + f'<row r="1048576">{cell("XFD1048576", "x")}</row>')),
        "too-many-rows|0",
    ),
    "huge dimensions": ("xlsx", lambda: book(sheet(ROWS, "A1:XFD1048576")), "1"),
    "a cell of 50 MB": ("xlsx", lambda: book(sheet(f'<row r="1">{cell("A1", "x" * 50_000_000)}</row>')), "too-long|0"),
    "a deep sheet": (
        "xlsx",
        lambda: book(f'<worksheet xmlns="{SHEET}">' + "<a>" * 2_000_000 + "</worksheet>"),
        "deep-xml|0",
    ),
    "a zip that unfolds": ("zip", lambda: zipped({f"{n}.csv": b"0" * 45_000_000 for n in range(5)}), "too-large|0"),
    "one cell of a csv": ("csv", lambda: b'ref,name\na,"' + b"x" * 49_000_000 + b'"\n', "line-too-long|0"),
    "a million columns": ("csv", lambda: b";" * 24_000_000 + b"\n", "line-too-long|0"),
    "blank lines": ("csv", lambda: b"ref,name\n" + b",\n" * 2_000_000, "too-many-rows|0"),
    "a text of a feed": ("xml", lambda: b"<rss><channel><item><id>" + b"a" * 48_000_000, "too-long|0"),
    "a deep feed": ("xml", lambda: b"<rss>" + b"<a>" * 3_000_000, "deep-xml|0"),
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
    data = book(more={"xl/vbaProject.bin": b"\xd0\xcf\x11\xe0"})
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
    ],
)
def test_a_name_that_says_something_else_than_the_bytes_is_refused(name: str, data: bytes, code: str) -> None:
    assert kinds.refusal(name, data) is not None
    [finding] = read({name: data})[1]
    assert (finding.code, finding.severity, finding.file) == (code, "error", name)
