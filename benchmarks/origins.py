"""How well the origins of the packs are found, and what it costs: `python -m benchmarks.origins`.

The packs do not say which articles are copies; `tests/origins/packs.toml` does, from reading them.
"""

from __future__ import annotations

import argparse
import itertools
import random
import time
import tracemalloc
from collections.abc import Sequence
from pathlib import Path

import tomli
from attrs import evolve

from reconcile import read_articles
from reconcile.model import Article, Segment
from reconcile.origins import trace_origins

ROOT = Path(__file__).parents[1]
STORIES = ROOT / "benchmarks" / "stories"


def labelled() -> dict[str, dict[str, list[list[str]]]]:
    return tomli.loads((ROOT / "tests/origins/packs.toml").read_text("utf-8"))


def found_pairs(articles: Sequence[Article]) -> tuple[set[frozenset[str]], set[frozenset[str]]]:
    """The pairs of articles that stand on one report as a whole, and those that do in part."""
    whole, partly = set(), set()
    for origin in trace_origins(articles).origins:
        for pair in itertools.combinations(origin.articles, 2):
            (partly if set(pair) & set(origin.partly) else whole).add(frozenset(pair))
    return whole, partly


def packs() -> None:
    """Precision and recall of pairs over the packs."""
    known = labelled()
    tally = {"whole": [0, 0, 0], "partly": [0, 0, 0]}
    pairs = 0
    for folder in sorted(each for each in STORIES.iterdir() if each.is_dir()):
        articles = read_articles([folder])
        pairs += len(articles) * (len(articles) - 1) // 2
        for name, found in zip(tally, found_pairs(articles), strict=True):
            wanted = {frozenset(pair) for pair in known.get(folder.name, {}).get(name, [])}
            tally[name][0] += len(found & wanted)
            tally[name][1] += len(found - wanted)
            tally[name][2] += len(wanted - found)
    print(f"{pairs} pairs of articles of one story")
    for name, (right, wrong, missed) in tally.items():
        print(f"{name:8} {right} found, {wrong} wrong, {missed} missed")


def written(words: int, seed: int) -> str:
    """Sentences of made-up words that no other seed writes."""
    chance = random.Random(seed)
    syllables = "ba co di fu ga he ki lo mu ne pa ri so tu va we xo ya zu sta bre clo".split()
    known = ["".join(chance.choices(syllables, k=chance.randint(1, 4))) for _ in range(3000)]
    little = "the of and to in a for that with on by from was is at".split()
    sentences = []
    while words > 0:
        size = chance.randint(8, 30)
        line = [chance.choice(known if chance.random() < 0.6 else little) for _ in range(size)]
        sentences.append(" ".join(line).capitalize() + ".")
        words -= size
    return " ".join(sentences)


def article(name: str, text: str) -> Article:
    return Article(name, text, segments=(Segment(0, len(text), "body", 1),))


def edited(text: str, seed: int) -> str:
    """The text with one word in twenty changed."""
    chance = random.Random(seed)
    return " ".join(word if chance.random() > 0.05 else word[::-1] for word in text.split())


def cost() -> None:
    """Time and memory: unrelated articles, copies of one wire, and long texts."""
    wire = written(600, 0)
    sets = {
        "50 unrelated articles": [article(f"a{n}", written(600, n + 1)) for n in range(50)],
        "50 copies of one wire": [article(f"a{n}", edited(wire, n)) for n in range(50)],
        "50 the same": [article(f"a{n}", wire) for n in range(50)],
    }
    for megabytes in (1, 2):
        long = written(megabytes * 165_000, 7)
        sets[f"{len(long) / 1e6:.1f} MB and an article of it"] = [
            article("long", long),
            article("part", long[5_000:9_000]),
        ]
    row = "a line that every table has, with the same words in each of its rows. " * 14_000
    sets[f"{len(row) / 1e6:.1f} MB of one line, twice"] = [article("a", row), article("b", row)]
    for name, articles in sets.items():
        started = time.perf_counter()
        traced = trace_origins(articles)
        seconds = time.perf_counter() - started
        tracemalloc.start()
        trace_origins([evolve(each) for each in articles])
        peak = tracemalloc.get_traced_memory()[1] / 1e6
        tracemalloc.stop()
        joined = [len(origin.articles) for origin in traced.origins]
        print(f"{name:40} {seconds:7.2f} s {peak:8.0f} MB  origins of {joined}")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("what", choices=("packs", "cost", "all"), nargs="?", default="all")
    asked = parser.parse_args().what
    for what in ("packs", "cost") if asked == "all" else (asked,):
        {"packs": packs, "cost": cost}[what]()


if __name__ == "__main__":
    main()
