"""Claims of one-line articles and facts made of them, as the comparisons take them."""

import datetime

from reconcile.comparison import compare, conclude
from reconcile.comparison.pair import Pair
from reconcile.model import (
    Article,
    Claim,
    Clause,
    Comparison,
    Context,
    Fact,
    Mention,
    Segment,
    Span,
)
from reconcile.values import read_values

NOON = datetime.datetime(2026, 2, 11, 12, 0, tzinfo=datetime.UTC)


def make(sentence, focus=None, kind=None, *, hours=0, name="a", **clause):
    """A claim of a one-line article published some hours after noon, and the article."""
    published = NOON + datetime.timedelta(hours=hours)
    article = Article(name, sentence, publisher=f"Paper {name.upper()}", published=published,
                      segments=(Segment(0, len(sentence), "body", 1),))  # fmt: skip
    read = [each for each in read_values(sentence, published) if each.value is not None]
    if focus is None:
        mention = max(read, key=lambda each: each.end - each.start)
    else:
        start = sentence.index(focus)
        mention = Mention(start, start + len(focus), focus, kind)
        near = [each for each in read if each.start < mention.end and mention.start < each.end]
        mention = next((each for each in near if kind in (None, each.kind)), mention)
    whole = Span(0, len(sentence))
    made = Clause(0, len(sentence), whole, "body", 1, None, clause.pop("predicate", ""),
                  mention.span, **clause)  # fmt: skip
    return Claim(name, mention, made, Context()), article


def make_pair(a, b, hours=0):
    """Two claims, each given as the text of an article or as the arguments of ``make``."""
    one = make(a) if isinstance(a, str) else make(*a)
    other = (
        make(b, name="b", hours=hours) if isinstance(b, str) else make(*b, name="b", hours=hours)
    )
    return Pair(one[0], other[0], one[1], other[1])


def fact_of(*texts):
    """A fact of one claim from each text, every two of them compared."""
    made = [make(text, name="abcdefg"[index]) for index, text in enumerate(texts)]
    claims = tuple(claim for claim, _ in made)
    articles = {article.id: article for _, article in made}
    compared = []
    for a in range(len(made)):
        for b in range(a + 1, len(made)):
            judgement = compare(claims[a], claims[b], made[a][1], made[b][1], running=False)
            compared.append(Comparison(a, b, judgement))
    fact = Fact("f1", claims[0].kind, "a fact", claims, tuple(compared))
    return conclude([fact], claims, articles)[0]
