"""Two quotations of one speaker in, a judgement out: verbatim, drifted, trimmed or turned round."""

from __future__ import annotations

import functools
import re
from typing import Final, NamedTuple

from reconcile.comparison.names import plain
from reconcile.comparison.pair import Pair
from reconcile.comparison.vocabulary import rules
from reconcile.model import Judgement
from reconcile.values.steps import remark, remarks

_WORD: Final = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
_NOT: Final = re.compile(r"n['’]t$")
#: words of one's own that a drift may change before two quotations are no longer held word by word
_NEAR: Final = 0.6


class Drift(NamedTuple):
    """How one quotation differs from the other, trims at both ends left aside."""

    dropped: tuple[str, ...]
    added: tuple[str, ...]
    #: words that stand in one another's place
    changed: tuple[tuple[str, str], ...]
    trimmed: bool
    likeness: float


def compare_quotes(pair: Pair) -> Judgement:
    """Word for word agrees, a drift or a trim is compatible, a change of sense is a conflict."""
    return relate_quotes(pair.a.focus.text, pair.b.focus.text)


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
    if not steps:
        return Judgement("compatible", "more specific", "One quotation is a part of the other.")
    what = "trimmed and drifted" if found.trimmed else "drifted"
    text = f"The quotation {what}: {'; '.join(steps)}."
    return Judgement("compatible", "variant", text, remarks(steps))


def _told(found: Drift) -> list[str]:
    told = [f"“{one}” against “{other}”" for one, other in found.changed]
    extra = [*found.dropped, *found.added]
    if extra:
        told.append(f"“{' '.join(extra)}” in one only")
    return told


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
    from rapidfuzz.distance import Levenshtein

    blocks = list(Levenshtein.opcodes(one, other))
    inner = [block for block in blocks if block.tag != "equal"]
    trimmed = bool(inner) and _is_trim(blocks[0]) + _is_trim(blocks[-1]) > 0
    kept = [block for block in inner if not (block in (blocks[0], blocks[-1]) and _is_trim(block))]
    dropped: list[str] = []
    added: list[str] = []
    changed: list[tuple[str, str]] = []
    for block in kept:
        left = one[block.src_start : block.src_end]
        right = other[block.dest_start : block.dest_end]
        if block.tag == "replace":
            changed.append((" ".join(left), " ".join(right)))
        else:
            dropped += left
            added += right
    equal = sum(block.src_end - block.src_start for block in blocks if block.tag == "equal")
    likeness = equal / max(min(len(one), len(other)), 1)
    return Drift(tuple(dropped), tuple(added), tuple(changed), trimmed, likeness)


def _is_trim(block: object) -> bool:
    return getattr(block, "tag", "") in ("delete", "insert")


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
    for one, other in found.changed:
        if any(char.isdigit() for char in one) and any(char.isdigit() for char in other):
            return f"“{one}” against “{other}”"
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
