"""Claims in, quotations out that deny what they are reported to say, or say what is denied."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from reconcile.checks.found import denied
from reconcile.checks.speech import (
    are_near,
    are_of_one_speaker,
    denials_in,
    is_reported,
    teller,
)
from reconcile.checks.vocabulary import words
from reconcile.checks.wording import content, stem
from reconcile.model import Article, Check, Citation, Claim

_FILE: Final = "quotations"


def check_denials(claims: Sequence[Claim], article: Article) -> Iterator[Check]:
    """A finding for each act that a quotation denies and its report does not, or the reverse."""
    acts = [claim for claim in claims if claim.kind == "polarity"]
    quoted = [claim for claim in acts if claim.clause.quoted]
    if not quoted:
        return
    reports = [claim for claim in acts if is_reported(claim)]
    for quotation in quoted:
        for report in reports:
            if (
                are_near(report, quotation)
                and _are_opposed(report, quotation, article)
                and not _is_said(report, quoted)
            ):
                yield _wrong(report, quotation, article)


def _are_opposed(report: Claim, quotation: Claim, article: Article) -> bool:
    if report.clause.negated == quotation.clause.negated or not _is_one_act(report, quotation):
        return False
    about = []
    for claim in (report, quotation):
        sentence = article.text[claim.clause.sentence.start : claim.clause.sentence.end]
        if words("conditional", _FILE).search(sentence) or "?" in sentence:
            return False
        said = _words(claim, article)
        if bool(denials_in(said) % 2) != claim.clause.negated:
            return False  # what is denied is another clause
        about.append(content(said) - {stem(claim.clause.predicate)})
    return bool(about[0] & about[1]) and are_of_one_speaker(report, quotation, article)


def _is_one_act(report: Claim, quotation: Claim) -> bool:
    act = report.clause.predicate
    if words("light", _FILE).fullmatch(act) or act != quotation.clause.predicate:
        return False
    return {report.clause.tense, quotation.clause.tense} != {"past", "future"}


def _is_said(report: Claim, quoted: Sequence[Claim]) -> bool:
    """Whether another quotation bears the report out."""
    return any(
        _is_one_act(report, each) and each.clause.negated == report.clause.negated
        for each in quoted
    )


def _span(claim: Claim) -> tuple[int, int]:
    clause = claim.clause
    return min(clause.start, claim.focus.start), max(clause.end, claim.focus.end)


def _words(claim: Claim, article: Article) -> str:
    start, end = _span(claim)
    return article.text[start:end]


def _wrong(report: Claim, quotation: Claim, article: Article) -> Check:
    cited = [_cite(each, article) for each in (report, quotation)]
    said, told = (" ".join(each.focus.text.split()) for each in (quotation, report))
    where = teller(report.clause.segment_role)
    explanation = f"The quotation says “{said}”; {where} reports it as “{told}”."
    return denied("quotation", cited, f"{said}, reported as {told}", explanation, "polarity")


def _cite(claim: Claim, article: Article) -> Citation:
    start, end = _span(claim)
    return Citation(
        article.id, start, end, article.text[start:end], None, claim.clause.sentence
    )  # fmt: skip
