"""Articles that try to be more than text, and a report on them."""

from __future__ import annotations

import datetime

from reconcile.model import (
    Article,
    Check,
    Citation,
    Claim,
    Clause,
    Comparison,
    Fact,
    Judgement,
    Mention,
    Segment,
    Span,
    Unchecked,
)
from reconcile.report import Report
from reconcile.values.steps import remark

#: one line: markup of every form, and what terminals, spreadsheets, runners and readers act on
HOSTILE = (
    "=cmd|'/C calc'!A1 <script>alert(1)</script> ::error file=x::owned %0A::warning::x "
    "| a | `b` **c** _d_ ~~e~~ [click](javascript:alert(1)) ![i](https://evil.example/x.png) "
    "<b onclick=x>f</b> </details> &amp; &lt; @octocat #12 :tada: www.evil.example "
    "https://evil.example/?a=b mail@evil.example $x$ $y$ \\ {0} ]]> <!-- --> "
    "\u202etxt.exe\u202c \u200fabc \x1b[31mred\x07 \x00nul \ud800 \ufffe"
)


def hostile_article(name: str, words: str) -> Article:
    text = f"{words} {HOSTILE}\n\nThe toll is {words}. {HOSTILE}\n"
    head = text.index("\n")
    return Article(
        id=name,
        text=text,
        path=f"a folder/{name}, 50%: <x>.txt",
        publisher=f"<i>{name}</i> {HOSTILE}",
        published=datetime.datetime(2025, 6, 11, tzinfo=datetime.UTC),
        url="javascript:alert(1)",
        title=HOSTILE,
        segments=(Segment(0, head, "headline"), Segment(head + 2, len(text) - 1, "body", 1)),
        notes=(HOSTILE,),
    )


def hostile_claim(article: Article) -> Claim:
    """The whole body is at issue."""
    span = Span(article.segments[1].start, article.segments[1].end)
    clause = Clause(span.start, span.end, span, "body", 1, None, "be", span, speaker=HOSTILE)
    words = article.text[span.start : span.end]
    return Claim(article.id, Mention(span.start, span.end, words, "quote"), clause)


def hostile_report() -> Report:
    a, b = hostile_article("a", "31 dead"), hostile_article("b", "13 dead")
    claims = (hostile_claim(a), hostile_claim(b))
    facts = [
        Fact(
            id=f"f{number}",
            kind="quote",
            title=f"{HOSTILE} {number}",
            claims=claims,
            comparisons=(
                Comparison(0, 1, Judgement(verdict, "made up", f"{HOSTILE} why", remark(HOSTILE))),
            ),
            certain=certain,
        )
        for number, (verdict, certain) in enumerate(
            (
                ("conflict", True),
                ("updated", True),
                ("compatible", True),
                ("agree", True),
                ("conflict", False),
            ),
            start=1,
        )
    ]
    cited = tuple(
        Citation(each.article, each.focus.start, each.focus.end, each.focus.text) for each in claims
    )
    check = Check("c1", "sum", "count", HOSTILE, cited, HOSTILE, remark(HOSTILE))
    return Report(
        articles=(a, b),
        claims=claims,
        aligned=tuple(facts),
        unchecked=(Unchecked("a", 0, 7, a.text[0:7], HOSTILE),),
        notes=(HOSTILE,),
        checked=(check,),
        checked_jointly=(check,),
    )
