"""Claims in, facts out: the claims of different sources that answer one question."""

from reconcile.alignment.align import Alignment, Link, Question, align
from reconcile.alignment.assignment import connected
from reconcile.alignment.score import Weights, default_weights, read_weights
from reconcile.alignment.titles import title_of

__all__ = [
    "Alignment",
    "Link",
    "Question",
    "Weights",
    "align",
    "connected",
    "default_weights",
    "read_weights",
    "title_of",
]
