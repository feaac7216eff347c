"""Write the size cases that Python and TypeScript must answer alike: ``python tests/vectors/sizing/make.py``."""

from __future__ import annotations

import json
import random
import sys
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent
ROOT = HERE.parents[2]
sys.path.insert(0, str(ROOT))

from catalog.sizing import SizingError, load_charts, size_advice  # noqa: E402
from tests.catalog.sizes.cases import read_cases  # noqa: E402

LANGUAGES = ("fr", "en", "de", "it", "es")
RULES = (
    "",
    "If between sizes, take the larger.",
    "Entre deux tailles, prenez la plus petite.",
    "If between sizes, go up for a looser fit or down for a tighter fit.",
    "If the measurements for hips and waist correspond to two different sizes, order the size indicated by your hip.",
    "Si vos mesures donnent des tailles différentes, prenez la plus grande.",
    "Pour porter par-dessus une polaire, prenez une taille au-dessus.",
    "Runs small: we recommend one size up.",
    "Bei zwei Größen nach dem Brustumfang richten. Zwischen zwei Größen die größere nehmen.",
)
LAYERING = (None, None, "none", "light", "over a fleece", "doudoune")
CATEGORIES = (None, "hardshell-jacket", "baselayer-top", "hiking-pants", "socks", "gloves", "hat", "hiking-pack")
TRY_ONS = (
    {"larger": 5, "right": 2}, {"larger": 6, "right": 2}, {"smaller": 9}, {"right": 7, "larger": 1},
    {"larger": 3, "right": 2, "smaller": 2}, {"larger": 4},
)  # fmt: skip
USUAL = (
    ("EU", "42"), ("EU", "42 2/3"), ("UK", "8"), ("US", "9"), ("US-women", "8.5"), ("mondopoint", "26.5"),
    ("cm", "27"), ("INTL", "M"), ("INTL", "XXL"), ("INTL", "3XL"), ("FR", "40"), ("DE", "38"), ("IT", "48"),
    ("EU", "50"), ("number", "8"), ("EU", "36-38"), ("FR", "57"),
)  # fmt: skip


def own_questions(charts: dict[str, Any], dice: random.Random) -> list[dict[str, Any]]:
    """Ask our own charts: each measure below, inside, on the edges and above; ages; usual sizes."""
    questions = []
    for number, (name, chart) in enumerate(sorted(charts.items())):
        lang = LANGUAGES[number % len(LANGUAGES)]
        for measure in chart["measures"]:
            ends = [_ends(row[measure]) for row in chart["rows"] if measure in row]
            low, high = min(ends)[0], max(ends)[1]
            values = {low - 40, low, (low + high) // 2, ends[0][1], high + 90, dice.randint(low, high)}
            questions.extend(
                {"chart": name, "measurements_mm": {measure: value}, "lang": lang} for value in sorted(values)
            )
        whole = {m: _ends(chart["rows"][len(chart["rows"]) // 2].get(m, 500))[0] for m in chart["measures"]}
        if len(whole) > 1:
            questions.append({"chart": name, "measurements_mm": whole, "lang": "fr", "layering": "fleece"})
        if chart["audience"] == "kids":
            questions.extend(
                {"chart": name, "age_years": age, "audience": "kids", "lang": lang, "growth": age > 6}
                for age in (1, 4, 6.5, 11, 16)
            )
        system, size = dice.choice(USUAL)
        usual = {"system": system, "size": size}
        questions.append({"chart": name, "usual": usual, "audience": chart["audience"], "lang": lang})
    for sizes in (["S", "M", "L", "XL"], ["TU"], ["42", "42 2/3", "43 1/3"], ["8 ans", "10 ans"]):
        for chart in ("men-tops", "shoes", "kids-clothes", "one-size", ""):
            measurements = {"chest_mm": 960, "foot_length_mm": 272, "height_mm": 1330}
            questions.append({"chart": chart, "sizes": sizes, "measurements_mm": measurements})
    return questions


def inline_questions(dice: random.Random) -> list[dict[str, Any]]:
    """Ask charts made by chance: ranges with gaps and overlaps, single numbers, missing values, all rules."""
    return [_inline_question(dice, number) for number in range(220)]


def _inline_question(dice: random.Random, number: int) -> dict[str, Any]:
    measures = dice.sample(["chest_mm", "waist_mm", "hip_mm", "inseam_mm", "height_mm"], dice.randint(1, 3))
    if number % 6 == 0:
        measures = [dice.choice(["foot_length_mm", "hand_mm", "head_mm", "torso_mm", "height_mm"])]
    rows = _rows(dice, measures)
    question: dict[str, Any] = {"chart": {"rows": rows, "rule": dice.choice(RULES)}, "lang": dice.choice(LANGUAGES)}
    wanted = dice.sample(measures, dice.randint(1, len(measures)))
    question["measurements_mm"] = {measure: _near(dice, rows, measure) for measure in wanted}
    layering, category = dice.choice(LAYERING), dice.choice(CATEGORIES)
    if layering:
        question["layering"] = layering
    if category:
        question["category"] = category
    if number % 9 == 0:
        question["growth"] = True
    if number % 7 == 0:
        system, size = dice.choice(USUAL)
        question["usual"] = {"system": system, "size": size}
        question.pop("measurements_mm")
        question["audience"] = dice.choice(["men", "women", "kids"])
    if number % 4 == 0:
        question["try_ons"] = dice.choice(TRY_ONS)
    return question


def real_questions() -> list[dict[str, Any]]:
    """Ask the published charts, each in another language in turn; every third with thick layers or socks."""
    questions = []
    for number, case in enumerate(read_cases()):
        more: dict[str, Any] = {"layering": "thick socks"} if number % 3 == 0 else {}
        questions.append({**more, **case.question, "lang": LANGUAGES[number % len(LANGUAGES)]})
    return questions


def _rows(dice: random.Random, measures: list[str]) -> list[dict[str, Any]]:
    step, gap = dice.choice([20, 40, 60]), dice.choice([-10, 0, 0, 10, 20])
    start = {measure: dice.randrange(300, 900, 10) for measure in measures}
    points = dice.random() < 0.35
    rows: list[dict[str, Any]] = []
    for index, size in enumerate(["XS", "S", "M", "L", "XL"][: dice.randint(1, 5)]):
        row: dict[str, Any] = {"size": size}
        for measure in measures:
            low = start[measure] + index * (step + gap)
            row[measure] = low if points else [low, low + step]
        rows.append(row)
    if dice.random() < 0.2:
        rows.append({**rows[-1], "size": "long", measures[-1]: _ends(rows[-1][measures[-1]])[1] + 60})
    if dice.random() < 0.15:
        rows.reverse()
    return rows


def _near(dice: random.Random, rows: list[dict[str, Any]], measure: str) -> int:
    low, high = _ends(dice.choice(rows)[measure])
    return max(1, dice.choice([low, high, (low + high) // 2, low - 5, high + 5, high + 12, high + 20, low + 3]))


def _ends(value: Any) -> tuple[int, int]:
    low, high = value if isinstance(value, list) else (value, value)
    low = high - 20 if low is None else low
    return low, low + 20 if high is None else high


REFUSED: list[Any] = [
    {},
    {"chart": "unknown", "measurements_mm": {"chest_mm": 900}},
    {"chart": {"rows": []}, "measurements_mm": {"chest_mm": 900}},
    {"chart": {"rows": [{"size": "M", "chest_mm": "960"}]}, "measurements_mm": {"chest_mm": 900}},
    {"chart": {"rows": [{"size": "M", "chest_mm": [1000, 960]}]}, "measurements_mm": {"chest_mm": 900}},
    {"chart": {"rows": [{"size": "M", "chest_mm": [960]}]}, "measurements_mm": {"chest_mm": 900}},
    {"chart": {"rows": [{"chest_mm": 960}]}, "measurements_mm": {"chest_mm": 900}},
    {"chart": {"rows": [{"size": "M", "wrist_mm": 400}]}, "measurements_mm": {"chest_mm": 900}},
    {"chart": {"rows": ["M"]}, "measurements_mm": {"chest_mm": 900}},
    {"chart": 7, "measurements_mm": {"chest_mm": 900}},
    {"chart": "shoes", "measurements_mm": {"chest_mm": -5}},
    {"chart": "shoes", "measurements_mm": {"chest_mm": True}},
    {"chart": "shoes", "measurements_mm": {"wrist_mm": 400}},
    {"chart": "shoes", "measurements_mm": [260]},
    {"chart": "shoes", "measurements_mm": {"foot_length_mm": 26.5}},
    {"chart": "men-tops", "measurements_mm": {"chest_mm": 38}},
    {"chart": {"rows": [{"size": "M", "chest_mm": [96, 102]}, {"size": "L", "chest_mm": None}]}, "age_years": 30},
    {"chart": {"audience": "men", "rows": [{"size": "M", "chest_mm": [340, 360]}]}, "age_years": 30},
    {"chart": "shoes", "measurements_mm": {"foot_length_mm": 260}, "try_ons": {"larger": -1}},
    {"chart": "shoes", "usual": {"system": "XY", "size": "42"}},
    {"chart": "shoes", "usual": {"size": ""}},
    {"chart": "shoes", "usual": "42"},
    {"chart": "shoes", "age_years": "six"},
    {"chart": "shoes", "age_years": 130},
    {"chart": "shoes"},
    {"chart": "shoes", "measurements_mm": {}},
    {"chart": "shoes", "measurements_mm": {"foot_length_mm": 260}, "lang": "xx"},
    {"chart": "shoes", "measurements_mm": {"foot_length_mm": 260}, "growth": "yes"},
    {"chart": "shoes", "measurements_mm": {"foot_length_mm": 260}, "layering": "banana"},
    {"chart": "shoes", "measurements_mm": {"foot_length_mm": 260}, "audience": "dogs"},
    {"chart": "shoes", "measurements_mm": {"foot_length_mm": 260}, "sizes": "42"},
    {"chart": "shoes", "measurements_mm": {"foot_length_mm": 260}, "fit_note": 3},
]


def answered(question: Any, charts: dict[str, Any]) -> dict[str, Any]:
    """Return a case: the question with its answer, or with the problems found in it."""
    try:
        return {"question": question, "answer": size_advice(question, charts)}
    except SizingError as error:
        problems = [{"field": problem.field, "message": problem.message} for problem in error.problems]
        return {"question": question, "problems": problems}


def write(name: str, data: Any) -> None:
    """Write one file, a case a line so that a change can be read."""
    lines = ",\n".join(json.dumps(case, ensure_ascii=False, separators=(",", ":")) for case in data)
    (HERE / name).write_text(f"[\n{lines}\n]\n", "utf-8")


def main() -> None:
    """Write the charts and the four files of cases."""
    charts = load_charts(ROOT / "catalog" / "data" / "sizes.yaml")
    dice = random.Random(2026)
    write("charts.json", charts.values())
    write("own.json", [answered(question, charts) for question in own_questions(charts, dice)])
    write("inline.json", [answered(question, charts) for question in inline_questions(dice)])
    write("real.json", [answered(question, charts) for question in real_questions()])
    write("refused.json", [answered(question, charts) for question in REFUSED])


if __name__ == "__main__":
    main()
