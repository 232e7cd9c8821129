"""Text in, mentions of values out: one walk over the tokens, trying the readers of each."""

from __future__ import annotations

import datetime
import functools

from reconcile.errors import ValueNotRead
from reconcile.model import Article, Mention, Value
from reconcile.values import ignored
from reconcile.values.anchoring import anchor
from reconcile.values.companions import tell_companions
from reconcile.values.dates import is_written_date
from reconcile.values.headings import with_heading_units
from reconcile.values.inheriting import inherit_units
from reconcile.values.markers import HYPHENS
from reconcile.values.neighbours import tell_by_neighbours
from reconcile.values.racetimes import is_standing
from reconcile.values.restating import mark_restatements
from reconcile.values.settling import place_of
from reconcile.values.shortlengths import short_parts
from reconcile.values.sideclocks import tell_zones
from reconcile.values.stamps import stamped
from reconcile.values.standing import hold_ranks
from reconcile.values.stream import Reader, Reading, Stream
from reconcile.values.triggers import NUMBER_READERS, readers_by_word


def read_values(
    text: str, published: datetime.datetime | None = None, place: str | None = None
) -> tuple[Mention, ...]:
    """Every value of a text, in order, none overlapping another.

    ``published`` is what relative dates are counted from, where it is not given the day that the
    text bears on a line of its own; ``place`` (the publisher's town or country) settles names
    that countries share, such as "dollars" or "pesos", before the places that the text names.
    """
    mentions = _read(Stream(text, published, place))
    stamp = None if published is not None else stamped(text, mentions)
    return mentions if stamp is None else _read(Stream(text, stamp, place))


def _read(stream: Stream) -> tuple[Mention, ...]:
    readings = (with_heading_units(stream, reading) for reading in _readings(stream))
    mentions = [_mention(stream, reading) for reading in readings]
    restated = mark_restatements(mentions, stream.text)
    told = tell_by_neighbours(inherit_units(restated, stream.text), stream.text)
    told = tell_companions(told, stream.text)
    anchored = tell_zones(anchor(told, stream), stream.text)
    return hold_ranks(anchored, stream.text, stream.published)


@functools.lru_cache(maxsize=1024)
def mentions_of(article: Article) -> tuple[Mention, ...]:
    """Every value of an article, as far as its segments reach.

    The last articles' are kept, since two rooms ask for them.
    """
    return read_values(text_of(article), article.published, place_of(article))


def text_of(article: Article) -> str:
    """What is read of an article: its text as far as its segments reach."""
    return article.text[: article.segments[-1].end] if article.segments else article.text


def read_value(
    text: str, published: datetime.datetime | None = None, place: str | None = None
) -> Value:
    """The one value of a short text; the longest mention where there are several.

    Raises ValueNotRead where there is none.
    """
    mentions = read_values(text, published, place)
    if not mentions:
        raise ValueNotRead(text)
    value = max(mentions, key=lambda mention: mention.end - mention.start).value
    assert value is not None
    return value


def _mention(stream: Stream, reading: Reading) -> Mention:
    start = stream.tokens[reading.first].start
    end = stream.tokens[reading.last - 1].end
    return Mention(start, end, stream.text[start:end], reading.value.kind, reading.value)


def _readings(stream: Stream) -> list[Reading]:
    by_word = readers_by_word()
    found: list[Reading] = []
    behind = index = 0
    for position, token in enumerate(stream.tokens):
        if position < index:
            continue
        readers = NUMBER_READERS if token.kind == "number" else by_word.get(token.lower)
        if readers is None:
            continue
        written = token.kind == "number" and (
            is_written_date(stream, position)
            or is_standing(stream, position)
            or short_parts(stream, position) is not None
        )
        name_end = None if written else ignored.end_of_name(stream, position)
        if name_end is not None:
            behind = index = max(name_end, position + 1)
            continue
        reading = _first(stream, position, readers, behind)
        if reading is not None:
            found.append(reading)
            behind = index = max(reading.last, position + 1)
    return found


def _first(stream: Stream, index: int, readers: tuple[Reader, ...], behind: int) -> Reading | None:
    """The first reading that does not begin before ``behind``; hedges already read are left off."""
    for reader in readers:
        reading = reader(stream, index)
        if reading is not None and reading.last > behind:
            if reading.first >= behind:
                return reading
            cut = stream.words[behind] in HYPHENS if behind < len(stream.words) else True
            return reading._replace(first=behind) if behind <= index and not cut else None
    return None
