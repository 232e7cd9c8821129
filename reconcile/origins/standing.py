"""Claims in, the origin of each out: a passage's, a credited one, or its own article."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

from reconcile.model import Claim, Span
from reconcile.origins.copies import Copy
from reconcile.origins.groups import Groups, Key
from reconcile.origins.words import Words
from reconcile.records import field, frozen


@frozen
class Ground:
    """A stretch of an article that stands on an origin."""

    span: Span
    key: Key
    #: words inside it that the article added
    added: tuple[Span, ...] = ()


@frozen
class Standing:
    """For each article, by its id, what its stretches stand on, and what the rest of it does."""

    grounds: Mapping[str, tuple[Ground, ...]] = field(repr=False)
    #: the origin of an article's other words; absent where that is the article itself
    rest: Mapping[str, Key] = field(repr=False)

    def of(self, claim: Claim) -> Key | None:
        """The origin of a claim; ``None`` is its own article."""
        place = claim.focus.start
        for ground in self.grounds.get(claim.article, ()):
            if ground.span.start <= place < ground.span.end:
                if any(each.start <= place < each.end for each in ground.added):
                    continue
                return ground.key
        return self.rest.get(claim.article)


def standing_of(groups: Groups, words: Sequence[Words], roots: dict[Key, int | None]) -> Standing:
    """What the articles' stretches stand on. ``roots`` has the first article of each origin."""
    grounds: dict[str, list[Ground]] = defaultdict(list)
    for number, each in enumerate(words):
        for name, span in groups.credited(number, covers="sentence"):
            grounds[each.article.id].append(Ground(span, groups.root(name)))
    for copy in groups.evidence.copies:
        key = groups.key_of_copy(copy)
        for article, stretches in _stretches(copy, words):
            grounds[article] += [Ground(span, key, added) for span, added in stretches]
    rest = {
        each.article.id: groups.root(number)
        for number, each in enumerate(words)
        if groups.root(number) in roots
        and (roots[groups.root(number)] == number or _is_credited(number, groups))
    }
    return Standing({article: tuple(found) for article, found in grounds.items()}, rest)


def _is_credited(article: int, groups: Groups) -> bool:
    """Whether an article credits an agency for all of it."""
    own = groups.evidence.own_names(article)
    return any(
        credit.covers == "article" and credit.agency and credit.agency not in own
        for credit in groups.evidence.credits[article]
    )


def _stretches(
    copy: Copy, words: Sequence[Words]
) -> list[tuple[str, list[tuple[Span, tuple[Span, ...]]]]]:
    """The copied sentences of both articles, and the words that only one of them has."""
    a, b = words[copy.a], words[copy.b]
    mine, yours = [], []
    for link in copy.links:
        only_a = tuple(_span(a, each.a) for each in link.edits if each.b[0] == each.b[1])
        only_b = tuple(_span(b, each.b) for each in link.edits if each.a[0] == each.a[1])
        mine.append((a.sentences[link.a].span, only_a))
        yours.append((b.sentences[link.b].span, only_b))
    return [(a.article.id, mine), (b.article.id, yours)]


def _span(words: Words, numbers: tuple[int, int]) -> Span:
    return Span(words.spans[numbers[0]][0], words.spans[numbers[1] - 1][1])
