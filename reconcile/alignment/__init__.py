"""Claims in, facts out: the claims of different sources that answer one question."""

from reconcile.alignment.align import Alignment, Link, Question, align
from reconcile.alignment.score import Weights, default_weights, read_weights

__all__ = ["Alignment", "Link", "Question", "Weights", "align", "default_weights", "read_weights"]
