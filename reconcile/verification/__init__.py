"""A judgement or a check with its articles in, whether its derivation can be replayed out.

The room is small and stands alone: it reads the quotes again, computes on fractions with its own
code, and calls nothing of what made the verdict. Only tables are shared: the factors of units and
the exchange rates of a day.
"""

from reconcile.verification.sources import Failure
from reconcile.verification.verifier import Verification, verify, verify_fact

__all__ = ["Failure", "Verification", "verify", "verify_fact"]
