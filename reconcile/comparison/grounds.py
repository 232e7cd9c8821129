"""Two claims in, what a judgement on them rests on out: the quotes, as premises of its steps."""

from __future__ import annotations

import datetime
import functools
import unicodedata
from decimal import Decimal
from typing import Final

from reconcile.comparison.pair import Pair, words
from reconcile.model import Article, Citation, Claim, Judgement, Mention, Rule, Span, Step, Verdict
from reconcile.records import evolve
from reconcile.values import steps

_EPOCH: Final = datetime.datetime(1970, 1, 1, tzinfo=datetime.UTC)
#: what follows for the words of two claims that carry no value
_RULES: Final[dict[Verdict, Rule]] = {
    "agree": "rewording",
    "compatible": "drift",
    "conflict": "other wording",
    "updated": "other wording",
}


@functools.lru_cache(maxsize=8192)
def cite(claim: Claim, article: Article) -> Citation:
    """The words at issue, with the reading that the claim gives them."""
    return cite_mention(claim.focus, article, claim.clause.sentence)


def cite_mention(mention: Mention, article: Article, sentence: Span | None) -> Citation:
    """The words of a mention, with its reading."""
    text = article.text[mention.start : mention.end]
    return Citation(article.id, mention.start, mention.end, text, mention.value, sentence)


def instant(article: Article) -> Decimal | None:
    """When an article was published, in seconds of universal time."""
    if article.published is None:
        return None
    aware = article.published
    if aware.tzinfo is None:
        aware = aware.replace(tzinfo=datetime.UTC)
    return Decimal(int((aware - _EPOCH).total_seconds()))


def published(claim: Claim, article: Article) -> Step:
    """When the claim's article was published."""
    return steps.published(cite(claim, article), instant(article))


def grounded(pair: Pair, judgement: Judgement | None) -> Judgement | None:
    """A judgement on words with its conclusion resting on both quotes, and on what was remarked."""
    if judgement is None:
        return None
    last = judgement.derivation
    if last is not None and last.rule != "remark":
        return judgement
    quotes = (cite(pair.a, pair.article_a), cite(pair.b, pair.article_b))
    of = tuple(steps.worded(evolve(each, value=None)) for each in quotes)
    noted = () if last is None else (last,)
    rule: Rule = _RULES[judgement.verdict]
    if judgement.verdict == "agree" and _same(quotes):
        rule = "same words"
    conclusion = steps.conclude(rule, (*of, *noted), "")
    if judgement.verdict == "updated":
        times = (published(pair.a, pair.article_a), published(pair.b, pair.article_b))
        conclusion = steps.beside(conclusion, "later", "", times)
    return evolve(judgement, derivation=conclusion)


def _same(quotes: tuple[Citation, Citation]) -> bool:
    one, other = (words(_plain(each.text)) for each in quotes)
    return one == other


def _plain(text: str) -> str:
    decomposed = unicodedata.normalize("NFKD", text)
    return "".join(each for each in decomposed if not unicodedata.combining(each))
