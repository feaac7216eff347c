"""A parser of XML that takes no DTD, no entity and no depth."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from xml.parsers import expat

DEEPEST = 20
"""Levels of elements; a feed has five."""


class RefusedError(Exception):
    """The document goes beyond what is read: ``code`` names the sentence."""

    def __init__(self, code: str, line: int | None, most: object) -> None:
        super().__init__(code)
        self.code, self.line, self.most = code, line, most


def parser_of(
    start: Callable[[str, Mapping[str, str]], None], end: Callable[[str], None], text: Callable[[str], None]
) -> expat.XMLParserType:
    """Return a parser that calls these; of elements, names come as namespace, space, local name."""
    parser = expat.ParserCreate(namespace_separator=" ")
    parser.buffer_text = True
    depth = [0]

    def started(name: str, attributes: Mapping[str, str]) -> None:
        depth[0] += 1
        if depth[0] > DEEPEST:
            raise RefusedError("deep-xml", parser.CurrentLineNumber, DEEPEST)
        start(name, attributes)

    def ended(name: str) -> None:
        end(name)
        depth[0] -= 1

    def refused(*_: object) -> None:
        raise RefusedError("bad-xml", parser.CurrentLineNumber, "DTD")

    parser.StartElementHandler = started
    parser.EndElementHandler = ended
    parser.CharacterDataHandler = text
    parser.StartDoctypeDeclHandler = refused
    return parser
