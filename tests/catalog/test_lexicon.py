"""The customers' words: the files are checked, the phone's copy is theirs, what it answers is what the finder takes."""

from __future__ import annotations

import json
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest

from catalog import DATA
from catalog.errors import DataError
from catalog.finder import compile_finder, parse
from catalog.lexicon import as_json, lexicon, read_all
from catalog.lexicon.compile import compile_lexicon
from tests.catalog.finder_real import knowledge, reference

ROOT = Path(__file__).parents[2]
SENTENCES = json.loads((ROOT / "tests" / "vectors" / "words.json").read_text("utf-8"))


def compiled_from(folder: Path) -> dict[str, Any]:
    return compile_lexicon(read_all(folder), compile_finder(knowledge(), reference()))


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    return Path(shutil.copytree(DATA / "lexicon", tmp_path / "lexicon"))


def change(folder: Path, old: str, new: str, name: str = "en.yaml") -> None:
    path = folder / name
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), "utf-8")


def findings(folder: Path) -> list[tuple[str, str, int | None]]:
    with pytest.raises(DataError) as refused:
        compiled_from(folder)
    return [(each.code, each.file, each.line) for each in refused.value.findings]


def test_the_phone_carries_what_the_files_say() -> None:
    copy = ROOT / "pwa" / "src" / "words" / "lexicon.json"
    assert copy.read_text("utf-8") == as_json(), "run python -m catalog.lexicon"


def test_every_piece_and_every_activity_can_be_said_in_every_language() -> None:
    finder = compile_finder(knowledge(), reference())
    activities = next(each for each in finder["questions"] if each["id"] == "activity")["answers"]
    for code, table in lexicon()["languages"].items():
        said = [means.get("says", {}) for means in table["means"]]
        pieces = {each["wanted"] for each in said if "wanted" in each}
        made = {one for ways in lexicon()["made_for"].values() for one in ways.values()}
        missing = set(finder["parameters"]["families"]) - pieces - made
        assert not missing, f"{code}: {missing}"
        assert {each["activity"] for each in said if "activity" in each} == {each["id"] for each in activities}, code


def test_an_id_that_does_not_exist_is_named_with_its_line(copy: Path) -> None:
    change(copy, "  hardshell-jacket: [", "  hardshell-coat: [")
    line = (
        (copy / "en.yaml")
        .read_text("utf-8")
        .splitlines()
        .index(next(each for each in (copy / "en.yaml").read_text("utf-8").splitlines() if "hardshell-coat" in each))
    )
    assert {("unknown-id", "en.yaml", line + 1)} == set(findings(copy))


def test_a_phrase_with_two_meanings_is_refused(copy: Path) -> None:
    change(copy, "  gaiters: [gaiters, ", "  gaiters: [gaiters, Gloves, ")
    assert [each[:2] for each in findings(copy)] == [("two-meanings", "en.yaml")]


def test_an_unknown_section_is_refused(copy: Path) -> None:
    change(copy, "shades: [", "shadows: [")
    assert ("unknown", "en.yaml") in [each[:2] for each in findings(copy)]


def test_a_rule_about_a_wish_that_does_not_exist_is_refused(copy: Path) -> None:
    change(copy, "soft: [light, ", "soft: [lightness, ", "shared.yaml")
    assert [each[:2] for each in findings(copy)] == [("unknown-id", "shared.yaml")]


@pytest.mark.parametrize("sentence", SENTENCES, ids=lambda each: f"{each['lang']}: {each['text']}")
def test_the_finder_takes_what_was_understood(sentence: dict[str, Any]) -> None:
    finder = compile_finder_once()
    parsed = parse(sentence["answers"], finder)
    assert set(parsed) == set(sentence["answers"])


_FINDER: dict[str, Any] = {}


def compile_finder_once() -> dict[str, Any]:
    if not _FINDER:
        _FINDER.update(compile_finder(knowledge(), reference()))
    return _FINDER


def ask_the_command(lines: list[str]) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        ["npm", "--prefix", str(ROOT / "pwa"), "run", "-s", "understand"],
        input="\n".join(lines) + "\n",
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )


def test_the_command_reads_lines_and_writes_lines() -> None:
    asked = SENTENCES[:40]
    ran = ask_the_command([json.dumps({"lang": each["lang"], "text": each["text"]}) for each in asked])
    answered = [json.loads(line) for line in ran.stdout.splitlines()]
    assert ran.returncode == 0, ran.stderr
    assert answered == [{"answers": each["answers"], "rest": each["rest"]} for each in asked]


def test_a_bad_line_is_an_error_and_the_others_are_answered() -> None:
    ran = ask_the_command(["{", '{"lang": "fr", "text": "des moufles"}', '{"lang": "fr"}', '{"text": "guanti neri"}'])
    answered = [json.loads(line) for line in ran.stdout.splitlines()]
    assert ran.returncode == 1
    assert ["error" in each for each in answered] == [True, False, True, False]
    assert answered[1]["answers"] == {"wanted": "mittens"}
    assert answered[3]["answers"] == {"wanted": "gloves", "colour": "black"}
