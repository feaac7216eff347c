"""The tables of products and facts out of a foreign table: what a model is, for whom, and what it is for."""

from __future__ import annotations

from collections.abc import Iterable

from catalog.model import Product
from catalog.reference import Reference

from . import cells as cell_texts
from .fields import plain
from .findings import Findings
from .guess_kind import activity_words, audience_of, is_gear, kind_of
from .house import House
from .html_text import shortened, text_of
from .mapping import Records
from .models import Model
from .speech_of import language_of
from .table import Place, Row
from .taxonomy import path_of
from .to_facts import Facts
from .vocabulary import ACTIVITIES

USE = 300
_NAME = 120
_MENTIONED = 8


class Writer:
    """Writes the rows of one foreign table."""

    def __init__(self, records: Records, house: House, reference: Reference, findings: Findings) -> None:
        self.records, self.house, self.reference, self.findings = records, house, reference, findings
        self.facts = Facts(records, house, reference, findings)
        self.technologies: dict[str, str] = {}
        for each in reference.technologies.values():
            names: tuple[str, ...] = (each.id, *each.name.values(), *each.aliases)
            self.technologies |= {plain(name): each.id for name in names}
        self.lang = records.constants.get("language", "")

    def write(self, found: Iterable[Model]) -> tuple[list[Row], list[Row]]:
        """Return the rows of products and of facts."""
        named = [model for model in found if model.ref]
        if not self.lang:
            self.lang = language_of(model.first("description")[0] for model in named[:500])
        products: list[Row] = []
        facts: list[Row] = []
        for model in named:
            cells = self._cells(model)
            if len(cells) > 1:
                products.append(Row(self._place(model), cells))
            facts.extend(self.facts.rows(model, self._category(model, cells)))
        return products, facts

    def _place(self, model: Model) -> Place:
        titles = dict(self.records.titles)
        for lang in ("fr", "en", "de", "it", "es"):
            titles[f"use_{lang}"] = titles.get("description", f"use_{lang}")
        titles.setdefault("ref", titles.get("name", "ref"))
        lines = {name: line for name in self.records.titles if (line := model.first(name)[1]) != model.lines[0].line}
        return Place(self.records.file, model.lines[0].line, titles, lines or None)

    def _category(self, model: Model, cells: dict[str, str]) -> str:
        return cells.get("category") or (model.old.category if model.old else "")

    def _cells(self, model: Model) -> dict[str, str]:
        cells = {"ref": model.ref}
        old = model.old
        for name in ("name", "brand", "season"):
            text = text_of(model.first(name)[0])[:_NAME]
            if text and (old is None or text_of(getattr(old, name)) not in (text, cell_texts.said(text))):
                cells[name] = text
        if old is None and "name" not in cells:
            return {"ref": model.ref}  # a line of prices or counts alone: whether its codes are known is told later
        cells |= self._use(model)
        cells |= self._new_kind(model) if old is None else self._known_kind(model, old)
        return cells | self._words(model, old)

    def _use(self, model: Model) -> dict[str, str]:
        text = text_of(model.first("description")[0])
        short, cut = shortened(text, USE)
        old, place = model.old, self._place(model)
        if old is not None:
            held = {"", *(text_of(words) for words in old.use.values())}
            if text in held or cell_texts.said(text) in held:
                return {}
            if cut:
                self.findings.add("description-kept", place, "use_fr", ref=model.ref)
                return {}
            return {f"use_{self.lang}": text}
        if not text:
            self.findings.add("description-missing", place, "use_fr", ref=model.ref)
            return {"use_fr": text_of(model.first("name")[0])[:USE]}
        if self.lang == "fr":
            return {"use_fr": short}
        self.findings.add("description-foreign", place, "use_fr", ref=model.ref, value=self.lang)
        return {"use_fr": short, f"use_{self.lang}": short}

    def _new_kind(self, model: Model) -> dict[str, str]:
        place = self._place(model)
        texts = [
            *model.every("category"),
            *self._tags(model),
            *model.every("name"),
            *map(path_of, model.every("google_category")),
        ]
        kind = kind_of([text_of(text) for text in texts], self.reference)
        cells = {}
        if kind.category is None:
            near = ", ".join(kind.candidates[:_MENTIONED] or tuple(self.reference.categories)[:_MENTIONED])
            self.findings.add("category-unknown", place, "category", ref=model.ref, value=kind.words, near=near)
        else:
            cells["category"] = kind.category
            if model.first("category")[0] != kind.category:
                self.findings.add(
                    "category-proposed", place, "category", ref=model.ref, category=kind.category, value=kind.words
                )
        audience = self._audience(model)
        if audience is None and is_gear(kind.category or "", self.reference):
            audience = "unisex"
            self.findings.add("audience-assumed", place, "audience", ref=model.ref)
        if audience is None:
            self.findings.add("audience-unknown", place, "audience", ref=model.ref)
        else:
            cells["audience"] = audience
        return cells

    def _audience(self, model: Model) -> str | None:
        texts = [*model.every("audience"), *self._tags(model), *model.every("category"), *model.every("name")]
        return audience_of([text_of(text) for text in texts], model.every("age_group"))

    def _known_kind(self, model: Model, old: Product) -> dict[str, str]:
        """Change what the house knows only where the file says it in the house's own words."""
        cells = {}
        category, audience = model.first("category")[0], model.first("audience")[0]
        if category in self.reference.categories and category != old.category:
            cells["category"] = category
        said = audience_of([audience], model.every("age_group")) if audience else None
        if said and said != old.audience:
            cells["audience"] = said
        return cells

    def _words(self, model: Model, old: Product | None) -> dict[str, str]:
        cells = {}
        activities = self._activities(model, old)
        if activities and (old is None or set(activities) != set(old.activities)):
            cells["activities"] = "|".join(activities)
        technologies = self._technologies(model, old)
        if technologies and (old is None or set(technologies) != set(old.technologies)):
            cells["technologies"] = "|".join(technologies)
        if old is None and (link := model.first("link")[0]):
            cells["sources"] = link
        return cells

    def _activities(self, model: Model, old: Product | None) -> list[str]:
        """Return the activities that are said; those of tags only for a new product, whose list they begin."""
        said = self._divided(model, "activities")
        found = [word for text in said if (word := _activity(text))]
        self._left(model, "activities", [text for text in said if not _activity(text)])
        if not found and old is None:
            found = [word for text in self._tags(model) if (word := _activity(text))]
        return list(dict.fromkeys(found))

    def _technologies(self, model: Model, old: Product | None) -> list[str]:
        said = self._divided(model, "technologies")
        known = self.technologies
        self._left(model, "technologies", [text for text in said if plain(text) not in known])
        found = [known[plain(text)] for text in said if plain(text) in known]
        if not found and old is None:
            found = [known[plain(text)] for text in self._tags(model) if plain(text) in known]
        return list(dict.fromkeys(found))

    def _left(self, model: Model, column: str, words: list[str]) -> None:
        if words:
            self.findings.add("words-left", self._place(model), column, value=", ".join(words))

    def _divided(self, model: Model, name: str) -> list[str]:
        return [part for text in model.every(name) for part in _parts(text)]

    def _tags(self, model: Model) -> list[str]:
        return self._divided(model, "tags")


def _parts(text: str) -> list[str]:
    divided = text.replace("|", ",").replace(";", ",").replace("\n", ",").split(",")
    return [part.strip().rpartition(":")[2].strip() for part in divided if part.strip()]


def _activity(text: str) -> str | None:
    return text if text in ACTIVITIES else activity_words().get(plain(text))
