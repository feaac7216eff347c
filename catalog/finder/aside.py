"""What a request asks beside the ranking: why some pieces, a better one in some way, what else where one is gone."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from .alternatives import alternatives
from .answers import AnswersError, Message
from .refine import refine
from .why import why

MOST_WHY = 10
NAMES = ("why", "refine", "alternatives")
_NOWHERE = {
    "fr": "Cette pièce n’est pas dans ce qui est proposé ici.",
    "en": "This piece is not among those offered here.",
}

Errors = list[tuple[str, Message]]
Json = dict[str, Any]


class Aside:
    """Answers what is asked about single pieces of one range, for one customer."""

    def __init__(
        self,
        finder: Mapping[str, Any],
        products: Sequence[Mapping[str, Any]],
        answers: Mapping[str, Any],
        stock: Mapping[str, Any] | None,
        limit: int,
        lang: str,
        currency: str,
    ) -> None:
        self._of = (finder, products, answers, stock)
        self._finder, self._limit, self._lang, self._currency = finder, limit, lang, currency
        families = finder["parameters"]["families"]
        self._known = {each["ref"]: each for each in products if each["category"] in families}

    def answer(self, asked: Mapping[str, Any]) -> Json:
        """Return an answer for each part of the request that is there. Raises AnswersError for what cannot be used."""
        wanted = {name: asked[name] for name in NAMES if asked.get(name) is not None}
        if wanted and "comparing" not in self._finder:
            stale = {"fr": "Publiez le catalogue de nouveau pour cela.", "en": "Publish the catalogue again for this."}
            raise AnswersError([(name, stale) for name in wanted])
        return {name: getattr(self, f"_{name}")(value) for name, value in wanted.items()}

    def _why(self, refs: Any) -> list[Json]:
        if not isinstance(refs, list) or len(refs) > MOST_WHY:
            raise AnswersError([("why", _say(f"Donnez jusqu’à {MOST_WHY} refs.", f"Give up to {MOST_WHY} refs."))])
        self._refuse([(f"why.{place}", ref) for place, ref in enumerate(refs)])
        return [self._named(why(*self._of, ref, self._lang, self._currency)) for ref in refs]

    def _refine(self, asked: Any) -> Json:
        given = asked if isinstance(asked, Mapping) else {}
        towards = self._finder["comparing"]["towards"]
        self._refuse([("refine.from", given.get("from"))])
        if not isinstance(given.get("towards"), str) or given["towards"] not in towards:
            listed = ", ".join(towards)
            message = _say(f"Choisissez parmi\u202f: {listed}.", f"Choose one of: {listed}.")
            raise AnswersError([("refine.towards", message)])
        found = refine(*self._of, given["from"], given["towards"], self._lang, self._currency)
        found["results"] = [self._named(each) for each in found["results"][: self._limit]]
        return {**found, "nearest": [self._named(each) for each in found["nearest"]]}

    def _alternatives(self, asked: Any) -> Json:
        given = asked if isinstance(asked, Mapping) else {}
        ref, size, colour = given.get("to"), given.get("size"), given.get("colour")
        self._refuse([("alternatives.to", ref)])
        if size is not None and not (isinstance(size, str) and size.strip()):
            raise AnswersError([("alternatives.size", _say("Donnez une taille.", "Give a size."))])
        colours = len(self._known[str(ref)]["colours"])
        if colour is not None and not (isinstance(colour, int) and 0 <= colour < colours):
            raise AnswersError(
                [("alternatives.colour", _say("Cette couleur n’existe pas.", "There is no such colour."))]
            )
        found = alternatives(*self._of, str(ref), size, colour, self._lang, self._currency)
        return {**found, "pieces": [self._named(each) for each in found["pieces"]]}

    def _refuse(self, named: Sequence[tuple[str, Any]]) -> None:
        errors: Errors = [
            (field, _NOWHERE) for field, ref in named if not isinstance(ref, str) or ref not in self._known
        ]
        if errors:
            raise AnswersError(errors)

    def _named(self, found: Json) -> Json:
        product = self._known[found["ref"]]
        return {"ref": found["ref"], "name": product["name"], "brand": product["brand"], **found}


def _say(fr: str, en: str) -> Message:
    return {"fr": fr, "en": en}
