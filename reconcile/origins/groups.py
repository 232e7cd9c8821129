"""Credits and copies in, which articles stand on one report out, whole or in part."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Sequence

from reconcile.model import Span
from reconcile.origins.agencies import Agencies
from reconcile.origins.copies import Copy
from reconcile.origins.credits import UNNAMED, Credit
from reconcile.origins.oddities import Oddity
from reconcile.records import field, frozen

#: an origin before it has an id: its node, or the nodes of those that share a passage
Key = Hashable
#: an article by its number, or an agency or paper by its name
Node = int | str


@frozen
class Evidence:
    """All that was seen: by article its credits, and the copies."""

    agencies: Agencies
    #: by the number of the article
    credits: tuple[tuple[Credit, ...], ...]
    copies: tuple[Copy, ...]
    #: spellings that only two articles share
    oddities: tuple[Oddity, ...] = ()

    def own_names(self, article: int) -> set[str]:
        """The names that an article was published under."""
        return {name for name, owners in self.agencies.published.items() if article in owners}


@frozen
class Groups:
    """Which articles and names are one origin, and which only share a part."""

    evidence: Evidence
    #: for each article and name, the least node of its group
    roots: dict[Node, Node] = field(repr=False)

    def root(self, node: Node) -> Node:
        """The node that stands for a group."""
        return self.roots.get(node, node)

    def members(self, root: Node) -> list[int]:
        """The articles of a group, by their numbers."""
        count = len(self.evidence.credits)
        return [article for article in range(count) if self.root(article) == root]

    def names(self, root: Node) -> list[str]:
        """The agencies and papers of a group."""
        nodes = {*self.roots, root}
        return sorted(each for each in nodes if isinstance(each, str) and self.root(each) == root)

    def credited(self, article: int, *, covers: str) -> list[tuple[str, Span]]:
        """Whom an article credits outside its own group, and where."""
        return [
            (credit.agency, credit.span)
            for credit in self.evidence.credits[article]
            if credit.covers == covers
            and credit.agency != UNNAMED
            and self.root(credit.agency) != self.root(article)
        ]

    def key_of_copy(self, copy: Copy) -> Key:
        """The origin of what two articles share: their group, the one credited, or neither's."""
        one, other = self.root(copy.a), self.root(copy.b)
        if one == other:
            return one
        towards = self._credits_part(copy.a, other), self._credits_part(copy.b, one)
        if towards[0] != towards[1]:
            return other if towards[0] else one
        return frozenset((one, other))

    def _credits_part(self, article: int, root: Node) -> bool:
        """Whether an article says that parts of it come from a group."""
        named = [*self.credited(article, covers="some"), *self.credited(article, covers="sentence")]
        return any(self.root(name) == root for name, _ in named)


def grouped(evidence: Evidence) -> Groups:
    """The groups of articles that stand on one report as a whole."""
    joins: list[tuple[Node, Node]] = [
        (owners[0], name)
        for name, owners in evidence.agencies.published.items()
        if len(owners) == 1
    ]
    for article, credited in enumerate(evidence.credits):
        joins += [
            (article, each.agency) for each in credited if _covers_all(each, article, evidence)
        ]
    joins += [(copy.a, copy.b) for copy in evidence.copies if copy.is_whole]
    return Groups(evidence, _roots(joins))


def _covers_all(credit: Credit, article: int, evidence: Evidence) -> bool:
    return (
        credit.covers == "article"
        and credit.agency != UNNAMED
        and credit.agency not in evidence.own_names(article)
    )


def _roots(joins: Sequence[tuple[Node, Node]]) -> dict[Node, Node]:
    """For each node that is joined to others, the one that stands for them all."""
    groups: dict[Node, set[Node]] = {}
    for one, other in joins:
        merged = groups.get(one, {one}) | groups.get(other, {other})
        groups.update(dict.fromkeys(merged, merged))
    return {node: _least(members) for node, members in groups.items()}


def _least(nodes: Iterable[Node]) -> Node:
    """The first article, or where there is none the first name."""
    return min(nodes, key=lambda node: (isinstance(node, str), str(node).zfill(9)))
