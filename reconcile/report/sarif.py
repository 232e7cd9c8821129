"""A Report in, SARIF 2.1.0 out: remarks as results, for what shows findings beside files.

The first words of a remark are its location, those of the other sources its related locations.
Lines, columns and offsets count code points; they are given where the article's text is the
file's own. Fingerprints stay from run to run.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any, Final

from reconcile import __version__
from reconcile.model import Article, Unchecked
from reconcile.records import frozen
from reconcile.report.excerpts import one_line
from reconcile.report.places import address_of, is_as_saved, line_starts, place_of
from reconcile.report.quotes import Quote
from reconcile.report.remarks import (
    RULES,
    Remark,
    Rule,
    lines_of,
    remarks_of,
    source_line,
    unchecked_line,
)
from reconcile.report.report import Report

_SCHEMA: Final = "https://json.schemastore.org/sarif-2.1.0.json"
_FINGERPRINT: Final = "reconcile/v1"


#: a message is text in which brackets would make a link and braces a blank to fill in
_IN_MESSAGE: Final = str.maketrans({"\\": "\\\\", "[": "\\[", "]": "\\]", "{": "{{", "}": "}}"})


@frozen
class _Files:
    """The articles of a report by id, with their places in the log and their lines."""

    articles: Mapping[str, Article]
    order: Mapping[str, int]
    starts: Mapping[str, tuple[int, ...]]


def _files_of(report: Report) -> _Files:
    return _Files(
        {article.id: article for article in report.articles},
        {article.id: index for index, article in enumerate(report.articles)},
        {article.id: line_starts(article.text) for article in report.articles},
    )


def _message(text: str) -> dict[str, str]:
    return {"text": text.translate(_IN_MESSAGE)}


def report_to_sarif(report: Report) -> str:
    """A log with one run, as indented JSON."""
    files = _files_of(report)
    run = {
        "tool": {"driver": _driver()},
        "invocations": [
            {
                "executionSuccessful": True,
                "toolExecutionNotifications": [
                    _notification(each, files) for each in report.unchecked
                ],
            }
        ],
        "artifacts": [_artifact(article) for article in report.articles],
        "columnKind": "unicodeCodePoints",
        "results": [_result(remark, files) for remark in remarks_of(report)],
    }
    log = {"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}
    return json.dumps(log, ensure_ascii=False, indent=1) + "\n"


def _driver() -> dict[str, Any]:
    return {
        "name": "reconcile",
        "semanticVersion": __version__,
        "rules": [_rule(rule) for rule in RULES],
    }


def _rule(rule: Rule) -> dict[str, Any]:
    return {
        "id": rule.id,
        "name": "".join(word.capitalize() for word in rule.name.split()),
        "shortDescription": {"text": f"{rule.name}."},
        "fullDescription": {"text": rule.words},
        "defaultConfiguration": {"level": rule.level},
    }


def _artifact(article: Article) -> dict[str, Any]:
    name = one_line(article.publisher or article.id)
    return {
        "location": _address(article),
        "description": _message(name),
        "roles": ["analysisTarget"],
    }


def _address(article: Article) -> dict[str, Any]:
    return {"uri": address_of(article) or f"urn:article:{article.id}"}


def _result(remark: Remark, files: _Files) -> dict[str, Any]:
    first, *others = remark.quotes
    lines = [source_line(quote) for quote in remark.quotes]
    return {
        "ruleId": remark.rule.id,
        "ruleIndex": RULES.index(remark.rule),
        "level": remark.rule.level,
        "message": _message("\n".join((remark.headline, *lines_of(remark), *lines))),
        "locations": [_location(first, files)],
        "relatedLocations": [
            {"id": number, **_location(quote, files), "message": _message(source_line(quote))}
            for number, quote in enumerate(others, start=1)
        ],
        "partialFingerprints": {_FINGERPRINT: remark.fingerprint},
        **({"properties": {"about": remark.about}} if remark.about else {}),
        "suppressions": [
            {"kind": "external", "justification": reason}
            for reason in filter(None, (remark.accepted,))
        ],
    }


def _location(quote: Quote, files: _Files) -> dict[str, Any]:
    article = files.articles[quote.article]
    return {
        "physicalLocation": _physical(article, quote.start, quote.end, files),
        "logicalLocations": [{"name": quote.place, "kind": "text"}],
    }


def _physical(article: Article, start: int, end: int, files: _Files) -> dict[str, Any]:
    location = {"artifactLocation": {**_address(article), "index": files.order[article.id]}}
    if not is_as_saved(article):
        return location
    place = place_of(files.starts[article.id], start, end)
    region = {
        "startLine": place.line,
        "startColumn": place.column,
        "endLine": place.end_line,
        "endColumn": place.end_column,
        "charOffset": start,
        "charLength": end - start,
        "snippet": {"text": one_line(article.text[start:end])},
    }
    return {**location, "region": region}


def _notification(unchecked: Unchecked, files: _Files) -> dict[str, Any]:
    article = files.articles.get(unchecked.article)
    notification: dict[str, Any] = {
        "level": "note",
        "message": _message(f"Not checked. {unchecked_line(unchecked, files.articles)}"),
    }
    if article is not None:
        location = _physical(article, unchecked.start, unchecked.end, files)
        notification["locations"] = [{"physicalLocation": location}]
    return notification
