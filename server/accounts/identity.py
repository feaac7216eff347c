"""Who calls, as far as the server must know."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Identity:
    """A person on an enrolled device, or a machine with a token; never both."""

    role: str
    shop_id: str
    name: str
    person_id: str | None = None
    session_id: str | None = None
    token_id: str | None = None
    phone_id: str | None = None

    @property
    def author(self) -> str:
        """Return how a deed is signed in the history."""
        return self.name or self.role

    @property
    def everywhere(self) -> bool:
        """Tell whether the role is the brand's and not one shop's."""
        return self.role in {"merchandiser", "administrator"}
