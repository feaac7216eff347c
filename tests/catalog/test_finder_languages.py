"""What is said in German, Italian and Spanish: found by the English words, checked, and marked where it is missing."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from catalog.errors import DataError
from catalog.finder import translations
from catalog.finder.explain import sentences
from catalog.finder.languages import Translations, load_translations, missing, stale, texts_of
from catalog.finder.translations import main
from catalog.finder.wishes import without_colon
from catalog.finder.words import lower, put, spoken_in
from catalog.model import LANGUAGES
from tests.catalog.finder_real import ask, document, knowledge

Json = dict[str, Any]
DRY = {"fr": "Vous restez au sec.", "en": "You stay dry."}
GUESS = "So schätzen wir es ein."
TEXTS = list(texts_of(list(knowledge().spoken)))


def files(folder: Path, **texts: str) -> Translations:
    for lang, text in texts.items():
        (folder / f"{lang}.yaml").write_text(text, "utf-8")
    return load_translations(folder)


def refused(folder: Path, **texts: str) -> list[tuple[str, int | None, str]]:
    with pytest.raises(DataError) as caught:
        files(folder, **texts)
    return [(each.file, each.line, each.code) for each in caught.value.findings]


def test_a_text_gets_the_languages_that_its_file_leaves_out(tmp_path: Path) -> None:
    given = files(tmp_path, de='sentences:\n  "You stay dry.": "Sie bleiben trocken."\n')
    tree = {"a": [DRY, {**DRY, "de": "Trocken."}], "source": [DRY]}
    done = given.complete(tree)
    assert done["a"][0] == {**DRY, "de": "Sie bleiben trocken."}
    assert done["a"][1]["de"] == "Trocken.", "what stands beside the English wins"
    assert done["source"] == [DRY], "a source is read, not said"
    assert tree["a"][0] == DRY, "the tree itself stays as it was"


def test_a_translation_has_the_figures_of_the_original(tmp_path: Path) -> None:
    wrong = 'sentences:\n  "With {weight_g} it is light.": "Mit {weight} leicht."\n  "At {x}": "Bei {X}"\n'
    assert refused(tmp_path, de=wrong) == [("de.yaml", 2, "placeholders")]


def test_an_empty_translation_and_another_language_are_refused(tmp_path: Path) -> None:
    assert refused(tmp_path, de='sentences:\n  "A.": ""\n')[0][:2] == ("de.yaml", 2)
    assert refused(tmp_path, de='sentences: {"A.": "B."}', pt='sentences: {"A.": "B."}') == [("pt.yaml", 1, "language")]


def test_what_is_missing_and_what_is_said_no_more_is_told(tmp_path: Path) -> None:
    given = files(tmp_path, de='sentences:\n  "You stay dry.": "Sie bleiben trocken."\n  "Gone.": "Weg."\n')
    tree = given.complete([DRY])
    assert missing([tree]) == {"de": [], "it": ["You stay dry."], "es": ["You stay dry."]}
    assert [(each.line, each.code) for each in stale(given, [tree])] == [(3, "stale")]


def test_a_folder_without_translations_is_none(tmp_path: Path) -> None:
    assert load_translations(tmp_path / "none").complete([DRY]) == [DRY]


@pytest.mark.parametrize(
    ("words", "small"),
    [
        ("L’eau passe.", "l’eau passe."),
        ("Gore-Tex", "Gore-Tex"),
        ("GORE-TEX", "GORE-TEX"),
        ("C1 (straps)", "C1 (straps)"),
        ("3 layers", "3 layers"),
        ("", ""),
        ("È leggera.", "è leggera."),
    ],
)
def test_a_name_keeps_its_capital(words: str, small: str) -> None:
    assert lower(words) == small
    assert put("{reason} / {Reason}", "reason", words) == f"{small} / {words}"


def test_german_nouns_keep_their_capitals() -> None:
    asked: Json = {"wanted": "shell", "activity": "hiking", "weather": "rain", "prefer": ["recco", "hood:helmet"]}
    found = ask(asked, lang="de")["results"]
    labels = {wish["id"]: wish["label"]["de"] for wish in document()["finder"]["wishes"]}
    said = [line["text"] for each in found for kind in ("reasons", "cautions") for line in each[kind]]
    about = [text for text in said if text.startswith(("Das wollten Sie: ", "Das fehlt: "))]
    assert about
    assert all(
        any(text.removesuffix(f" {GUESS}").endswith(f": {without_colon(label)}.") for label in labels.values())
        for text in about
    )
    assert all(re.search(r": [A-ZÄÖÜ0-9]", each["say"]["benefit"]) for each in found)


@pytest.mark.parametrize("lang", ["de", "it", "es"])
def test_another_language_is_not_french_or_english(lang: str) -> None:
    asked = {"wanted": "shell", "activity": "ski-touring", "weather": "wet-snow", "temperature_c": -2}
    words = {
        code: [text for each in ask(asked, lang=code)["results"] for text in each["say"].values()] for code in LANGUAGES
    }
    assert not set(words[lang]) & (set(words["en"]) | set(words["fr"]))


def test_what_is_not_translated_is_said_whole_in_english_and_marked() -> None:
    finder = document()["finder"]
    index, criterion = next(
        (index, each) for index, each in enumerate(finder["criteria"]) if each["id"] == "shell-hood-helmet"
    )
    english = {name: {code: criterion[name][code] for code in ("fr", "en")} for name in ("reason", "caution")}
    half = {**criterion, **english, "by_value": {}, "told": [], "lang": {"fr": "fr", "en": "en"}}
    criteria = [*finder["criteria"][:index], half, *finder["criteria"][index + 1 :]]
    product = next(each for each in document()["products"] if each["category"] == "hardshell-jacket")
    ranked = {"reasons": [index], "cautions": [], "unknown": []}
    asked = {"activity": "ski-touring"}
    said = sentences({**finder, "criteria": criteria}, product, ranked, asked, "de")
    assert said["reasons"] == [{"code": "shell-hood-helmet", "text": english["reason"]["en"], "lang": "en"}]
    assert said["say"]["benefit"] == english["reason"]["en"], "no German beginning before an English sentence"
    assert "lang" not in sentences({**finder, "criteria": criteria}, product, ranked, asked, "fr")["reasons"][0]


def test_a_language_speaks_a_criterion_where_it_has_all_of_it() -> None:
    both = {"reason": {**DRY, "de": "Trocken."}, "caution": DRY, "told": [{**DRY, "de": "Trocken."}]}
    assert spoken_in(both) == ("fr", "en")
    assert spoken_in({"reason": both["reason"]}) == ("fr", "en", "de")


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_sentence_is_written_as_its_language_is(lang: str) -> None:
    for text in (text[lang] for text in TEXTS if lang in text):
        assert text == text.strip(), text
        assert "  " not in text, text
        assert "'" not in text, f"a straight apostrophe: {text}"
        if lang == "de":
            assert not re.search(r" [;:!?]", text), text
        if lang == "es":
            assert text.count("?") == text.count("¿"), text


def test_german_reasons_go_behind_a_colon() -> None:
    colons = [
        text
        for criterion in knowledge().criteria
        for text in (criterion["reason"].get("de", ""), *(each.get("de", "") for each in criterion["told"]))
        if ":" in text
    ]
    assert not colons, "the situation stands before them with a colon of its own"


def test_nothing_is_left_untranslated_and_nothing_translated_in_vain() -> None:
    """Hold the files to the knowledge; `python -m catalog.finder.translations` lists what is missing, line by line."""
    absent = {lang: found for lang, found in missing(knowledge().spoken).items() if found}
    assert not absent
    vain = [f"{each.file}:{each.line} {each.column}" for each in stale(knowledge().translations, knowledge().spoken)]
    assert not vain


def test_the_command_lists_what_is_missing(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    assert main(["--missing"]) == 0
    assert main([]) == 0
    lost = replace(knowledge(), translations=Translations({}), parameters={"words": [{"label": DRY}]})
    monkeypatch.setattr(translations, "load_knowledge", lambda *_: lost)
    assert main(["--missing"]) == 1
    assert "de: You stay dry." in capsys.readouterr().out.splitlines()
