"""Claims, facts and articles in, the scene out: which figures are known, and what says so.

A figure is known by every claim that states it: claims that agree or fit each other in a fact are
one figure. Claims that conflict, or were true at different times, are rivals of each other.
"""

from __future__ import annotations

import functools
import itertools
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal
from typing import Final

from reconcile import patterns
from reconcile.model import Article, Claim, Fact, Interval, Value
from reconcile.records import frozen
from reconcile.values import sets

#: kinds whose figures add up
ADDING: Final = frozenset(("count", "money", "quantity"))
#: an article's own lines; headings and furniture are left out by having no clause
_LEFT_OUT: Final = frozenset(("furniture", "byline"))
#: figures that are farther apart than this share of the larger are not one, though they fit
_NEAR: Final = Decimal("0.2")
#: where a breath ends: what stands beyond is said of something else
BREATH: Final = patterns.compile(r"[,;:.!?()—–](?=\s|$)")
_WORD: Final = patterns.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")


@frozen(eq=False)
class Known:
    """One figure, by every claim that states it, in the order of articles and places."""

    claims: tuple[Claim, ...]
    #: what other claims say in its place, where sources conflict or times moved
    rivals: tuple[Claim, ...] = ()

    @property
    def name(self) -> str:
        first = self.claims[0]
        return f"{first.article}:{first.focus.start}"


@frozen(eq=False)
class Scene:
    """All that is known of a story's figures."""

    articles: Mapping[str, Article]
    #: the claims with values, by article and place
    claims: tuple[Claim, ...]
    known: tuple[Known, ...]
    #: the known figure of each claim, by the claim's place
    by_place: Mapping[tuple[str, int, int], Known]

    @functools.cached_property
    def in_sentence(self) -> Mapping[tuple[str, int], list[Claim]]:
        """The claims of each sentence, by its article and its number there."""
        found: dict[tuple[str, int], list[Claim]] = defaultdict(list)
        for claim in self.claims:
            found[claim.article, claim.context.sentence_index].append(claim)
        return found

    @functools.cached_property
    def words_in(self) -> Mapping[str, frozenset[str]]:
        """The words that each article uses, in lower case."""
        return {name: frozenset(_words(each.text)) for name, each in self.articles.items()}

    def of(self, claim: Claim) -> Known:
        return self.by_place[place_of(claim)]

    def sentence(self, claim: Claim) -> str:
        span = claim.clause.sentence
        return self.articles[claim.article].text[span.start : span.end]

    def before(self, claim: Claim) -> str:
        """The words of the sentence in front of the figure."""
        start = min(claim.clause.sentence.start, claim.focus.start)
        return self.articles[claim.article].text[start : claim.focus.start]

    def behind(self, claim: Claim) -> str:
        """The words of the sentence behind the figure."""
        end = max(claim.clause.sentence.end, claim.focus.end)
        return self.articles[claim.article].text[claim.focus.end : end]


def scene_of(claims: Sequence[Claim], facts: Sequence[Fact], articles: Sequence[Article]) -> Scene:
    """The scene of a story, the same whatever the order of its articles."""
    valued = sorted((claim for claim in claims if _counts(claim)), key=place_of)
    distinct = list({place_of(claim): claim for claim in valued}.values())
    one, other = _relations(facts, {place_of(claim) for claim in distinct})
    known = _known(distinct, one, other)
    return Scene(
        articles={article.id: article for article in articles},
        claims=tuple(distinct),
        known=known,
        by_place={place_of(claim): each for each in known for claim in each.claims},
    )


def _counts(claim: Claim) -> bool:
    return claim.focus.value is not None and claim.clause.segment_role not in _LEFT_OUT


def place_of(claim: Claim) -> tuple[str, int, int]:
    """Where a claim's figure stands: what tells it from every other."""
    return claim.article, claim.focus.start, claim.focus.end


def can_be_one(claims: Sequence[Claim]) -> bool:
    """Whether all sources can mean one figure: then it is sure."""
    return all(
        not sets.disjoint(reading(a).interval, reading(b).interval)
        for a, b in itertools.combinations(claims, 2)
    )


_Relation = list[tuple[Claim, Claim]]


def _relations(
    facts: Iterable[Fact], known: set[tuple[str, int, int]]
) -> tuple[_Relation, _Relation]:
    """The claims that are one figure, and those that are rivals."""
    one: _Relation = []
    other: _Relation = []
    for fact in facts:
        if not fact.certain:
            continue
        for comparison in fact.comparisons:
            pair = (fact.claims[comparison.a], fact.claims[comparison.b])
            if not all(place_of(claim) in known and claim.focus.value for claim in pair):
                continue
            if comparison.verdict in ("conflict", "updated"):
                other.append(pair)
            elif _is_one_figure(*pair):
                one.append(pair)
    return one, other


def _is_one_figure(a: Claim, b: Claim) -> bool:
    """Whether two claims that fit each other print nearly one figure, or figures of two units."""
    one, other = reading(a), reading(b)
    if one.unit != other.unit and one.kind != "count":
        return True
    first, second = _middle(one), _middle(other)
    if first is None or second is None:
        return one.kind not in ADDING
    return abs(first - second) <= _NEAR * max(abs(first), abs(second))


def _middle(value: Value) -> Decimal | None:
    """The printed figure, or the middle of a range; ``None`` of "thousands"."""
    low, high = value.interval.low, value.interval.high
    if value.nominal is not None or low is None or high is None:
        return value.nominal
    return (low + high) / 2 if high - low <= high / 2 else None


def _known(claims: Sequence[Claim], one: _Relation, other: _Relation) -> tuple[Known, ...]:
    group = {place_of(claim): place_of(claim) for claim in claims}
    by_place = {place_of(claim): claim for claim in claims}

    def root(place: tuple[str, int, int]) -> tuple[str, int, int]:
        while group[place] != place:
            place = group[place]
        return place

    for a, b in one:
        low, high = sorted((root(place_of(a)), root(place_of(b))))
        group[high] = low
    members: dict[tuple[str, int, int], list[Claim]] = defaultdict(list)
    for claim in claims:
        members[root(place_of(claim))].append(claim)
    rivals: dict[tuple[str, int, int], set[tuple[str, int, int]]] = defaultdict(set)
    for a, b in other:
        for claim, rival in ((a, b), (b, a)):
            rivals[root(place_of(claim))].add(place_of(rival))
    return tuple(
        Known(tuple(stating), tuple(by_place[place] for place in sorted(rivals[place])))
        for place, stating in sorted(members.items())
    )


# --- readings -------------------------------------------------------------------------------------


def reading(claim: Claim) -> Value:
    """The claim's value; every claim of a scene has one."""
    value = claim.focus.value
    assert value is not None
    return value


def interval_of(known: Known, units: frozenset[str]) -> Interval | None:
    """What all claims of a figure in one of the units leave open; ``None`` where there is none."""
    found: Interval | None = None
    for claim in known.claims:
        value = reading(claim)
        if is_in(claim, units):
            met = value.interval if found is None else sets.intersect(found, value.interval)
            found = value.interval if sets.is_empty(met) else met
    return found


def is_in(claim: Claim, units: frozenset[str]) -> bool:
    """Whether a figure is in one of the units; a count is, whatever it counts."""
    return claim.kind == "count" or reading(claim).unit in units


def units_of(known: Known) -> list[frozenset[str]]:
    """The units in which a figure is stated; those with one number are one: a bare dollar sign."""
    by_number: dict[Decimal, set[str]] = defaultdict(set)
    for claim in known.claims:
        by_number[size(claim)].add(reading(claim).unit)
    return [frozenset(by_number[number]) for number in sorted(by_number)]


def size(claim: Claim) -> Decimal:
    """The printed figure, or 0."""
    return reading(claim).nominal or Decimal(0)


@functools.lru_cache(maxsize=4096)
def words_of(text: str) -> tuple[str, ...]:
    """The words of a text, in lower case."""
    return tuple(_words(text))


def _words(text: str) -> list[str]:
    return _WORD.findall(text.casefold())


def singular(word: str) -> str:
    """A word without the ending of a plural, as far as that can be seen."""
    for plural, single in (("men", "man"), ("ies", "y"), ("sses", "ss"), ("ches", "ch")):
        if word.endswith(plural):
            return word[: -len(plural)] + single
    return word[:-1] if word.endswith("s") and not word.endswith("ss") else word
