"""A reader in; characters a second, how time grows with length, and a cold start's cost out."""

from __future__ import annotations

import datetime
import subprocess
import sys
import time
from pathlib import Path

from benchmarks.values.found import Reader
from benchmarks.values.packs import PACKS, read_packs

SIZES = (10_000, 100_000, 1_000_000, 10_000_000)
#: modules that reading a value must not load
HEAVY = ("spacy", "pint", "pandas", "numpy", "babel", "trafilatura", "rich", "currency_converter")
COLD = "from reconcile.values import read_values; read_values('$73 billion over two weeks')"


def pack_articles(folder: Path = PACKS) -> list[tuple[str, datetime.datetime | None]]:
    """Every article of the packs with its publication time."""
    return [
        (source.text, source.published)
        for pack in read_packs(folder)
        for source in pack.sources.values()
    ]


def characters_a_second(
    reader: Reader,
    articles: list[tuple[str, datetime.datetime | None]],
    *,
    repeats: int = 3,
) -> float:
    """The best of some runs over all articles, after one article to warm up."""
    reader.read(*articles[0])
    size = sum(len(text) for text, _ in articles)
    best = float("inf")
    for _ in range(repeats):
        began = time.perf_counter()
        for text, published in articles:
            reader.read(text, published)
        best = min(best, time.perf_counter() - began)
    return size / best


def text_of(size: int, articles: list[tuple[str, datetime.datetime | None]]) -> str:
    """Pack text, repeated to a size."""
    whole = "\n\n".join(text for text, _ in articles)
    return (whole * (size // len(whole) + 1))[:size]


def growth(reader: Reader, *, sizes: tuple[int, ...] = SIZES) -> list[tuple[int, float]]:
    """Seconds for one text of each size."""
    articles = pack_articles()
    published = articles[0][1]
    measured = []
    for size in sizes:
        text = text_of(size, articles)
        began = time.perf_counter()
        reader.read(text, published)
        measured.append((size, time.perf_counter() - began))
    return measured


def cold_start(*, repeats: int = 5) -> tuple[float, list[str]]:
    """Seconds from a cold interpreter to the first reading, and the heavy modules loaded."""
    best = float("inf")
    for _ in range(repeats):
        began = time.perf_counter()
        subprocess.run([sys.executable, "-c", COLD], check=True)
        best = min(best, time.perf_counter() - began)
    listing = f"{COLD}; import sys; print(*(m for m in {HEAVY!r} if m in sys.modules))"
    done = subprocess.run(
        [sys.executable, "-c", listing], check=True, capture_output=True, text=True
    )
    return best, done.stdout.split()


def report(reader: Reader) -> list[str]:
    """Our own figures as lines."""
    lines = [
        f"pack articles: {characters_a_second(reader, pack_articles()):,.0f} characters a second"
    ]
    for size, seconds in growth(reader):
        lines.append(f"{size:12,} characters: {seconds:8.3f} s   {size / seconds:10,.0f} a second")
    seconds, heavy = cold_start()
    lines.append(
        f"cold start to the first reading: {seconds:.3f} s; heavy modules loaded: {heavy or 'none'}"
    )
    return lines
