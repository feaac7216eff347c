from __future__ import annotations

import pytest

from catalog.sizing.rules import Rule, layering_level, read_rule

RULES = [
    ("If between sizes, take the larger.", Rule(between="up")),
    ("If you are between two sizes, we recommend the smaller size.", Rule(between="down")),
    ("Between sizes? Size up.", Rule(between="up")),
    ("In between sizes, order the next size up", Rule(between="up")),
    ("Take the larger size if you fall between two sizes", Rule(between="up")),
    ("Do not size up between sizes.", Rule(between="down")),
    ("If between sizes, do not hesitate to size up.", Rule(between="up")),
    ("Entre deux tailles, prenez la plus grande.", Rule(between="up")),
    ("Entre deux tailles, choisir la taille inférieure", Rule(between="down")),
    ("Si vous hésitez entre 2 tailles, prenez la taille au-dessus.", Rule(between="up")),
    ("Entre deux tailles, ne prenez pas la plus grande.", Rule(between="down")),
    ("Entre deux tailles, n’hésitez pas à prendre la taille au-dessus", Rule(between="up")),
    ("Zwischen zwei Größen die größere wählen.", Rule(between="up")),
    ("Tra due taglie scegliere la più piccola.", Rule(between="down")),
    ("Entre dos tallas, elija la mayor.", Rule(between="up")),
    ("If between sizes, go up for a looser fit or down for a tighter fit.", Rule(over="up", close="down")),
    ("Between sizes: for a relaxed fit take the larger, for a snug fit the smaller.", Rule(over="up", close="down")),
    ("To wear it over a fleece, take one size up.", Rule(over="up")),
    ("Pour porter par-dessus une polaire, prenez une taille au-dessus.", Rule(over="up")),
    ("Runs small.", Rule(between="up")),
    ("Taille petit", Rule(between="up")),
    ("Runs small: we recommend one size up.", Rule(always="up")),
    ("Taille grand, prenez une taille en dessous.", Rule(always="down")),
    (
        "If hips and waist correspond to two different suggested sizes, order the size indicated by your hip.",
        Rule(measures=("hip_mm",)),
    ),
    ("If your measurements fall into different sizes, choose the larger.", Rule(differ="up")),
    ("Si vos mesures donnent des tailles différentes, fiez-vous au tour de poitrine.", Rule(measures=("chest_mm",))),
    ("La poitrine prime sur la hanche.", Rule(measures=("chest_mm",))),
    ("Chest takes priority over waist.", Rule(measures=("chest_mm",))),
    ("Low Hip is usually the best size predictor.", Rule(measures=("low_hip_mm",))),
    ("Chest is generally the best size predictor", Rule(measures=("chest_mm",))),
    (
        "For chest and waist use your chest; if hips and waist differ, go by the hips",
        Rule(measures=("chest_mm", "hip_mm")),
    ),
    ("Insole length, not foot length.", Rule(inside=True)),
    ("Longueur intérieure de la chaussure", Rule(inside=True)),
    ("All measures are body measures in centimetres.", Rule()),
    ("", Rule()),
]


@pytest.mark.parametrize(("text", "rule"), RULES, ids=[text[:40] for text, _ in RULES])
def test_it_reads_the_rule_of_a_chart(text: str, rule: Rule) -> None:
    assert read_rule(text) == rule


@pytest.mark.parametrize(
    ("text", "level"),
    [
        ("none", "close"), ("next to skin", "close"), ("à même la peau", "close"), ("base layer", "close"),
        ("light", "normal"), ("over a base layer", "normal"), ("t-shirt", "normal"),
        ("fleece", "over"), ("over-fleece", "over"), ("par-dessus une polaire", "over"), ("over a mid layer", "over"),
        ("down", "thick"), ("over a down jacket", "thick"), ("doudoune", "thick"), ("plusieurs couches", "thick"),
        ("banana", ""),
    ],
)  # fmt: skip
def test_it_understands_what_is_worn_below(text: str, level: str) -> None:
    assert layering_level(text) == level
