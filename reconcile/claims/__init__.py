"""Articles in, atomic claims out: names, clauses, speakers, and a claim for each focus."""

from reconcile.claims.coreference import NameIndex, link_names, same_name
from reconcile.claims.extraction import extract_claims
from reconcile.claims.written import sentence_of

__all__ = ["NameIndex", "extract_claims", "link_names", "same_name", "sentence_of"]
