"""Winnowing keeps what it promises, against a search that tries every place."""

from __future__ import annotations

import itertools

from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from reconcile.origins import trace_origins
from reconcile.origins.copies import copies_among
from reconcile.origins.fingerprints import WINDOW, WORDS, fingerprints
from reconcile.origins.runs import Run, runs_from, seeds_with_first, shared_fingerprints
from reconcile.origins.words import words_of
from tests.origins.articles import told

TOKENS = st.lists(st.sampled_from("ka lo mi nu pe ra so ti vu we xy zo".split()), max_size=40)


def _words(tokens: list[str]):
    return words_of(told(" ".join(tokens)))


def _every_run(a: tuple[str, ...], b: tuple[str, ...]) -> set[Run]:
    found = set()
    for one in range(len(a)):
        for other in range(len(b)):
            if one and other and a[one - 1] == b[other - 1]:
                continue
            size = 0
            while (
                one + size < len(a) and other + size < len(b) and a[one + size] == b[other + size]
            ):
                size += 1
            if size:
                found.add(Run(one, other, size))
    return found


@given(TOKENS, TOKENS, TOKENS, TOKENS)
def test_every_long_run_is_found_as_long_as_it_goes(before, shared, between, behind) -> None:
    """ "any run of WORDS + WINDOW - 1 words that two texts share leaves a fingerprint in both" """
    a, b = _words([*before, *shared, *between]), _words([*behind, *shared, *before])
    seeds = seeds_with_first(shared_fingerprints([a, b])).get((0, 1), [])
    found = set(runs_from(seeds, a, b))
    every = _every_run(a.forms, b.forms)
    assert found <= every
    counts = {a.forms[i : i + WORDS] for i in range(len(a.forms))}
    repeated = len(counts) < len(a.forms)
    if not repeated:
        assert {run for run in every if run.length >= WORDS + WINDOW - 1} <= found


@given(TOKENS)
def test_a_fingerprint_is_kept_in_every_window(tokens) -> None:
    places = [place for _, place in fingerprints(tokens)]
    assert all(b - a <= WINDOW for a, b in itertools.pairwise(places))
    assert bool(places) == (len(tokens) >= WORDS)


@given(st.text(max_size=300), st.text(max_size=300))
def test_any_text_can_be_traced(first, second) -> None:
    articles = [told(first), evolve(told(f"{second} {first}"), id="b")]
    assert trace_origins(articles).origins == trace_origins(articles[::-1]).origins


@given(st.integers(0, 5))
def test_an_article_is_a_copy_of_itself_and_of_nothing_else(seed) -> None:
    text = " ".join(f"word{seed}x{n} of line{n}" for n in range(60))
    same, other = words_of(told(text)), _words(["ka", "lo"] * 20)
    assert [(copy.a, copy.b, copy.is_whole) for copy in copies_among([same, other, same])] == [
        (0, 2, True)
    ]
