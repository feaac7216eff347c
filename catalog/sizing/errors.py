"""The one error of size advice: what is wrong with the question, field by field."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class FieldProblem:
    """A field by its path (``chart.rows.2.chest_mm``) and a sentence by language (fr, en)."""

    field: str
    message: dict[str, str]


class SizingError(ValueError):
    """A question that cannot be read. Carries every problem found."""

    def __init__(self, problems: list[FieldProblem]) -> None:
        self.problems = tuple(problems)
        super().__init__("; ".join(f"{problem.field}: {problem.message['en']}" for problem in problems))

    def errors(self, lang: str) -> list[dict[str, str]]:
        """Return the problems as ``{"field", "message"}`` in ``lang``, else in English."""
        return [{"field": p.field, "message": p.message.get(lang, p.message["en"])} for p in self.problems]
