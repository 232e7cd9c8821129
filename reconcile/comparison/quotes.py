"""Two quotations of one speaker in, a judgement out: verbatim, drifted, trimmed or turned round."""

from __future__ import annotations

import functools
import itertools
from decimal import Decimal
from typing import Final

from reconcile import patterns
from reconcile.comparison.names import name_tokens, plain, relate_names
from reconcile.comparison.pair import Pair, source
from reconcile.comparison.vocabulary import rules
from reconcile.errors import ValueNotRead
from reconcile.model import Judgement
from reconcile.tuples import NamedTuple
from reconcile.values.numbers import is_number_word
from reconcile.values.reader import read_value
from reconcile.values.steps import remark, remarks

_WORD: Final = patterns.compile(r"[^\W_]+(?:['’][^\W_]+)*")
_NOT: Final = patterns.compile(r"n['’]t$")
#: words of one's own that a drift may change before two quotations are no longer held word by word
_NEAR: Final = 0.6
#: the same words, but for one in five, of as many words at least
_VERBATIM: Final = 0.8
_TELLING: Final = 6
#: a first name and a last one
_NAMES: Final = 2
#: words of a cut that are told
_TOLD: Final = 6


class Edit(NamedTuple):
    """One step of the way from one quotation to the other, by whole words."""

    #: "keep", "cut" (at an end), "drop", "add" or "change"
    what: str
    a: tuple[str, ...]
    b: tuple[str, ...]


class Drift(NamedTuple):
    """How one quotation differs from the other, trims at both ends left aside."""

    #: the way from one to the other, all of it
    script: tuple[Edit, ...]
    dropped: tuple[str, ...]
    added: tuple[str, ...]
    #: words that stand in one another's place
    changed: tuple[tuple[str, str], ...]
    trimmed: bool
    likeness: float


def compare_quotes(pair: Pair) -> Judgement:
    """Word for word agrees, a drift or a trim is compatible, a change of sense is a conflict.

    The same words from the mouths of two persons are compatible as words, with a reason of their
    own: who said them is another question.
    """
    a, b = pair.a.focus.text, pair.b.focus.text
    judgement = relate_quotes(a, b)
    if judgement.verdict == "conflict" or not _other_speaker(pair):
        return judgement
    one, other = pair.a.clause.speaker, pair.b.clause.speaker
    told = f"{one} in {source(pair.article_a)}, {other} in {source(pair.article_b)}"
    text = f"The same words are put into the mouths of two persons: {told}."
    return Judgement("compatible", "other speaker", text, remark(told))


def relate_quotes(a: str, b: str) -> Judgement:
    """The judgement on two quotations."""
    one, other = quote_words(a), quote_words(b)
    if _as_printed(a) == _as_printed(b):
        return Judgement("agree", "same words", "Both quote the same words.")
    if one == other:
        text = "Both quote the same words; only marks or contractions differ."
        return Judgement("compatible" if _contracted(a, b) else "agree", "variant", text)
    found = drift(one, other)
    turned = _turned(found)
    if turned:
        text = f"The two quotations do not say the same: {turned}."
        return Judgement("conflict", "different sense", text, remark(turned))
    return _drifted(found)


def _drifted(found: Drift) -> Judgement:
    steps = tuple(_told(found))
    if found.likeness < _NEAR:
        text = (
            "The two quotations put one remark in different words; nothing turns its sense round."
        )
        return Judgement("compatible", "variant", text, remarks(steps))
    kept = any(edit.what in ("drop", "add", "change") for edit in found.script)
    if not kept:
        text = f"One quotation is a part of the other: {'; '.join(steps)}."
        return Judgement("compatible", "more specific", text, remarks(steps))
    what = "trimmed and drifted" if found.trimmed else "drifted"
    text = f"The quotation {what}: {'; '.join(steps)}."
    return Judgement("compatible", "variant", text, remarks(steps))


def _told(found: Drift) -> list[str]:
    """The edits in words, in their order."""
    told = []
    for edit in found.script:
        extra = " ".join((*edit.a, *edit.b))
        if edit.what == "change":
            told.append(f"“{' '.join(edit.a)}” against “{' '.join(edit.b)}”")
        elif edit.what == "cut":
            told.append(f"“{_in_short(extra)}” is cut in one")
        elif edit.what != "keep":
            told.append(f"“{extra}” in one only")
    return told


def _in_short(words: str) -> str:
    found = words.split()
    return words if len(found) <= _TOLD else f"{' '.join(found[:_TOLD])} …"


def _other_speaker(pair: Pair) -> bool:
    """Whether two persons, each named in full, are quoted with the same words."""
    a, b = pair.a.clause.speaker, pair.b.clause.speaker
    if a is None or b is None or not _is_person(a) or not _is_person(b):
        return False
    one, other = (quote_words(claim.focus.text) for claim in (pair.a, pair.b))
    if min(len(one), len(other)) < _TELLING or drift(one, other).likeness < _VERBATIM:
        return False
    named = [{word for word in name_tokens(text) if len(word) > 1} for text in (a, b)]
    return not named[0] & named[1] and relate_names(a, b)[0] == "conflict"


def _is_person(speaker: str) -> bool:
    """Whether a speaker is told by a first and a last name, and by nothing else."""
    found = speaker.split()
    return len(name_tokens(speaker)) == _NAMES and all(word[:1].isupper() for word in found)


def _as_printed(text: str) -> str:
    return " ".join(_WORD.findall(plain(text)))


def _contracted(a: str, b: str) -> bool:
    return len(_WORD.findall(a)) != len(_WORD.findall(b))


# --- words ----------------------------------------------------------------------------------------


@functools.lru_cache(maxsize=2048)
def quote_words(text: str) -> tuple[str, ...]:
    """The words of a quotation, contractions written out, case and marks left aside."""
    found: list[str] = []
    for word in _WORD.findall(text):
        found += _written_out(word.casefold().replace("’", "'"))
    return tuple(plain(word) for word in found)


def _written_out(word: str) -> list[str]:
    table = rules("quotes")
    whole = table["contractions"].get(word)
    if isinstance(whole, str):
        return whole.split()
    for ending, full in table["endings"].items():
        if isinstance(full, str) and word.endswith(ending) and len(word) > len(ending):
            return [word[: -len(ending)], full]
    return [word]


# --- drift ----------------------------------------------------------------------------------------


def drift(one: tuple[str, ...], other: tuple[str, ...]) -> Drift:
    """What it takes to get from one quotation to the other, by whole words."""
    script = edit_script(one, other)
    dropped = [word for edit in script if edit.what == "drop" for word in edit.a]
    added = [word for edit in script if edit.what == "add" for word in edit.b]
    changed = [(" ".join(edit.a), " ".join(edit.b)) for edit in script if edit.what == "change"]
    trimmed = any(edit.what == "cut" for edit in script)
    equal = sum(len(edit.a) for edit in script if edit.what == "keep")
    likeness = equal / max(min(len(one), len(other)), 1)
    return Drift(script, tuple(dropped), tuple(added), tuple(changed), trimmed, likeness)


def edit_script(one: tuple[str, ...], other: tuple[str, ...]) -> tuple[Edit, ...]:
    """The way from one run of words to the other along the longest run that both have."""
    from rapidfuzz.distance import Indel

    runs = [
        (same, list(blocks))
        for same, blocks in itertools.groupby(
            Indel.opcodes(one, other), key=lambda block: block.tag == "equal"
        )
    ]
    script = []
    for place, (same, blocks) in enumerate(runs):
        left = one[blocks[0].src_start : blocks[-1].src_end]
        right = other[blocks[0].dest_start : blocks[-1].dest_end]
        what = "keep" if same else _what(left, right, is_end=place in (0, len(runs) - 1))
        script.append(Edit(what, left, right))
    return tuple(script)


def _what(left: tuple[str, ...], right: tuple[str, ...], *, is_end: bool) -> str:
    if left and right:
        return "change"
    return "cut" if is_end else ("drop" if left else "add")


def _turned(found: Drift) -> str | None:
    """What turns the sense round, in words; ``None`` where nothing does."""
    if found.likeness < _NEAR:
        return None
    left = [*found.dropped, *(word for one, _ in found.changed for word in one.split())]
    right = [*found.added, *(word for _, other in found.changed for word in other.split())]
    return _opposed(left, right) or _other_number(found) or _negated(left, right)


def _opposed(left: list[str], right: list[str]) -> str | None:
    for one, other in rules("quotes")["opposites"]["pairs"]:
        if (one in left and other in right) or (other in left and one in right):
            return f"“{one}” stands for “{other}”"
    return None


def _other_number(found: Drift) -> str | None:
    """Two figures that stand in one another's place and are not one number."""
    for one, other in found.changed:
        first, second = _number(one), _number(other)
        if first is not None and second is not None and first != second:
            return f"“{one}” against “{other}”"
    return None


def _number(words: str) -> Decimal | None:
    """The number that a few words hold, in digits or in words."""
    digits = any(char.isdigit() for char in words)
    if not digits and not any(is_number_word(word) for word in words.split()):
        return None
    try:
        return read_value(words).nominal
    except ValueNotRead:
        return None


def _negated(left: list[str], right: list[str]) -> str | None:
    """A negation that stands on one side only, where little else changed."""
    negations = set(rules("quotes")["negations"]["words"])
    one, other = _count(left, negations), _count(right, negations)
    few = max(len(left), len(right)) <= 3
    if (one > 0) != (other > 0) and (one + other) % 2 and few:
        word = next(word for word in (*left, *right) if word in negations)
        return f"“{word}” turns one of them round"
    return None


def _count(words: list[str], negations: set[str]) -> int:
    joined = " ".join(words).replace("no one", "nobody").split()
    return sum(word in negations for word in joined)
