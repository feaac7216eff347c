"""What a file's name says of the view: front, back, side, detail, worn; and in which order photos are shown."""

from __future__ import annotations

_WORDS = {
    "front": ("front", "face", "avant", "devant", "vorne", "vorderseite", "fronte", "davanti", "frente", "delantero"),
    "back": ("back", "dos", "arriere", "hinten", "rueckseite", "ruckseite", "retro", "dietro", "espalda", "trasero"),
    "side": ("side", "profil", "cote", "seite", "lato", "profilo", "lado", "perfil", "profile"),
    "detail": ("detail", "details", "zoom", "closeup", "macro", "dettaglio", "detalle"),
    "worn": ("worn", "porte", "portee", "model", "mannequin", "getragen", "indossato", "puesto", "lifestyle"),
}
_BY_WORD = {word: view for view, words in _WORDS.items() for word in words}
POSITIONS = {"front": 1, "back": 2, "side": 3, "detail": 4, "worn": 5}
MOST_POSITION = 99


def view_of(words: tuple[str, ...]) -> str | None:
    """Return the view that a file's words name, from the last word on."""
    return next((_BY_WORD[word] for word in reversed(words) if word in _BY_WORD), None)


def position_of(words: tuple[str, ...], own: frozenset[str]) -> int | None:
    """Return the place in the order: by a last number of one or two digits, else by the view; ``None`` without.

    ``own`` are the words of the piece itself: the 25 of a pack of 25 litres counts no photo.
    """
    last = words[-1] if words else ""
    if last.isdigit() and len(last) <= 2 and last not in own and 1 <= int(last) <= MOST_POSITION:
        return int(last)
    view = view_of(words)
    return POSITIONS[view] if view else None
