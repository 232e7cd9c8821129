"""Claims in, facts out: the claims of different sources that answer one question."""

from reconcile.alignment.align import Alignment, Link, Question, align
from reconcile.alignment.assignment import connected
from reconcile.alignment.doubts import doubt_between, is_day_of_speech, lie_near, may_be_swapped
from reconcile.alignment.score import Weights, read_weights, weights_for
from reconcile.alignment.titles import title_of

__all__ = [
    "Alignment",
    "Link",
    "Question",
    "Weights",
    "align",
    "connected",
    "doubt_between",
    "is_day_of_speech",
    "lie_near",
    "may_be_swapped",
    "read_weights",
    "title_of",
    "weights_for",
]
