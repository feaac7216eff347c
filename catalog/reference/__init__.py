"""The words of the house: which attributes, categories, technologies, gauges and care sets exist."""

from .charts import with_charts
from .load import load_reference
from .model import (
    Attribute,
    Care,
    CareStep,
    Category,
    EnumValue,
    Family,
    Figure,
    Gauge,
    Group,
    Implication,
    Reference,
    Rule,
    Scale,
    Technology,
)
from .values import RefusedValueError, is_value, parse_value

__all__ = [
    "Attribute",
    "Care",
    "CareStep",
    "Category",
    "EnumValue",
    "Family",
    "Figure",
    "Gauge",
    "Group",
    "Implication",
    "Reference",
    "RefusedValueError",
    "Rule",
    "Scale",
    "Technology",
    "is_value",
    "load_reference",
    "parse_value",
    "with_charts",
]
