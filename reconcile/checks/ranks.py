"""Lines in, ranks out that two things have, or of which one thing has two."""

from __future__ import annotations

import itertools
import re
from collections.abc import Callable, Iterator, Sequence
from typing import Final

from reconcile import patterns
from reconcile.checks.figures import Figure, Line, cite
from reconcile.checks.found import apart, check, read
from reconcile.checks.speech import teller
from reconcile.checks.standings import Standing, standings_of
from reconcile.checks.vocabulary import rules, words
from reconcile.checks.wording import content, stem
from reconcile.folding import fold
from reconcile.model import Check, Citation
from reconcile.values import steps

_FILE: Final = "ranks"
#: so many characters before a rank may say that it is of the event that is told
_BESIDE: Final = 28
#: so many on either side of a rank may make it another
_NEAR: Final = 44
#: a year or another time beside a rank makes it one of then
_TIME: Final = patterns.compile(r"\b(?:1[5-9]|20)\d\d\b|\b\d+ (?:years?|months?|weeks?|days?)\b")
#: "No. 2" counts nothing
_COUNTS: Final = patterns.compile(r"\d|(?!no\b|number\b)[a-z]", re.IGNORECASE)
_WORDS: Final = patterns.compile(r"[^\W\d_]+")


def check_ranks(lines: Sequence[Line]) -> Iterator[Check]:
    """A finding for each two ranks that cannot both be: nothing where the words leave a way out."""
    standings = [each for line in lines for each in standings_of(line)]
    alike: dict[tuple[str, tuple[str, ...]], list[Standing]] = {}
    for each in standings:
        alike.setdefault((each.quality, each.thing[-1:]), []).append(each)
    pairs = (itertools.combinations(group, 2) for group in alike.values())
    for first, second in itertools.chain.from_iterable(pairs):
        for family in _FAMILIES:
            found = family(first, second, standings)
            if found is not None:
                yield found
                break


# --- what two ranks have in common ----------------------------------------------------------------


def _are_alike(a: Standing, b: Standing) -> bool:
    """Whether both rank one kind of thing by one quality, whoever tells it in fewer words."""
    if a.quality != b.quality or _is_counted(a) != _is_counted(b):
        return False
    if not a.thing or not b.thing:
        return a.thing == b.thing and bool(a.quality)
    return a.thing[-1] == b.thing[-1] and (
        set(a.thing) <= set(b.thing) or set(b.thing) <= set(a.thing)
    )


def _is_counted(each: Standing) -> bool:
    """Whether it is the rank in a row: "third straight"."""
    return bool(words("counted", _FILE).search(f"{each.figure.text} {each.sentence}"))


def _are_of_one_scope(a: Standing, b: Standing) -> bool:
    """Whether both ranks are among the same: "the country's" is that of any one country."""
    return a.scope == b.scope and _are_of_one_owner(a.owner, b.owner)


def _are_of_one_owner(one: str, other: str) -> bool:
    if fold(one) == fold(other):
        return not words("owner", _FILE).fullmatch(one) if one else True
    named = [each for each in (one, other) if not words("country", _FILE).fullmatch(each)]
    return len(named) == 1 and named[0][:1].isupper() and not words("wide", _FILE).search(named[0])


def _is_open(each: Standing) -> bool:
    """Whether words beside a rank leave a way out."""
    at = len(each.before)
    beside = each.sentence[max(0, at - _NEAR) : at + len(each.figure.text) + _NEAR]
    return bool(words("silent", _FILE).search(beside)) or bool(_TIME.search(beside))


# --- one place, two things; one thing, two places -------------------------------------------------


def _one_place(a: Standing, b: Standing, _: Sequence[Standing]) -> Check | None:
    """As in "Fordal, Norway's second-largest bank" and "Helvi, Norway's second-largest bank"."""
    if a.place != b.place or not a.name or not b.name or not a.quality:
        return None
    if _share_a_name(a.name, b.name) or not _are_alike(a, b) or not _are_of_one_scope(a, b):
        return None
    loose = a.place == 1 and not (a.owner or a.scope)
    if loose or a.thing != b.thing or not a.thing or _is_open(a) or _is_open(b):
        return None
    names = [_cite_name(each) for each in (a, b)]
    said = f"{a.name} and {b.name} are each called {a.phrase}"
    return _held_twice(a.figure, b.figure, names, said)


def _two_places(a: Standing, b: Standing, _: Sequence[Standing]) -> Check | None:
    """As in "Fordal, Norway's second-largest bank" and "Fordal, Norway's third-largest bank"."""
    if a.place == b.place or not a.quality or not a.name or not _share_a_name(a.name, b.name):
        return None
    if not _are_alike(a, b) or not _are_of_one_scope(a, b) or _is_open(a) or _is_open(b):
        return None
    return _otherwise(a, b, f"{a.name} is called {a.phrase}, and then {b.phrase}")


def _share_a_name(one: str, other: str) -> bool:
    """Whether two names may be one: a word of both, or the initials of the longer."""
    a, b = ({fold(word) for word in _WORDS.findall(name)} for name in (one, other))
    return bool(a & b) or any(_initials(x) == fold(y) for x, y in ((one, other), (other, one)))


def _initials(name: str) -> str:
    return "".join(fold(word)[0] for word in _WORDS.findall(name) if word[:1].isupper())


def _cite_name(each: Standing) -> Citation:
    start = each.name_start
    return Citation(
        each.line.article.id, start, start + len(each.name), each.name, None, each.figure.sentence
    )


def _held_twice(first: Figure, second: Figure, names: Sequence[Citation], said: str) -> Check:
    last = steps.conclude(
        "same place",
        (read(first), read(second), *(steps.worded(name) for name in names)),
        f"only one of {names[0].text} and {names[1].text} can have that place",
    )
    citations = sorted((cite(first), cite(second), *names), key=lambda cited: cited.start)
    title = f"{first.text}: {names[0].text} and {names[1].text}"
    return Check("", "rank", "rank", title, tuple(citations), f"{said}.", last)


# --- one event, two counts ------------------------------------------------------------------------


def _two_counts(a: Standing, b: Standing, every: Sequence[Standing]) -> Check | None:
    """As in a headline's "third visit to Hanoi" and the text's "It is her fourth visit"."""
    if a.place == b.place or a.quality or not _are_alike(a, b) or not a.thing:
        return None
    if not all(_COUNTS.match(each.figure.text) for each in (a, b)):
        return None
    if a.figure.value.since is not None or b.figure.value.since is not None:
        return None
    if not _are_one_event(a, b) or _is_told_again(a, b, every):
        return None
    return _otherwise(a, b, _said(a, b))


def _are_one_event(a: Standing, b: Standing) -> bool:
    """Whether both are of the event that the article tells, and neither has a scope of its own."""
    if a.is_above and b.is_above or not all(each.is_above or _is_framed(each) for each in (a, b)):
        return False
    if a.is_above or b.is_above:
        above, told = (a, b) if a.is_above else (b, a)
        return above.scope <= told.scope and _may_own(above, told) and _fits_heading(above, told)
    return a.scope == b.scope and fold(a.owner) == fold(b.owner)


def _may_own(above: Standing, told: Standing) -> bool:
    """Whether the event of a headline may be that of the text: no two owners are named."""
    named = [each.owner for each in (above, told) if each.owner[:1].isupper()]
    return len(named) < 2 or _share_a_name(*named)


def _fits_heading(above: Standing, told: Standing) -> bool:
    """Whether the text's scope adds only what the headline says too: "to Hanoi", not "in May"."""
    further = told.scope - above.scope
    known = {fold(word) for word in _WORDS.findall(above.sentence)}
    small = {word for word in further if words("scope", _FILE).fullmatch(word)}
    return further - small - set(rules(_FILE)["determiners"]["words"]) <= known


def _is_framed(each: Standing) -> bool:
    """Whether the words right before say that it is this event: "It is her fourth visit"."""
    before = re.sub(r"^.*[,;:]", "", each.before[-_BESIDE:])
    found = words("frame", _FILE).search(before)
    return found is not None or each.thing[-1:] == (stem("time"),) and before.endswith("for the ")


def _is_told_again(a: Standing, b: Standing, every: Sequence[Standing]) -> bool:
    """Whether a headline's count is told in the text too, or others are: then they are of two."""
    others = [each for each in every if each not in (a, b) and not each.quality]
    if any(not each.is_above and each.place in (a.place, b.place) for each in others):
        return True
    return any(_are_alike(each, a) and each.place not in (a.place, b.place) for each in others)


# --- two times since when -------------------------------------------------------------------------


def _two_times(a: Standing, b: Standing, every: Sequence[Standing]) -> Check | None:
    """As in a headline's "first strike since 2014" and the text's "first strike since 2009"."""
    if a.figure.value.since is None or b.figure.value.since is None or a.place != b.place:
        return None
    if not _are_alike(a, b) or not _is_one_series(a, b):
        return None
    made, stated = (steps.since(cite(each.figure)) for each in (a, b))
    if not apart(made, stated) or _is_met_elsewhere(a, b, every):
        return None
    last = steps.conclude("disjoint", (made, stated), "the two name other times")
    title = f"{a.phrase} or {b.phrase}"
    return check("rank", (a.figure, b.figure), title, f"{_said(a, b)}.", last)


def _is_one_series(a: Standing, b: Standing) -> bool:
    """Whether the two are of one series of events or figures, whichever side tells it in brief."""
    if a.is_above and b.is_above or not (a.is_above or b.is_above):
        framed = _is_framed(a) and _is_framed(b) and bool(a.thing)
        return framed and a.scope == b.scope and fold(a.owner) == fold(b.owner)
    above, told = (a, b) if a.is_above else (b, a)
    if not _may_own(above, told) or not _fits_heading(above, told):
        return False
    shared = content(above.sentence) & content(told.sentence)
    own = content(f"{above.figure.text} {' '.join(above.thing)}")
    subject = shared - own
    if any(_is_narrower(told.sentence, above.sentence, word) for word in subject):
        return False
    return bool(subject) or bool(above.thing) and _is_framed(told)


def _is_narrower(told: str, above: str, subject: str) -> bool:
    """Whether the text speaks of some of it only: "core inflation" under "Inflation"."""
    found = list(_WORDS.finditer(told))
    known = content(above)
    return any(
        subject in content(after.group()) and content(before.group()) - known
        for before, after in itertools.pairwise(found)
        if after.start() - before.end() == 1
    )


def _is_met_elsewhere(a: Standing, b: Standing, every: Sequence[Standing]) -> bool:
    """Whether another rank of the like bears either of the two out."""
    for other in every:
        if other in (a, b) or other.figure.value.since is None or other.quality != a.quality:
            continue
        time = steps.since(cite(other.figure))
        if not all(apart(steps.since(cite(each.figure)), time) for each in (a, b)):
            return True
    return False


# --- the finding ----------------------------------------------------------------------------------


def _otherwise(a: Standing, b: Standing, said: str) -> Check:
    made, stated = read(a.figure), read(b.figure)
    last = steps.conclude("disjoint", (made, stated), "it cannot have both places")
    title = f"{a.figure.text} or {b.figure.text}"
    return check("rank", (a.figure, b.figure), title, f"{said}.", last)


def _said(a: Standing, b: Standing) -> str:
    """Who says what, as a sentence without its end."""
    if a.is_above == b.is_above:
        return f"The text says {a.phrase}, and then {b.phrase}"
    one, other = (teller(each.line.segment.role) for each in (a, b))
    return f"{one[:1].upper()}{one[1:]} says {a.phrase}; {other} says {b.phrase}"


_FAMILIES: Final[tuple[Callable[[Standing, Standing, Sequence[Standing]], Check | None], ...]] = (
    _one_place,
    _two_places,
    _two_times,
    _two_counts,
)
