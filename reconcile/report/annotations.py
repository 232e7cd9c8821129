"""A Report in, W3C Web Annotations out: each remark at the words of every article that it is about.

Selectors are a ``TextQuoteSelector`` and a ``TextPositionSelector``, which counts characters of
the article's text as the JSON report has it.
"""

from __future__ import annotations

import json
from typing import Any, Final

from reconcile.model import Article
from reconcile.report.places import address_of, web_address
from reconcile.report.quotes import Quote
from reconcile.report.remarks import Remark, lines_of, remarks_of, source_lines
from reconcile.report.report import Report

#: characters of context on either side of the words
_CONTEXT_CHARACTERS: Final = 32


def report_to_annotations(report: Report) -> str:
    """An annotation page in JSON-LD."""
    articles = {article.id: article for article in report.articles}
    page = {
        "@context": "http://www.w3.org/ns/anno.jsonld",
        "type": "AnnotationPage",
        "items": [_annotation(remark, articles) for remark in remarks_of(report)],
    }
    return json.dumps(page, ensure_ascii=False, indent=1) + "\n"


def _annotation(remark: Remark, articles: dict[str, Article]) -> dict[str, Any]:
    words = "\n".join((remark.headline, *lines_of(remark), *source_lines(remark)))
    return {
        "id": f"urn:reconcile:{remark.fingerprint}",
        "type": "Annotation",
        "motivation": "assessing",
        "body": [
            {"type": "TextualBody", "value": remark.rule.id, "purpose": "classifying"},
            {
                "type": "TextualBody",
                "value": words,
                "format": "text/plain",
                "language": "en",
                "purpose": "describing",
            },
        ],
        "target": [_target(quote, articles[quote.article]) for quote in remark.quotes],
    }


def _target(quote: Quote, article: Article) -> dict[str, Any]:
    start, end, text = quote.start, quote.end, article.text
    return {
        "source": web_address(article.url) or address_of(article) or f"urn:article:{article.id}",
        "selector": [
            {
                "type": "TextQuoteSelector",
                "exact": _encodable(text[start:end]),
                "prefix": _encodable(text[max(start - _CONTEXT_CHARACTERS, 0) : start]),
                "suffix": _encodable(text[end : end + _CONTEXT_CHARACTERS]),
            },
            {"type": "TextPositionSelector", "start": start, "end": end},
        ],
    }


def _encodable(text: str) -> str:
    """The text as it is, but for halves of characters, which no file can hold."""
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
