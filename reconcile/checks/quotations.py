"""Claims and lines in, quotations out that the report of them beside it tells otherwise."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from reconcile import patterns
from reconcile.checks.figures import Figure, Line
from reconcile.checks.found import check, read
from reconcile.checks.likeness import are_like, is_otherwise, led_together
from reconcile.checks.nearness import is_slip
from reconcile.checks.speech import are_near, are_of_one_speaker, is_reported, teller
from reconcile.checks.vocabulary import words
from reconcile.checks.wording import content, stem
from reconcile.model import Article, Check, Step, Value
from reconcile.records import frozen
from reconcile.values import steps

_FILE: Final = "quotations"
_KINDS: Final = frozenset(("money", "count", "quantity", "percent", "duration", "date"))
#: so many signs that a report and a quotation say one thing are enough
_ENOUGH: Final = 2
#: a quotation with a slip in it may say so many things more than its report; another says no more
_FURTHER: Final = 2
#: a word with a capital within a sentence
_NAME: Final = patterns.compile(r"(?<=[a-z,] )[A-ZÀ-Þ][\w’'-]+")


@frozen
class Said:
    """A figure of a report or of a quotation, with the words that it stands in."""

    figure: Figure
    line: Line
    #: the words that are reported or quoted, figures of other kinds included
    words: str
    #: what they are about
    stems: frozenset[str]
    #: what those before the figure are about: whose figure it is
    first: frozenset[str]
    #: the names among them, in small letters
    names: frozenset[str]
    #: the dates among them, as they are printed
    dates: frozenset[str]


def check_quotations(lines: Sequence[Line], article: Article) -> Iterator[Check]:
    """A finding for each figure of a quotation that its own report has otherwise."""
    found = [(each, line) for line in lines for each in line.figures if _is_read(each)]
    quoted = [(each, line) for each, line in found if each.claim.clause.quoted]
    if not quoted:
        return
    every = [each for each, _ in found]
    reports = [(each, line) for each, line in found if is_reported(each.claim)]
    for quotation, where in quoted:
        for report, line in reports:
            if _may_be_one(report, quotation, article):
                pair = _said(report, line), _said(quotation, where)
                if _are_one(*pair) and not _is_borne_out(report, quotation, every):
                    yield from _check(*pair)


def _is_read(figure: Figure) -> bool:
    return figure.value.kind in _KINDS and not figure.value.unresolved


def _said(figure: Figure, line: Line) -> Said:
    text, clause = line.article.text, figure.claim.clause
    start, end = clause.sentence.start, clause.sentence.end
    if clause.quoted or '"' in text[start:end] or "“" in text[start:end]:
        start, end = clause.start, clause.end
    own = f"{text[start : figure.start]} {text[figure.end : end]}"
    dates = (
        each.text.casefold()
        for each in line.figures
        if each.value.kind == "date" and start <= each.start < end and each is not figure
    )
    names = (
        found.group().casefold()
        for found in _NAME.finditer(text, start, end)
        if not any(each.start <= found.start() < each.end for each in line.figures)
    )
    return Said(
        figure, line, text[start:end], content(own), content(text[start : figure.start]),
        frozenset(names), frozenset(dates)
    )  # fmt: skip


# --- whether a report is of a quotation -----------------------------------------------------------


def _may_be_one(report: Figure, quotation: Figure, article: Article) -> bool:
    """Whether one person speaks of such a thing in both."""
    if report.value.kind != quotation.value.kind or not are_near(report.claim, quotation.claim):
        return False
    return are_like(report, quotation) and are_of_one_speaker(
        report.claim, quotation.claim, article
    )


def _are_one(report: Said, quotation: Said) -> bool:
    if any(words("silent", _FILE).search(each.words) for each in (report, quotation)):
        return False
    return _are_of_one_time(report, quotation) and _speak_of_one(report, quotation)


def _are_of_one_time(report: Said, quotation: Said) -> bool:
    """Whether neither is to come while the other is over, and no two dates are told of them."""
    if {_when(report), _when(quotation)} == {"coming", "past"}:
        return False
    if report.figure.value.kind == "date":
        return True
    return not quotation.dates or bool(report.dates & quotation.dates)


def _when(each: Said) -> str:
    clause = each.figure.claim.clause
    if clause.tense == "future" or words("coming", _FILE).search(each.words):
        return "coming"
    return clause.tense


def _is_borne_out(report: Figure, quotation: Figure, every: Sequence[Figure]) -> bool:
    """Whether another of the article's figures is that of either side on the other's."""
    for each in every:
        if each in (report, quotation) or each.value.kind != report.value.kind:
            continue
        quoted = each.claim.clause.quoted
        if each.sentence == (quotation if quoted else report).sentence:
            return True  # which of the two is meant is open
        if not is_otherwise(each, report if quoted else quotation):
            return True
    return False


def _speak_of_one(report: Said, quotation: Said) -> bool:
    """Whether the words around the two figures say one thing of them."""
    shared = report.stems & quotation.stems
    a, b = report.figure, quotation.figure
    act, subject = _is_one_act(a, b, shared), _subject(report, quotation)
    slip = _is_slip(a.value, b.value)
    further = quotation.stems - report.stems
    if subject == "other" or not shared or quotation.names - report.names:
        return False
    if len(further) > (_FURTHER if slip else 0) or quotation.first - report.stems:
        return False
    if a.value.kind == "date":
        return act
    nouns = a.value.kind == "count" and bool(a.value.unit and b.value.unit)
    return act + slip + nouns + (subject == "same") + (len(shared) > 1) >= _ENOUGH


def _is_one_act(a: Figure, b: Figure, shared: frozenset[str]) -> bool:
    verbs = [each.claim.clause.predicate.split(" ")[0] for each in (a, b)]
    acts = [stem(verb) for verb in verbs]
    if set(acts) & shared:
        return True
    return acts[0] == acts[1] and not words("being", _FILE).fullmatch(verbs[0])


def _is_slip(a: Value, b: Value) -> bool:
    if a.unit != b.unit and a.kind != "count":
        return a.nominal == b.nominal or a.stated.number == b.stated.number
    return is_slip(a.nominal, b.nominal) or is_slip(a.stated.number, b.stated.number)


def _subject(report: Said, quotation: Said) -> str:
    """Whether the two are told of the same: "it" and "we" may be what is reported."""
    one, other = (each.figure.claim.clause.subject for each in (report, quotation))
    if one is None or other is None:
        return "open"
    if any(words("pronoun", _FILE).fullmatch(each.lemma) for each in (one, other)):
        return "same"
    a, b = content(one.text), content(other.text)
    if a & b:
        return "same"
    return "open" if a & quotation.stems or b & report.stems or not b else "other"


# --- the finding ----------------------------------------------------------------------------------


def _check(report: Said, quotation: Said) -> Iterator[Check]:
    a, b = report.figure, quotation.figure
    if a.value.kind == "money" and a.value.unit != b.value.unit:
        last = steps.conclude("other unit", (read(a), read(b)), "the two are in other currencies")
        yield _finding(report, quotation, last)
    elif is_otherwise(a, b):
        last = steps.conclude("disjoint", led_together(a, b)[0], "no value lies in both")
        yield _finding(report, quotation, last)


def _finding(report: Said, quotation: Said, last: Step) -> Check:
    a, b = report.figure, quotation.figure
    where = teller(a.claim.clause.segment_role)
    said = f"The quotation says {b.text}; {where} reports it as {a.text}."
    return check("quotation", (a, b), f"{b.text}, reported as {a.text}", said, last, b.value.kind)
