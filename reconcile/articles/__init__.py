"""Files, folders and text in, Articles out: decoded, cut into segments, dated, nothing deleted."""

from reconcile.articles.comparable import check_comparable
from reconcile.articles.files import read_article, read_articles, read_text
from reconcile.articles.published import parse_published

__all__ = ["check_comparable", "parse_published", "read_article", "read_articles", "read_text"]
