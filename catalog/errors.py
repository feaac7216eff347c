"""One way to say that data is wrong: where, and what to do."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Finding:
    """Something to say about one place of an input file.

    ``line`` counts from 1 as a text editor or spreadsheet does; ``column`` is the header or the path of the field;
    ``severity`` is ``error`` (nothing of the file is taken), ``warning`` or ``info``; ``message`` is a sentence that
    says what to do, by language. ``value`` is what stands there, shortened; empty where nothing does, or where the
    place is more than a cell.
    """

    file: str
    line: int | None
    column: str | None
    severity: str
    code: str
    message: dict[str, str]
    value: str = ""

    def __str__(self) -> str:
        place = self.file if self.line is None else f"{self.file}:{self.line}"
        field = f" [{self.column}]" if self.column else ""
        return f"{place}{field}: {self.message['en']}"


class DataError(Exception):
    """Bad data, refused whole. Carries every finding, not only the first."""

    def __init__(self, findings: Iterable[Finding]) -> None:
        self.findings = tuple(findings)
        super().__init__("\n".join(str(finding) for finding in self.findings))
