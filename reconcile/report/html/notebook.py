"""A report or a part of one in, what a notebook shows of it out.

No script; it reads from top to bottom where styles are stripped, and takes the notebook's own
colours where they are not. Signs and marks bring their own ground, which stands out on any.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from markupsafe import Markup

from reconcile.model import Article, Claim, Fact, Mention, Value
from reconcile.records import evolve, frozen
from reconcile.report.excerpts import one_line
from reconcile.report.findings import CheckFinding, Finding
from reconcile.report.html.templates import render, style
from reconcile.report.pictures import RangePlot
from reconcile.report.reading import in_words
from reconcile.report.report import Report
from reconcile.report.view import view_of
from reconcile.report.view.cards import card_of, check_card, reason_of
from reconcile.report.view.looks import kind_words
from reconcile.report.view.nouns import Reason, Source, Text, Tone
from reconcile.report.view.plots import plot_of
from reconcile.report.view.sources import sources_of
from reconcile.report.view.texts import text_of
from reconcile.values.spoken import explain


def _shown(shown: str, *parts: object) -> str:
    sheet = Markup(style("notebook.css"))
    return render("notebook.html", shown=shown, parts=parts, style=sheet).strip()


def report_to_html(report: Report) -> str:
    """The whole report: conflicts first, agreements folded away."""
    return _shown("report", view_of(report))


def finding_to_html(finding: Finding) -> str:
    """One finding: verdict, why, the quotes side by side."""
    return _shown("card", card_of(finding, _quoted(finding)))


def plot_finding(finding: Finding) -> RangePlot | None:
    """The picture of one finding."""
    return plot_of(finding, _quoted(finding))


def check_to_html(finding: CheckFinding) -> str:
    """Statements that cannot all hold."""
    tone: Tone = "joint" if len({quote.article for quote in finding.quotes}) > 1 else "check"
    return _shown("card", check_card(finding, tone, _quoted(finding)))


def _quoted(finding: Finding | CheckFinding) -> Mapping[str, Source]:
    """The sources of a finding, as far as its quotes know them, under the report's letters."""
    named: dict[str, Article] = {}
    letters: dict[str, str] = {}
    for quote in finding.quotes:
        letters[quote.article] = quote.letter
        named[quote.article] = Article(
            quote.article, "", publisher=quote.source, published=quote.published, url=quote.url
        )
    sources = sources_of(tuple(named.values()), ())
    return {name: evolve(source, letter=letters[name]) for name, source in sources.items()}


def text_to_html(text: Text) -> str:
    """An article in full, its claims marked by what was found."""
    return _shown("text", text)


def article_to_html(article: Article) -> str:
    """An article in full, where nothing is known of its claims."""
    source = sources_of((article,), ())[article.id]
    return _shown("text", text_of(article, source, ()))


def frame_to_html(
    title: str, names: Sequence[str], rows: Sequence[Sequence[object]], count: int
) -> str:
    """The first rows of a table; ``count`` is how many there are."""
    written = [["" if each is None else one_line(str(each)) for each in row] for row in rows]
    return _shown("frame", title, names, written, count - len(rows))


# --- the parts that stand alone ---------------------------------------------------------------


@frozen
class _Claim:
    """A claim as a notebook shows it, without its article."""

    article: str
    place: str
    text: str
    kind: str
    reading: str
    speaker: str
    statement: str


@frozen
class _Fact:
    """A fact likewise."""

    id: str
    title: str
    kind: str
    certain: bool
    claims: tuple[_Claim, ...]
    reasons: tuple[Reason, ...]


def value_to_html(value: Value) -> str:
    """A reading and the steps that lead to it."""
    return _shown("value", in_words(value), tuple(map(one_line, explain(value))))


def mention_to_html(mention: Mention) -> str:
    """Words and what they were read as."""
    reading = "" if mention.value is None else in_words(mention.value)
    kind = kind_words(mention.kind)
    return _shown("claim", _Claim("", "", one_line(mention.text), kind, reading, "", ""))


def claim_to_html(claim: Claim) -> str:
    """What one source says."""
    return _shown("claim", _claim(claim))


def _claim(claim: Claim) -> _Claim:
    clause, value = claim.clause, claim.focus.value
    is_body = clause.segment_role == "body"
    return _Claim(
        article=one_line(claim.article),
        place=f"¶{clause.paragraph}" if is_body else clause.segment_role,
        text=one_line(claim.focus.text),
        kind=kind_words(claim.kind),
        reading="" if value is None else in_words(value),
        speaker=one_line(clause.speaker or ""),
        statement=one_line(claim.statement),
    )


def fact_to_html(fact: Fact) -> str:
    """The claims that answer one question, and how they compare."""
    judgements: Sequence[Reason] = tuple(
        dict.fromkeys(reason_of(each.judgement) for each in fact.comparisons)
    )
    shown = _Fact(
        id=fact.id,
        title=one_line(fact.title),
        kind=kind_words(fact.kind),
        certain=fact.certain,
        claims=tuple(map(_claim, fact.claims)),
        reasons=tuple(judgements) if fact.certain else (),
    )
    return _shown("fact", shown)
