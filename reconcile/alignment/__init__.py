"""Claims in, facts out: the claims of different sources that answer one question."""

from reconcile.alignment.align import Alignment, Link, Question, align
from reconcile.alignment.assignment import connected
from reconcile.alignment.doubts import doubt_between, is_day_of_speech
from reconcile.alignment.meaning import Encoder
from reconcile.alignment.score import Weights, default_weights, read_weights, semantic_weights
from reconcile.alignment.titles import title_of

__all__ = [
    "Alignment",
    "Encoder",
    "Link",
    "Question",
    "Weights",
    "align",
    "connected",
    "default_weights",
    "doubt_between",
    "is_day_of_speech",
    "read_weights",
    "semantic_weights",
    "title_of",
]
