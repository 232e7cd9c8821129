"""An Article in, its running words out: made alike, with offsets, quoted speech and names told."""

from __future__ import annotations

import bisect
import functools
import unicodedata
from collections.abc import Iterator, Sequence
from typing import Final

from reconcile import patterns
from reconcile.model import Article, Span
from reconcile.origins.vocabulary import phrases, spellings, word_set
from reconcile.records import field, frozen

#: the roles whose words tell the story; what heads it is each paper's own
_TOLD: Final = ("body", "standfirst", "caption")
_WORD: Final = patterns.compile(r"[^\W_]+(?:[.,’'][^\W_]+)*(?:(?<=[A-Za-z])\.)?|%")
_OPENING: Final = "“„«"
_CLOSING: Final = "”»"
_QUOTE: Final = patterns.compile(r'[“”„«»"]')
_SENTENCE_END: Final = patterns.compile(r"[.!?][\"”»’')\]]*\s+(?=[\"“„«‘'(\[]*[^\W_a-z])")
_BEHIND: Final = patterns.compile(r"([^\W_]+)$")
_POSSESSIVE: Final = patterns.compile(r"['’]s?$")


@frozen
class Sentence:
    """A sentence by its words, half-open, and by where it stands in the text."""

    first: int
    behind: int
    span: Span
    #: its words without quoted speech
    own: int
    #: each of its words once
    bag: frozenset[str] = field(repr=False)


@frozen
class Words:
    """The running words of an article."""

    article: Article
    #: each word as it is compared
    forms: tuple[str, ...] = field(repr=False)
    spans: tuple[tuple[int, int], ...] = field(repr=False)
    #: whether somebody is quoted
    quoted: tuple[bool, ...] = field(repr=False)
    sentences: tuple[Sentence, ...] = field(repr=False)
    #: the number of the sentence that a word stands in
    sentence_of: tuple[int, ...] = field(repr=False)

    @property
    def own(self) -> int:
        """How many words are no quoted speech."""
        return sum(sentence.own for sentence in self.sentences)

    def is_name(self, word: int) -> bool:
        """Whether a word is printed as a part of a name."""
        start, end = self.spans[word]
        printed = self.article.text[start:end]
        return printed[:1].isupper() and word != self.sentences[self.sentence_of[word]].first


def words_of(article: Article) -> Words:
    """The words of an article's story."""
    forms: list[str] = []
    spans: list[tuple[int, int]] = []
    quoted: list[bool] = []
    sentences: list[Sentence] = []
    numbers: list[int] = []
    for segment in article.segments:
        if segment.role not in _TOLD:
            continue
        spoken = _spoken(article.text, segment.start, segment.end)
        for start, end in _sentences(article.text, segment.start, segment.end):
            first = len(forms)
            _read_words(article.text, start, end, forms, spans)
            quoted += _lie_in(spans[first:], spoken)
            if len(forms) > first:
                own = len(forms) - first - sum(quoted[first:])
                numbers += [len(sentences)] * (len(forms) - first)
                span, bag = Span(start, end), frozenset(forms[first:])
                sentences.append(Sentence(first, len(forms), span, own, bag))
    return Words(
        article, tuple(forms), tuple(spans), tuple(quoted), tuple(sentences), tuple(numbers)
    )


def _sentences(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The sentences of a stretch; full stops of abbreviations and initials end none."""
    abbreviations = word_set("wording", "abbreviations")
    at = start
    for found in _SENTENCE_END.finditer(text, start, end):
        before = _BEHIND.search(text, max(at, found.start() - 30), found.start())
        word = before[1] if before else ""
        if text[found.start()] == "." and (
            word.lower() in abbreviations or (len(word) == 1 and word.isalpha())
        ):
            continue
        stop = found.end() - len(found[0]) + len(found[0].rstrip())
        yield at, stop
        at = found.end()
    if at < end:
        yield at, end


def _read_words(
    text: str, start: int, end: int, forms: list[str], spans: list[tuple[int, int]]
) -> None:
    """Add the words of a stretch and where they stand; two that are one to papers become one."""
    pairs = phrases()
    first = len(forms)
    for found in _WORD.finditer(text, start, end):
        form, span = _form(found[0]), found.span()
        if form in pairs and len(forms) > first and forms[-1] in pairs[form]:
            forms[-1] = pairs[form][forms[-1]]
            spans[-1] = (spans[-1][0], span[1])
        else:
            forms.append(form)
            spans.append(span)


@functools.lru_cache(maxsize=8192)
def _form(printed: str) -> str:
    """A word as it is compared."""
    form = _plain(printed)
    form = spellings().get(form, form.rstrip("."))
    return spellings().get(form, form)


def _plain(word: str) -> str:
    """A word in small letters, without accents, thousands' commas and a possessive ending."""
    if not word.isascii():
        decomposed = unicodedata.normalize("NFKD", word)
        word = "".join(each for each in decomposed if not unicodedata.combining(each))
    word = word.casefold()
    return word.replace(",", "") if word[0].isdigit() else _POSSESSIVE.sub("", word)


def _spoken(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """The stretches of a paragraph between quotation marks; an open one runs to its end."""
    found: list[tuple[int, int]] = []
    opened: int | None = None
    for mark in _QUOTE.finditer(text, start, end):
        if opened is None and mark[0] not in _CLOSING:
            opened = mark.end()
        elif opened is not None and mark[0] not in _OPENING:
            found.append((opened, mark.start()))
            opened = None
    if opened is not None:
        found.append((opened, end))
    return found


def _lie_in(
    spans: Sequence[tuple[int, int]], stretches: Sequence[tuple[int, int]]
) -> Iterator[bool]:
    """Whether each word lies in one of some stretches."""
    for start, _ in spans:
        at = bisect.bisect_right(stretches, start, key=_start) - 1 if stretches else -1
        yield at >= 0 and start < stretches[at][1]


def _start(stretch: tuple[int, int]) -> int:
    return stretch[0]
