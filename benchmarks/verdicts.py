"""How many verdicts of story packs are given right, with the two mentions of each pair handed over.

usage: python -m benchmarks.verdicts PACKS... [--half odd|even] [--pickled FILE] [--verbose]

PACKS are folders of story packs, with their answer sheets; disputed pairs are left out. Each side
is the claim that holds the quote, or else the reading of it; of several, those of the labelled
kind, of one kind and in one unit come first. Of a date of which only a part is quoted that part is
read. Names, roles, places and quotations are handed over as they are quoted. A pair of which one
side is read nowhere counts as wrong. For names, roles, quotations, places and polarity "agree" and
"compatible" count as one. ``--pickled`` is a file with {pack name: (articles, claims)}.
"""

from __future__ import annotations

import argparse
import itertools
import json
import pickle
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from attrs import evolve

from benchmarks.sheets import add_pack_arguments, folders_of, start_of
from reconcile.articles import read_articles
from reconcile.claims import extract_claims
from reconcile.comparison import compare
from reconcile.model import VALUE_KINDS, Article, Claim, Judgement, Mention
from reconcile.values import read_values, sets
from reconcile.values.reader import mentions_of

Read = tuple[Sequence[Article], Sequence[Claim]]


def main() -> None:
    """Print the share of right verdicts by kind and by verdict."""
    parser = argparse.ArgumentParser(description=__doc__)
    add_pack_arguments(parser)
    arguments = parser.parse_args()
    folders = folders_of(arguments.packs, arguments.half)
    kept = pickle.loads(arguments.pickled.read_bytes()) if arguments.pickled else {}
    counted: Counter[tuple[str, str, bool]] = Counter()
    for folder in folders:
        for line in _score(folder, kept.get(folder.name) or _read(folder), counted):
            if arguments.verbose:
                print(line)
    _print(counted)


def _score(folder: Path, read: Read, counted: Counter[tuple[str, str, bool]]) -> list[str]:
    sheet = json.loads((folder / "gold.json").read_text(encoding="utf-8"))
    articles, claims = read
    by_file = {Path(article.path or article.id).name: article for article in articles}
    named = {source["id"]: by_file[source["file"]] for source in sheet["sources"]}
    wrong = []
    for pair in sheet["pairs"]:
        if pair.get("disputed"):
            continue
        sides = [_claims_of(pair[side], pair["kind"], named, claims) for side in "ab"]
        judgement = _judge(pair, sides, {article.id: article for article in articles})
        given = "none" if judgement is None else judgement.verdict
        right = _folded(given, pair["kind"]) == _folded(pair["verdict"], pair["kind"])
        counted[pair["kind"], pair["verdict"], right] += 1
        if not right:
            why = "" if judgement is None else f"{judgement.reason}: {judgement.explanation}"
            quotes = f"{pair['a']['quote']!r} {pair['b']['quote']!r}"
            told = f"{folder.name} {pair['kind']}: {quotes} {pair['verdict']} given as {given}"
            wrong.append(f"{told}\n    {why}\n    {pair.get('why', '')}")
    return wrong


def _judge(
    pair: dict[str, Any], sides: list[list[Claim]], articles: dict[str, Article]
) -> Judgement | None:
    both = list(itertools.product(*sides))
    if not both:
        return None
    a, b = max(both, key=lambda two: _fit(pair["kind"], *two))
    return compare(a, b, articles[a.article], articles[b.article], paired=True)


def _fit(kind: str, a: Claim, b: Claim) -> tuple[int, bool, bool, int]:
    """How well two claims fit what is labelled; the first of a quote comes first."""
    one, other = a.focus.value, b.focus.value
    units = one is not None and other is not None and one.unit == other.unit
    return ((a.kind == kind) + (b.kind == kind), a.kind == b.kind, units,
            -a.focus.start - b.focus.start)  # fmt: skip


def _claims_of(
    mention: dict[str, Any], kind: str, named: dict[str, Article], claims: Sequence[Claim]
) -> list[Claim]:
    """The claims that a quote may be about, with the quote as their focus where it has no value."""
    article = named[mention["source"]]
    start = start_of(article.text, mention)
    end = start + len(mention["quote"])
    own = [claim for claim in claims if claim.article == article.id]
    over = [claim for claim in own if claim.focus.start < end and start < claim.focus.end]
    if kind in VALUE_KINDS:
        valued = [claim for claim in over if claim.focus.value is not None]
        valued = [_as_quoted(claim, article, start, end) for claim in valued]
        return valued or [
            evolve(claim, focus=mention)
            for mention in mentions_of(article)
            if mention.start < end and start < mention.end
            for claim in _around(own, start)
        ]
    there = [claim for claim in over if claim.kind == kind] or over or _around(own, start)
    handed = Mention(start, end, mention["quote"], kind)  # type: ignore[arg-type]
    return [evolve(claim, focus=handed) for claim in there[:1]]


def _as_quoted(claim: Claim, article: Article, start: int, end: int) -> Claim:
    """A date of which only a part is quoted, read from that part: the rest of it is blanked."""
    focus = claim.focus
    if focus.kind != "date" or start <= focus.start and focus.end <= end:
        return claim
    text = article.text
    kept = text[max(start, focus.start) : min(end, focus.end)]
    before = " " * max(start - focus.start, 0)
    behind = " " * max(focus.end - end, 0)
    left = text[focus.start : focus.end].replace(kept, "")
    if not any(each.isdigit() or each.isupper() for each in left):
        return claim
    blanked = text[: focus.start] + before + kept + behind + text[focus.end :]
    for mention in read_values(blanked, article.published):
        if mention.kind == "date" and mention.start < end and start < mention.end:
            value, whole = mention.value, focus.value
            if value and whole and not sets.disjoint(value.named, whole.named):
                return evolve(claim, focus=mention)
    return claim


def _around(claims: Sequence[Claim], start: int) -> list[Claim]:
    """A claim of the sentence that the quote stands in, or the one before it."""
    before = [claim for claim in claims if claim.clause.sentence.start <= start]
    return [max(before, key=lambda claim: claim.clause.sentence.start)] if before else []


def _folded(verdict: str, kind: str) -> str:
    return "agree" if verdict == "compatible" and kind not in VALUE_KINDS else verdict


def _print(counted: Counter[tuple[str, str, bool]]) -> None:
    for place, name in ((0, "kind"), (1, "verdict")):
        for each in sorted({key[place] for key in counted}):
            right = sum(count for key, count in counted.items() if key[place] == each and key[2])
            every = sum(count for key, count in counted.items() if key[place] == each)
            print(f"{name} {each:12} {right:5} of {every:5}  {right / every:.3f}")
    right = sum(count for key, count in counted.items() if key[2])
    print(f"all               {right:5} of {counted.total():5}  {right / counted.total():.3f}")


def _read(folder: Path) -> Read:
    articles = read_articles([folder])
    return articles, extract_claims(articles)


if __name__ == "__main__":
    main()
