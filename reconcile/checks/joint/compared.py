"""A scene in, plain comparisons that the figures of both sides turn round out.

"The Reds won more seats than the Blues" beside 41 seats for the Reds and 44 for the Blues.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from reconcile import patterns
from reconcile.checks.joint.ordering import (
    LESS,
    MORE,
    Counted,
    Ordered,
    figures_of,
    misfit,
)
from reconcile.checks.joint.parts import FILE
from reconcile.checks.joint.scene import Scene, singular, words_of
from reconcile.checks.speech import ABOVE
from reconcile.checks.vocabulary import rules, words
from reconcile.checks.wording import SENTENCE_END
from reconcile.model import Article, Check, Citation, Span
from reconcile.records import frozen
from reconcile.values import steps

_NAME: Final = r"[A-ZÀ-Þ][\w’'-]*[^\W_](?: [A-ZÀ-Þ][\w’'-]*[^\W_]){0,3}"
_MORE_THAN: Final = patterns.compile(
    rf"(?P<said>(?P<way>more|fewer) (?P<noun>[a-z]+)(?: [a-z]+)? than (?:the )?(?P<other>{_NAME}))"
)
_FIRST: Final = patterns.compile(
    rf"(?:^|[Tt]he |, |and )?(?P<first>{_NAME})(?P<verb>(?: [a-z]+){{1,4}}) $"
)
_ROLES: Final = ABOVE | {"body"}


@frozen(eq=False)
class Compared:
    """What one is said to have more of than another, or fewer."""

    cited: Citation
    first: str
    second: str
    more: bool
    noun: str


def miscompared(scene: Scene) -> Iterator[Check]:
    """Every comparison that the figures of its two sides turn round."""
    for _, article in sorted(scene.articles.items()):
        for compared in _compared_in(article):
            yield from _miscompared(scene, compared)


def _compared_in(article: Article) -> Iterator[Compared]:
    for segment in article.segments:
        if segment.role not in _ROLES:
            continue
        for found in _MORE_THAN.finditer(article.text, segment.start, segment.end):
            ahead = SENTENCE_END.split(article.text[segment.start : found.start()])[-1]
            first = _FIRST.search(" ".join(ahead.split()) + " ")
            if first is None or words("unlike", FILE).search(ahead + found.group()):
                continue
            cited = Citation(
                article.id, found.start("said"), found.end("said"), found["said"], None,
                Span(found.start() - len(ahead), found.end()),
            )  # fmt: skip
            yield Compared(
                cited, first["first"], found["other"], found["way"] == "more",
                singular(found["noun"]),
            )  # fmt: skip


def _miscompared(scene: Scene, compared: Compared) -> Iterator[Check]:
    said = frozenset(rules(FILE)["having"]["words"])
    counted = Counted(frozenset((compared.noun,)), said)
    first, second = (_words(name) for name in (compared.first, compared.second))
    if first & second:
        return
    named = re.sub(r"^The ", "the ", compared.first)
    told = f"{steps.quoted(compared.cited)} is said of {named}"
    order = steps.order((), MORE if compared.more else LESS, told, compared.cited)
    found = misfit(
        scene,
        Ordered(
            order,
            told,
            figures_of(scene, first, counted, second),
            figures_of(scene, second, counted, first),
            (compared.cited,),
        ),
    )
    if found is not None:
        yield found


def _words(name: str) -> frozenset[str]:
    return frozenset(singular(word) for word in words_of(name)) - {"the"}
