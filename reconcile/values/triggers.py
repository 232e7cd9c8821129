"""Which readers are tried at which words, and in which order: the one table of the reader."""

from __future__ import annotations

import functools
from typing import Final

from reconcile.values import (
    ages,
    counts,
    decades,
    firsts,
    magnitudes,
    measures,
    medals,
    multiples,
    parts,
    perround,
    racetimes,
    ranks,
    ratios,
    scores,
    shares,
)
from reconcile.values.dates import date_triggers, read_date
from reconcile.values.durations import duration_triggers, read_duration, read_short_length
from reconcile.values.lexicon import word_set, word_values
from reconcile.values.measures import read_figure
from reconcile.values.stream import Reader

#: tried in this order at digits and number words
NUMBER_READERS: Final[tuple[Reader, ...]] = (
    racetimes.read_standing,
    racetimes.read_race_time,
    read_short_length,
    perround.read_per_round,
    ages.read_age,
    decades.read_tens,
    read_date,
    parts.read_part,
    read_duration,
    ages.read_decade,
    shares.read_one_in,
    ratios.read_ratio,
    scores.read_score,
    ranks.read_numeral_ordinal,
    ranks.read_spelled_ordinal,
    ranks.read_numbered,
    counts.read_parenthood,
    magnitudes.read_magnitude,
    read_figure,
)

#: tried in this order at "half" and "quarter", which begin times, lengths, sums and parts
HALF_READERS: Final[tuple[Reader, ...]] = (
    multiples.read_half_again,
    measures.read_figure_first,
    read_date,
    read_duration,
    parts.read_part,
)


@functools.cache
def readers_by_word() -> dict[str, tuple[Reader, ...]]:
    """The readers for each word that can begin or carry a value, in the order they are tried."""
    table: dict[str, list[Reader]] = {}
    for words, readers in _groups():
        for word in words:
            known = table.setdefault(word, [])
            known.extend(reader for reader in readers if reader not in known)
    return {word: tuple(readers) for word, readers in table.items()}


def _groups() -> list[tuple[frozenset[str], tuple[Reader, ...]]]:
    """Groups of words with their readers; where a word is in several, in this order."""
    return [
        (_keys("numbers", "cardinal"), NUMBER_READERS),
        (frozenset(("half", "quarter")), HALF_READERS),
        (_keys("ages", "decade"), (decades.read_tens,)),
        (date_triggers(), (read_date,)),
        (duration_triggers(), (read_duration,)),
        (_keys("ages", "decade"), (ages.read_decade,)),
        (_keys("ages", "stage"), (ages.read_stage,)),
        (_keys("numbers", "fraction"), (measures.read_part_of_scale, parts.read_part)),
        (_keys("numbers", "vulgar"), (parts.read_part, read_figure)),
        (_keys("numbers", "vague") | _keys("numbers", "loose"), (read_figure,)),
        (_keys("numbers", "collective"), (read_figure,)),
        (frozenset(("hundred",)), (parts.read_part,)),
        (
            _keys("numbers", "scale") | _keys("numbers", "group"),
            (read_date, read_duration, read_figure),
        ),
        (_keys("ranks", "ordinal"), (ranks.read_ordinal,)),
        (_keys("magnitudes", "count"), (magnitudes.read_magnitude,)),
        (_keys("shares", "multiple"), (multiples.read_multiple,)),
        (frozenset(("not",)), (counts.read_not_one,)),
        (frozenset(("twice", "thrice")), (multiples.read_twice,)),
        (_first_words("shares", "mostly"), (shares.read_mostly,)),
        (_keys("nouns", "every") | _keys("nouns", "sets") | {"no"}, (counts.read_group_word,)),
        (word_set("nouns", "sole"), (counts.read_sole,)),
        (frozenset(("every",)), (parts.read_every_second, counts.read_every)),
        (frozenset(("all",)), (counts.read_every,)),
        (_keys("ranks", "medal"), (medals.read_medal,)),
        (frozenset(("runner", "runners")), (medals.read_runner_up,)),
        (word_set("ranks", "superlative"), (firsts.read_superlative,)),
        (firsts.record_starts(), (firsts.read_record,)),
        (frozenset(("never",)), (firsts.read_never_before,)),
        (word_set("ranks", "most"), (firsts.read_most,)),
        (word_set("scores", "unanimous"), (scores.read_unanimous,)),
        (word_set("ranks", "numbered"), (ranks.read_roman,)),
        (word_set("units", "alone"), (measures.read_alone,)),
        (measures.cold_starts(), (measures.read_cold,)),
        (word_set("units", "flight_level"), (measures.read_flight_level,)),
        (word_set("shares", "slight"), (shares.read_slight,)),
    ]  # fmt: skip


def _keys(name: str, section: str) -> frozenset[str]:
    return frozenset(word_values(name, section))


def _first_words(name: str, section: str) -> frozenset[str]:
    return frozenset(phrase.split()[0] for phrase in word_values(name, section))
