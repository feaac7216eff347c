"""The customers' pages behind a tag: one piece, understood at a glance, without script, cookie or account."""

from .routes import blueprint

__all__ = ["blueprint"]
