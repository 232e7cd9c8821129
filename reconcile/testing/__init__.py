"""What a fact-check suite asserts of articles, with pytest, another runner or none."""

from reconcile.baseline import Acceptance
from reconcile.testing.assertions import assert_claims, assert_consistent, within
from reconcile.testing.discrepancies import Discrepancy, FactCheckFailed, Sighting
from reconcile.testing.fitting import Fit
from reconcile.testing.meeting import Answer, Outcome

__all__ = [
    "Acceptance",
    "Answer",
    "Discrepancy",
    "FactCheckFailed",
    "Fit",
    "Outcome",
    "Sighting",
    "assert_claims",
    "assert_consistent",
    "within",
]
