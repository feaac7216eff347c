"""Files that mean harm, or come from a broken program."""

from __future__ import annotations

import io
import zipfile
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from catalog.feeds.findings import MOST
from catalog.feeds.limits import LIMITS

from .shop_files import FILES, PRODUCTS, VARIANTS, cells_of, read_texts, workbook, zipped

SMALL = replace(LIMITS, file_bytes=20_000, unpacked_bytes=50_000, rows=20, columns=30, cell_characters=400, files=8)


def codes(files: dict[str, str | bytes]) -> list[str]:
    return [finding.code for finding in read_texts(files, SMALL)[1]]


def test_it_stops_an_archive_that_unfolds_beyond_the_limit() -> None:
    bomb = zipped({"products.csv": "ref,name\n" + "a" * 200_000})
    assert len(bomb) < 1_000
    assert codes({"lot.zip": bomb}) == ["too-large"]


def test_it_counts_real_bytes_and_not_what_the_archive_claims() -> None:
    bomb = bytearray(zipped({"products.csv": "ref,name\n" + "a" * 200_000}))
    entry = bomb.index(b"PK\x01\x02")
    bomb[entry + 24 : entry + 28] = (10).to_bytes(4, "little")  # the directory now says ten bytes
    assert codes({"lot.zip": bytes(bomb)})[0] in ("too-large", "bad-zip")


def test_it_stops_a_workbook_that_unfolds_beyond_the_limit() -> None:
    data = workbook({"Produits": [["ref", "name"], ["a", "b" * 30_000], ["c", "d" * 30_000]]})
    assert len(data) < SMALL.file_bytes
    assert codes({"lot.xlsx": data}) == ["too-large"]


def test_the_limit_holds_for_all_files_of_a_batch_together() -> None:
    part = zipped({"products.csv": "ref,name\na," + "b" * 20_000})
    assert "too-large" in codes({"a.zip": part, "b.zip": part, "c.zip": part})


def test_it_refuses_a_file_that_is_too_large() -> None:
    assert codes({"products.csv": "ref\n" + "a" * 30_000}) == ["too-large"]


def test_it_refuses_too_many_rows() -> None:
    text = "ref\n" + "".join(f"r{number}\n" for number in range(30))
    assert codes({"products.csv": text}) == ["too-many-rows"]
    rows: list[list[object]] = [["ref"], *([f"r{number}"] for number in range(30))]
    assert codes({"lot.xlsx": workbook({"Produits": rows})}) == ["too-many-rows"]


def test_it_refuses_too_many_columns() -> None:
    header = "ref," + ",".join(f"c{number}" for number in range(40))
    assert "too-many-columns" in codes({"products.csv": f"{header}\na\n"})
    assert "too-many-columns" in codes({"lot.xlsx": workbook({"Produits": cells_of(f"{header}\na\n")})})


def test_it_refuses_a_cell_that_is_too_long() -> None:
    assert codes({"products.csv": f"ref,name\na,{'b' * 500}\n"}) == ["too-long"]
    assert codes({"products.csv": f"ref,name\na,{'b' * 140_000}\n"}) == ["too-large"]


def test_it_refuses_too_many_files() -> None:
    assert codes({f"products-{number}.csv": "ref\n" for number in range(12)}) == ["too-many-files"]
    assert codes({"lot.zip": zipped({f"products-{number}.csv": "ref\n" for number in range(12)})}) == ["too-many-files"]


def test_it_refuses_an_archive_inside_an_archive() -> None:
    assert codes({"lot.zip": zipped({"inner.csv": zipped(FILES)})}) == ["bad-zip"]


def test_it_refuses_a_damaged_archive() -> None:
    assert codes({"lot.zip": zipped(FILES)[:-30]}) == ["bad-zip"]


def test_it_refuses_an_encrypted_archive() -> None:
    data = bytearray(zipped({"products.csv": PRODUCTS}))
    entry = data.index(b"PK\x01\x02")
    data[entry + 8] |= 1
    data[6] |= 1
    assert codes({"lot.zip": bytes(data)}) == ["bad-zip"]


def test_it_refuses_a_damaged_workbook() -> None:
    data = zipped({"xl/workbook.xml": "<workbook", "[Content_Types].xml": "<Types/>"})
    assert codes({"lot.xlsx": data}) == ["bad-workbook"]


def test_it_refuses_entities_in_a_workbook() -> None:
    good = zipfile.ZipFile(io.BytesIO(workbook({"Produits": cells_of(PRODUCTS)})))
    entity = b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]>'
    parts = {name: good.read(name) for name in good.namelist()}
    parts["xl/workbook.xml"] = entity + parts["xl/workbook.xml"].split(b"?>", 1)[-1]
    assert codes({"lot.xlsx": zipped(parts)}) == ["bad-workbook"]


def test_it_refuses_what_is_no_text() -> None:
    assert codes({"products.csv": bytes(range(256)) * 4}) == ["not-text"]
    assert codes({"shop.yaml": b"\xff\xfe\0"}) == ["not-text"]


def test_it_takes_control_characters_out_of_cells() -> None:
    batch, findings = read_texts({"products.csv": "ref,name\nmillet-a,Ka\x07met\x1b\n"})
    assert findings == ()
    assert batch.products[0].name == "Kamet"


def test_it_keeps_a_ceiling_on_findings() -> None:
    text = "ref,category\n" + "".join(f"r{number},x\n" for number in range(MOST + 50))
    findings = read_texts({"products.csv": text})[1]
    assert len(findings) == MOST + 1
    assert findings[-1].code == "more-findings"
    assert "50" in findings[-1].message["fr"]


def test_it_quotes_no_more_than_a_line_of_a_long_cell() -> None:
    finding = read_texts({"products.csv": f"ref,category\na,{'x' * 4_000}\n"})[1][0]
    assert len(finding.message["fr"]) < 300


@settings(max_examples=150, deadline=None)
@given(st.binary(max_size=400), st.sampled_from(["products.csv", "variants.csv", "lot.zip", "lot.xlsx", "shop.yaml"]))
def test_it_answers_any_bytes_with_findings_and_never_breaks(data: bytes, name: str) -> None:
    read_texts({name: data}, SMALL)
    read_texts({name: b"PK\x03\x04" + data}, SMALL)


@settings(max_examples=150, deadline=None)
@given(st.text(max_size=200))
def test_it_answers_any_text_with_findings_and_never_breaks(text: str) -> None:
    for good in (PRODUCTS, VARIANTS):
        head, _, rest = good.partition("\n")
        read_texts({"a.csv": f"{head}\n{text}\n{rest}".encode("utf-8", "replace")}, SMALL)


@pytest.mark.parametrize("name", ["../../etc/passwd.csv", "C:\\lot\\products.csv"])
def test_names_in_an_archive_are_only_names(name: str) -> None:
    batch, _ = read_texts({"lot.zip": zipped({name: PRODUCTS})}, SMALL)
    assert [product.ref for product in batch.products] == ["millet-kamet"]
