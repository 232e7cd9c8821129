"""What a person meets on a page, as frozen data: every door draws these and decides nothing."""

from __future__ import annotations

from typing import Final, Literal

from reconcile.records import frozen
from reconcile.report.pictures import Matrix, RangePlot, Timeline

#: what a finding or a mark is, by weight: it chooses the colour, never alone
Tone = Literal[
    "conflict", "check", "joint", "updated", "compatible", "agree", "possible", "single",
]  # fmt: skip


#: more sentences than this about one finding are read by nobody
_LEADING_REASONS: Final = 3


@frozen
class Look:
    """How a tone is shown: its sign and its word."""

    tone: Tone
    sign: str
    word: str


@frozen
class Source:
    """One article, as the head of a column or of a list names it."""

    #: the article's id
    id: str
    #: a short sign: "A"
    letter: str
    name: str
    title: str
    #: "Wed 11 June 2025, 15:12", or "date unknown"
    date: str
    #: the same as ISO 8601, or ""
    stamp: str
    #: where the date comes from, in words, or ""
    date_from: str
    #: an address that is safe to follow, or ""
    link: str
    #: any other address, to be shown as text
    address: str
    #: the file's name, or ""
    file: str
    notes: tuple[str, ...]
    #: the place of the article on the page
    anchor: str
    #: what it shares with others ("stands on one report with B"), or ""
    standing: str = ""


@frozen
class Place:
    """Where words stand: "¶3", and the anchor of the words in the article."""

    sign: str
    #: in words: "paragraph 3"
    words: str
    target: str


@frozen
class Reading:
    """Words at issue, and what they were read as."""

    text: str
    words: str


@frozen
class Said:
    """One sentence of a source, the words at issue marked in it."""

    places: tuple[Place, ...]
    speaker: str
    #: stretches of the sentence, and whether each is at issue
    stretches: tuple[tuple[str, bool], ...]
    #: what the words were read as, where that says more than they do
    readings: tuple[Reading, ...]


@frozen
class Column:
    """What one source says about a finding."""

    source: Source
    said: tuple[Said, ...]


@frozen
class Told:
    """One step of a derivation, and where the words stand that it rests on."""

    words: str
    places: tuple[Place, ...]


@frozen
class Reason:
    """Why the sources stand as they do, in one sentence, and the steps that lead to it."""

    look: Look
    explanation: str
    steps: tuple[str, ...]
    #: what a conflict is about where it is not what happened ("what one speaker said"), or ""
    about: str = ""
    #: the same steps, each with the places of the words that it rests on
    trail: tuple[Told, ...] = ()


@frozen
class Card:
    """One finding: what it is about, who says what, and why it stands as it does."""

    #: what ``reconcile accept`` takes, or "" where nothing is judged
    id: str
    anchor: str
    look: Look
    title: str
    #: "money", "date" … in words
    kind: str
    columns: tuple[Column, ...]
    #: none where nothing is judged
    reasons: tuple[Reason, ...]
    #: what speaks for its being one fact, in words
    evidence: tuple[str, ...]
    #: "3 sources, 2 origins: Harbour Times carries Meridian Press", or ""
    standing: str
    #: the readings on one line, where a picture shows more than the words
    plot: RangePlot | None = None
    #: slips of the pen that may lie behind it, each as a question
    questions: tuple[str, ...] = ()
    #: what a copy of a passage has otherwise than the passage
    copied: tuple[str, ...] = ()
    #: the tightest words that every source supports, or ""
    wording: str = ""
    #: the readings of a figure that moved, with when each is of, or ""
    moved: str = ""
    #: why somebody accepted it, or ""
    accepted: str = ""

    @property
    def leading(self) -> tuple[Reason, ...]:
        """The reasons that stand open; the others stand with the derivation."""
        return self.reasons[:_LEADING_REASONS]


@frozen
class Wording:
    """Words, and the sources that have them."""

    text: str
    letters: tuple[str, ...]


@frozen
class Short:
    """A finding that takes a line: what it is about, and each wording with its sources."""

    anchor: str
    look: Look
    title: str
    kind: str
    wordings: tuple[Wording, ...]
    explanation: str
    #: "one origin" where several sources stand on one report, or ""
    standing: str = ""


@frozen
class Section:
    """Findings of one weight."""

    anchor: str
    look: Look
    title: str
    note: str
    cards: tuple[Card, ...] = ()
    shorts: tuple[Short, ...] = ()

    @property
    def count(self) -> int:
        return len(self.cards) + len(self.shorts)


@frozen
class Alone:
    """What one source says and no other does."""

    source: Source
    said: tuple[Said, ...]
    #: how many names, places and acts there are besides
    rest: int


@frozen
class Missed:
    """Words that were not read or not compared, and why."""

    source: Source | None
    text: str
    reason: str
    target: str


@frozen
class Shared:
    """Articles that stand on one report."""

    id: str
    sources: tuple[Source, ...]
    agency: str
    reason: str
    #: the words that they share, cut where they are long
    passages: tuple[str, ...]
    #: what was changed in a copy
    changes: tuple[str, ...] = ()
    #: "stand on one report", or how many of them do and in which part
    extent: str = "stand on one report"


@frozen
class Mark:
    """Why a stretch of an article is marked, and the finding that it leads to."""

    look: Look
    #: "conflict: length of the closure"
    words: str
    #: the finding's anchor, or ""
    target: str


@frozen
class Stretch:
    """A run of an article's text with at most one mark."""

    text: str
    mark: Mark | None = None
    #: a name for the place, where a finding leads here
    anchors: tuple[str, ...] = ()
    #: whether the marked words end here
    ends: bool = False


@frozen
class Block:
    """A line or paragraph of an article."""

    role: str
    paragraph: int
    stretches: tuple[Stretch, ...]


@frozen
class Text:
    """An article in full, its claims marked by what was found."""

    source: Source
    blocks: tuple[Block, ...]

    def __repr__(self) -> str:
        return f"<Text of {self.source.name}: {len(self.blocks)} paragraphs and lines>"

    def _repr_html_(self) -> str:
        from reconcile.report.html.notebook import text_to_html

        return text_to_html(self)


@frozen
class Count:
    """One part of the summary line: how many of what, and where they stand."""

    number: int
    words: str
    #: the section's anchor, or ""
    target: str
    tone: Tone | None = None


@frozen
class View:
    """The whole report, in the order of the page."""

    title: str
    #: "5 articles, 3 origins"
    extent: str
    counts: tuple[Count, ...]
    sources: tuple[Source, ...]
    notes: tuple[str, ...]
    #: by weight; none of them is empty
    sections: tuple[Section, ...]
    alone: tuple[Alone, ...]
    missed: tuple[Missed, ...]
    origins: tuple[Shared, ...]
    texts: tuple[Text, ...]
    timeline: Timeline
    matrix: Matrix

    @property
    def summary(self) -> str:
        """The summary as one line: "2 articles; 1 conflict, 2 differences; 1 not checked"."""
        found = ", ".join(f"{each.number} {each.words}" for each in self.counts[:-1])
        return f"{self.extent}; {found}; {self.counts[-1].number} {self.counts[-1].words}"
