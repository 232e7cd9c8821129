"""The encoder in a process of its own: what it finds, and what happens where it is gone."""

from __future__ import annotations

import json
import os
import subprocess
import sys

import pytest

import reconcile
from reconcile import processors
from reconcile.semantic import ahead, load_encoder, read_ahead
from reconcile.semantic.ahead import likely_places
from reconcile.semantic.encoder import asked_of

FIRST = """Ferry runs aground
BERGEN, May 9 - A ferry with 212 people aboard ran aground on Friday and three were hurt.
The line put the damage at 6 million kroner. It had sailed for 19 years."""
SECOND = """Ferry stuck on rocks
BERGEN, May 9 - Three people were hurt on Friday when a ferry struck rocks off Bergen.
It carried 212 passengers and crew, and the damage is about 6 million kroner."""

#: in a process in which nothing is loaded yet: the log-odds of a few pairs, asked for twice
ASK = """
import json, os, sys
from reconcile.articles import read_article
from reconcile.semantic import read_ahead

articles = [read_article(text) for text in json.loads(sys.argv[1])]
ended = sys.argv[2] == "ended"
if ended:
    fork = os.fork
    os.fork = lambda: fork() or os._exit(0)
encoder = read_ahead(articles)
begun = type(encoder).__name__
from reconcile.claims import extract_claims
import numpy

claims = [each for each in extract_claims(articles) if each.focus.value is not None]
if sys.argv[2] == "fewer":
    claims = claims[:-1]
first = numpy.arange(len(claims) - 1)
odds = [encoder(claims, articles)(first, first + 1).tolist() for _ in range(2)]
print(json.dumps([begun, *odds]))
"""


def ask(how: str) -> tuple[str, list[float], list[float]]:
    """What began, and what it answered the first time and the second."""
    environment = {**os.environ, "OPENBLAS_NUM_THREADS": "1"}
    done = subprocess.run(
        [sys.executable, "-c", ASK, json.dumps([FIRST, SECOND]), how],
        env=environment,
        capture_output=True,
        text=True,
        check=True,
        timeout=120,
    )
    begun, first, second = json.loads(done.stdout)
    return begun, first, second


needs_two = pytest.mark.skipif(
    not hasattr(os, "fork") or processors.processors() < 2,
    reason="needs a second processor, and a system that forks",
)


@needs_two
@pytest.mark.parametrize("how", ["all", "fewer"])
def test_it_finds_what_it_finds_at_once(how: str) -> None:
    begun, first, second = ask(how)
    assert begun == "_Ahead"
    assert len(first) > 2
    assert first == second


@needs_two
def test_where_the_other_process_has_ended_it_reads_by_itself() -> None:
    assert ask("ended") == ask("all")


def test_where_numpy_may_have_threads_nothing_is_forked(monkeypatch: pytest.MonkeyPatch) -> None:
    pytest.importorskip("numpy")
    monkeypatch.setattr(ahead.os, "fork", lambda: pytest.fail("forked"), raising=False)
    articles = [reconcile.read_article(text) for text in (FIRST, SECOND)]
    assert read_ahead(articles) is load_encoder()


def test_with_one_processor_nothing_is_forked(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ahead.os, "fork", lambda: pytest.fail("forked"), raising=False)
    monkeypatch.setattr(ahead, "processors", lambda: 1)
    monkeypatch.delitem(sys.modules, "numpy", raising=False)
    articles = [reconcile.read_article(text) for text in (FIRST, SECOND)]
    assert read_ahead(articles) is load_encoder()


def test_the_places_that_are_asked_for_are_foreseen() -> None:
    report = reconcile.compare([FIRST, SECOND], semantic=False)
    claims = [claim for claim in report.claims if claim.focus.value is not None]
    for article, asked in zip(report.articles, asked_of(claims, report.articles), strict=True):
        assert likely_places(article) == asked.places
