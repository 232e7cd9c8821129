"""The nouns of the library, as frozen attrs classes: data that the rooms hand to each other."""

from __future__ import annotations

import datetime
import importlib
from collections.abc import Iterable
from decimal import Decimal
from typing import Literal

from reconcile.records import field, frozen

ValueKind = Literal["money", "count", "quantity", "percent", "rank", "date", "duration", "age"]
Kind = Literal[
    "money", "count", "quantity", "percent", "rank", "date", "duration", "age",
    "name", "role", "quote", "polarity", "place",
]  # fmt: skip
Verdict = Literal["agree", "compatible", "conflict", "updated"]
SegmentRole = Literal[
    "headline", "standfirst", "byline", "posted", "dateline", "caption", "body", "furniture"
]
Certainty = Literal["asserted", "planned", "expected", "alleged", "conditional", "denied"]
#: what a conflict is about: what happened, what one speaker said, or speakers who differ
About = Literal["world", "words", "speakers"]

#: what one step of a derivation does; ``docs/verification.md`` says how each is replayed
Rule = Literal[
    # what stands in an article
    "reading", "printed", "since", "words", "publication", "published", "counted", "whole",
    "remark",
    # one set led to another line
    "named", "convert", "exchange", "other currency", "shift", "unsigned", "rise", "turned", "year",
    "years", "calendar", "months", "both ends", "elapsed", "widen", "same unit",
    # several sets made into one
    "days apart", "sum", "difference", "product", "quotient", "change", "hull", "intersection",
    "at least", "order", "relation",
    # what follows for two or more of them
    "same figure", "same set", "same words", "counts to", "rounds to", "within", "overlap", "near",
    "disjoint", "neither rounds", "other unit", "other ends", "other scale", "incomparable",
    "weekday", "same place", "denied",
    "cannot all hold", "rewording", "drift", "other wording",
    # the same conclusion, with something to say of it
    "assumed", "chosen", "later", "in brief",
]  # fmt: skip

#: roles whose words become claims
READ_ROLES: frozenset[SegmentRole] = frozenset(("headline", "standfirst", "caption", "body"))
VALUE_KINDS: frozenset[str] = frozenset(
    ("money", "count", "quantity", "percent", "rank", "date", "duration", "age")
)


def _display(noun: str, shown: object) -> str:
    """What a notebook shows of a noun; the pages stand rooms above and are looked up when asked."""
    notebook = importlib.import_module("reconcile.report.html.notebook")
    display: str = getattr(notebook, f"{noun}_to_html")(shown)
    return display


def _shortened(text: str, *, longest: int = 60) -> str:
    """Words on one line, quoted, for a person who debugs."""
    return repr(text if len(text) <= longest else text[: longest - 1] + "…")


@frozen(order=True)
class Span:
    """Characters of an article's text, half-open: ``article.text[start:end]``."""

    start: int
    end: int


# --- values -----------------------------------------------------------------------------------


@frozen
class Interval:
    """A set of numbers between two ends; ``None`` is an end that is not bounded.

    Dates stand on the same line, as seconds since 1970-01-01T00:00 on the local calendar.
    """

    low: Decimal | None
    high: Decimal | None
    low_closed: bool = True
    high_closed: bool = False

    def __bool__(self) -> bool:
        raise TypeError("the truth of an Interval is ambiguous: ask sets.is_empty or sets.contains")


@frozen
class Stated:
    """The number and unit as printed: "two weeks" is 2, ``week``."""

    number: Decimal | None
    unit: str


@frozen
class Value:
    """What the words of a mention leave open: a set on a line, with the printed form beside it."""

    #: which line the set lies on
    kind: ValueKind
    #: an ISO 4217 code, a pint unit name, a counted noun's lemma, ``fraction``,
    #: ``percentage_point``, ``place``, ``second``, ``year`` or ``date``
    unit: str
    #: every number (in ``unit``) that the words leave open, hedges and bounds applied
    interval: Interval
    #: what the figure alone stands for, rounding included, hedge and bound left aside;
    #: for a date, the day, month or moment that is named
    named: Interval
    #: the printed figure in ``unit``; ``None`` for dates and ranges
    nominal: Decimal | None = None
    #: the class of the hedging words ("over", "about", "at_least" ...), or ``None``
    hedge: str | None = None
    stated: Stated = Stated(None, "")
    #: other readings that the words leave open: another currency, another day
    alternatives: tuple[Value, ...] = ()
    #: minutes east of UTC, for a clock time whose zone is stated
    offset_minutes: int | None = None
    #: for a clock time, whether neither its words nor its sentence tell its day
    day_supposed: bool = False
    #: for a sum of money, what it is paid for, a pint unit name ("week", "kilometer"), or ""
    per: str = ""
    #: for a rank, when the last that stood as high was: "the highest since 2014"; on dates' line
    since: Interval | None = None
    #: why the set is unbounded though the words are not ("needs the publication date")
    unresolved: str | None = None
    #: the derivation, one plain sentence a step
    steps: tuple[str, ...] = ()

    def __str__(self) -> str:
        """The reading in plain words, which read back to the same set."""
        # the words for values stand in the room above: looked up when asked for
        described: str = importlib.import_module("reconcile.values.spoken").describe(self)
        return described

    def __hash__(self) -> int:
        """By what tells most readings apart; the rest is looked at where these are equal."""
        return hash((self.kind, self.unit, self.nominal, self.interval.low))

    def __repr__(self) -> str:
        return f"<Value {self.kind}: {self}>"

    def _repr_html_(self) -> str:
        return _display("value", self)


@frozen
class Mention:
    """A stretch of text that carries a value or a name."""

    start: int
    end: int
    text: str
    kind: Kind
    value: Value | None = None
    #: the mention that this one says again in another unit or currency, in the same sentence
    restates: Span | None = None

    @property
    def span(self) -> Span:
        return Span(self.start, self.end)

    def __repr__(self) -> str:
        reading = "" if self.value is None else f" = {self.value}"
        return f"<Mention {self.kind} {self.start}:{self.end} {_shortened(self.text)}{reading}>"

    def _repr_html_(self) -> str:
        return _display("mention", self)


# --- articles ---------------------------------------------------------------------------------


@frozen
class Segment:
    """A line or block of an article with its role."""

    start: int
    end: int
    role: SegmentRole
    #: counts body and caption paragraphs from 1; 0 for everything else
    paragraph: int = 0


@frozen
class Unchecked:
    """Something that was not read or not compared, and why."""

    #: the article's id
    article: str
    start: int
    end: int
    #: the words themselves
    text: str
    reason: str


@frozen
class Article:
    """One source's text, untouched, with where it comes from and what each line is."""

    id: str
    text: str = field(repr=False)
    path: str | None = None
    publisher: str | None = None
    published: datetime.datetime | None = None
    #: "argument", "manifest", "json-ld", "meta", "text", "sources" (of a draft) or "unknown"
    published_from: str = "unknown"
    url: str | None = None
    title: str | None = None
    segments: tuple[Segment, ...] = field(default=(), repr=False)
    #: what the reader had to decide or could not read, in words ("decoded as windows-1252")
    notes: tuple[str, ...] = field(default=(), repr=False)
    #: lines that were not read, and why
    unchecked: tuple[Unchecked, ...] = field(default=(), repr=False)

    def __hash__(self) -> int:
        """By its name alone: no two of one comparison have the same."""
        return hash(self.id)

    def __repr__(self) -> str:
        name = f" {_shortened(self.publisher)}" if self.publisher else ""
        date = f", {self.published:%Y-%m-%d %H:%M}" if self.published else ""
        return f"<Article {self.id}{name}{date}, {len(self.text):,} characters>"

    def _repr_html_(self) -> str:
        return _display("article", self)


# --- claims -----------------------------------------------------------------------------------


@frozen
class Argument:
    """A participant of a clause: its grammatical role, its words, its head's lemma."""

    #: "subject", "object", "complement", "agent", or the preposition that brings it in
    role: str
    start: int
    end: int
    text: str
    lemma: str


@frozen
class Clause:
    """One predication: who or what, does or is what, who says so, and how surely."""

    start: int
    end: int
    sentence: Span
    segment_role: SegmentRole
    paragraph: int
    subject: Argument | None
    #: the predicate's lemma, with its particle ("set up")
    predicate: str
    predicate_span: Span
    arguments: tuple[Argument, ...] = ()
    negated: bool = False
    certainty: Certainty = "asserted"
    #: "past", "present" or "future"
    tense: str = "present"
    #: who says so, as written; ``None`` is the article itself
    speaker: str | None = None
    quoted: bool = False
    #: the words of the predicate as printed, auxiliaries and negation included
    predicate_text: str = ""
    #: whether the subject is what the predicate is done to
    passive: bool = False


@frozen
class Context:
    """What a claim's figure is about, as alignment sees it: lemmas, names and scope."""

    #: the lemma of the noun that is measured ("passenger"), or ""
    measured: str = ""
    #: lemmas of the measured noun's modifiers and complements
    measured_phrase: tuple[str, ...] = ()
    #: the lemma of the predicate that governs the figure
    governor: str = ""
    #: the lemma of that predicate's subject, or ""
    subject: str = ""
    #: the figure's grammatical role under it ("subject", "object", "in", ...)
    role: str = ""
    #: content lemmas of the sentence with their distance in the parse, nearest first
    near: tuple[tuple[str, float], ...] = ()
    #: content lemmas of the sentences before and behind, sorted
    around: tuple[str, ...] = ()
    #: words of proper names in the sentence, with their distance, nearest first
    names: tuple[tuple[str, float], ...] = ()
    #: words of proper names in the sentences before and behind, sorted
    names_around: tuple[str, ...] = ()
    #: content lemmas of the heading that the claim stands under, sorted
    heading: tuple[str, ...] = ()
    #: scope slots that are filled: (("period", "annual"), ("share", "each"), ...), sorted
    scope: tuple[tuple[str, str], ...] = ()
    #: the time that the claim speaks of
    time: Interval | None = None
    #: the speaker's name words, or ()
    speaker: tuple[str, ...] = ()
    #: where in the article the claim stands, from 0 (first word) to 1 (last)
    position: float = 0.0
    #: counts the article's sentences
    sentence_index: int = 0


@frozen
class Claim:
    """One atomic statement about one thing: the focus is what could differ between sources."""

    #: the article's id
    article: str
    #: the words that carry the value, name, role, place, quote or predicate at issue
    focus: Mention
    clause: Clause
    context: Context = Context()
    #: the place that the claim speaks of, as written
    place: str | None = None
    #: the claim as a readable sentence
    statement: str = field(default="", repr=False)

    def __str__(self) -> str:
        return self.statement or self.focus.text

    @property
    def kind(self) -> Kind:
        return self.focus.kind

    def __hash__(self) -> int:
        """By where it stands."""
        return hash((self.article, self.focus.kind, self.focus.start, self.focus.end))

    def __repr__(self) -> str:
        return f"<Claim of {self.article}, {self.kind}: {_shortened(self.focus.text)}>"

    def _repr_html_(self) -> str:
        return _display("claim", self)


# --- findings ---------------------------------------------------------------------------------


@frozen
class Citation:
    """Words of an article that a step or a finding rests on, with the reading taken from them."""

    #: the article's id
    article: str
    #: ``article.text[start:end]`` is ``text``
    start: int
    end: int
    text: str
    #: the reading that is meant, of those that the words leave open; ``None`` for what is no value
    value: Value | None = None
    #: the sentence that holds them, or ``None``: the whole line
    sentence: Span | None = None

    @property
    def span(self) -> Span:
        return Span(self.start, self.end)

    def __hash__(self) -> int:
        """By the place alone: what is read there hardly ever differs."""
        return hash((self.article, self.start, self.end))


@frozen
class Step:
    """One step of a derivation: a rule, the quotes and steps that it rests on, and what it gives.

    Steps form a tree: the last one is the conclusion, and ``every`` lists all of them in the order
    in which they are told. A step holds all that it rests on, so that it can be replayed.
    """

    rule: Rule
    #: one plain sentence, or "" for a step that goes without saying
    words: str
    #: the steps before that it rests on
    of: tuple[Step, ...] = ()
    #: the quotes that it rests on, each with the reading that is meant
    premises: tuple[Citation, ...] = ()
    #: what the rule was applied with: a factor and an offset, the ends of a rate, seconds
    numbers: tuple[Decimal, ...] = ()
    #: of a relation: the quantities that it binds, each with its factor
    terms: tuple[tuple[str, int], ...] = ()
    #: the set that it gives, or ``None``
    result: Interval | None = None
    #: what the figure alone stands for, led along with the set, or ``None``
    figure: Interval | None = None
    #: the printed figure, likewise
    number: Decimal | None = None
    #: the line that the set lies on, as in ``Value.unit``
    unit: str = ""

    def __str__(self) -> str:
        return self.words

    def __hash__(self) -> int:
        """By what tells most steps apart, and not by all that they rest on."""
        if not self.premises:
            return hash((self.rule, self.words))
        first = self.premises[0]
        return hash((self.rule, self.words, first.article, first.start))

    @property
    def every(self) -> tuple[Step, ...]:
        """All steps, this one last, each once."""
        return tuple(dict.fromkeys(_in_order(self, {}).values()))

    @property
    def told(self) -> tuple[str, ...]:
        """The words of all steps, in order, each once."""
        return words_told(_in_order(self, {}).values())


def words_told(steps: Iterable[Step]) -> tuple[str, ...]:
    """The words of some steps, each once; most conclusions have none."""
    return tuple(dict.fromkeys(step.words for step in steps if step.words))


def _in_order(step: Step, seen: dict[int, Step]) -> dict[int, Step]:
    """What a step rests on, then the step itself, behind those ``seen``.

    By identity, so that one that two others rest on comes once: equal steps are not told apart.
    """
    for before in step.of:
        if id(before) not in seen:
            _in_order(before, seen)
    seen[id(step)] = step
    return seen


@frozen
class Judgement:
    """What the two claims' values say of each other, with the derivation."""

    verdict: Verdict
    #: a rung of the fixed ladder: "same words", "same value", "rounding", "disjoint" ...
    reason: str
    #: one plain sentence
    explanation: str
    #: the last of the steps that lead to it
    derivation: Step | None = field(default=None, repr=False)
    #: of a conflict, whether it is about what happened, what one speaker said, or two speakers who
    #: differ and may both be reported truly; ``None`` of any other verdict
    about: About | None = None

    @property
    def steps(self) -> tuple[str, ...]:
        """The steps that lead to it, a plain sentence each."""
        return () if self.derivation is None else self.derivation.told


@frozen
class Slip:
    """The smallest edit that would reconcile two claims, as a question to the editor."""

    #: the kind of slip, by its name in the docs ("scale", "currency", "transposed" ...)
    rule: str
    #: the claim that other sources show to be the odd one; ``None`` where nothing shows it
    side: Literal["a", "b"] | None
    #: one plain question
    question: str


@frozen
class Comparison:
    """Two claims of one fact, from different sources, and how they stand to each other."""

    #: indexes into ``Fact.claims``
    a: int
    b: int
    judgement: Judgement
    #: how probable it is that two claims with values state one fact, as learned from labelled
    #: stories; 1 for claims without values, which are paired by rules
    probability: float = 1.0
    #: what may lie behind a conflict, where a slip of the pen is plausible
    slip: Slip | None = None
    #: where one claim is a copy of the other that differs from it, which has what, in words
    copied: str | None = None

    @property
    def verdict(self) -> Verdict:
        return self.judgement.verdict


@frozen
class Evidence:
    """One rung of the ladder that made two claims one fact: what was seen and what it weighed."""

    #: indexes into ``Fact.claims``
    a: int
    b: int
    level: str
    #: in words: "both measure passengers"
    words: str
    #: log-odds added by it
    weight: float


@frozen
class Point:
    """What one claim says of a figure that moves, and as of when."""

    #: index into ``Fact.claims``
    claim: int
    #: the moment or day that it is of, on dates' line
    when: Interval
    #: the words at the claim that say so ("by Tuesday morning"); ``None``: when it was published
    words: str | None = None


@frozen
class Fact:
    """The claims, across sources, that answer one question."""

    id: str
    kind: Kind
    #: a few words that name it ("won pledge")
    title: str
    claims: tuple[Claim, ...]
    comparisons: tuple[Comparison, ...] = ()
    evidence: tuple[Evidence, ...] = ()
    #: False where the claims may not be one fact: shown as possible, never flagged
    certain: bool = True
    #: for each claim, the id of the origin that it stands on, or of its own article
    origins: tuple[str, ...] = ()
    #: the tightest words that every source supports, where they carry values
    wording: str | None = None
    #: of a figure that moved while the story was told, its readings, the earliest first
    timeline: tuple[Point, ...] = ()

    def __repr__(self) -> str:
        return f"<Fact {self.id}, {self.kind}: {_shortened(self.title)}, {len(self.claims)} claims>"

    def _repr_html_(self) -> str:
        return _display("fact", self)


@frozen
class Check:
    """Statements that cannot all hold: inside one article, or three or more over the sources."""

    id: str
    #: the rule that they break, by its name in the docs ("weekday", "sum", "age" ...)
    rule: str
    kind: Kind
    #: a few words that name it
    title: str
    #: the statements, by article and place
    citations: tuple[Citation, ...]
    #: one plain sentence
    explanation: str
    #: the last of the steps that lead to it
    derivation: Step | None = field(default=None, repr=False)

    @property
    def steps(self) -> tuple[str, ...]:
        """The steps that lead to it, a plain sentence each."""
        return () if self.derivation is None else self.derivation.told


@frozen
class Implied:
    """What other statements of a story leave of a figure that a claim states, and how."""

    #: the claim whose figure it is
    claim: Claim
    #: the last of the steps that lead to it; its words say it as a part of a sentence
    derivation: Step


@frozen
class Passage:
    """Words that two articles share, offsets kept: ``a`` and ``b`` cite the same run of words."""

    a: Citation
    b: Citation


@frozen
class Change:
    """A value or a name of a shared passage that one of the two articles has otherwise."""

    a: Citation
    b: Citation
    kind: Kind
    #: one plain sentence
    explanation: str


@frozen
class Origin:
    """Articles, or parts of them, that stand on one report: agreement among them counts once."""

    id: str
    #: the ids of the articles, the likely first one in front
    articles: tuple[str, ...]
    #: the agency that they credit, or ``None``
    agency: str | None = None
    #: what shows it, in words
    reason: str = ""
    passages: tuple[Passage, ...] = ()
    #: those of the articles that stand on it in part only, and count as origins of their own
    partly: tuple[str, ...] = ()
    #: what was changed in a copy
    changes: tuple[Change, ...] = ()


@frozen
class Unmatched:
    """A claim that no other source pairs with, its nearest candidate and why it was not taken."""

    claim: Claim
    nearest: Claim | None
    reason: str
