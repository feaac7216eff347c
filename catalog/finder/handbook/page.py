"""Set the page: questions, from answers to needs, criteria by family, wishes, sources and where they disagree."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from catalog.finder.knowledge import Knowledge
from catalog.reference import Reference

from .prose import PROSE
from .words import Words, row

Sample = Mapping[str, Any]


def handbook(knowledge: Knowledge, reference: Reference, samples: Sequence[Sample], lang: str) -> str:
    """Return the page as Markdown, in French or English. The same for the same knowledge."""
    page = _Page(knowledge, Words(knowledge, reference, lang), lang)
    parts = (page.beginning(), page.questions(), page.needs(), page.criteria(), page.wishes(), page.sources())
    lines = [line for part in parts for line in part]
    return "\n".join([*lines, *page.customers(samples)]) + "\n"


class _Page:
    def __init__(self, knowledge: Knowledge, words: Words, lang: str) -> None:
        self._knowledge, self._words, self._lang, self._prose = knowledge, words, lang, PROSE[lang]

    def beginning(self) -> Iterator[str]:
        yield self._prose["beginning"]

    def questions(self) -> Iterator[str]:
        yield self._prose["questions"]
        yield from self._head("question", "answers", "asked when", "sources")
        for each in self._knowledge.questions:
            answers = ", ".join(one["short"][self._lang] for one in each["answers"]) or self._range(each)
            asked = self._words.when(each["when"])
            yield row((each["label"][self._lang], answers, asked, self._cited(each["source"])))
        yield ""

    def needs(self) -> Iterator[str]:
        needs, words = self._knowledge.needs, self._words
        yield self._prose["needs"]
        chilly = needs["chilly"]
        wishes = ", ".join(f"`{name}`" for name in chilly["wishes"])
        sources = self._cited(chilly["source"])
        yield self._prose["chilly"].format(wishes=wishes, colder_c=chilly["colder_c"], sources=sources)
        for title in ("assumed", "met", "cases"):
            yield from (self._prose[title], "")
            yield from self._head("what", "when", "value")
            for name, rows in needs[title].items():
                for each in rows:
                    yield row((words.key(name), words.when(each["when"]), words.value(name, each["value"])))
            yield ""
        for family, dimensions in needs["families"].items():
            yield f"### {words.family(family)} (`{family}`)\n"
            for dimension in dimensions:
                yield from self._dimension(dimension)

    def _dimension(self, dimension: Mapping[str, Any]) -> Iterator[str]:
        words = self._words
        yield f"**{words.gauge(dimension['id'])}** ({self._cited(dimension['source'])})\n"
        if dimension["note"]:
            yield f"{dimension['note'][self._lang]}\n"
        if dimension["figure"]:
            steps = [*(f"≥ {each}" for each in dimension["from"]), *(f"< {each}" for each in dimension["below"])]
            levels = " · ".join(f"{step} → {level}" for level, step in enumerate(steps, 1))
            yield f"- {words.key(dimension['figure'])}{words.say('join')}{levels or dimension['grid']}".replace(
                "-", "−", 0
            )
        for each in dimension["rows"]:
            yield f"- {words.when(each['when'])} → **{words.value(dimension['id'], each['value'])}**"
        for each in dimension["adjust"]:
            yield f"- {words.when(each['when'])} → {each['add']:+d}".replace("+-", "−")
        yield ""

    def criteria(self) -> Iterator[str]:
        yield self._prose["criteria"]
        by_families: dict[tuple[str, ...], list[Mapping[str, Any]]] = {}
        for each in self._knowledge.criteria:
            by_families.setdefault(tuple(each["families"] or ()), []).append(each)
        for families, group in by_families.items():
            names = self._prose["all families"] if len(families) > 8 else ", ".join(map(self._words.family, families))
            yield f"### {names or self._prose['all families']}\n"
            for criterion in group:
                yield from self._criterion(criterion)

    def _criterion(self, criterion: Mapping[str, Any]) -> Iterator[str]:
        prose, words = self._prose, self._words
        marks = [mark for mark in ("hard", "quiet") if criterion[mark]]
        extra = "".join(f" · {prose[mark]}" for mark in marks)
        yield f"#### `{criterion['id']}` · {prose['weight']} {criterion['weight']}{extra}\n"
        yield f"- {prose['when']}{words.say('join')}{words.when(criterion['when'])}"
        if criterion["categories"]:
            yield f"- {prose['only']}{words.say('join')}{', '.join(map(words.category, criterion['categories']))}"
        yield f"- {prose['judges']}{words.say('join')}{words.test(criterion['test'])}"
        for kind in ("reason", "caution", "caution_over"):
            if criterion[kind]:
                yield f"- {prose[kind]}{words.say('join')}{criterion[kind][self._lang]}"
        if criterion["note"]:
            yield f"- {criterion['note'][self._lang]}"
        yield f"- {prose['rests on']}{words.say('join')}{self._cited(criterion['source'])}\n"

    def wishes(self) -> Iterator[str]:
        yield self._prose["wishes"]
        for each in self._knowledge.wishes["wishes"]:
            said = self._words.test(each["test"])
            yield f"- **{each['label'][self._lang]}** (`{each['id']}`){self._words.say('join')}{said}"
        yield ""

    def sources(self) -> Iterator[str]:
        yield self._prose["sources"]
        for name, source in sorted(self._knowledge.sources.items()):
            says = source["says"].get(self._lang) or source["says"]["en"]
            place = f" <{source['address']}>" if source["address"] else ""
            yield f'- <a id="{name}"></a>`{name}` ({self._prose[source["evidence"]]}) {says}{place}'
            if source["conflict"]:
                yield f"  - **{self._prose['conflict']}** {source['conflict'][self._lang]}"
        yield ""

    def customers(self, samples: Sequence[Sample]) -> Iterator[str]:
        inline = sum("candidates" in each for each in samples)
        yield self._prose["customers"].format(all=len(samples), inline=inline, range=len(samples) - inline)
        for each in samples:
            yield f"- {each['says'].get(self._lang) or each['says']['en']} (`{each['id']}`)"

    def _head(self, *names: str) -> Iterator[str]:
        yield row(self._prose[name] for name in names)
        yield row("---" for _ in names)

    def _range(self, question: Mapping[str, Any]) -> str:
        bounds = question["range"]
        return f"{bounds['min']} – {bounds['max']} {bounds['unit']}" if bounds else self._prose["free"]

    def _cited(self, names: Iterable[str]) -> str:
        known = self._knowledge.sources
        return ", ".join(f"[{each}](#{each})" if each in known else f"<{each}>" for each in names)
