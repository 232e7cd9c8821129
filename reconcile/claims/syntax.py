"""A parsed segment in, plain lists out: lemmas, heads and distances, free of the parser."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from reconcile.tuples import NamedTuple

if TYPE_CHECKING:
    from spacy.tokens import Doc

CONTENT_TAGS: Final = frozenset(("NOUN", "PROPN", "VERB", "ADJ", "ADV", "NUM", "X"))
#: what it costs to walk over an edge of the parse: another clause is further away
EDGE_COSTS: Final = {
    "conj": 2.0,
    "advcl": 2.0,
    "ccomp": 2.0,
    "relcl": 2.0,
    "parataxis": 3.0,
    "appos": 1.5,
    "acl": 1.5,
    "dep": 1.5,
    "punct": 9.0,
}


class Sentence(NamedTuple):
    """One sentence as parallel lists; ``heads`` index the same lists, offsets are the article's."""

    starts: list[int]
    ends: list[int]
    words: list[str]
    lemmas: list[str]
    tags: list[str]
    labels: list[str]
    #: what it costs to walk from each token to its head, or back
    edges: list[float]
    heads: list[int]
    children: list[list[int]]
    stops: list[bool]
    start: int
    end: int

    def tokens_in(self, start: int, end: int) -> list[int]:
        """The tokens that overlap a stretch of the article."""
        return list(range(bisect_right(self.ends, start), bisect_left(self.starts, end)))

    def root_of(self, tokens: list[int]) -> int:
        """The token of a stretch whose head lies outside it."""
        inside = set(tokens)
        for index in tokens:
            if self.tags[index] == "PUNCT":
                continue
            if self.heads[index] == index or self.heads[index] not in inside:
                return index
        return tokens[0]

    def distances_from(self, origin: int) -> list[float]:
        """The cost of the walk over the parse from one token to each other one."""
        heads, edges, children = self.heads, self.edges, self.children
        costs = [-1.0] * len(heads)
        costs[origin] = 0.0
        stack = [origin]
        while stack:
            index = stack.pop()
            here = costs[index]
            head = heads[index]
            if costs[head] < 0:
                costs[head] = here + edges[index]
                stack.append(head)
            for child in children[index]:
                if costs[child] < 0:
                    costs[child] = here + edges[child]
                    stack.append(child)
        return costs

    def ancestors(self, index: int) -> Iterator[int]:
        """The heads above a token, nearest first."""
        while self.heads[index] != index:
            index = self.heads[index]
            yield index


def sentences_of(doc: Doc, offset: int) -> Iterator[Sentence]:
    """The sentences of a parse, ``offset`` being where its text starts in the article."""
    for span in doc.sents:
        first = span.start
        tokens = [token for token in span if not token.is_space]
        if not tokens:
            continue
        place = {token.i: index for index, token in enumerate(tokens)}
        labels = [token.dep_ for token in tokens]
        heads = [place.get(token.head.i, index) for index, token in enumerate(tokens)]
        children: list[list[int]] = [[] for _ in tokens]
        for index, head in enumerate(heads):
            if head != index:
                children[head].append(index)
        yield Sentence(
            starts=[offset + token.idx for token in tokens],
            ends=[offset + token.idx + len(token) for token in tokens],
            words=[token.lower_ for token in tokens],
            lemmas=[token.lemma_.lower() for token in tokens],
            tags=[token.pos_ for token in tokens],
            labels=labels,
            edges=[EDGE_COSTS.get(label, 1.0) for label in labels],
            heads=heads,
            children=children,
            stops=[token.is_stop for token in tokens],
            start=offset + doc[first].idx,
            end=offset + tokens[-1].idx + len(tokens[-1]),
        )
