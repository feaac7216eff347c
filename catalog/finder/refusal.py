"""Why something cannot be said otherwise than the house's knowledge does."""

from __future__ import annotations


class RefusedOverrideError(ValueError):
    """An override that cannot stand; ``code`` names the sentence, ``words`` fill it in."""

    def __init__(self, code: str, **words: object) -> None:
        super().__init__(code)
        self.code = code
        self.words = words
