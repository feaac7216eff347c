"""YAML files that say where they are wrong: each finding has its file, line and field."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml
from marshmallow import Schema, ValidationError

from .errors import DataError, Finding

Place = tuple[str | int, ...]
"""The way from the top of a document to one field: mapping keys and list positions."""

_DIGITS = list("-0123456789")


class Sentence(str):
    """An English validation message that carries its French twin."""

    __slots__ = ("fr",)
    fr: str

    def __new__(cls, en: str, fr: str) -> Sentence:
        made = super().__new__(cls, en)
        made.fr = fr
        return made


@dataclass(frozen=True, slots=True)
class Document:
    """A validated file: its data, and the line of each field for checks that come later."""

    file: str
    data: Any
    lines: Mapping[Place, int]

    def finding(self, place: Place, code: str, fr: str, en: str) -> Finding:
        """Say that the field at ``place`` is wrong; a field without a line gets that of its parent."""
        return Finding(self.file, _line(self.lines, place), _dotted(place), "error", code, {"fr": fr, "en": en})


def load(path: Path, schema: Schema) -> Any:
    """Return the validated data of a YAML file. Raises DataError with every finding."""
    return read(path, schema).data


def read(path: Path, schema: Schema) -> Document:
    """Return a YAML file with its lines. Raises DataError, also where the file is missing or not UTF-8."""
    try:
        text = path.read_text(encoding="utf-8")
    except FileNotFoundError:
        fr, en = "Ce fichier manque\u202f: remettez-le en place.", "This file is missing: put it back."
        raise DataError([_finding(path.name, None, None, "missing-file", fr, en)]) from None
    except UnicodeDecodeError as error:
        line = error.object[: error.start].count(b"\n") + 1
        fr, en = (
            "Ce fichier n’est pas en UTF-8\u202f: enregistrez-le en UTF-8.",
            "This file is not UTF-8: save it as UTF-8.",
        )
        raise DataError([_finding(path.name, line, None, "encoding", fr, en)]) from None
    return parse(text, path.name, schema)


def parse(text: str, name: str, schema: Schema) -> Document:
    """Return the validated content of YAML ``text``; ``name`` stands for the file in findings. Raises DataError."""
    tree = _Tree(name)
    raw = tree.build(_compose(text, name))
    if tree.findings:
        raise DataError(tree.findings)
    try:
        data = schema.load(raw)
    except ValidationError as error:
        raise DataError(_explain(error.messages, raw, name, tree.lines)) from None
    return Document(name, data, tree.lines)


class _Loader(yaml.CSafeLoader):
    """Plain scalars as in YAML 1.2: `yes`, `no`, dates and `012` stay text; numbers are decimal."""


_Loader.yaml_implicit_resolvers = {}
_Loader.add_implicit_resolver("tag:yaml.org,2002:bool", re.compile(r"(?:true|false)\Z"), ["t", "f"])
_Loader.add_implicit_resolver("tag:yaml.org,2002:null", re.compile(r"(?:null|~|)\Z"), ["n", "~", ""])
_Loader.add_implicit_resolver("tag:yaml.org,2002:int", re.compile(r"-?(?:0|[1-9][0-9]*)\Z"), _DIGITS)
_Loader.add_implicit_resolver("tag:yaml.org,2002:float", re.compile(r"-?(?:0|[1-9][0-9]*)\.[0-9]+\Z"), _DIGITS)

_SCALARS: dict[str, Callable[[str], Any]] = {
    "tag:yaml.org,2002:bool": lambda text: text == "true",
    "tag:yaml.org,2002:null": lambda _: None,
    "tag:yaml.org,2002:int": int,
    "tag:yaml.org,2002:float": float,
    "tag:yaml.org,2002:str": str,
}


def _compose(text: str, name: str) -> yaml.Node:
    try:
        node = yaml.compose(text, Loader=_Loader)
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        problem = getattr(error, "problem", None) or str(error)
        line = None if mark is None else mark.line + 1
        fr = f"Le fichier ne se lit pas ici\u202f: {problem}. Vérifiez retraits et guillemets."
        en = f"The file cannot be read here: {problem}. Check indents and quotes."
        raise DataError([_finding(name, line, None, "syntax", fr, en)]) from None
    if node is None:
        fr, en = "Le fichier est vide.", "The file is empty."
        raise DataError([_finding(name, 1, None, "empty", fr, en)])
    return node


class _Tree:
    """Turns YAML nodes into plain data and remembers the line of each place."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.lines: dict[Place, int] = {}
        self.findings: list[Finding] = []
        self._seen: set[int] = set()

    def build(self, node: yaml.Node, place: Place = ()) -> Any:
        self.lines.setdefault(place, node.start_mark.line + 1)
        if isinstance(node, yaml.ScalarNode):
            return self._scalar(node, place)
        if id(node) in self._seen:  # an alias could name its own parent, or repeat a branch without end
            fr, en = (
                "Les renvois (*) ne sont pas admis\u202f: recopiez le contenu.",
                "Aliases (*) are refused: repeat the content.",
            )
            return self._refuse(node, place, "alias", fr, en)
        self._seen.add(id(node))
        if isinstance(node, yaml.SequenceNode):
            return [self.build(child, (*place, index)) for index, child in enumerate(node.value)]
        return self._mapping(node, place)

    def _mapping(self, node: yaml.Node, place: Place) -> dict[str, Any]:
        result: dict[str, Any] = {}
        for key_node, value_node in node.value:
            key = str(key_node.value)
            here = (*place, key)
            if key in result:
                fr = f"«\u202f{key}\u202f» est écrit deux fois\u202f: gardez-en un."
                self._refuse(key_node, here, "duplicate", fr, f"“{key}” is written twice: keep one.")
                continue
            self.lines[here] = key_node.start_mark.line + 1
            result[key] = self.build(value_node, here)
        return result

    def _scalar(self, node: yaml.ScalarNode, place: Place) -> Any:
        convert = _SCALARS.get(node.tag)
        if convert is None:
            fr, en = f"L’étiquette {node.tag} n’est pas admise.", f"The tag {node.tag} is refused."
            return self._refuse(node, place, "tag", fr, en)
        return convert(node.value)

    def _refuse(self, node: yaml.Node, place: Place, code: str, fr: str, en: str) -> None:
        self.findings.append(_finding(self.name, node.start_mark.line + 1, _dotted(place), code, fr, en))


def _explain(messages: Any, raw: Any, name: str, lines: Mapping[Place, int]) -> list[Finding]:
    findings = []
    for place, message in _leaves(messages, raw, ()):
        code, fr, en = _sentence(message)
        findings.append(_finding(name, _line(lines, place), _dotted(place), code, fr, en))
    return sorted(findings, key=lambda finding: (finding.line or 0, finding.column or ""))


def _leaves(messages: Any, raw: Any, place: Place) -> Iterator[tuple[Place, str]]:
    """Walk marshmallow's tree of messages beside the raw data.

    A mapping field wraps its messages in "key" and "value", which are no places of the file, and "_schema" means the
    object itself.
    """
    if isinstance(messages, str):
        yield place, messages
    elif isinstance(messages, list):
        for message in messages:
            yield from _leaves(message, raw, place)
    else:
        for key, inner in messages.items():
            if key == "_schema" or (key in ("key", "value") and not _has(raw, key)):
                yield from _leaves(inner, raw, place)
            else:
                yield from _leaves(inner, _child(raw, key), (*place, key))


def _has(raw: Any, key: str) -> bool:
    return isinstance(raw, dict) and key in raw


def _child(raw: Any, key: str | int) -> Any:
    if isinstance(raw, dict):
        return raw.get(str(key))
    return raw[key] if isinstance(raw, list) and isinstance(key, int) and key < len(raw) else None


_SENTENCES: tuple[tuple[str, str, str], ...] = (
    (r"Missing data for required field\.", "missing", "Ce champ manque\u202f: ajoutez-le."),
    (r"Unknown field\.", "unknown", "Ce champ n’existe pas ici\u202f: corrigez son nom ou retirez-le."),
    (r"Field may not be null\.", "null", "Ce champ est vide\u202f: donnez une valeur."),
    (r"Must be one of: (.*)\.", "choice", "Valeurs admises\u202f: {0}."),
    (r"Not a valid (?:mapping type|mapping)\.", "mapping", "Il faut ici des champs nommés."),
    (r"Invalid input type\.", "mapping", "Il faut ici des champs nommés."),
    (r"Not a valid list\.", "list", "Il faut ici une liste."),
    (r"Not a valid string\.", "string", "Il faut ici un texte."),
    (r"Not a valid integer\.", "integer", "Il faut ici un nombre entier."),
    (r"Not a valid boolean\.", "boolean", "Il faut ici true ou false."),
    (r"Shorter than minimum length (\d+)\.", "length", "Trop court\u202f: au moins {0}."),
    (r"Length must be (\d+)\.", "length", "Il en faut exactement {0}."),
    (
        r"Must be greater than or equal to (\S+)(?: and less than or equal to (\S+))?\.",
        "range",
        "Nombre hors bornes\u202f: minimum {0}.",
    ),
)


def _sentence(message: str) -> tuple[str, str, str]:
    """Return code, French and English of a validation message."""
    if isinstance(message, Sentence):
        return "invalid", message.fr, str(message)
    for pattern, code, fr in _SENTENCES:
        match = re.fullmatch(pattern, message)
        if match:
            return code, fr.format(*match.groups("")), message
    return "invalid", f"Valeur refusée\u202f: {message}", message


def _line(lines: Mapping[Place, int], place: Place) -> int | None:
    for length in range(len(place), -1, -1):
        if place[:length] in lines:
            return lines[place[:length]]
    return None


def _dotted(place: Place) -> str | None:
    return ".".join(str(part) for part in place) or None


def _finding(file: str, line: int | None, column: str | None, code: str, fr: str, en: str) -> Finding:
    return Finding(file, line, column, "error", code, {"fr": fr, "en": en})
