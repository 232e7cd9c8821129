"""A Review in, what a page shows of it out: what needs a decision first, then the texts."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from reconcile.records import evolve, frozen
from reconcile.report.draft.review import ORDER, Review, Statement, Status
from reconcile.report.draft.words import MANNERS
from reconcile.report.excerpts import one_line
from reconcile.report.view.cards import anchor_of, card_of, check_card, shorts_of
from reconcile.report.view.looks import tone_look
from reconcile.report.view.nouns import (
    Card,
    Look,
    Missed,
    Said,
    Short,
    Source,
    Text,
    Tone,
)
from reconcile.report.view.said import said_of, words_anchor
from reconcile.report.view.sources import sources_of
from reconcile.report.view.texts import Marked, mark_of, text_of
from reconcile.report.words import TOLD_SINGLY

_TONES: Final[dict[Status, Tone]] = {
    "contradicted": "conflict",
    "moved": "updated",
    "possible": "possible",
    "unsupported": "single",
    "reworded": "compatible",
    "one origin": "agree",
    "supported": "agree",
}
#: what needs no decision takes a line
_SHORT: Final[tuple[Status, ...]] = ("one origin", "supported")


@frozen
class Standing:
    """The statements of the draft that stand alike to the sources."""

    anchor: str
    look: Look
    title: str
    note: str
    count: int
    cards: tuple[Card, ...] = ()
    shorts: tuple[Short, ...] = ()
    said: tuple[Said, ...] = ()
    #: how many names, places and acts there are besides
    rest: int = 0


@frozen
class ReviewView:
    """The whole page."""

    draft: Source
    #: the draft's headline, or its name
    title: str
    sources: tuple[Source, ...]
    #: by weight; none of them is empty
    standings: tuple[Standing, ...]
    #: how many statements have each status, and where they stand
    counts: tuple[tuple[int, str, str], ...]
    missed: tuple[Missed, ...]
    #: the draft first
    texts: tuple[Text, ...]


def view_of_review(review: Review) -> ReviewView:
    """All that a page shows of a review."""
    named = sources_of(review.report.articles, review.report.origins)
    draft = named[review.draft.id]
    standings = tuple(each for each in _standings(review, named) if each.count)
    return ReviewView(
        draft=draft,
        title=draft.title or draft.name,
        sources=tuple(named[each.id] for each in review.sources),
        standings=standings,
        counts=tuple(_counts(review)),
        missed=tuple(
            Missed(
                draft,
                one_line(each.text),
                one_line(each.reason),
                words_anchor(draft, each.start, each.end),
            )
            for each in review.unchecked
        ),
        texts=_texts(review, named),
    )


def _counts(review: Review) -> Iterator[tuple[int, str, str]]:
    for status in ORDER:
        number = len(review.of(status))
        yield number, MANNERS[status].counted, _anchor(status) if number else ""
    if review.checks:
        yield len(review.checks), "not fitting together", "checks"


def _anchor(status: Status) -> str:
    return status.replace(" ", "-")


def look_of_status(status: Status) -> Look:
    """The sign, the colour and the words of a status."""
    manner = MANNERS[status]
    return Look(_TONES[status], manner.sign, manner.counted)


def _statement_anchor(statement: Statement) -> str:
    first = statement.quotes[0]
    return f"{_anchor(statement.status)}-{first.start}-{first.end}"


def _standings(review: Review, named: Mapping[str, Source]) -> Iterator[Standing]:
    for status in ORDER:
        yield _standing(status, review.of(status), named)
        if status == "contradicted":
            yield _checks(review, named)


def _standing(
    status: Status, statements: Sequence[Statement], named: Mapping[str, Source]
) -> Standing:
    manner, look = MANNERS[status], look_of_status(status)
    plain = Standing(
        _anchor(status), look, manner.heading.capitalize(), manner.note, len(statements)
    )
    if not statements:
        return plain
    if status == "unsupported":
        told = [each for each in statements if each.kind in TOLD_SINGLY]
        quotes = [quote for each in told for quote in each.quotes]
        said = said_of(quotes, named[statements[0].quotes[0].article]) if quotes else ()
        return evolve(plain, said=said, rest=len(statements) - len(told))
    if status in _SHORT:
        findings = [each.finding for each in statements if each.finding is not None]
        shorts = [
            evolve(short, look=look, anchor=_statement_anchor(each), standing="")
            for short, each in zip(shorts_of(findings, named), statements, strict=True)
        ]
        return evolve(plain, shorts=tuple(shorts))
    cards = tuple(_card(each, look, named) for each in statements if each.finding is not None)
    return evolve(plain, cards=cards)


def _card(statement: Statement, look: Look, named: Mapping[str, Source]) -> Card:
    assert statement.finding is not None
    card = card_of(statement.finding, named)
    return evolve(card, look=look, anchor=_statement_anchor(statement), standing="", wording="")


def _checks(review: Review, named: Mapping[str, Source]) -> Standing:
    cards = tuple(
        check_card(each, "joint" if len({q.article for q in each.quotes}) > 1 else "check", named)
        for each in review.checks
    )
    look = tone_look("check")
    return Standing(
        "checks", look, "Does not fit together", "cannot all be true", len(cards), cards
    )


# --- the texts --------------------------------------------------------------------------------


def _texts(review: Review, named: Mapping[str, Source]) -> tuple[Text, ...]:
    marked: dict[str, list[Marked]] = {name: [] for name in named}
    for name, each in _marks(review):
        marked[name].append(each)
    ordered = (review.draft, *review.sources)
    return tuple(text_of(each, named[each.id], marked[each.id]) for each in ordered)


def _marks(review: Review) -> Iterator[tuple[str, Marked]]:
    """Every mark with its article, weightiest first."""
    checked = False
    for statement in review.statements:
        if statement.status != "contradicted" and not checked:
            yield from _check_marks(review)
            checked = True
        look, title = look_of_status(statement.status), one_line(statement.title)
        target = _statement_anchor(statement) if statement.finding else ""
        quotes = statement.finding.quotes if statement.finding else statement.quotes
        for quote in quotes:
            yield quote.article, mark_of(quote, look, title, target)
    if not checked:
        yield from _check_marks(review)


def _check_marks(review: Review) -> Iterator[tuple[str, Marked]]:
    for check in review.checks:
        for quote in check.quotes:
            look = tone_look("check")
            yield quote.article, mark_of(quote, look, one_line(check.title), anchor_of(check.id))
