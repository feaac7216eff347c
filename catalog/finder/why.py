"""Why, or why not, this piece: its place, what stands in its way, every verdict, and the best beside it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from .differences import Comparison
from .evaluate import UNKNOWN, Standing
from .explain import Speaker
from .figures import in_language, money
from .judged import Judged, judge, judge_kind, spoken_terms, without
from .needs import gauge_levels
from .request import active_for
from .words import lower

LACKS = 3
"""How many criteria tell a piece from the best one."""

Json = dict[str, Any]


def why(
    finder: Mapping[str, Any],
    products: Sequence[Mapping[str, Any]],
    answers: Mapping[str, Any],
    stock: Mapping[str, Any] | None,
    ref: str,
    lang: str = "fr",
    currency: str = "EUR",
) -> Json:
    """Return why a product is proposed or not. Raises KeyError where there is no such product.

    A piece of another kind than the wanted one is judged as what it is, with ``wanted`` against it.
    """
    product = next((each for each in products if each["ref"] == ref), None)
    if product is None or product["category"] not in finder["parameters"]["families"]:
        raise KeyError(ref)
    whole = judge(finder, products, answers, stock)
    of_kind = whole if ref in whole.found else judge_kind(finder, products, answers, stock, product)
    standing = of_kind.found[ref]
    extra = frozenset() if of_kind is whole else frozenset({"wanted"})
    broken = sorted((sorted(each | extra) for each in standing.broken), key=lambda drop: (len(drop), drop))
    answer = _Answer(finder, of_kind, standing, lang, currency)
    drops = [] if [] in broken else broken
    return {
        "ref": ref,
        "place": whole.place(ref),
        "of": len(whole.best),
        "score": standing.score,
        "word": next((word["id"] for word in finder["parameters"]["words"] if standing.score >= word["from"]), None),
        "fits": standing.fits,
        "in_stock": standing.in_stock,
        "price_cents": standing.price_cents,
        "against": [answer.against(name) for name in sorted({name for drop in drops for name in drop})],
        "ways": [_way(finder, products, answers, stock, product, drop) for drop in drops],
        "criteria": answer.criteria(),
        "gauges": answer.gauges(),
        "best": answer.best(whole),
    }


def _way(
    finder: Mapping[str, Any],
    products: Sequence[Mapping[str, Any]],
    answers: Mapping[str, Any],
    stock: Mapping[str, Any] | None,
    product: Mapping[str, Any],
    drop: Sequence[str],
) -> Json:
    """Return the place that the piece would have without some answers; among its own kind, where the kind goes."""
    kept = without(answers, drop)
    if "wanted" in drop:
        kept["wanted"] = product["category"]
    then = judge(finder, products, kept, stock)
    return {"drop": list(drop), "place": then.place(product["ref"]), "of": len(then.best)}


class _Answer:
    """Puts one standing into words."""

    def __init__(self, finder: Mapping[str, Any], judged: Judged, standing: Standing, lang: str, currency: str) -> None:
        self._finder, self._judged, self._standing = finder, judged, standing
        self._lang, self._currency = lang, currency
        self._speaker = Speaker(finder, standing.product, judged.answers, lang)

    def against(self, name: str) -> Json:
        """Say what stands in the way: an answer, or a wish."""
        if name in self._finder["comparing"]["against"]:
            return {"code": name, "text": self._answer_against(name)}
        must, must_not = dict(self._judged.asked.must), dict(self._judged.asked.must_not)
        if name in must:
            return {"code": name, "text": self._speaker.line(must[name], "caution")["text"]}
        return {"code": name, "text": self._said("must_not", self._wish(must_not[name]), "")}

    def _answer_against(self, name: str) -> str:
        product, answers = self._standing.product, self._judged.answers
        if name == "audience":
            return self._said(name, self._audience(product["audience"]), self._audience(answers["audience"]))
        if name == "size":
            offered = dict.fromkeys(variant["size"] for variant in product["variants"])
            return self._said(name, ", ".join(offered), self._asked_size())
        if name == "budget_cents":
            over = (self._standing.price_cents or 0) - answers["budget_cents"]
            return self._said(name, self._money(self._standing.price_cents or 0), self._money(over))
        return self._said(name, "", "")

    def _asked_size(self) -> str:
        answers, parameters = self._judged.answers, self._judged.asked.parameters
        family = parameters["families"][self._standing.product["category"]]
        return str(answers.get("size") or (answers.get("sizes") or {}).get(parameters["size_kinds"][family], ""))

    def criteria(self) -> list[Json]:
        """Return every criterion that counts, the weightiest first, each with its verdict and its sentence."""
        strengths = dict.fromkeys(self._wished("prefer"), "prefer") | dict.fromkeys(self._wished("must"), "must")
        found = [(*term, strengths.get(term[0], "soft")) for term in spoken_terms(self._standing)]
        verdicts, criteria = self._standing.product["verdicts"], self._finder["criteria"]
        refused = [index for index in self._wished("must_not") if verdicts[index] >= UNKNOWN]
        found += [(index, criteria[index]["weight"], verdicts[index], "must_not") for index in refused]
        found.sort(key=lambda each: (each[3] == "soft", -each[1], each[0]))
        return [self._criterion(*each) for each in found]

    def _wished(self, kind: str) -> list[int]:
        """Return the criteria of the wishes of one kind."""
        names = self._judged.answers.get(kind) or ()
        return [wish["criterion"] for wish in self._finder["wishes"] if {wish["id"], *wish["aliases"]} & {*names}]

    def _criterion(self, index: int, weight: int, degree: int, strength: str) -> Json:
        criterion, product = self._finder["criteria"][index], self._standing.product
        meets = degree >= self._judged.asked.parameters["meets_from"]
        if strength == "must_not" and degree != UNKNOWN:
            meets = not meets
        verdict = "unknown" if degree == UNKNOWN else "meets" if meets else "fails"
        return {
            "code": criterion["id"],
            "verdict": verdict,
            "degree": None if degree == UNKNOWN else degree,
            "weight": weight,
            "strength": strength,
            "text": self._sentence(index, verdict, strength),
            "missing": self._missing(criterion) if verdict == "unknown" else [],
            "provenance": _provenance(criterion, product),
        }

    def _sentence(self, index: int, verdict: str, strength: str) -> str:
        if verdict == "unknown":
            return self._not_stated(self._finder["criteria"][index], index)
        if strength == "must_not":
            return self._said("must_not" if verdict == "fails" else "kept", self._wish(index), "")
        return self._speaker.line(index, "reason" if verdict == "meets" else "caution")["text"]

    def _not_stated(self, criterion: Mapping[str, Any], index: int) -> str:
        """Name what nobody states of all that would decide."""
        labels = self._finder["comparing"]["labels"]
        told = ", ".join(in_language(labels[name], self._lang) for name in self._missing(criterion) if name in labels)
        template = in_language(self._finder["speech"]["not_stated"], self._lang)
        return template.replace("{property}", told or self._wish(index))

    def _missing(self, criterion: Mapping[str, Any]) -> list[str]:
        """Return the properties that would decide and are not known, else the gauge."""
        properties = self._standing.product["properties"]
        absent = [name for name in criterion["properties"] if name not in properties]
        return absent or [name for name in [criterion["gauge"]] if name is not None]

    def gauges(self) -> list[Json]:
        """Return what the situation needs against what the piece has."""
        product, asked = self._standing.product, self._judged.asked
        family = asked.parameters["families"][product["category"]]
        active_for(asked, family)
        needed = gauge_levels(self._finder["needs"], asked.needs[family], family)
        return [
            {
                "gauge": name,
                "level": gauge["level"],
                "need": needed.get(name),
                "verdict": _gauge_verdict(gauge["level"], needed.get(name)),
                "provenance": gauge["provenance"],
            }
            for name, gauge in product["gauges"].items()
        ]

    def best(self, whole: Judged) -> Json | None:
        """Hold the piece against the best one: what that has and this has not, and all that tells them apart.

        ``None`` where it is the best, where nothing is proposed, or where it is of another kind.
        """
        if whole is not self._judged or not whole.best or whole.best[0] is self._standing:
            return None
        best, families = whole.best[0], self._finder["parameters"]["families"]
        alike = families[best.product["category"]] == families[self._standing.product["category"]]
        comparison = Comparison(self._finder, self._lang, self._currency)
        return {
            "ref": best.product["ref"],
            "score": best.score,
            "has": self._has(best, self._standing),
            "has_not": self._has(self._standing, best),
            "differences": comparison.all(best, self._standing) if alike else [],
        }

    def _has(self, one: Standing, other: Standing) -> list[Json]:
        """Return the few criteria, one of a topic, with the largest weighted gain of ``one`` over ``other``."""
        parameters, criteria = self._judged.asked.parameters, self._finder["criteria"]
        speaker = Speaker(self._finder, one.product, self._judged.answers, self._lang)
        degrees = {index: degree for index, _, degree in spoken_terms(other)}
        gains = [
            (index, weight * (degree - (parameters["unknown_degree"] if degrees[index] == UNKNOWN else degrees[index])))
            for index, weight, degree in spoken_terms(one)
            if index in degrees and degree >= parameters["meets_from"]
        ]
        chosen: dict[str, Json] = {}
        for index, gain in sorted(gains, key=lambda each: (-each[1], each[0])):
            if gain > 0 and not criteria[index]["quiet"]:
                chosen.setdefault(criteria[index]["topic"], {**speaker.line(index, "reason"), "gain": gain})
        return list(chosen.values())[:LACKS]

    def _said(self, name: str, told: str, asked: str) -> str:
        text = in_language(self._finder["comparing"]["against"][name], self._lang)
        return text.replace("{is}", told).replace("{asked}", asked)

    def _money(self, cents: int) -> str:
        return money(self._finder, cents, self._lang, self._currency)

    def _audience(self, audience: str) -> str:
        question = next(each for each in self._finder["questions"] if each["id"] == "audience")
        label = next((each["label"] for each in question["answers"] if each["id"] == audience), audience)
        return lower(in_language(label, self._lang))

    def _wish(self, index: int) -> str:
        listed = (*self._finder["wishes"], *self._finder.get("colours", ()))
        label = next((each["label"] for each in listed if each["criterion"] == index), "")
        return lower(in_language(label, self._lang))


def _provenance(criterion: Mapping[str, Any], product: Mapping[str, Any]) -> str | None:
    """Return where the deciding value comes from: of the gauge, or of the first fact that is read."""
    if criterion["gauge"] is not None:
        told = product["gauges"].get(criterion["gauge"])
        return None if told is None else told["provenance"]
    first = next((name for name in criterion["reads"] if name in product["properties"]), None)
    return None if first is None else str(product["properties"][first]["provenance"])


def _gauge_verdict(level: int | None, need: int | None) -> str:
    if level is None:
        return "unknown"
    if need is None:
        return "no-need"
    return "enough" if level == need else "short" if level < need else "over"
