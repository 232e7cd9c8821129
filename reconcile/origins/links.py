"""Two articles and their shared runs in, the sentences that one has from the other out."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final

from reconcile.origins.runs import Run
from reconcile.origins.vocabulary import word_set
from reconcile.origins.words import Words
from reconcile.records import evolve, field, frozen

#: as much of the shorter sentence must be the other's for the two to be one
_SAME_SENTENCE: Final = 0.6
#: from one pair of sentences to those that may be told next
_STEPS: Final = tuple(
    (here * way, there * way)
    for here, there in ((0, 1), (1, 0), (1, 1), (1, 2), (2, 1))
    for way in (-1, 1)
)
#: so few words in common show nothing, whatever stands around them
_FEWEST: Final = 4


@frozen
class Edit:
    """Words of one sentence in place of words of the other, half-open; either may be none."""

    a: tuple[int, int]
    b: tuple[int, int]


@frozen
class Link:
    """Two sentences, by their numbers, one of which is the other with or without light edits."""

    a: int
    b: int
    #: stretches that are the same in both: where they begin in each, and how many words
    same: tuple[Run, ...] = field(repr=False)
    edits: tuple[Edit, ...] = field(repr=False)
    #: words in common that are no quoted speech
    own: int
    #: those of them that say something: no little words, no names
    telling: int
    #: the words in common, as a share of the shorter sentence's
    share: float
    #: the same, quoted speech left out
    own_share: float

    def turned(self) -> Link:
        """The same with the two sentences exchanged."""
        same = tuple(Run(run.b, run.a, run.length) for run in self.same)
        edits = tuple(Edit(edit.b, edit.a) for edit in self.edits)
        return evolve(self, a=self.b, b=self.a, same=same, edits=edits)


def links_between(a: Words, b: Words, runs: Sequence[Run]) -> list[Link]:
    """The sentences that share a run and are alike, and those beside them that are alike too."""
    known: dict[tuple[int, int], Link | None] = {}
    found: dict[tuple[int, int], Link] = {}
    waiting = sorted({pair for run in runs for pair in _crossed(run, a, b)})
    while waiting:
        beside: set[tuple[int, int]] = set()
        for pair in waiting:
            if pair in known:
                continue
            known[pair] = link = _link(*pair, a, b)
            if link is not None:
                found[pair] = link
                beside.update(_beside(*pair, a, b))
        waiting = sorted(beside - known.keys())
    return _best(found.values())


def _crossed(run: Run, a: Words, b: Words) -> Iterable[tuple[int, int]]:
    """The pairs of sentences that a run goes through side by side."""
    first, second = a.sentence_of, b.sentence_of
    return {(first[run.a + at], second[run.b + at]) for at in range(run.length)}


def _beside(at: int, other: int, a: Words, b: Words) -> Iterable[tuple[int, int]]:
    """The pairs of sentences next to a pair, and those next but one."""
    for here, there in _STEPS:
        mine, yours = at + here, other + there
        if 0 <= mine < len(a.sentences) and 0 <= yours < len(b.sentences):
            yield mine, yours


def _link(at: int, other: int, a: Words, b: Words) -> Link | None:
    """How two sentences are alike; ``None`` where they are not."""
    one, two = a.sentences[at], b.sentences[other]
    if len(one.bag & two.bag) < _SAME_SENTENCE * min(len(one.bag), len(two.bag)):
        return None
    first, second = a.forms[one.first : one.behind], b.forms[two.first : two.behind]
    shorter = min(len(first), len(second))
    if shorter < _FEWEST:
        return None
    same, edits = _aligned(first, second, one.first, two.first)
    common = sum(run.length for run in same)
    if common < max(_FEWEST, _SAME_SENTENCE * shorter):
        return None
    own = [run.a + at for run in same for at in range(run.length) if not a.quoted[run.a + at]]
    little = word_set("wording", "little")
    return Link(
        at, other, same, edits,
        own=len(own),
        telling=sum(a.forms[word] not in little and not a.is_name(word) for word in own),
        share=common / shorter,
        own_share=len(own) / max(1, min(one.own, two.own)),
    )  # fmt: skip


def _aligned(
    first: Sequence[str], second: Sequence[str], here: int, there: int
) -> tuple[tuple[Run, ...], tuple[Edit, ...]]:
    """The least edit of one sentence to the other."""
    if first == second:
        return (Run(here, there, len(first)),), ()
    from rapidfuzz.distance import Levenshtein

    same: list[Run] = []
    edits: list[Edit] = []
    for step in Levenshtein.opcodes(first, second):
        mine = (here + step.src_start, here + step.src_end)
        yours = (there + step.dest_start, there + step.dest_end)
        if step.tag == "equal":
            same.append(Run(mine[0], yours[0], mine[1] - mine[0]))
        elif edits and (edits[-1].a[1], edits[-1].b[1]) == (mine[0], yours[0]):
            edits[-1] = Edit((edits[-1].a[0], mine[1]), (edits[-1].b[0], yours[1]))
        else:
            edits.append(Edit(mine, yours))
    return tuple(same), tuple(edits)


def _best(links: Iterable[Link]) -> list[Link]:
    """The likeliest links, none that stands against a better one of either sentence.

    A sentence may be told in two, so two links of one sentence stand where they take other words.
    """
    kept: list[Link] = []
    mine: set[int] = set()
    yours: set[int] = set()
    for link in sorted(links, key=lambda each: (-each.share * each.own, -each.own, each.a, each.b)):
        here = {run.a + at for run in link.same for at in range(run.length)}
        there = {run.b + at for run in link.same for at in range(run.length)}
        if 2 * len(here & mine) < len(here) and 2 * len(there & yours) < len(there):
            kept.append(link)
            mine |= here
            yours |= there
    return sorted(kept, key=lambda each: (each.a, each.b))
