"""The words of all articles in, which of them were copied from each other out, and how far."""

from __future__ import annotations

from collections.abc import Container, Iterator, Sequence
from typing import Final

from reconcile.model import Citation, Passage, Span
from reconcile.origins.links import Link, links_between
from reconcile.origins.runs import (
    Run,
    runs_from,
    seeds_between,
    seeds_with_first,
    shared_fingerprints,
)
from reconcile.origins.vocabulary import word_set
from reconcile.origins.words import Words
from reconcile.records import field, frozen

#: a sentence counts beside others from so many words on that say something
_TELLING_IN_NEAR: Final = 3
#: as much of a sentence's own words must be the other's where its run is short
_NEARLY_ALL: Final = 0.7
#: so much of an article is copied, and it counts as a copy
_WHOLE: Final = 0.5
#: so much of an article is covered, and nothing more is looked for in it
_ALL: Final = 0.85


@frozen
class Enough:
    """What shows copying."""

    #: a sentence alone shows it by a run of so many words, so many of which say something
    run: int
    telling_in_run: int
    #: sentences without such a run show it together: so many, with so many words that say something
    sentences_together: int
    telling_together: int


_UNSUPPORTED: Final = Enough(12, 6, 3, 24)
_SUPPORTED: Final = Enough(8, 4, 2, 12)


@frozen
class Copy:
    """Two articles, by their numbers, that share sentences which nobody writes twice."""

    a: int
    b: int
    #: the shared sentences, in their order
    links: tuple[Link, ...] = field(repr=False)
    #: how much of each article's own words stands in them
    share_a: float
    share_b: float

    @property
    def is_whole(self) -> bool:
        """Whether most of one of the two is the other's."""
        return max(self.share_a, self.share_b) >= _WHOLE


def copies_among(articles: Sequence[Words], odd: Container[tuple[int, int]] = ()) -> list[Copy]:
    """Every two articles that share what only a copy shares.

    ``odd`` are the pairs that share an odd spelling: for them half of what shows copying does.

    Of articles that are all copies of one, each is held against the first; against each other they
    are held only where they have words that are not the first's.
    """
    shared = shared_fingerprints(articles)
    groups = list(range(len(articles)))
    whole: list[Copy] = []
    for pair, seeds in sorted(seeds_with_first(shared).items()):
        apart = groups[pair[0]] != groups[pair[1]]
        if apart and (copy := _copy(pair, seeds, articles, odd)) and copy.is_whole:
            whole.append(copy)
            groups = _joined(groups, copy)
    others = seeds_between(shared, groups, _covered(whole, articles), articles)
    found = (_copy(pair, seeds, articles, odd) for pair, seeds in sorted(others.items()))
    return sorted(
        [*whole, *filter(None, found)], key=lambda copy: (copy.a, copy.b, -len(copy.links))
    )


def _copy(
    pair: tuple[int, int],
    seeds: Sequence[tuple[int, int]],
    articles: Sequence[Words],
    odd: Container[tuple[int, int]],
) -> Copy | None:
    a, b = articles[pair[0]], articles[pair[1]]
    runs = runs_from(seeds, a, b)
    enough = _SUPPORTED if pair in odd else _UNSUPPORTED
    links: tuple[Link, ...] = ()
    if _may_be_copied(runs, enough):
        links = _copied(links_between(a, b, runs), a, enough)
    if not links:
        return None
    mine, yours = {link.a for link in links}, {link.b for link in links}
    return Copy(*pair, links, _share(mine, a), _share(yours, b))


def _may_be_copied(runs: Sequence[Run], enough: Enough) -> bool:
    """Whether there is a long run, or so many that sentences may be copied with light edits."""
    lengths = [run.length for run in runs]
    return sum(lengths) >= enough.telling_together or max(lengths, default=0) >= enough.run


def _joined(groups: Sequence[int], copy: Copy) -> list[int]:
    """The groups of the articles, each by its first, with those of a copy made one."""
    old, new = sorted((groups[copy.a], groups[copy.b]), reverse=True)
    return [new if group == old else group for group in groups]


def _covered(copies: Sequence[Copy], articles: Sequence[Words]) -> list[set[int]]:
    """For each article, the sentences that it shares with another of its group; at most all."""
    covered: list[set[int]] = [set() for _ in articles]
    for copy in copies:
        covered[copy.a].update(link.a for link in copy.links)
        covered[copy.b].update(link.b for link in copy.links)
    return [
        {*range(len(words.sentences))} if _share(known, words) >= _ALL else known
        for known, words in zip(covered, articles, strict=True)
    ]


def _share(sentences: set[int], words: Words) -> float:
    return sum(words.sentences[each].own for each in sentences) / max(1, words.own)


def _copied(links: Sequence[Link], a: Words, enough: Enough) -> tuple[Link, ...]:
    """The links that show copying, and what stands beside them; none where nothing shows it.

    Quoted speech shows nothing by itself, nor do names: two reporters hear the same words.
    """
    sure = [link for link in links if _is_long(link, a, enough)]
    near = [link for link in links if _is_near(link)]
    telling = sum(link.telling for link in near)
    if len(near) >= enough.sentences_together and telling >= enough.telling_together:
        sure = [link for link in links if link in sure or link in near]
    if not sure:
        return ()
    kept = {(link.a, link.b): link for link in sure}
    kept |= {(link.a, link.b): link for link in near if link.own_share >= _NEARLY_ALL}
    waiting = [link for link in links if (link.a, link.b) not in kept]
    while beside := [link for link in waiting if _stands_beside(link, kept)]:
        kept |= {(link.a, link.b): link for link in beside}
        waiting = [link for link in waiting if (link.a, link.b) not in kept]
    return tuple(kept[pair] for pair in sorted(kept))


def _is_near(link: Link) -> bool:
    return link.own_share >= _NEARLY_ALL and link.telling >= _TELLING_IN_NEAR


def _is_long(link: Link, a: Words, enough: Enough) -> bool:
    """Whether a run of own words goes through two sentences that is too long for chance."""
    little = word_set("wording", "little")
    for run in link.same:
        if run.length < enough.run:
            continue
        own = [word for word in range(run.a, run.a + run.length) if not a.quoted[word]]
        telling = [word for word in own if a.forms[word] not in little and not a.is_name(word)]
        if len(own) >= enough.run and len(telling) >= enough.telling_in_run:
            return True
    return False


def _stands_beside(link: Link, kept: dict[tuple[int, int], Link]) -> bool:
    """Whether the sentences before or behind are copied in both articles."""
    steps = [(here, there) for here in (-1, 0, 1) for there in (-1, 0, 1) if here * there >= 0]
    return any((link.a + here, link.b + there) in kept for here, there in steps)


# --- passages ---------------------------------------------------------------------------------


def passages_of(copy: Copy, a: Words, b: Words) -> tuple[Passage, ...]:
    """The copied sentences, those that follow each other in both articles as one passage."""
    return tuple(
        Passage(_cite(a, [link.a for link in chain]), _cite(b, [link.b for link in chain]))
        for chain in _chains(copy.links)
    )


def _chains(links: Sequence[Link]) -> Iterator[list[Link]]:
    chain: list[Link] = []
    for link in links:
        if chain and not (0 <= link.a - chain[-1].a <= 1 and 0 <= link.b - chain[-1].b <= 1):
            yield chain
            chain = []
        chain.append(link)
    if chain:
        yield chain


def _cite(words: Words, sentences: Sequence[int]) -> Citation:
    spans = [words.sentences[each].span for each in sentences]
    start, end = min(span.start for span in spans), max(span.end for span in spans)
    text = words.article.text[start:end]
    return Citation(words.article.id, start, end, text, sentence=Span(start, end))
