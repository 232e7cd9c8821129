"""HTML in, its page out (first version: the visible text by trafilatura alone)."""

from __future__ import annotations

from reconcile.articles.assemble import Page
from reconcile.articles.blocks import split_blocks
from reconcile.errors import NotAnArticle


def read_html(text: str, path: str) -> Page:
    """The page of an HTML document."""
    import trafilatura

    body = trafilatura.extract(text, favor_recall=True, include_comments=False) or ""
    if not body.strip():
        raise NotAnArticle(path, "no article was found in this HTML.", "Save its text instead.")
    return Page(body, split_blocks(body))
