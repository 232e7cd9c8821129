"""A parsed article in, its names out: runs of capitalised words, parted from titles.

Entity labels of small pipelines are unreliable on names they have not seen, so a name is found by
its capitals, by how the same words are written elsewhere in the article, and by its part of speech.
"""

from __future__ import annotations

import functools
from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from reconcile import patterns
from reconcile.claims.canonical import canonical, fold
from reconcile.claims.parse import ParsedArticle, ParsedSegment
from reconcile.claims.vocabulary import table, words
from reconcile.tuples import NamedTuple

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_OPENERS: Final = frozenset(":;—–•●-*|\"'“”‘’([")
#: marks that end a sentence of running text
_CLOSERS: Final = frozenset('.!?"”')
_SMALL_POS: Final = frozenset(
    ("DET", "PRON", "ADP", "CCONJ", "SCONJ", "AUX", "ADV", "PART", "INTJ", "NUM")
)
_MONEY: Final = patterns.compile(r".*[$€£¥]|[A-Z][A-Za-z]{1,2}\d")
_HYPHENS: Final = frozenset("-‐‑")
#: words between the fields that an office is in charge of
_CHARGE_LINKS: Final = frozenset(("of", "for", "the", "and", "&"))
#: a name is at most this many tokens long
_LONGEST: Final = 14


class FoundName(NamedTuple):
    """A name or a title where it stands: tokens of one segment, characters of the article."""

    segment: int
    first: int
    last: int
    start: int
    end: int
    text: str
    canonical: str
    #: "name", "title" or "demonym"
    form: str


class Spelling(NamedTuple):
    """How an article writes its words: which ones in small letters, which ones never."""

    small: frozenset[str]
    capital: frozenset[str]


def is_heading_case(doc: Doc) -> bool:
    """Whether a line capitalises its words as a matter of style."""
    if len(doc) and doc[-1].text in _CLOSERS:
        return False
    content = [token.text for token in doc if token.is_alpha and len(token.text) > 3]
    capitals = sum(text[0].isupper() for text in content)
    return len(content) >= 3 and capitals >= 0.7 * len(content)


def opens_sentence(token: Token) -> bool:
    """Whether a capital letter on this token may be no more than the start of a sentence."""
    if token.is_sent_start or token.i == 0:
        return True
    before = token.doc[token.i - 1]
    return before.text in _OPENERS and not (before.text in _HYPHENS and not before.whitespace_)


def shouts(token: Token) -> bool:
    """Whether a word stands in capitals throughout for emphasis rather than as initials."""
    return token.text.isupper() and len(token.text) > 5


def spelling_of(parsed: ParsedArticle) -> Spelling:
    """Which words the article writes small, and which it capitalises inside a sentence."""
    small: set[str] = set()
    capital: set[str] = set()
    for segment in parsed.segments:
        heading = is_heading_case(segment.doc)
        for token in segment.doc:
            text = token.text
            if text.islower():
                small.add(fold(text))
            elif _proves_name(token, heading=heading):
                capital.add(fold(text))
    return Spelling(frozenset(small), frozenset(capital - words("names", "not_names")))


def _proves_name(token: Token, *, heading: bool) -> bool:
    """Whether a capital letter here can only mean that the word is a name."""
    if heading or not token.text[:1].isupper():
        return False
    return not opens_sentence(token) and not shouts(token)


def find_names(parsed: ParsedArticle) -> tuple[FoundName, ...]:
    """Every name, title and demonym of the article that is written with capitals, in order."""
    spelling = spelling_of(parsed)
    found: list[FoundName] = []
    for number, segment in enumerate(parsed.segments):
        heading = is_heading_case(segment.doc)
        for first, last in _runs(segment.doc, spelling, heading=heading):
            found += _parts(segment, number, first, last)
    return tuple(found)


def _is_capital(token: Token, spelling: Spelling, *, heading: bool) -> bool:
    """Whether a token can be a word of a name."""
    text = token.text
    if not text[:1].isupper() and not any(c.isupper() for c in text[1:] if text[:1].isalpha()):
        return False
    folded = fold(text)
    if not folded or _MONEY.match(text):
        return False
    if folded in words("names", "not_names"):
        return folded in words("roles", "titles") and not heading or _begins_name(token, folded)
    if shouts(token):
        return folded in spelling.capital
    if heading or (text.isupper() and len(text) > 4):
        return folded in spelling.capital or (
            token.pos_ == "PROPN" and folded not in spelling.small
        )
    if not opens_sentence(token):
        return True
    if token.pos_ in _SMALL_POS:
        return False
    if folded in spelling.capital:
        return True
    if _is_compound(token):
        return False
    return folded not in spelling.small and (token.pos_ == "PROPN" or _before_name(token))


def _is_compound(token: Token) -> bool:
    """Whether a word is joined by a hyphen to one in small letters ("Kind-hearted")."""
    after = token.doc[token.i + 1 : token.i + 3]
    return (
        len(after) == 2
        and after[0].text in _HYPHENS
        and not token.whitespace_
        and after[1].is_lower
        and after[1].lower_ not in words("roles", "postfixes")
    )


def _begins_name(token: Token, folded: str) -> bool:
    """Whether a word that is no name alone begins one ("New York")."""
    if folded not in words("names", "prefixes") or token.pos_ != "PROPN":
        return False
    after = token.nbor(1) if token.i + 1 < len(token.doc) else None
    return after is not None and after.pos_ == "PROPN" and after.text[:1].isupper()


def _before_name(token: Token) -> bool:
    """Whether a capitalised word that opens a sentence is followed at once by another name word."""
    return (
        token.i + 1 < len(token.doc)
        and token.nbor(1).pos_ == "PROPN"
        and token.nbor(1).text.istitle()
    )


def _runs(doc: Doc, spelling: Spelling, *, heading: bool) -> Iterator[tuple[int, int]]:
    """Stretches of tokens that make one capitalised phrase, as first and one past the last."""
    size = len(doc)
    at = 0
    capital = [_is_capital(token, spelling, heading=heading) for token in doc]
    while at < size:
        if not capital[at]:
            at += 1
            continue
        last = at + 1
        while last < size and last - at < _LONGEST:
            step = _continues(doc, at, last, capital)
            if not step:
                break
            last += step
        yield at, last
        at = last


def _continues(doc: Doc, first: int, at: int, capital: list[bool]) -> int:
    """How many tokens from ``at`` on belong to the name that ends before ``at``; 0 for none."""
    token, before = doc[at], doc[at - 1]
    if (
        token.text in _HYPHENS
        and not before.whitespace_
        and not token.whitespace_
        and at + 1 < len(doc)
    ):
        return (
            2
            if capital[at + 1] or fold(doc[at + 1].text) not in words("names", "hyphen_tails")
            else 0
        )
    if before.text.endswith(".") and len(before.text) > 2 and token.is_sent_start:
        return 0
    suffixes = words("names", "suffixes")
    if before.text.endswith(".") and fold(before.text) in suffixes:
        return 1 if capital[at] and fold(token.text) in suffixes else 0
    if token.text == "." and len(before.text) == 1:
        return 1 if at + 1 < len(doc) and capital[at + 1] else 0
    if capital[at]:
        return 1
    return _bridge(doc, at, capital)


def _bridge(doc: Doc, at: int, capital: list[bool]) -> int:
    """Connectors, "of" after an institution, a nickname in quotes: the way to the next capital."""
    text = doc[at].text.lower()
    ahead = [capital[i] if i < len(doc) else False for i in range(at + 1, at + 4)]
    if charge := _charge_end(doc, at) - at:
        return charge
    if text in ("of", "for") and doc[at - 1].lower_ in words("names", "institutions"):
        if ahead[0]:
            return 2
        return 3 if ahead[1] and doc[at + 1].lower_ == "the" else 0
    if text == "and" and ahead[0] and _in_title(doc, at):
        return 2
    if text in ("'s", "’s", "'", "’") and ahead[0]:
        return 2 if doc[at + 1].lower_ in words("names", "institutions") else 0
    if doc[at].text in "\"“'‘" and ahead[0] and ahead[2] and doc[at + 2].text in "\"”'’":
        return 4
    if text not in words("names", "connectors"):
        return 0
    if ahead[0]:
        return 2
    joined = at + 2 < len(doc) and (
        doc[at + 1].text in _HYPHENS or doc[at + 1].lower_ in words("names", "connectors")
    )
    return 3 if joined and ahead[1] else 0


def _charge_end(doc: Doc, at: int) -> int:
    """One past "of State" or "for Health and Social Care" behind a title; ``at`` without one."""
    end = at
    if doc[at].lower_ not in ("of", "for") or doc[at - 1].lower_ not in words("roles", "titles"):
        return at
    for token in doc[at : at + _LONGEST]:
        if token.text[:1].isupper() and token.lower_ in words("roles", "charges"):
            end = token.i + 1
        elif token.lower_ not in _CHARGE_LINKS:
            break
    after = doc[end].lower_ if end < len(doc) and doc[end].text[:1].isupper() else ""
    return at if after in _bodies() else end


@functools.cache
def _bodies() -> frozenset[str]:
    """Words that close the name of a body."""
    return words("names", "institutions") | words("names", "suffixes")


def _in_title(doc: Doc, at: int) -> bool:
    """Whether "and" joins two words of one title ("Communications and Digital Minister")."""
    modifiers = words("roles", "modifiers")
    if doc[at - 1].lower_ not in modifiers:
        return False
    after = doc[at + 1 : at + 4]
    return any(
        token.lower_ in words("roles", "titles") and all(t.lower_ in modifiers for t in after[:i])
        for i, token in enumerate(after)
    )


def _parts(segment: ParsedSegment, number: int, first: int, last: int) -> Iterator[FoundName]:
    """A capitalised phrase, cut into titles, demonyms and names."""
    doc = segment.doc
    start = first
    for left, right, form in _cuts(doc, first, last):
        if start < left:
            yield _found(segment, number, start, left, "name")
        yield _found(segment, number, left, right, form)
        start = right
    if start < last:
        yield _found(segment, number, start, last, "name")


def _cuts(doc: Doc, first: int, last: int) -> list[tuple[int, int, str]]:
    """Titles and demonyms inside a capitalised phrase, in order."""
    closing = doc[last - 1].lower_
    if closing in _bodies() and _title_end(doc, first, last, first) < last:
        return []
    cuts: list[tuple[int, int, str]] = []
    at = start = first
    while at < last:
        right = _title_end(doc, at, last, first)
        if right > at:
            cuts.append((at, right, "title"))
            at = start = right
        elif country := _country(doc[at].text):
            widened = (at > start and country.startswith("korea")) or (
                at > start and country.split()[0] == fold(doc[at - 1].text)
            )
            cuts.append((at - widened, at + 1, "demonym"))
            at += 1
            start = at
        else:
            at += 1
    return cuts


def _country(word: str) -> str:
    """The country of a demonym, singular or plural; an empty string for any other word."""
    demonyms = table("countries", "demonyms")
    folded = fold(word)
    return demonyms.get(folded) or (demonyms.get(folded[:-1], "") if folded.endswith("s") else "")


def _title_end(doc: Doc, at: int, last: int, first: int) -> int:
    """One past the title that begins at a token; the token itself where none does."""
    titles, modifiers = words("roles", "titles"), words("roles", "modifiers")
    end = at
    for i in range(at, last):
        word = doc[i].lower_.rstrip(".")
        surname = word in words("names", "surnames") and i == last - 1 and first < i == at
        if i < end:
            continue
        if word in titles and not surname:
            end = _charged(doc, i + 1, last)
        elif word in words("roles", "honorifics") and i == at:
            return at + 1
        elif word not in modifiers:
            break
    return end


def _charged(doc: Doc, end: int, last: int) -> int:
    """One past a title that ends before a token, with its "-elect" and what it is in charge of."""
    if end + 1 < last and is_joint(doc[end]) and doc[end + 1].lower_ in words("roles", "postfixes"):
        end += 2
    return min(_charge_end(doc, end), last) if end < last else end


def is_joint(token: Token) -> bool:
    """Whether a token is the hyphen of a compound."""
    return (
        token.text in _HYPHENS
        and 0 < token.i < len(token.doc) - 1
        and not token.whitespace_
        and not token.doc[token.i - 1].whitespace_
    )


def _found(segment: ParsedSegment, number: int, first: int, last: int, form: str) -> FoundName:
    doc = segment.doc
    start = doc[first].idx
    end = doc[last - 1].idx + len(doc[last - 1].text)
    text = doc[first:last].text
    name = canonical(text)
    if form == "demonym":
        country = _country(doc[last - 1].text)
        name = (
            f"{fold(doc[first].text)} {country}"
            if last - first > 1 and country == "korea"
            else country
        )
    offset = segment.segment.start
    return FoundName(number, first, last, start + offset, end + offset, text, name, form)
