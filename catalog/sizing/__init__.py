"""Sizes: which one, from body measures, a usual size or a child's age, and how sure that is."""

from .advice import size_advice
from .charts import default_chart, load_charts
from .errors import SizingError

__all__ = ["SizingError", "default_chart", "load_charts", "size_advice"]
