# ruff: noqa: E501  the prose is set as it is printed
"""What stands around the tables, in French and English."""

from __future__ import annotations

PROSE = {
    "fr": {
        "beginning": """# Ce que Cordée sait

Cette page montre toutes les connaissances du conseil : les questions, le passage des réponses aux besoins, les critères avec leurs
phrases, les souhaits, les sources. Elle est écrite par `make handbook` à partir des fichiers de `catalog/data/finder/` ; corrigez
ces fichiers, pas cette page.

**Comment corriger.** Cherchez dans `catalog/data/finder/` le nom entre accents graves (par exemple `shell-dry`), changez le poids, la
condition ou la phrase, puis lancez `make check` : une faute est nommée avec son fichier et sa ligne. Les clients types (en bas de
page) disent ensuite si un conseil connu est devenu faux. Une phrase changée en anglais demande une nouvelle traduction :
`python -m catalog.finder.translations --missing` les nomme.

**Comment un critère compte.** Il donne à chaque pièce un degré de 0 à 100, ou « inconnu ». La note d’une pièce est la moyenne
de ses degrés, pesée par les poids. Un inconnu n’est jamais compté comme un oui. Seul ce que dit le client (taille, budget, souhait
obligatoire ou refusé) écarte une pièce ; une connaissance pèse, explique et met en garde.
""",
        "questions": "## Les questions\n",
        "question": "Question",
        "answers": "Réponses",
        "asked when": "Posée quand",
        "sources": "Sources",
        "free": "libre",
        "what": "Quoi",
        "when": "Quand",
        "value": "Valeur",
        "needs": """## Des réponses aux besoins

Le besoin est le cran posé sur chaque jauge. On lit les lignes de haut en bas, la première qui vaut compte ; les « +1 » et « -1 »
s’ajoutent ensuite.

- **Température ressentie** (T ≤ 10 °C et vent ≥ 5 km/h, sinon celle de l’air) :
  13,12 + 0,6215 T − 11,37 V^0,16 + 0,3965 T V^0,16.
- **Isolation des vêtements** : max(0, (33 − ressentie) / (6,85 × met) − 0,5) clo. Elle sert à classer, jamais à promettre.""",
        "chilly": "- **Frileux** : qui souhaite {wishes} est servi comme s’il faisait {colder_c} °C de moins ({sources}).\n",
        "assumed": "### Ce qui est admis tant que rien n’est dit",
        "met": "### L’effort, en dixièmes de met",
        "cases": "### Situations que plusieurs critères partagent",
        "criteria": "## Les critères\n",
        "all families": "Toutes les familles",
        "weight": "poids",
        "hard": "ferme",
        "quiet": "dit seulement si rien d’autre ne se dit",
        "only": "Seulement",
        "judges": "Juge",
        "reason": "Pour",
        "caution": "Contre",
        "caution_over": "Trop",
        "rests on": "Repose sur",
        "wishes": "## Les souhaits\n\nÀ côté de ceux-ci, chaque propriété par oui ou non et chaque valeur d’une liste est un souhait.\n",
        "read": "lu à la source",
        "derived": "calculé de ce qui a été lu",
        "advice": "expérience de vendeur",
        "general": "connaissance générale",
        "conflict": "Désaccord et choix.",
        "customers": """## Les clients types

{all} clients, dont {inline} avec des pièces écrites à côté et {range} devant l’assortiment. Chacun dit ce qu’un bon vendeur conseillerait ;
tous passent dans `make test` et à chaque essai d’import.
""",
    },
    "en": {
        "beginning": """# What Cordée knows

This page shows all the knowledge of the advice: the questions, the way from answers to needs, the criteria with their sentences, the
wishes, the sources. `make handbook` writes it from the files of `catalog/data/finder/`; correct those files, not this page.

**How to correct.** Look in `catalog/data/finder/` for the name between backticks (`shell-dry`, say), change the weight, the condition
or the sentence, and run `make check`: a mistake is named with its file and line. The sample customers (at the foot of the page) then
tell whether advice that was right has become wrong. A sentence changed in English wants a new translation:
`python -m catalog.finder.translations --missing` names them.

**How a criterion counts.** It gives each piece a degree from 0 to 100, or "unknown". The score of a piece is the mean of its degrees,
weighted. An unknown is never counted as a yes. Only what the customer says (size, budget, a wish that must or must not be) takes a
piece out; knowledge weighs, explains and cautions.
""",
        "questions": "## The questions\n",
        "question": "Question",
        "answers": "Answers",
        "asked when": "Asked when",
        "sources": "Sources",
        "free": "free",
        "what": "What",
        "when": "When",
        "value": "Value",
        "needs": """## From answers to needs

The need is the notch on each gauge. Rows are read from the top, the first that holds counts; the "+1" and "-1" are added afterwards.

- **Felt temperature** (T ≤ 10 °C and wind ≥ 5 km/h, else that of the air):
  13.12 + 0.6215 T − 11.37 V^0.16 + 0.3965 T V^0.16.
- **Clothing insulation**: max(0, (33 − felt) / (6.85 × met) − 0.5) clo. It ranks, it never promises.""",
        "chilly": "- **Feeling the cold**: who wishes {wishes} is served as if it were {colder_c} °C colder ({sources}).\n",
        "assumed": "### What is assumed until something is said",
        "met": "### Effort, in tenths of a met",
        "cases": "### Situations that several criteria share",
        "criteria": "## The criteria\n",
        "all families": "All families",
        "weight": "weight",
        "hard": "hard",
        "quiet": "said only where nothing else is",
        "only": "Only",
        "judges": "Judges",
        "reason": "For",
        "caution": "Against",
        "caution_over": "Too much",
        "rests on": "Rests on",
        "wishes": "## The wishes\n\nBeside these, each yes-or-no property and each value of a list is a wish.\n",
        "read": "read at the source",
        "derived": "derived from what was read",
        "advice": "a seller's experience",
        "general": "general knowledge",
        "conflict": "Disagreement and choice.",
        "customers": """## The sample customers

{all} customers, {inline} of them over pieces written beside them and {range} over the assortment. Each says what a good seller would
advise; all of them run in `make test` and in every dry run of an import.
""",
    },
}
