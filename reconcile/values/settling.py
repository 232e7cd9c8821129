"""Which country's dollar, peso or pound a text means: by its place and its other mentions."""

from __future__ import annotations

import functools
from collections import Counter
from typing import Final

from reconcile.values.lexicon import load, words_of
from reconcile.values.markers import Marker, printed_of
from reconcile.values.stream import Stream, joined

#: what a sign of the currency itself ("NZ$") weighs against a place that is named
SIGN_WEIGHT: Final = 5
#: what the place of publication or the dateline weighs
PLACE_WEIGHT: Final = 50
#: a currency is settled by this much evidence, and twice that of any rival
ENOUGH: Final = 2
#: how many words of a text are looked through
LOOKED_THROUGH: Final = 20_000


def settle(stream: Stream, marker: Marker) -> tuple[str, tuple[str, ...], bool]:
    """The currency meant, the others that it may be, and whether it is settled."""
    if not marker.codes:
        return marker.unit, (), True
    evidence = evidence_of(stream)
    ranked = sorted(marker.codes, key=lambda code: -evidence[code])
    first, second = ranked[0], ranked[1]
    if evidence[first] >= ENOUGH and evidence[first] >= 2 * evidence[second]:
        return first, tuple(code for code in ranked[1:] if evidence[code] > 0), True
    if marker.default:
        rivals = tuple(code for code in ranked if evidence[code] > 0 and code != marker.default)
        return marker.default, rivals, True
    if evidence[first]:
        return first, tuple(code for code in ranked[1:] if evidence[code]), evidence[second] == 0
    return marker.codes[0], marker.codes[1:], False


def evidence_of(stream: Stream) -> Counter[str]:
    """How much in the text and its place speaks for each currency; found once a text."""
    if stream.evidence is None:
        stream.evidence = _collect(stream)
    return stream.evidence


def _collect(stream: Stream) -> Counter[str]:
    found: Counter[str] = Counter()
    places, own = _places(), _own_signs()
    for word in words_of(stream.place or ""):
        for code in places.get(word, ()):
            found[code] += PLACE_WEIGHT
    for index, word in enumerate(stream.words[:LOOKED_THROUGH]):
        if word in places and stream.text[stream.tokens[index].start].isupper():
            for code in places[word]:
                found[code] += 1
        for words, printed, code in own.get(word, ()):
            last = index + len(words)
            if tuple(stream.words[index:last]) == words and _is_own(stream, index, last, printed):
                found[code] += SIGN_WEIGHT
    return found


def _is_own(stream: Stream, first: int, last: int, printed: str) -> bool:
    """Whether the words are a currency's own name, or its own sign unbroken: "A$", not "A $"."""
    if printed.islower():
        return True
    unbroken = all(joined(stream, at) for at in range(first + 1, last))
    return unbroken and printed_of(stream, first, last) == printed


@functools.cache
def _places() -> dict[str, tuple[str, ...]]:
    places: dict[str, tuple[str, ...]] = {}
    for rule in load("currencies")["currency"]:
        for place in rule.get("places", ()):
            places[place] = (*places.get(place, ()), rule["code"])
    return places


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
