"""Files, folders and text in, Articles out: decoded, cut into segments, dated, nothing deleted."""

from reconcile.articles.bound import LIMIT_CHARACTERS, bounded
from reconcile.articles.comparable import check_comparable
from reconcile.articles.files import read_article, read_articles, read_text
from reconcile.articles.published import parse_published
from reconcile.articles.siblings import date_as_newest

__all__ = [
    "LIMIT_CHARACTERS",
    "bounded",
    "check_comparable",
    "date_as_newest",
    "parse_published",
    "read_article",
    "read_articles",
    "read_text",
]
