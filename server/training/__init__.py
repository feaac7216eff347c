"""Training cards of a shop, what each person has learnt, and how far the team has come."""
