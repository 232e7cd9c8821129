"""Readers in, one table out: on the same texts, found, right value, right bound, speed."""

from __future__ import annotations

from pathlib import Path

from benchmarks.values import heldout, meantime, speed, stories
from benchmarks.values.found import Reader
from benchmarks.values.packs import PACKS, read_packs
from benchmarks.values.tally import Share, Shares

#: articles of the packs that each reader is timed on: the slowest peer needs seconds for each
TIMED_ARTICLES = 12


def compare(readers: list[Reader], *, meantime_path: Path | None = None) -> list[str]:
    """The table, a reader a row, and each figure's meaning above it."""
    lines = [
        "found: share of the labelled mentions of the kinds that the reader claims, on the packs",
        "value, bound: on the invented sentences, of those it claims; spurious: readings elsewhere",
        "dates: how many of 100 sentences without a date, time or duration have one found in them",
        "timex: F1 of dates and durations found, and right in value, on MEANTIME",
        "",
        f"{'reader':24} {'found':>6} {'value':>6} {'bound':>6} {'spurious':>8}"
        f" {'dates':>6} {'timex':>6} {'value':>6} {'chars/s':>10}",
    ]
    return lines + [_row(reader, meantime_path) for reader in readers]


def _row(reader: Reader, meantime_path: Path | None) -> str:
    held = heldout.score_reader(reader)
    found, total = _found_on_packs(reader)
    values, bounds = (_of_claimed(shares, held.found) for shares in (held.value, held.bound))
    spurious = held.spurious.total()
    dates = len({text for text, _ in heldout.false_dates(reader)})
    timex = ["", ""]
    if meantime_path is not None and {"date", "duration"} & reader.kinds:
        score = meantime.score_file(reader, meantime_path)
        timex = [f"{score.classes['timex'].f1:.3f}", f"{score.values.f1:.3f}"]
    rate = speed.characters_a_second(reader, speed.pack_articles()[:TIMED_ARTICLES], repeats=1)
    return (
        f"{reader.name + ' ' + reader.version:24} {found / total:6.3f} {values:6.3f} {bounds:6.3f}"
        f" {spurious.total - spurious.right:8} {dates:6} {timex[0]:>6} {timex[1]:>6} {rate:10,.0f}"
    )


def _of_claimed(shares: Shares, claimed: Shares) -> float:
    return Share(shares.total().right, claimed.total().total).share


def _found_on_packs(reader: Reader) -> tuple[int, int]:
    score = stories.StoryScore()
    for pack in read_packs(PACKS):
        stories.score_pack(score, pack, stories.read_pack(reader, pack))
    claimed = [share for kind, share in score.mentions.shares.items() if kind in reader.kinds]
    return sum(share.right for share in claimed), sum(share.total for share in claimed)
