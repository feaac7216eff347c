"""The finder's knowledge for people: what is asked, judged and said, and what is said otherwise than the house does."""
