"""YAML data files: what is read, and what is refused with its line."""

from __future__ import annotations

from pathlib import Path

import pytest
from marshmallow import Schema, fields, validate

from catalog.errors import DataError, Finding
from catalog.yamlfile import load, parse
from catalog.yamlschema import Scalar, Strict, Text, kebab, whole


class Item(Schema):
    label = Text(required=True)
    grams = whole(required=True)
    kind = fields.String(validate=validate.OneOf(["a", "b"]))
    value = Scalar()
    on = Strict()
    key = fields.String()


class File(Schema):
    items = fields.Dict(keys=kebab(), values=fields.Nested(Item), required=True)


def refused(text: str) -> tuple[Finding, ...]:
    with pytest.raises(DataError) as caught:
        parse(text, "items.yaml", File())
    return caught.value.findings


def one(text: str) -> Finding:
    (finding,) = refused(text)
    return finding


GOOD = "items:\n  shell:\n    label: {fr: Coque, en: Shell}\n    grams: 300\n"


def test_it_reads_what_the_schema_allows() -> None:
    assert parse(GOOD, "items.yaml", File()).data == {
        "items": {"shell": {"label": {"fr": "Coque", "en": "Shell"}, "grams": 300}}
    }


@pytest.mark.parametrize("word", ["yes", "no", "on", "2026-01-01", "012", "1_000", "0x10", "1e3", ".5"])
def test_it_keeps_as_text_what_yaml_1_1_would_twist(word: str) -> None:
    assert parse(f"{GOOD}    value: {word}\n", "items.yaml", File()).data["items"]["shell"]["value"] == word


def test_it_reads_plain_true_and_whole_numbers() -> None:
    data = parse(f"{GOOD}    on: true\n    value: -4\n", "items.yaml", File()).data
    assert data["items"]["shell"]["on"] is True
    assert data["items"]["shell"]["value"] == -4


@pytest.mark.parametrize(
    ("text", "line", "column", "code"),
    [
        (GOOD + "    colour: red\n", 5, "items.shell.colour", "unknown"),
        (GOOD + "    grams: 400\n", 5, "items.shell.grams", "duplicate"),
        (GOOD.replace("300", "'300'"), 4, "items.shell.grams", "integer"),
        (GOOD.replace("300", "3.5"), 4, "items.shell.grams", "integer"),
        (GOOD.replace("    grams: 300\n", ""), 2, "items.shell.grams", "missing"),
        (GOOD.replace(", en: Shell", ""), 3, "items.shell.label", "invalid"),
        (GOOD.replace("en: Shell", "en: Shell, nl: Jas"), 3, "items.shell.label", "invalid"),
        (GOOD + "    kind: c\n", 5, "items.shell.kind", "choice"),
        (GOOD + "    on: 1\n", 5, "items.shell.on", "boolean"),
        (GOOD.replace("shell:", "Shell_1:"), 2, "items.Shell_1", "invalid"),
        ("items:\n  a: {}\n  key: 3\n", 3, "items.key", "mapping"),
        ("items: [1]\n", 1, "items", "mapping"),
        ("items:\n  a: &x {label: 1}\n  b: *x\n", 2, "items.b", "alias"),
        ("items:\n\ta: 1\n", 2, None, "syntax"),
        ("items: !!python/object/apply:os.getcwd []\n", 1, "items", "mapping"),
        ("", 1, None, "empty"),
        ("- 1\n", 1, None, "mapping"),
    ],
)
def test_it_names_the_line_and_the_field(text: str, line: int, column: str | None, code: str) -> None:
    found = [(finding.line, finding.column, finding.code) for finding in refused(text)]
    assert (line, column, code) in found


def test_it_names_every_wrong_field_at_once() -> None:
    text = "items:\n  a:\n    label: {fr: x, en: y}\n    grams: x\n  b:\n    label: {fr: x, en: y}\n    grams: y\n"
    assert [finding.line for finding in refused(text)] == [4, 7]


def test_it_refuses_a_loop_of_aliases_instead_of_following_it() -> None:
    assert one("items: &loop\n  a: *loop\n").code == "alias"


def test_each_refusal_is_a_sentence_in_french_and_english() -> None:
    for finding in refused(GOOD + "    kind: c\n    on: 1\n    colour: red\n"):
        assert all(finding.message[lang].endswith(".") for lang in ("fr", "en"))
        assert finding.message["fr"] != finding.message["en"]


def test_it_says_that_a_file_is_missing(tmp_path: Path) -> None:
    with pytest.raises(DataError, match=r"gone\.yaml: This file is missing"):
        load(tmp_path / "gone.yaml", File())


def test_it_says_where_a_file_is_not_utf8(tmp_path: Path) -> None:
    path = tmp_path / "old.yaml"
    path.write_bytes(b"items:\n  a: \xe9\n")
    with pytest.raises(DataError, match=r"old\.yaml:2: This file is not UTF-8"):
        load(path, File())
