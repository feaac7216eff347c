"""Label sheets: each piece's tag with its code, ready for the printer."""
