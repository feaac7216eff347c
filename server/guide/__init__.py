"""The self-service finder: the seller's questions and ranking as plain pages, for a customer's own phone."""

from .routes import blueprint

__all__ = ["blueprint"]
