"""A Review in, JSON out: see ``docs/check.md``; the same review gives the same bytes."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any, Final

from reconcile.model import Claim
from reconcile.report.draft.review import ORDER, Review, Statement
from reconcile.report.findings import Finding
from reconcile.report.fingerprints import of_finding
from reconcile.report.json import (
    article_to_data,
    check_to_data,
    claim_to_data,
    unchecked_to_data,
)

#: raised by one when a field changes its meaning or goes; new fields do not raise it
SCHEMA_VERSION: Final = 1


def review_to_json(review: Review) -> str:
    """The whole review as indented JSON that ends with a newline."""
    return json.dumps(review_to_data(review), ensure_ascii=False, indent=1) + "\n"


def review_to_data(review: Review) -> dict[str, Any]:
    """The review as dicts, lists and strings."""
    return {
        "schema_version": SCHEMA_VERSION,
        "draft": review.draft.id,
        "articles": [article_to_data(article) for article in review.report.articles],
        "counts": {status: len(review.of(status)) for status in ORDER},
        "statements": [_statement(each, review.draft.id) for each in review.statements],
        "checks": [check_to_data(each.check) for each in review.checks],
        "unchecked": [unchecked_to_data(each) for each in review.unchecked],
        "notes": list(review.report.notes),
    }


def _statement(statement: Statement, draft: str) -> dict[str, Any]:
    finding, unmatched = statement.finding, statement.unmatched
    nearest = unmatched.nearest if unmatched else None
    return {
        "status": statement.status,
        "kind": statement.kind,
        "title": statement.title,
        "explanation": statement.explanation,
        "steps": list(finding.steps) if finding else [],
        "origins": list(statement.origins),
        "fingerprint": of_finding(finding) if finding else None,
        "mentions": [claim_to_data(claim) for claim in _claims(statement, draft)],
        "sources": list(_sources(finding, draft)) if finding else [],
        "nearest": claim_to_data(nearest) if nearest else None,
    }


def _claims(statement: Statement, draft: str) -> list[Claim]:
    """What the draft says."""
    if statement.unmatched is not None:
        return [statement.unmatched.claim]
    claims = statement.finding.fact.claims if statement.finding else ()
    return [claim for claim in claims if claim.article == draft]


def _sources(finding: Finding, draft: str) -> Iterator[dict[str, Any]]:
    """What the sources say, each with its weightiest verdict on what the draft says."""
    for index, claim in enumerate(finding.fact.claims):
        if claim.article != draft:
            verdicts = [each.verdict for each in finding.comparisons if index in (each.a, each.b)]
            yield {"verdict": verdicts[0], "mention": claim_to_data(claim)}
