"""What an editor would see: pairs of ordinary articles, half of them without a contradiction.

usage: python -m benchmarks.desk [FILE...] [--verbose]

The packs are dense with conflicts and near misses; news is not. Each file of ``benchmarks/desk``
holds pairs of articles, and the words of the contradictions that were written into them; some also
those of every figure that both articles tell. Counted are the contradictions that a flagged
conflict finds, the flagged conflicts that find none, and the consistent pairs without any.
"""

from __future__ import annotations

import argparse
import datetime
import itertools
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Final

from attrs import evolve, frozen

import reconcile
from reconcile.model import Article, Claim, Fact

FOLDER = Path(__file__).parent / "desk"
#: kinds whose focus may stand beside the words that were changed
LOOSE = ("name", "role", "polarity", "place")


#: what two articles can say of one fact
SAME: Final = "same"
DIFFER: Final = "differ"
LATER: Final = "later"


@frozen
class Told:
    """A fact that two articles tell: by article its words, and whether they agree."""

    verdict: str
    words: tuple[tuple[str, ...], tuple[str, ...]]


@frozen
class Pair:
    """Two articles, and facts that both tell."""

    title: str
    articles: tuple[Article, Article]
    facts: tuple[Told, ...]
    #: whether these are all the figures that both tell, and not the contradictions alone
    labelled: bool

    @property
    def planted(self) -> list[Told]:
        """The contradictions that were written into them."""
        return [told for told in self.facts if told.verdict == DIFFER]


def main() -> None:
    """Print a line for each file, and with ``--verbose`` every false alarm and every miss."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("files", type=Path, nargs="*", default=sorted(FOLDER.glob("*.txt")))
    parser.add_argument("--verbose", action="store_true")
    arguments = parser.parse_args()
    for path in arguments.files:
        tally: Counter[str] = Counter()
        for pair in read_pairs(path.read_text("utf-8")):
            report = reconcile.compare(pair.articles)
            count(pair, [finding.fact for finding in report.conflicts], tally, arguments.verbose)
        print(
            f"{path.stem}: {tally['found']} of {tally['planted']} contradictions found,"
            f" {tally['false']} false alarms, {tally['quiet']} of {tally['consistent']}"
            " consistent pairs without one"
        )


def read_pairs(text: str) -> Iterator[Pair]:
    """The pairs of a file; how one is written is said in the README beside it."""
    for block in re.split(r"^== ", text, flags=re.MULTILINE)[1:]:
        head, body = block.split("\n", 1)
        body, labelled, lines = body.partition("\n--labels\n")
        first, second = re.split(r"^--[AB] ", body, flags=re.MULTILINE)[1:]
        title, _, planted = head.partition(" | planted: ")
        facts = [_told(DIFFER, each) for each in planted.split(" ;; ") if each]
        facts += [_told(*line.split(": ", 1)) for line in lines.splitlines() if line]
        yield Pair(
            title, (_article(first, "A"), _article(second, "B")), tuple(facts), bool(labelled)
        )


def _told(verdict: str, line: str) -> Told:
    first, _, second = line.partition("~")
    words = [
        tuple(each.strip() for each in side.split(" | ") if each.strip())
        for side in (first, second)
    ]
    return Told(verdict, (words[0], words[1]))


def _article(text: str, name: str) -> Article:
    time, body = text.split("\n", 1)
    published = datetime.datetime.fromisoformat(time.strip()).replace(tzinfo=datetime.UTC)
    return evolve(reconcile.read_article(f"{body.strip()}\n", published=published), id=name)


def count(pair: Pair, conflicts: Sequence[Fact], tally: Counter[str], verbose: bool) -> None:
    """Add what was found in a pair, and what was not."""
    found = [
        {k for k, told in enumerate(pair.planted) if _finds(fact, pair, told)} for fact in conflicts
    ]
    false = [fact for fact, each in zip(conflicts, found, strict=True) if not each]
    missed = set(range(len(pair.planted))).difference(*found)
    tally["planted"] += len(pair.planted)
    tally["found"] += len(pair.planted) - len(missed)
    tally["false"] += len(false)
    tally["consistent"] += not pair.planted
    tally["quiet"] += not pair.planted and not false
    if verbose:
        for fact in false:
            print(f"{pair.title}: FALSE {fact.kind}", *(f"\n    {each}" for each in fact.claims))
        for k in sorted(missed):
            first, second = pair.planted[k].words
            print(f"{pair.title}: MISSED", " | ".join(first), "~", " | ".join(second))


def _finds(fact: Fact, pair: Pair, told: Told) -> bool:
    """Whether a conflict is that of the words planted in the two articles."""
    return any(
        all(map(_tells, _in_order(fact.claims[each.a], fact.claims[each.b]), pair.articles, words))
        for each in fact.comparisons
        if each.verdict == "conflict"
        for words in itertools.product(*told.words)
    )


def _in_order(a: Claim, b: Claim) -> tuple[Claim, Claim]:
    return (a, b) if a.article == "A" else (b, a)


def _tells(claim: Claim, article: Article, planted: str) -> bool:
    return tells_there(claim, article, planted) or tells_elsewhere(claim, article, planted)


def tells_there(claim: Claim, article: Article, planted: str) -> bool:
    """Whether a claim stands at the planted words."""
    start = article.text.index(planted)
    end = start + len(planted)
    return claim.focus.start < end and start < claim.focus.end


def tells_elsewhere(claim: Claim, article: Article, planted: str) -> bool:
    """Whether a claim tells the planted figure in other words, or the same beside them."""
    sentence, start = claim.clause.sentence, article.text.index(planted)
    if claim.kind in LOOSE and sentence.start <= start < sentence.end:
        return True
    told, words = claim.focus.text.lower(), planted.lower()
    return told in words or words in told


if __name__ == "__main__":
    main()
