"""Which country's dollar, peso or pound a text means: by its place and its other mentions."""

from __future__ import annotations

import functools
import urllib.parse
from collections import Counter
from typing import Final

from reconcile.model import Article
from reconcile.values.lettersigns import letter_codes, sum_of_letter
from reconcile.values.lexicon import Phrases, by_first, load, word_set, word_values, words_of
from reconcile.values.markers import Marker, printed_of
from reconcile.values.stream import Stream, joined, kind_at, matches, text_at, word_at

#: what a sign of the currency itself ("NZ$") weighs against a place that is named
SIGN_WEIGHT: Final = 5
#: what the place of publication weighs
PLACE_WEIGHT: Final = 50
#: what the place that a paragraph is datelined from weighs
DATELINE_WEIGHT: Final = 10
#: a currency is settled by this much evidence, and twice that of any rival
ENOUGH: Final = 2
#: how many words of a text are looked through
LOOKED_THROUGH: Final = 20_000
#: how many words of a paragraph its dateline may take, and how many of a text datelines stand in
_DATELINE_WORDS: Final = 14
_DATELINES_IN: Final = 600
#: how many words behind a marked sum the bracket with a bare one may open
_RESTATED_IN: Final = 6
#: currencies in which sums of any country are told
_WORLDWIDE: Final = frozenset(("USD", "GBP"))
_EURO: Final = frozenset(("€", "euro", "euros"))
_DOLLAR: Final = frozenset(("$", "dollar", "dollars"))


def settle(stream: Stream, marker: Marker) -> tuple[str, tuple[str, ...], bool]:
    """The currency meant, the others that it may be, and whether it is settled."""
    if not marker.codes:
        return marker.unit, (), True
    evidence = evidence_of(stream)
    if _counts_in_euros(stream, marker):
        return "EUR", tuple(code for code in marker.codes if evidence[code] > 0), True
    open_codes = [code for code in marker.codes if code not in stream.elsewhere]
    ranked = sorted(open_codes or marker.codes, key=lambda code: -evidence[code])
    first, rival = ranked[0], evidence[ranked[1]] if len(ranked) > 1 else 0
    if evidence[first] >= ENOUGH and evidence[first] >= 2 * rival:
        return first, tuple(code for code in ranked[1:] if evidence[code] > 0), True
    if marker.default and _is_of_one_place(marker.default, evidence[first], rival):
        return first, (marker.default,), True
    if marker.default and marker.default not in stream.elsewhere:
        rivals = tuple(code for code in ranked if evidence[code] > 0 and code != marker.default)
        return marker.default, rivals, True
    if evidence[first]:
        return first, tuple(code for code in ranked[1:] if evidence[code]), rival == 0
    return ranked[0], tuple(ranked[1:]), False


def _is_of_one_place(default: str, told: int, rival: int) -> bool:
    """Whether one country alone is named: its rupees are meant, and not the best known ones.

    Of dollars and pounds the best known are told of everywhere.
    """
    return told > 0 and not rival and default not in _WORLDWIDE


def _counts_in_euros(stream: Stream, marker: Marker) -> bool:
    """Whether a text's cents are those of a euro: it names euros, and no dollars."""
    if marker.factor == 1 or marker.stated not in word_set("currencies", "euro_coin"):
        return False
    vocabulary = stream.vocabulary
    return not vocabulary.isdisjoint(_EURO) and vocabulary.isdisjoint(_DOLLAR)


def place_of(article: Article) -> str:
    """Where an article is published, as far as its publisher and its address tell."""
    host = urllib.parse.urlsplit(article.url or "").hostname or ""
    domain = word_values("currencies", "domain").get(host.rpartition(".")[2], "")
    return f"{article.publisher or ''} {domain}".strip()


# --- evidence ---------------------------------------------------------------------------------


def evidence_of(stream: Stream) -> Counter[str]:
    """How much in the text and its place speaks for each currency; found once a text."""
    if stream.evidence is None:
        stream.evidence = _collect(stream)
    return stream.evidence


def _collect(stream: Stream) -> Counter[str]:
    found: Counter[str] = Counter()
    if stream.place:
        place = Stream(stream.place)
        for index in range(len(place.words)):
            for code in _places_at(place, index)[1]:
                found[code] += PLACE_WEIGHT
    own, behind = _own_signs(), 0
    letters = frozenset(map(str.lower, letter_codes()))
    telling = stream.vocabulary & (own.keys() | _places().keys() | letters)
    for index, word in enumerate(stream.words[:LOOKED_THROUGH]):
        if word not in telling:
            continue
        if index >= behind and word in _places():
            behind, codes = _named_place(stream, index)
            weight = DATELINE_WEIGHT if codes and _in_dateline(stream, index, behind) else 1
            for code in codes:
                found[code] += weight
        if word in letters and (code := sum_of_letter(stream, index)):
            found[code] += SIGN_WEIGHT
        for words, printed, code in own.get(word, ()):
            last = index + len(words)
            if tuple(stream.words[index:last]) == words and _is_own(stream, index, last, printed):
                found[code] += SIGN_WEIGHT
                if _restated_bare(stream, last) or _restates_bare(stream, index):
                    stream.elsewhere.add(code)
    return found


def _named_place(stream: Stream, index: int) -> tuple[int, tuple[str, ...]]:
    """The index behind a place that is named at a token, and its currencies."""
    if not stream.text[stream.tokens[index].start].isupper():
        return index, ()
    return _places_at(stream, index)


def _places_at(stream: Stream, index: int) -> tuple[int, tuple[str, ...]]:
    for words, codes in _places().get(stream.words[index], ()):
        if matches(stream, index, words):
            return index + len(words), codes
    return index, ()


def _in_dateline(stream: Stream, index: int, last: int) -> bool:
    """Whether a place opens a paragraph and is set apart from it: "AUCKLAND, June 3 (AP) - "."""
    if index > _DATELINES_IN:
        return False
    start = next(
        (n for n in range(index, max(index - _DATELINE_WORDS, -1), -1) if _opens(stream, n)), None
    )
    if start is None or not all(_fits_dateline(stream, n) for n in range(start, index)):
        return False
    for at in range(last, min(start + _DATELINE_WORDS, len(stream.words))):
        word = stream.words[at]
        if word in "—–-" and not (joined(stream, at) and joined(stream, at + 1)):
            return True
        if word == ":":
            return text_at(stream, start).isupper()
        if not _fits_dateline(stream, at):
            return False
    return False


def _opens(stream: Stream, index: int) -> bool:
    return index == 0 or kind_at(stream, index - 1) == "newline"


def _fits_dateline(stream: Stream, index: int) -> bool:
    """Whether a token may stand in a dateline: a name, a number, a bracket, a comma."""
    kind = kind_at(stream, index)
    if kind == "word":
        return text_at(stream, index)[:1].isupper()
    return kind == "number" or word_at(stream, index) in ",.()/"


def _restated_bare(stream: Stream, index: int) -> bool:
    """Whether a sum that names its currency is said again in plain dollars: "A$5m ($3.3m)"."""
    for at in range(index, min(index + _RESTATED_IN, len(stream.words))):
        if stream.words[at] == "(":
            signs = range(at + 1, at + 4)
            return any(word_at(stream, n) == "$" and _is_bare(stream, n) for n in signs)
        if kind_at(stream, at) == "newline":
            return False
    return False


def _restates_bare(stream: Stream, index: int) -> bool:
    """Whether a sum that names its currency says plain dollars again: "$5m (US$3.6m)"."""
    for at in range(index - 1, max(index - 3, -1), -1):
        if stream.words[at] == "(":
            signs = range(at - 1, max(at - _RESTATED_IN, -1), -1)
            return any(word_at(stream, n) == "$" and _is_bare(stream, n) for n in signs)
    return False


def _is_bare(stream: Stream, index: int) -> bool:
    """Whether a dollar sign has no letters at it."""
    return not (joined(stream, index) and kind_at(stream, index - 1) == "word") and not (
        joined(stream, index + 1) and kind_at(stream, index + 1) == "word"
    )


def _is_own(stream: Stream, first: int, last: int, printed: str) -> bool:
    """Whether the words are a currency's own name, or its own sign unbroken: "A$", not "A $"."""
    if printed.islower():
        return True
    unbroken = all(joined(stream, at) for at in range(first + 1, last))
    return unbroken and printed_of(stream, first, last) == printed


# --- tables -----------------------------------------------------------------------------------


@functools.cache
def _places() -> Phrases:
    """The currencies of each place, by the first word of its name."""
    places: dict[str, tuple[str, ...]] = {}
    for rule in load("currencies")["currency"]:
        for place in rule.get("places", ()):
            places[place] = (*places.get(place, ()), rule["code"])
    return by_first(places.items())


@functools.cache
def _own_signs() -> dict[str, tuple[tuple[tuple[str, ...], str, str], ...]]:
    """Signs that name their currency, by first word."""
    signs: dict[str, tuple[tuple[tuple[str, ...], str, str], ...]] = {}
    for rule in load("currencies")["currency"]:
        printed = [sign.replace(" ", "") for sign in rule["signs"] if len(sign) > 1]
        for sign in printed:
            words = words_of(sign)
            signs[words[0]] = (*signs.get(words[0], ()), (words, sign, rule["code"]))
        for people in rule.get("people", ()):
            for name in ("dollars", "pesos", "francs", "rupees", "crowns", "kroner", "shillings"):
                words = words_of(f"{people} {name}")
                entry = (words, "".join(words), rule["code"])
                signs[words[0]] = (*signs.get(words[0], ()), entry)
    return signs
