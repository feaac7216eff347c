"""The knowledge of the finder as a page that a merchandiser can read and correct."""

from .page import handbook

__all__ = ["handbook"]
