"""The resolver behind the tags: from a GS1 Digital Link to what is known of the item."""

from .routes import blueprint

__all__ = ["blueprint"]
