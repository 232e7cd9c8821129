"""A Report in, drafts of schema.org ClaimReviews out: who claims what, and how the claims stand.

No ``reviewRating`` is ever written: that sources agree makes nothing true, and that they differ
says not who is right. The rating, its author and its date are for a person to add.
"""

from __future__ import annotations

import json
from typing import Any

from reconcile.model import Article
from reconcile.report.excerpts import is_same_wording, one_line
from reconcile.report.findings import Finding
from reconcile.report.fingerprints import of_finding
from reconcile.report.places import web_address
from reconcile.report.quotes import Quote
from reconcile.report.remarks import questions_of
from reconcile.report.report import Report
from reconcile.report.words import ABOUT


def report_to_claimreview(report: Report) -> str:
    """A draft in JSON-LD for each conflict and each difference."""
    articles = {article.id: article for article in report.articles}
    drafts = [_draft(each, articles) for each in (*report.conflicts, *report.differences)]
    document = {"@context": "https://schema.org", "@graph": drafts}
    written = json.dumps(document, ensure_ascii=False, indent=1)
    return written.replace("<", "\\u003c") + "\n"  # such JSON stands in script elements


def _draft(finding: Finding, articles: dict[str, Article]) -> dict[str, Any]:
    said = dict.fromkeys(one_line(each.explanation) for each in finding.reasons)
    return {
        "@type": "ClaimReview",
        "@id": f"urn:reconcile:{of_finding(finding)}",
        "creativeWorkStatus": "Draft",
        "name": one_line(finding.title),
        "claimReviewed": one_line(finding.quotes[0].sentence),
        "reviewBody": " ".join(said),
        **_about(finding),
        **_asked(finding),
        "itemReviewed": [_claim(quotes, articles) for quotes in _by_sentence(finding.quotes)],
    }


def _about(finding: Finding) -> dict[str, Any]:
    """What a conflict is about, where it is not what happened."""
    words = ABOUT.get(finding.about or "world")
    return {"about": {"@type": "Thing", "name": words}} if words else {}


def _asked(finding: Finding) -> dict[str, Any]:
    """The slips that may lie behind it, as comments to be taken out before it is published."""
    asked = [{"@type": "Comment", "text": each} for each in questions_of(finding)]
    return {"comment": asked} if asked else {}


def _by_sentence(quotes: tuple[Quote, ...]) -> list[list[Quote]]:
    """The quotes by the sentence that they stand in; the same sentence of two sources is one."""
    gathered: list[list[Quote]] = []
    for quote in quotes:
        same = next((g for g in gathered if is_same_wording(g[0].sentence, quote.sentence)), None)
        if same is None:
            gathered.append([quote])
        else:
            same.append(quote)
    return gathered


def _claim(quotes: list[Quote], articles: dict[str, Article]) -> dict[str, Any]:
    named = dict.fromkeys(quote.article for quote in quotes)
    speaker = quotes[0].speaker
    return {
        "@type": "Claim",
        "text": one_line(quotes[0].sentence),
        **({"creditText": one_line(speaker)} if speaker else {}),
        "appearance": [_article(articles[name]) for name in named],
    }


def _article(article: Article) -> dict[str, Any]:
    """The article, with what is known of it."""
    url = web_address(article.url)
    published, publisher = article.published, article.publisher
    known = {
        "@type": "NewsArticle",
        "headline": one_line(article.title) if article.title else None,
        "url": url,
        "datePublished": published.isoformat() if published else None,
        "publisher": (
            {"@type": "Organization", "name": one_line(publisher)} if publisher else None
        ),
        "identifier": None if url else article.id,
    }
    return {name: value for name, value in known.items() if value is not None}
