"""What a shop asked for each piece and since when, and how its prices change."""
