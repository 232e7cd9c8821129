"""Read news articles on one story and say where they agree, differ or conflict.

The public names are loaded at their first use, so that ``import reconcile`` costs next to nothing.
"""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from reconcile.articles import read_article as read_article
    from reconcile.articles import read_articles as read_articles
    from reconcile.claims import extract_claims as extract_claims
    from reconcile.errors import ReconcileError as ReconcileError
    from reconcile.model import Article as Article
    from reconcile.model import Claim as Claim
    from reconcile.model import Fact as Fact
    from reconcile.model import Mention as Mention
    from reconcile.model import Value as Value
    from reconcile.pipeline import compare as compare
    from reconcile.progress import ProgressBar as ProgressBar
    from reconcile.report import Finding as Finding
    from reconcile.report import Report as Report
    from reconcile.values import read_value as read_value
    from reconcile.values import read_values as read_values

__version__ = "0.1.0"

#: public name: the module that it comes from
_PUBLIC = {
    "Article": "reconcile.model",
    "Claim": "reconcile.model",
    "Fact": "reconcile.model",
    "Finding": "reconcile.report",
    "Mention": "reconcile.model",
    "ProgressBar": "reconcile.progress",
    "ReconcileError": "reconcile.errors",
    "Report": "reconcile.report",
    "Value": "reconcile.model",
    "compare": "reconcile.pipeline",
    "extract_claims": "reconcile.claims",
    "read_article": "reconcile.articles",
    "read_articles": "reconcile.articles",
    "read_value": "reconcile.values",
    "read_values": "reconcile.values",
}

__all__ = [
    "Article",
    "Claim",
    "Fact",
    "Finding",
    "Mention",
    "ProgressBar",
    "ReconcileError",
    "Report",
    "Value",
    "compare",
    "extract_claims",
    "read_article",
    "read_articles",
    "read_value",
    "read_values",
]


def __getattr__(name: str) -> object:
    if name not in _PUBLIC:
        raise AttributeError(f"module 'reconcile' has no attribute {name!r}")
    value = getattr(importlib.import_module(_PUBLIC[name]), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted({*globals(), *_PUBLIC})
