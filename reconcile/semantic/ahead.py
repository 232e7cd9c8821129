"""Articles in, an encoder out that reads them in a process of its own while the parser loads.

Nearly half of what a short command takes goes into loading the parser, on one processor. What the
model makes of a text needs no parse, so another processor can do that meanwhile. A thread would
not do: the parser's loading keeps the interpreter to itself.
"""

from __future__ import annotations

import os
import pickle
import sys
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from functools import cache
from typing import IO, TYPE_CHECKING, Final, NoReturn

from reconcile.model import READ_ROLES, Article, Claim
from reconcile.processors import processors, side_by_side
from reconcile.semantic.encoder import (
    FOLDER,
    Encoder,
    Likeness,
    Place,
    Reading,
    asked_of,
    in_order,
    judged,
    load_encoder,
    read_model,
    read_text,
    vectors_at,
)
from reconcile.values.reader import mentions_of, text_of

if TYPE_CHECKING:
    from reconcile.semantic.layers import Numbers

#: articles up to which one processor is left to the parser
_FEW: Final = 4
#: by text, by its number among those read ahead: the places whose vectors are asked for
_Question = list[tuple[int, list[Place]]]


def read_ahead(articles: Sequence[Article]) -> Encoder:
    """The library's encoder, which may be at these articles already.

    It is where the system can fork, has a second processor, and this process has loaded nothing
    yet that runs threads; else it begins when it is asked, as ``load_encoder`` does. What it finds
    is the same. It is for a process that ends soon, and does not wait for the other to end.
    """
    if not hasattr(os, "fork") or processors() < 2 or "numpy" in sys.modules:
        return load_encoder()
    by_text = {text_of(article): article for article in articles}
    question_from, question_to = os.pipe()
    answer_from, answer_to = os.pipe()
    if not os.fork():
        os.close(question_to)
        os.close(answer_from)
        _serve(by_text, question_from, answer_to)
    os.close(question_from)
    os.close(answer_to)
    return _Ahead(list(by_text), os.fdopen(question_to, "wb"), os.fdopen(answer_from, "rb"))


def _serve(articles: Mapping[str, Article], question: int, answer: int) -> NoReturn:
    """What the other process does: read, wait for the one question, answer it, and end."""
    try:
        nowhere = os.open(os.devnull, os.O_RDWR)
        for stream in range(3):
            os.dup2(nowhere, stream)
        model = read_model(FOLDER)

        def read(text: str) -> tuple[Reading, list[Place], Numbers]:
            reading, places = read_text(model, text), likely_places(articles[text])
            return reading, places, vectors_at(model, reading, places)

        few = len(articles) <= _FEW  # are read before the parser is loaded, and need not hurry
        read_before = list(side_by_side(read, list(articles), spared=int(few)))

        def vectors_of(told: tuple[int, list[Place]]) -> Numbers:
            reading, expected, vectors = read_before[told[0]]
            return vectors if expected == told[1] else vectors_at(model, reading, told[1])

        with os.fdopen(question, "rb") as asked:
            given: _Question = pickle.load(asked)
        found = list(side_by_side(vectors_of, given))
        with os.fdopen(answer, "wb") as told:
            pickle.dump((found, model.judge), told)
    finally:
        os._exit(0)  # whoever waits for an answer that did not come reads by itself


def likely_places(article: Article) -> list[Place]:
    """Where the figures of an article's claims stand, if each value that is read makes one."""
    places = {Place(each.start, each.end, each.kind) for each in mentions_of(article)}
    read = [each for each in article.segments if each.role in READ_ROLES]
    return sorted(
        place
        for place in places
        if any(each.start <= place.start and place.end <= each.end for each in read)
    )


class _Ahead:
    """The other process as an encoder, good for one question; asked again, it reads here."""

    def __init__(self, texts: Sequence[str], question: IO[bytes], answer: IO[bytes]) -> None:
        self._numbers = {text: number for number, text in enumerate(texts)}
        self._question = question
        self._answer = answer

    def __call__(self, claims: Sequence[Claim], articles: Sequence[Article]) -> Likeness:
        asked = asked_of(claims, articles)
        if self._question.closed or any(each.text not in self._numbers for each in asked):
            return load_encoder()(claims, articles)
        given: _Question = [(self._numbers[each.text], each.places) for each in asked]
        with suppress(OSError), self._question:  # where it has ended, no answer will come
            pickle.dump(given, self._question)

        def wait() -> Likeness:
            try:
                with self._answer:
                    found, judge = pickle.load(self._answer)
            except (EOFError, pickle.UnpicklingError):
                return load_encoder()(claims, articles)
            return judged(in_order(asked, found), judge)

        return _when_asked(wait)


def _when_asked(wait: Callable[[], Likeness]) -> Likeness:
    """The likeness that is waited for, from when it is first needed."""
    waited = cache(wait)
    return lambda first, second: waited()(first, second)
