"""Which missing fact cost how many pieces of advice: the merchandiser's list of what to find out first."""
