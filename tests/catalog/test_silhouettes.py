"""Drawings: what is let through, what is refused and how it is said."""

from pathlib import Path

import pytest

from catalog import DATA
from catalog.errors import DataError
from catalog.silhouettes import MAX_BYTES, PAINTS, load_silhouettes

CATEGORIES = [
    "hardshell-jacket",
    "softshell-jacket",
    "rain-jacket",
    "wind-jacket",
    "down-jacket",
    "synthetic-jacket",
    "vest",
    "fleece",
    "baselayer-top",
    "baselayer-bottom",
    "t-shirt",
    "ski-jacket",
    "ski-pants",
    "ski-suit",
    "hardshell-pants",
    "softshell-pants",
    "touring-pants",
    "mountaineering-pants",
    "hiking-pants",
    "shorts",
    "hiking-pack",
    "climbing-pack",
    "ski-pack",
    "airbag-pack",
    "travel-pack",
    "kids-pack",
    "duffel",
    "mountaineering-boots",
    "hiking-boots",
    "hiking-shoes",
    "approach-shoes",
    "trail-shoes",
    "climbing-shoes",
    "winter-boots",
    "gloves",
    "glove-liners",
    "mittens",
    "hat",
    "socks",
    "gaiters",
    "sleeping-bag",
    "rope",
]


def drawing(inner: str, root: str = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 96 96">') -> str:
    return f"{root}\n{inner}\n</svg>"


def refused(folder: Path, source: str, name: str = "rope.svg") -> list[tuple[str, int | None]]:
    (folder / name).write_text(source, encoding="utf-8")
    with pytest.raises(DataError) as caught:
        load_silhouettes(folder)
    return [(finding.code, finding.line) for finding in caught.value.findings]


def test_it_has_a_drawing_for_each_category_and_no_other():
    assert sorted(load_silhouettes(DATA / "silhouettes")) == sorted(CATEGORIES)


@pytest.mark.parametrize("category", CATEGORIES)
def test_it_draws_surface_shade_and_line_in_each_drawing(category: str):
    inner = load_silhouettes(DATA / "silhouettes")[category]
    assert [paint for paint in ("var(--c1)", "var(--c2)", "var(--c3)") if paint not in inner] == []


def test_it_gives_no_two_categories_the_same_drawing():
    drawings = load_silhouettes(DATA / "silhouettes")
    assert len(set(drawings.values())) == len(drawings)


def test_it_returns_the_shapes_without_their_wrapping_and_in_compact_form(tmp_path: Path):
    source = drawing('<!-- a coil -->\n<g fill="none">\n  <path d="M1 2\n L3 4"></path>\n</g><circle r="2"/>')
    (tmp_path / "rope.svg").write_text(source, encoding="utf-8")
    assert load_silhouettes(tmp_path) == {"rope": '<g fill="none"><path d="M1 2 L3 4"/></g><circle r="2"/>'}


@pytest.mark.parametrize("paint", sorted(PAINTS))
def test_it_accepts_each_paint(tmp_path: Path, paint: str):
    (tmp_path / "rope.svg").write_text(drawing(f'<path fill="{paint}" d="M0 0"/>'), encoding="utf-8")
    assert paint in load_silhouettes(tmp_path)["rope"]


@pytest.mark.parametrize(
    "element",
    ["<script/>", "<image/>", "<use/>", "<foreignObject/>", "<style/>", "<a/>", "<animate/>", "<text/>", "<svg/>"],
)
def test_it_refuses_elements_that_are_not_shapes(tmp_path: Path, element: str):
    assert refused(tmp_path, drawing(element)) == [("silhouette-element", 2)]


@pytest.mark.parametrize(
    "attribute",
    ['onclick="1"', 'style="fill:red"', 'href="#a"', 'id="a"', 'class="a"', 'filter="url(#a)"', 'xml:base="a"'],
)
def test_it_refuses_attributes_that_are_not_geometry_or_paint(tmp_path: Path, attribute: str):
    assert refused(tmp_path, drawing(f"<path {attribute}/>")) == [("silhouette-attribute", 2)]


@pytest.mark.parametrize(
    "attribute",
    [
        'fill="#ff0000"',
        'fill="url(https://example.org)"',
        'stroke="var(--other)"',
        'stroke="var(--c1) "',
        'stroke-width="1px"',
        'stroke-width="&quot;&gt;&lt;script&gt;"',
        'opacity="2"',
        'd="M0 0 javascript:"',
        'points="1,2,three"',
        'transform="url(1)"',
        'r="١"',
    ],
)
def test_it_refuses_values_of_another_form(tmp_path: Path, attribute: str):
    assert refused(tmp_path, drawing(f"<path {attribute}/>")) == [("silhouette-value", 2)]


def test_it_refuses_text(tmp_path: Path):
    assert refused(tmp_path, drawing("<g>words</g>")) == [("silhouette-text", 2)]


@pytest.mark.parametrize("start", ['<!DOCTYPE svg [<!ENTITY a "b">]>', '<?xml version="1.0"?>', "<![CDATA[a]]>"])
def test_it_refuses_declarations_before_parsing(tmp_path: Path, start: str):
    assert refused(tmp_path, f"\n{start}{drawing('')}") == [("silhouette-declaration", 2)]


@pytest.mark.parametrize(
    "root",
    [
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24">',
        '<svg viewBox="0 0 96 96">',
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 96 96" onload="1">',
    ],
)
def test_it_refuses_another_root(tmp_path: Path, root: str):
    assert refused(tmp_path, drawing("", root)) == [("silhouette-root", 1)]


def test_it_says_where_a_file_is_malformed(tmp_path: Path):
    assert refused(tmp_path, drawing("<g>")) == [("silhouette-syntax", 3)]


def test_it_refuses_a_drawing_that_is_too_heavy(tmp_path: Path):
    assert refused(tmp_path, drawing(" " * MAX_BYTES)) == [("silhouette-size", None)]


def test_it_refuses_a_name_that_is_no_category(tmp_path: Path):
    assert refused(tmp_path, drawing(""), "Rope 2.svg") == [("silhouette-name", None)]


@pytest.mark.parametrize("folder", [".", "absent"])
def test_it_refuses_a_folder_without_drawings(tmp_path: Path, folder: str):
    with pytest.raises(DataError, match="one SVG file for each category"):
        load_silhouettes(tmp_path / folder)


def test_it_tells_every_finding_in_french_and_english(tmp_path: Path):
    (tmp_path / "rope.svg").write_text(drawing('<path id="a"/>\n<text/>'), encoding="utf-8")
    (tmp_path / "hat.svg").write_text(drawing('<g fill="red"/>'), encoding="utf-8")
    with pytest.raises(DataError) as caught:
        load_silhouettes(tmp_path)
    assert [str(finding).split(":")[:2] for finding in caught.value.findings] == [
        ["hat.svg", "2 [fill]"],
        ["rope.svg", "2 [id]"],
        ["rope.svg", "3 [text]"],
    ]
    assert all(finding.message["fr"] != finding.message["en"] for finding in caught.value.findings)
