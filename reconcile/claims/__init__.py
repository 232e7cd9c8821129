"""Articles in, atomic claims out: names, clauses, speakers, and a claim for each focus."""
