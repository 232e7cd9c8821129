"""A line in, its ranks out with what is ranked: the thing, its scope, its owner and its name."""

from __future__ import annotations

import calendar
import functools
import re
from collections.abc import Iterator
from typing import Final

from reconcile import patterns
from reconcile.checks.figures import Figure, Line
from reconcile.checks.speech import ABOVE
from reconcile.checks.vocabulary import one_of, rules, words
from reconcile.checks.wording import SENTENCE_END, stem
from reconcile.folding import fold
from reconcile.records import frozen

_FILE: Final = "ranks"
_WORD: Final = patterns.compile(r"[^\W_]+(?:['’][^\W_]+)*(?:-[^\W_]+)*")
_STOP: Final = patterns.compile(r"[.;:!?()\"“”,—–\n]| - ")
_GENITIVE: Final = patterns.compile(r"(?:the )?\w+['’]s $", re.IGNORECASE)
#: the day of an event is no scope of its count
_DAY: Final = patterns.compile(rf"\b(?:on|last|this) (?:{'|'.join(calendar.day_name)})\b")
_CLAUSE_END: Final = patterns.compile(r"[,.;:!?()\"“”]")
_ORDINAL: Final = patterns.compile(
    r"^(?:(?:number|no\.?)\s?\w+|\d+(?:st|nd|rd|th)|[a-z]+?)(?:[\s-]+|$)", re.IGNORECASE
)
_SUPERLATIVE: Final = patterns.compile(
    r"(?:most|least)\s\w+|\w+est\b|best|worst|top", re.IGNORECASE
)
_CAPITAL: Final = r"[A-ZÀ-Þ][\w’'.&-]*"
_NAMED: Final = rf"{_CAPITAL}(?: (?:of |de |al-|and |& )?{_CAPITAL})*"
_OWNER: Final = patterns.compile(
    rf"(?:(?P<name>{_NAMED})['’]s?|(?P<word>\w+)(?P<genitive>['’]s)?) $"
)
_BEFORE: Final = patterns.compile(
    rf"(?P<name>{_NAMED})(?:,? (?:which |who )?"
    r"(?:is|remains|ranks as|stands as)|,) (?:[\w’'.&-]+ ){1,4}$"
)
_DIRECT: Final = patterns.compile(rf"^(?:[ -][a-z][a-z-]+)+ (?P<name>{_NAMED})(?=[,.;:)]| )")
#: so many characters behind a rank may hold the name of what has it
_REACH: Final = 120
_BEHIND: Final = patterns.compile(
    rf"^,? (?P<name>{_NAMED})(?=[,.;:)]| (?:said|says|has|is|will|plans)\b)"
)


@frozen
class Standing:
    """A rank where it stands in an article."""

    figure: Figure
    line: Line
    #: the superlative that it is by, words for one as one; "" for a mere ordinal
    quality: str
    #: the stems of the thing that is ranked, its head last
    thing: tuple[str, ...]
    #: the words that say among what it is ranked, owner and span of time left aside
    scope: frozenset[str]
    #: the name or word of whose it is: "Norway", "country", "her"
    owner: str
    #: the name of what has the rank, and where it begins, or ""
    name: str
    name_start: int
    #: the sentence, its figures included, and the words of it before the rank
    sentence: str
    before: str
    #: the rank with the thing and its scope, as printed
    phrase: str

    @property
    def place(self) -> int:
        return int(self.figure.value.nominal or 0)

    @property
    def is_above(self) -> bool:
        """Whether it stands in a headline, standfirst or caption."""
        return self.line.segment.role in ABOVE


def standings_of(line: Line) -> Iterator[Standing]:
    """The ranks of a line, in order."""
    for figure in line.figures:
        value = figure.value
        if value.kind == "rank" and value.nominal is not None and value.hedge is None:
            yield _standing(figure, line)


def _standing(figure: Figure, line: Line) -> Standing:
    text, segment = line.article.text, line.segment
    earlier = text[segment.start : figure.start]
    start = segment.start + max(
        (found.end() for found in SENTENCE_END.finditer(earlier)), default=0
    )
    end_found = SENTENCE_END.search(text, figure.end, segment.end)
    end = end_found.start() if end_found else segment.end
    before, behind = text[start : figure.start], text[figure.end : end]
    quality, rest = _quality(f"{figure.text} {behind}", figure.text)
    name, at = _name(before, line, start, figure.end)
    thing, scope = _thing(rest.split(name)[0] if name else rest)
    return Standing(
        figure, line, quality, thing, scope, _owner(before), name, at,
        text[start:end], before, _phrase(figure, before, behind),
    )  # fmt: skip


def _phrase(figure: Figure, before: str, behind: str) -> str:
    clause = _CLAUSE_END.split(behind, maxsplit=1)[0]
    clause = words("clause", _FILE).split(clause, maxsplit=1)[0]
    owner = _GENITIVE.search(before)
    return " ".join(f"{owner.group() if owner else ''}{figure.text}{clause}".split())


# --- what is ranked -------------------------------------------------------------------------------


def _quality(said: str, printed: str) -> tuple[str, str]:
    """The superlative of a rank, and the words behind it."""
    rest = said
    if not _SUPERLATIVE.match(said):
        ordinal = _ORDINAL.match(said)
        rest = said[ordinal.end() :] if ordinal else said[len(printed) :]
    found = _SUPERLATIVE.match(rest)
    if found is None:
        return "", rest
    return _group(fold(found.group())), rest[found.end() :]


def _group(superlative: str) -> str:
    """The quality that a superlative is of: "biggest" is "large"."""
    return _groups().get(superlative, superlative)


@functools.cache
def _groups() -> dict[str, str]:
    table = rules(_FILE)["quality"]
    return {word: group for group, listed in table.items() for word in listed}


def _thing(behind: str) -> tuple[tuple[str, ...], frozenset[str]]:
    """The thing that is ranked, and the words of its scope."""
    clause = _STOP.split(behind, maxsplit=1)[0]
    clause = words("clause", _FILE).split(clause, maxsplit=1)[0]
    found = words("scope", _FILE).search(clause)
    thing, scope = (clause[: found.start()], clause[found.start() :]) if found else (clause, "")
    if found and fold(found.group()) == "since":
        scope = ""
    scope = _DAY.sub(" ", re.split(r"\bsince\b", scope)[0])
    return _stems(thing), frozenset(fold(word) for word in _WORD.findall(scope))


def _stems(said: str) -> tuple[str, ...]:
    return tuple(stem(fold(word)) for word in _WORD.findall(said))


# --- whose it is, and what has it -----------------------------------------------------------------


def _owner(before: str) -> str:
    """Whose rank it is, by the genitive or possessive right before."""
    bare = re.sub(rf"(?:{one_of('before_rank', _FILE)} )+$", "", before)
    found = _OWNER.search(bare)
    if found is None:
        return ""
    if found["name"]:
        return found["name"].removeprefix("The ")
    if words("before_rank", _FILE).fullmatch(found["word"]):
        return ""
    if found["genitive"] or words("owner", _FILE).fullmatch(found["word"]):
        return fold(found["word"])
    return ""


def _name(before: str, line: Line, start: int, end: int) -> tuple[str, int]:
    """The name that stands in apposition to a rank, or is said to have it, and where."""
    found = _BEFORE.search(before)
    if found is not None and not words("no_name", _FILE).fullmatch(found["name"]):
        name = found["name"].removeprefix("The ")
        return name, start + found.end("name") - len(name)
    behind = line.article.text[end : min(end + _REACH, line.segment.end)]
    direct = _DIRECT.match(behind)
    if direct is not None and _is_thing(behind[: direct.start("name")]):
        return direct["name"], end + direct.start("name")
    stop = re.search(rf", (?={_CAPITAL})", behind)
    named = _BEHIND.match(behind[stop.start() :]) if stop else None
    if stop is None or named is None or not _is_one_phrase(behind[: stop.start()]):
        return "", 0
    return named["name"], end + stop.start() + named.start("name")


def _is_thing(said: str) -> bool:
    """Whether words hold a thing and nothing of its scope: "lender"."""
    return not words("scope", _FILE).search(said) and not words("clause", _FILE).search(said)


def _is_one_phrase(said: str) -> bool:
    """Whether words hold a thing and its scope only: "lender in the north"."""
    return not _STOP.search(said) and not words("clause", _FILE).search(said)
