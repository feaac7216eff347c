"""Who did what: an append-only trail of deeds that change or carry away what the shop knows.

A feature calls ``audit.record("prices-planned", plan.id, author, shop="miramas", count=12)`` in the transaction of the
deed itself, before it commits: deed and entry stand or fall together. Nothing here updates or deletes an entry.
Details are counts and names of things, never a secret and never a customer's word.
"""

from .service import record, touch_again

__all__ = ["record", "touch_again"]
