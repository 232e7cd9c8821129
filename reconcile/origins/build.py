"""Groups of articles in, their Origins out: who came first, what is shared, what was changed."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence

from reconcile.model import Change, Claim, Origin, Passage
from reconcile.origins.changes import changes_in
from reconcile.origins.copies import Copy, passages_of
from reconcile.origins.credits import UNNAMED
from reconcile.origins.groups import Groups, Key
from reconcile.origins.telling import reason_of
from reconcile.origins.words import Sentence, Words
from reconcile.records import evolve

Claims = Mapping[str, Sequence[Claim]]


def origins_of(
    groups: Groups, words: Sequence[Words], claims: Sequence[Claim]
) -> dict[Key, Origin]:
    """An origin, without an id yet, for each group that is one, by its key."""
    whole: dict[Key, set[int]] = defaultdict(set)
    partly: dict[Key, set[int]] = defaultdict(set)
    copies: dict[Key, list[Copy]] = defaultdict(list)
    for number in range(len(words)):
        whole[groups.root(number)].add(number)
        for name, _ in groups.credited(number, covers="sentence"):
            partly[groups.root(name)].add(number)
    for copy in groups.evidence.copies:
        key = groups.key_of_copy(copy)
        copies[key].append(copy)
        partly[key] |= {each for each in (copy.a, copy.b) if groups.root(each) != key}
    by_article: dict[str, list[Claim]] = defaultdict(list)
    for claim in sorted(claims, key=lambda each: (each.focus.start, each.focus.end)):
        if claim.focus.value is not None:
            by_article[claim.article].append(claim)
    found: dict[Key, Origin] = {}
    for key in [*whole, *(key for key in partly if key not in whole)]:
        names = groups.names(key) if isinstance(key, (int, str)) else []
        articles = [*_likeliest_first(whole.get(key, set()), groups), *sorted(partly[key])]
        agencies = groups.evidence.agencies
        unheld = [
            name for name in names if name not in agencies.published and agencies.is_known(name)
        ]
        if len(articles) > 1 or articles and unheld:
            shown = _shown(copies[key], articles)
            found[key] = Origin(
                id="",
                articles=tuple(words[each].article.id for each in articles),
                agency=_agency(articles, names, groups),
                reason=reason_of(articles, shown, names, groups, words),
                passages=tuple(_passages(shown, words)),
                partly=tuple(words[each].article.id for each in sorted(partly[key])),
                changes=tuple(_changes(shown, words, by_article)),
            )
    return found


def _likeliest_first(articles: set[int], groups: Groups) -> list[int]:
    """By whom the others credit, then by publication: the numbers are in that order."""
    evidence = groups.evidence
    credited = {
        credit.agency
        for article in articles
        for credit in evidence.credits[article]
        if credit.agency not in evidence.own_names(article)
    }
    return sorted(
        articles, key=lambda article: (credited.isdisjoint(evidence.own_names(article)), article)
    )


def _agency(articles: Sequence[int], names: Sequence[str], groups: Groups) -> str | None:
    """The agency or paper that they credit: one of the group, or one that several name."""
    evidence = groups.evidence
    told: Counter[str] = Counter()
    for article in articles:
        own = evidence.own_names(article)
        told.update({each.agency for each in evidence.credits[article]} - own - {UNNAMED})
    held = [name for name in told if name in names or told[name] > 1]
    return min(held, key=lambda name: (name not in names, -told[name], name), default=None)


def _shown(copies: Sequence[Copy], articles: Sequence[int]) -> list[Copy]:
    """Each copy against the likely first article, or another where it shares nothing with that.

    The likelier first one of the two stands as ``a``.
    """
    place = {article: at for at, article in enumerate(articles)}
    turned = [copy if place[copy.a] < place[copy.b] else _turned(copy) for copy in copies]
    turned.sort(key=lambda copy: (place[copy.a], place[copy.b]))
    shown: dict[int, Copy] = {}
    for copy in turned:
        shown.setdefault(copy.b, copy)
    return list(shown.values())


def _turned(copy: Copy) -> Copy:
    links = sorted((link.turned() for link in copy.links), key=lambda each: (each.a, each.b))
    return evolve(
        copy, a=copy.b, b=copy.a, links=tuple(links), share_a=copy.share_b, share_b=copy.share_a
    )


def _passages(copies: Sequence[Copy], words: Sequence[Words]) -> Iterator[Passage]:
    for copy in copies:
        yield from passages_of(copy, words[copy.a], words[copy.b])


def _changes(copies: Sequence[Copy], words: Sequence[Words], claims: Claims) -> Iterator[Change]:
    """What each copy has otherwise, in the order of the text of the first."""
    for copy in copies:
        a, b = words[copy.a], words[copy.b]
        for link in copy.links:
            first, second = a.sentences[link.a], b.sentences[link.b]
            yield from changes_in(link, a, b, _within(first, a, claims), _within(second, b, claims))


def _within(sentence: Sentence, words: Words, claims: Claims) -> list[Claim]:
    span = sentence.span
    return [
        claim
        for claim in claims.get(words.article.id, ())
        if span.start <= claim.focus.start < span.end
    ]
