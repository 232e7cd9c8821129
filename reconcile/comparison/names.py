"""Two claims that name someone or something in, a judgement on the names out."""

from __future__ import annotations

import functools
import itertools
import re
from typing import Final

from reconcile import patterns
from reconcile.comparison.fullnames import full_name
from reconcile.comparison.pair import Pair, quoted
from reconcile.comparison.vocabulary import rules
from reconcile.folding import fold
from reconcile.model import Judgement, Verdict
from reconcile.values.steps import remark

_DOTTED: Final = patterns.compile(r"\b(?:[A-Za-z]\.){2,}|\b[A-Za-z]/[A-Za-z]\b")
#: as in "Callum 'Cal' Strachan", "Ana (Nina) Silva"
_NICKNAME: Final = patterns.compile(
    r"""
      (?<= \w \s ) (?: ['‘"“] \w+ ['’"”] | \( \w+ \) ) (?= \s \w )
    """,
    re.VERBOSE,
)
_MARKS: Final = patterns.compile(r"[^\w&]+", re.UNICODE)
_APOSTROPHES: Final = patterns.compile(r"['’‘`ʼ]")
_POSSESSIVE: Final = patterns.compile(r"['’]s\b")
_DOUBLED: Final = patterns.compile(r"(.)\1")
#: letters that are written in two where there is no key for them
_UMLAUTS: Final = str.maketrans(
    {
        **{"ä": "ae", "ö": "oe", "ü": "ue", "å": "aa", "ø": "oe", "æ": "ae"},
        **{"Ä": "Ae", "Ö": "Oe", "Ü": "Ue", "Å": "Aa", "Ø": "Oe", "Æ": "Ae"},
    }
)
#: a spelling this near to another is a variant of it, by letters changed
_LONG_NAME: Final = 6
#: the fewest letters that a first name is cut by
_CUT: Final = 2


def compare_names(pair: Pair) -> Judgement:
    """Spelling variants agree, a full and a short form are compatible, other names conflict."""
    verdict, reason, why = relate_names(pair.a.focus.text, pair.b.focus.text)
    if verdict == "agree" and reason == "same words":
        return Judgement("agree", reason, f"Both say {quoted(pair.a)}.")
    if verdict == "conflict" and (whole := full_name(pair)):
        verdict, reason = "compatible", "more specific"
        why = f"both articles have the full name “{whole}”"
    both = f"{quoted(pair.a)} and {quoted(pair.b)}"
    text = {
        "agree": f"{both} are one name: {why}.",
        "compatible": f"{both} can be one name: {why}.",
        "conflict": f"{both} are different names: {why}.",
    }[verdict]
    return Judgement(verdict, reason, text, remark(why))


def relate_names(a: str, b: str) -> tuple[Verdict, str, str]:
    """The verdict on two names, its reason, and why in a few words."""
    found = _relate(a, b)
    written = a.translate(_UMLAUTS), b.translate(_UMLAUTS)
    if found[0] != "conflict" or written == (a, b):
        return found
    found = _relate(*written)
    if found[1] == "same words":
        return "agree", "variant", "one writes out the other's umlauts"
    return found


def _relate(a: str, b: str) -> tuple[Verdict, str, str]:
    one, other = name_tokens(a), name_tokens(b)
    if a.split() == b.split():
        return "agree", "same words", "the same words"
    if one == other or "".join(one) == "".join(other):
        return "agree", "variant", "they differ in case, accents, hyphens, title or legal form only"
    if not one or not other or is_description(a) or is_description(b):
        return "compatible", "more specific", "one describes what the other names"
    if _is_acronym(one, other) or _is_acronym(other, one):
        return "compatible", "more specific", "one is made of the other's initials"
    if len(one) == len(other) and all(map(_same_sound, one, other)):
        return "compatible", "variant", "they are spelled differently, though alike"
    if _short_first(one, other) or _short_first(other, one):
        return "compatible", "more specific", "one shortens the first name"
    if _initials_of(a, one, other) or _initials_of(b, other, one):
        return "compatible", "more specific", "one gives initials only"
    if _short_of(one, other) or _short_of(other, one):
        return "compatible", "more specific", "one is the shorter form of the other"
    if _run_together(one, other) or _run_together(other, one):
        return "compatible", "variant", "one writes as one word what the other writes as two"
    called = _without_office(one), _without_office(other)
    if called != (one, other) and (_short_of(*called) or _short_of(*called[::-1])):
        return "compatible", "more specific", "one gives the office with the name"
    named = _named_words(a), _named_words(b)
    if all(named) and (set(named[0]) <= set(named[1]) or set(named[1]) <= set(named[0])):
        return "compatible", "more specific", "they share the name and describe it differently"
    return "conflict", "different name", _difference(one, other)


def _named_words(text: str) -> tuple[str, ...]:
    """The words of a name in capitals, where some beside them only describe."""
    found = text.split()
    if not any(word[:1].islower() for word in found):
        return ()
    return name_tokens(" ".join(word for word in found if not word[:1].islower()))


def _difference(one: tuple[str, ...], other: tuple[str, ...]) -> str:
    shared = [word for word in one if any(_same_word(word, theirs) for theirs in other)]
    if not shared:
        return "they share no word"
    return f"they share only “{' '.join(shared)}”"


# --- words of a name ------------------------------------------------------------------------------


@functools.lru_cache(maxsize=4096)
def plain(text: str) -> str:
    """Lower case, without accents or apostrophes."""
    return _APOSTROPHES.sub("", _POSSESSIVE.sub("", fold(text)))


def name_tokens(text: str) -> tuple[str, ...]:
    """The words that tell a name apart: titles, nicknames and legal forms are left out."""
    text = _NICKNAME.sub(" ", text)
    joined = _DOTTED.sub(lambda found: re.sub(r"[./]", "", found.group()), text)
    found = [_written_out(word) for word in _MARKS.split(plain(joined)) if word]
    table = rules("names")
    while len(found) > 1 and found[-1] in table["suffixes"]["words"]:
        found.pop()
    while len(found) > 1 and found[0] in table["titles"]["words"]:
        found.pop(0)
    return tuple(found)


def _written_out(word: str) -> str:
    return str(rules("names")["abbreviations"].get(word, word)) if word != "reads" else word


def is_description(text: str) -> bool:
    """Whether words describe rather than name: an article in front, a plain noun at the end."""
    found = text.split()
    if not found:
        return True
    if not any(word[:1].isupper() or word[:1].isdigit() for word in found):
        return True
    return found[0].lower() in ("a", "an") or found[-1][:1].islower()


@functools.cache
def _fields() -> frozenset[str]:
    groups = rules("roles")["portfolios"]["groups"]
    return frozenset(word for group in groups for word in group) | {"of", "for", "and", "affairs"}


def is_field(word: str) -> bool:
    """Whether a word names a field of government, or links such words."""
    return word in _fields()


# --- likeness -------------------------------------------------------------------------------------


def sound(word: str) -> str:
    """A spelling brought to one romanisation; doubled letters count once."""
    for spelled, heard in rules("names")["sounds"]["pairs"]:
        word = word.replace(spelled, heard)
    return _DOUBLED.sub(r"\1", word)


def _same_sound(a: str, b: str) -> bool:
    if _same_word(a, b) or sound(a) == sound(b):
        return True
    from rapidfuzz.distance import OSA

    apart = OSA.distance(a, b)
    return min(len(a), len(b)) >= _LONG_NAME and apart == 1 and a[0] == b[0]


def _same_word(a: str, b: str) -> bool:
    return a == b or _nicknames(a, b)


def _nicknames(a: str, b: str) -> bool:
    return any(a in group and b in group for group in rules("names")["short"]["groups"])


def _initial(a: str, b: str) -> bool:
    return (len(a) == 1 or len(b) == 1) and a[:1] == b[:1]


def _short_of(short: tuple[str, ...], full: tuple[str, ...]) -> bool:
    """Whether every word of the short form stands in the full one, in order; initials count."""
    place, real = 0, 0
    for word in short:
        while place < len(full) and not (_same_sound(word, full[place]) or
                                         _initial(word, full[place])):  # fmt: skip
            place += 1
        if place == len(full):
            return False
        real += len(word) > 1 and len(full[place]) > 1
        place += 1
    return real > 0


def _run_together(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """As in "Longyue" for Long Yue Motor: two words or more of one name are a word of the other."""
    pairs = {first + second for first, second in itertools.pairwise(one)}
    joined = pairs & set(other)
    rest = [word for word in other if word not in joined]
    return any(len(word) >= _LONG_NAME for word in joined) and all(word in one for word in rest)


def _without_office(name: tuple[str, ...]) -> tuple[str, ...]:
    """As in "interior minister Troncoso": the name behind the words of an office."""
    titles = rules("names")["titles"]["words"]
    last = max((at for at, word in enumerate(name[:-1]) if word in titles), default=-1)
    office = all(word in titles or is_field(word) for word in name[: last + 1])
    return name[last + 1 :] if office else name


def _short_first(short: tuple[str, ...], full: tuple[str, ...]) -> bool:
    """As in "Ben Kirui" for Benson Kirui: the first name cut off, all else the same."""
    if len(short) != len(full) or len(full) < 2 or short[1:] != full[1:]:
        return False
    cut = full[0].startswith(short[0]) and len(full[0]) - len(short[0]) >= _CUT
    return cut and len(short[0]) >= _CUT + 1


def _initials_of(text: str, short: tuple[str, ...], full: tuple[str, ...]) -> bool:
    """Whether "S.H. Yoon" may be Yoon Sang-hyun, in either order of the names."""
    dotted = [re.sub(r"\W", "", found.group()).casefold() for found in _DOTTED.finditer(text)]
    rest = [word for word in short if word not in dotted]
    if not dotted or not rest:
        return False
    left = [word for word in full if not any(_same_sound(word, known) for known in rest)]
    return len(left) < len(full) and "".join(word[0] for word in left) == "".join(dotted)


def _is_acronym(short: tuple[str, ...], full: tuple[str, ...]) -> bool:
    if len(short) != 1 or len(full) < 2:
        return False
    small = {"of", "the", "and", "for", "de", "la", "du", "des", "del"}
    letters = "".join(word[0] for word in full)
    without = "".join(word[0] for word in full if word not in small)
    return short[0] in (letters, without)
