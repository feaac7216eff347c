"""Read the drawings of the categories, and let nothing through that is not a drawing."""

from __future__ import annotations

import re
from pathlib import Path
from xml.parsers import expat

from .errors import DataError, Finding

MAX_BYTES = 2560
VIEW_BOX = "0 0 96 96"
SVG_NAMESPACE = "http://www.w3.org/2000/svg"
PAINTS = frozenset({"var(--c1)", "var(--c2)", "var(--c3)", "none", "currentColor"})
ELEMENTS = frozenset({"g", "path", "rect", "circle", "ellipse", "line", "polyline", "polygon"})

# Values are matched whole, so that a drawing can name neither a script nor an address, whatever page it is put into.
_NUMBER = r"[-+]?(?:\d+\.?\d*|\.\d+)"
_NUMBERS = rf"\s*{_NUMBER}(?:[\s,]+{_NUMBER})*\s*"
_SHAPES = {
    **dict.fromkeys(("fill", "stroke"), "|".join(map(re.escape, sorted(PAINTS)))),
    **dict.fromkeys(("x", "y", "width", "height", "rx", "ry", "cx", "cy", "r", "x1", "y1", "x2", "y2"), _NUMBER),
    **dict.fromkeys(("opacity", "fill-opacity", "stroke-opacity"), r"0|1|0?\.\d+"),
    **dict.fromkeys(("points", "stroke-dasharray"), _NUMBERS),
    "stroke-width": _NUMBER,
    "stroke-dashoffset": _NUMBER,
    "stroke-linecap": "butt|round|square",
    "stroke-linejoin": "miter|round|bevel",
    "fill-rule": "evenodd|nonzero",
    "d": r"[MmLlHhVvCcSsQqTtAaZz\d\s,.+-]+",
    "transform": rf"(?:(?:translate|rotate|scale|matrix|skewX|skewY)\({_NUMBERS}\)\s*)+",
}
_ATTRIBUTES = {name: re.compile(shape, re.ASCII) for name, shape in _SHAPES.items()}
_CATEGORY = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
# Entities and included documents can only be announced by a declaration: refused before anything is parsed.
_DECLARATION = re.compile(rb"<(?:\?|!(?!--))")

_MESSAGES = {
    "silhouette-missing": (
        "Le dossier des dessins est vide ou absent : déposez un fichier SVG par catégorie.",
        "The folder of drawings is empty or missing: put one SVG file for each category.",
    ),
    "silhouette-name": (
        "Nommez le dessin comme sa catégorie, en minuscules et traits d’union : {0}.",
        "Name the drawing after its category, in lower case with hyphens: {0}.",
    ),
    "silhouette-size": (
        "Le dessin pèse {0} octets ; simplifiez-le pour rester à {1} au plus.",
        "The drawing weighs {0} bytes; simplify it to stay within {1}.",
    ),
    "silhouette-syntax": (
        "Ce fichier n’est pas un SVG bien formé ({0}).",
        "This file is not a well-formed SVG ({0}).",
    ),
    "silhouette-root": (
        'Le dessin doit commencer par <svg xmlns="{0}" viewBox="{1}">, sans autre attribut.',
        'The drawing must start with <svg xmlns="{0}" viewBox="{1}"> and no other attribute.',
    ),
    "silhouette-declaration": (
        "Retirez l’en-tête XML, la déclaration DOCTYPE ou CDATA : un dessin n’en a pas besoin.",
        "Remove the XML header, DOCTYPE or CDATA: a drawing needs none.",
    ),
    "silhouette-element": (
        "L’élément <{0}> n’est pas admis ; employez g, path, rect, circle, ellipse, line, polyline ou polygon.",
        "The element <{0}> is not allowed; use g, path, rect, circle, ellipse, line, polyline or polygon.",
    ),
    "silhouette-attribute": (
        "L’attribut « {0} » n’est pas admis dans un dessin : retirez-le.",
        'The attribute "{0}" is not allowed in a drawing: remove it.',
    ),
    "silhouette-value": (
        "La valeur de « {0} » n’est pas admise ; couleurs : var(--c1), var(--c2), var(--c3), currentColor ou none.",
        'The value of "{0}" is not allowed; colours are var(--c1), var(--c2), var(--c3), currentColor or none.',
    ),
    "silhouette-text": (
        "Retirez le texte : un dessin n’a que des formes.",
        "Remove the text: a drawing has only shapes.",
    ),
}


def load_silhouettes(folder: Path) -> dict[str, str]:
    """Return the inner SVG of each ``{category}.svg`` of a folder, by category id, sorted.

    The coordinates are those of ``viewBox="0 0 96 96"``; colours are the custom properties ``--c1`` (surface),
    ``--c2`` (shade) and ``--c3`` (line). Raises `DataError` with every finding of every file.
    """
    files = sorted(folder.glob("*.svg")) if folder.is_dir() else []
    if not files:
        raise DataError([_finding(folder.name, None, None, "silhouette-missing")])
    drawings = {file.stem: _Drawing(file) for file in files}
    findings = [finding for drawing in drawings.values() for finding in drawing.findings]
    if findings:
        raise DataError(findings)
    return {category: drawing.inner for category, drawing in drawings.items()}


def _finding(file: str, line: int | None, column: str | None, code: str, *words: object) -> Finding:
    french, english = _MESSAGES[code]
    return Finding(file, line, column, "error", code, {"fr": french.format(*words), "en": english.format(*words)})


class _Drawing:
    """One file, read element by element and written again from what was allowed."""

    def __init__(self, file: Path) -> None:
        self.file = file.name
        self.findings: list[Finding] = []
        self._parts: list[str] = []
        self._depth = 0
        self._parser = expat.ParserCreate("utf-8")
        source = file.read_bytes()
        if not _CATEGORY.fullmatch(file.stem):
            self._refuse("silhouette-name", None, file.stem, line=None)
        if len(source) > MAX_BYTES:
            self._refuse("silhouette-size", None, len(source), MAX_BYTES, line=None)
        else:
            self._read(source)

    @property
    def inner(self) -> str:
        return "".join(self._parts).strip()

    def _read(self, source: bytes) -> None:
        declaration = _DECLARATION.search(source)
        if declaration:
            self._refuse("silhouette-declaration", None, line=source.count(b"\n", 0, declaration.start()) + 1)
            return
        parser = self._parser
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self._text
        try:
            parser.Parse(source, True)
        except expat.ExpatError as error:
            self._refuse("silhouette-syntax", None, expat.ErrorString(error.code), line=error.lineno)

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        self._depth += 1
        if self._depth == 1:
            if name != "svg" or attributes != {"xmlns": SVG_NAMESPACE, "viewBox": VIEW_BOX}:
                self._refuse("silhouette-root", name, SVG_NAMESPACE, VIEW_BOX)
            return
        if name not in ELEMENTS:
            self._refuse("silhouette-element", name, name)
        for attribute, value in attributes.items():
            self._check(attribute, value)
        written = "".join(f' {attribute}="{" ".join(value.split())}"' for attribute, value in attributes.items())
        self._parts.append(f"<{name}{written}>")

    def _end(self, name: str) -> None:
        self._depth -= 1
        if not self._depth:
            return
        # An element without children is closed in place: every byte of a drawing travels to every phone.
        if self._parts[-1].startswith(f"<{name}") and not self._parts[-1].endswith("/>"):
            self._parts[-1] = f"{self._parts[-1][:-1]}/>"
        else:
            self._parts.append(f"</{name}>")

    def _text(self, text: str) -> None:
        if text.strip():
            self._refuse("silhouette-text", None)

    def _check(self, attribute: str, value: str) -> None:
        shape = _ATTRIBUTES.get(attribute)
        if shape is None:
            self._refuse("silhouette-attribute", attribute, attribute)
        elif not shape.fullmatch(value):
            self._refuse("silhouette-value", attribute, attribute)

    def _refuse(self, code: str, column: str | None, *words: object, line: int | None = -1) -> None:
        place = self._parser.CurrentLineNumber if line == -1 else line
        self.findings.append(_finding(self.file, place, column, code, *words))
