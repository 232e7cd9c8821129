"""Claims in, profiles out: what alignment compares, worked out once a claim and not once a pair."""

from __future__ import annotations

import datetime
import math
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Final

from reconcile.alignment.bearers import Bearer, bearer_of
from reconcile.alignment.clocks import story_offset
from reconcile.alignment.events import Event, event_of
from reconcile.alignment.fates import fate_of
from reconcile.alignment.lexicon import concept
from reconcile.alignment.lines import Position, place_readings
from reconcile.alignment.ranks import Ranked, ranked_of
from reconcile.alignment.saidagain import said_before
from reconcile.model import Article, Claim, Interval, Span
from reconcile.records import frozen

_EPOCH: Final = datetime.datetime(1970, 1, 1)
#: how fast a word's say fades with its distance from the figure in the parse
DECAY: Final = 0.75
#: a word of another clause still says something
FLOOR: Final = 0.15


@frozen(eq=False)
class Vocabulary:
    """The concepts and the names of the sentences of an article that claims stand in."""

    words: frozenset[str]
    names: frozenset[str]


@frozen
class Profile:
    """A claim as alignment sees it: concepts and names with weights, scope, time and position."""

    index: int
    claim: Claim
    article: int
    #: concept: weight by rarity and nearness; and the length of that vector
    near: Mapping[str, float]
    near_norm: float
    #: concepts of the sentence, the sentences around, the heading: weight by rarity
    sentence: frozenset[str]
    around: frozenset[str]
    heading: frozenset[str]
    #: concepts and names of the sentence, and of the passage around it, by rarity alone
    whole: Mapping[str, float]
    whole_norm: float
    passage: Mapping[str, float]
    passage_norm: float
    names: Mapping[str, float]
    names_norm: float
    names_around: frozenset[str]
    measured: str
    phrase: frozenset[str]
    governor: str
    subject: str
    #: what happens, and the length of its vector of words
    event: Event
    event_norm: float
    role: str
    scope: Mapping[str, str]
    #: what befell the people that are counted
    fate: str
    #: of a rank, how it ranks
    ranked: Ranked | None
    #: the name that stands nearest to its figure
    bearer: Bearer
    time: tuple[float, float] | None
    #: when its article came out, in seconds on the line of dates
    published: float | None
    speaker: frozenset[str]
    #: where its value lies, and where it lies as it is said again in another unit or currency, or
    #: if it is read otherwise; what is likeliest first, one on each line
    readings: tuple[Position, ...]
    #: how often claims of the story carry the same figure, all articles counted
    figure_count: int
    unit: str
    hedge: str
    headline: bool
    #: what its article knows
    known: Vocabulary
    #: the span of the sentence, to find neighbours by
    sentence_key: tuple[int, int]
    twins: frozenset[Span]
    #: the claim, by index, that said it before in the same words of the same article
    said_before: int | None

    @property
    def position(self) -> Position | None:
        """Where the value lies, as it is likeliest read."""
        return self.readings[0] if self.readings else None


@frozen
class Rarity:
    """How rare each concept and name is over the sentences of the story: log of inverse share."""

    weights: Mapping[str, float]
    default: float

    def of(self, word: str) -> float:
        """The weight of a word."""
        return self.weights.get(word, self.default)


def measure_rarity(claims: Sequence[Claim]) -> Rarity:
    """Inverse document frequency of concepts and names, a sentence being a document."""
    sentences: dict[tuple[str, int], set[str]] = {}
    for claim in claims:
        key = (claim.article, claim.context.sentence_index)
        words = sentences.setdefault(key, set())
        words.update(concept(word) for word, _ in claim.context.near)
        words.update(f"@{word}" for word, _ in claim.context.names)
    counts = Counter(word for words in sentences.values() for word in words)
    total = len(sentences) + 1
    weights = {word: math.log(total / (count + 0.5)) for word, count in counts.items()}
    return Rarity(weights, math.log(total / 0.5))


def profile_claims(claims: Sequence[Claim], articles: Sequence[Article]) -> list[Profile]:
    """A profile of every claim, in order."""
    rarity = measure_rarity(claims)
    order = {article.id: index for index, article in enumerate(articles)}
    published = {article.id: article.published for article in articles}
    days = {each: moment.date() if moment else None for each, moment in published.items()}
    by_id = {article.id: article for article in articles}
    clock = story_offset(claims, by_id)
    twins = _twins(claims)
    readings = _with_twins(
        claims,
        [
            place_readings(claim.focus.value, days[claim.article], clock)
            if claim.focus.value is not None
            else ()
            for claim in claims
        ],
        twins,
    )
    figures = Counter((places[0].line, places[0].digits) for places in readings if places)
    known = _vocabularies(claims)
    moments = {each: _seconds(moment) for each, moment in published.items()}
    again = said_before(claims, by_id)
    return [
        _profile(
            index,
            claim,
            by_id[claim.article],
            order[claim.article],
            rarity,
            places,
            figures,
            twins,
            known,
            moments,
            again.get(index),
        )
        for index, (claim, places) in enumerate(zip(claims, readings, strict=True))
    ]


def same_article(profiles: Sequence[Profile]) -> Callable[[int, int], bool]:
    """Whether two claims, by index, stand in one article: then one may say the other again."""
    return lambda a, b: profiles[a].article == profiles[b].article


def _twins(claims: Sequence[Claim]) -> dict[tuple[str, Span], set[Span]]:
    """By article and span, the spans of the mentions that say the same again."""
    twins: dict[tuple[str, Span], set[Span]] = {}
    for claim in claims:
        first = claim.focus.restates
        if first is not None:
            twins.setdefault((claim.article, claim.focus.span), set()).add(first)
            twins.setdefault((claim.article, first), set()).add(claim.focus.span)
    return twins


def _vocabularies(claims: Sequence[Claim]) -> dict[str, Vocabulary]:
    words: dict[str, set[str]] = defaultdict(set)
    names: dict[str, set[str]] = defaultdict(set)
    for claim in claims:
        words[claim.article].update(concept(word) for word, _ in claim.context.near)
        names[claim.article].update(word for word, _ in claim.context.names)
    return {
        article: Vocabulary(frozenset(found), frozenset(names[article]))
        for article, found in words.items()
    }


def _with_twins(
    claims: Sequence[Claim],
    readings: Sequence[tuple[Position, ...]],
    twins: Mapping[tuple[str, Span], set[Span]],
) -> list[tuple[Position, ...]]:
    """The readings of each claim, those of its restatements taken in behind its own first one."""
    place = {(claim.article, claim.focus.span): n for n, claim in enumerate(claims)}
    found = []
    for claim, own in zip(claims, readings, strict=True):
        others = sorted(twins.get((claim.article, claim.focus.span), ()))
        added = [
            position
            for span in others
            if (claim.article, span) in place
            for position in readings[place[claim.article, span]][:1]
        ]
        by_line: dict[str, Position] = {}
        for position in (*own[:1], *added, *own[1:]):
            by_line.setdefault(position.line, position)
        found.append(tuple(by_line.values()))
    return found


def _profile(
    index: int,
    claim: Claim,
    source: Article,
    article: int,
    rarity: Rarity,
    readings: tuple[Position, ...],
    figures: Mapping[tuple[str, str], int],
    twins: Mapping[tuple[str, Span], set[Span]],
    known: Mapping[str, Vocabulary],
    published: Mapping[str, float | None],
    first_said: int | None,
) -> Profile:
    context = claim.context
    near = _weighted(((concept(word), far) for word, far in context.near), rarity, "")
    names = _weighted(context.names, rarity, "@")
    own = [*near, *(f"@{word}" for word in names)]
    whole = {word: rarity.of(word) for word in own}
    beside = [concept(word) for word in context.around]
    beside += [f"@{word}" for word in context.names_around]
    passage = {word: rarity.of(word) for word in (*own, *beside)}
    value, event = claim.focus.value, event_of(claim, rarity.of)
    return Profile(
        index=index,
        claim=claim,
        article=article,
        near=near,
        near_norm=_norm(near),
        sentence=frozenset(near),
        around=frozenset(concept(word) for word in context.around),
        heading=frozenset(concept(word) for word in context.heading),
        whole=whole,
        whole_norm=_norm(whole),
        passage=passage,
        passage_norm=_norm(passage),
        names=names,
        names_norm=_norm(names),
        names_around=frozenset(context.names_around),
        measured=concept(context.measured) if context.measured else "",
        phrase=frozenset(concept(word) for word in context.measured_phrase),
        governor=concept(context.governor.split(" ")[0]) if context.governor else "",
        subject=concept(context.subject) if context.subject else "",
        event=event,
        event_norm=_norm(event.words),
        role=context.role,
        scope=dict(context.scope),
        fate=fate_of(claim),
        ranked=ranked_of(claim, source.text),
        bearer=bearer_of(claim),
        time=_ends(context.time),
        published=published[claim.article],
        speaker=frozenset(context.speaker),
        readings=readings,
        figure_count=figures[readings[0].line, readings[0].digits] if readings else 0,
        unit=value.unit if value is not None else "",
        hedge=(value.hedge or "") if value is not None else "",
        headline=claim.clause.segment_role == "headline",
        known=known[claim.article],
        sentence_key=(article, context.sentence_index),
        twins=frozenset(twins.get((claim.article, claim.focus.span), ())),
        said_before=first_said,
    )


def _weighted(words: Iterable[tuple[str, float]], rarity: Rarity, mark: str) -> dict[str, float]:
    weights: dict[str, float] = {}
    for word, distance in words:
        weight = rarity.of(mark + word) * max(DECAY**distance, FLOOR)
        if weight > weights.get(word, 0.0):
            weights[word] = weight
    return weights


def _norm(weights: Mapping[str, float]) -> float:
    return math.sqrt(sum(weight * weight for weight in weights.values()))


def _seconds(moment: datetime.datetime | None) -> float | None:
    return None if moment is None else (moment.replace(tzinfo=None) - _EPOCH).total_seconds()


def _ends(interval: Interval | None) -> tuple[float, float] | None:
    if interval is None or interval.low is None or interval.high is None:
        return None
    return float(interval.low), float(interval.high)
