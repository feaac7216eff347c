"""What customers asked for and what came of it: the evidence of the market test, without a word about a person."""
