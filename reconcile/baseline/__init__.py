"""What was accepted: findings by subject, source and value, with a reason, kept in a file."""

from reconcile.baseline.acceptances import Acceptance, accept, covers
from reconcile.baseline.cases import Case, case_of, case_of_check, cases_of
from reconcile.baseline.file import BASELINE_NAME, add_acceptance, read_baseline
from reconcile.baseline.review import Review, Stale, mark_accepted, review

__all__ = [
    "BASELINE_NAME",
    "Acceptance",
    "Case",
    "Review",
    "Stale",
    "accept",
    "add_acceptance",
    "case_of",
    "case_of_check",
    "cases_of",
    "covers",
    "mark_accepted",
    "read_baseline",
    "review",
]
