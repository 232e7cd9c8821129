"""Verdicts on names, roles, quotes, places and polarity with the two mentions handed over.

`python -m benchmarks.words [--verbose] [--half odd|even]` takes every pair of these kinds from the
answer sheets, disputed ones left out, gives each side the clause that holds it, and compares the
two as known to be of one fact. `agree` and `compatible` count as one, as the packs' README says.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from attrs import evolve

from benchmarks.sheets import folders_of, start_of
from benchmarks.values.tally import Share, Shares
from reconcile import extract_claims, read_articles
from reconcile.comparison import compare
from reconcile.model import Article, Claim, Clause, Mention, Span

STORIES = Path(__file__).parent / "stories"
KINDS = ("name", "role", "quote", "polarity", "place")
ALIKE = frozenset(("agree", "compatible"))


def handed_over(
    article: Article, claims: Sequence[Claim], mention: dict[str, Any], kind: str
) -> Claim:
    """The mention of an answer sheet as a claim, in the clause that holds it."""
    start = start_of(article.text, mention)
    end = start + len(mention["quote"])
    focus = Mention(start, end, mention["quote"], kind)  # type: ignore[arg-type]
    same = [c for c in claims if c.kind == kind and c.focus.start < end and start < c.focus.end]
    if same:
        shared = [min(c.focus.end, end) - max(c.focus.start, start) for c in same]
        return evolve(same[shared.index(max(shared))], focus=focus)
    around = [c for c in claims if c.clause.start <= start and end <= c.clause.end]
    if around:
        nearest = min(
            around, key=lambda c: (c.clause.end - c.clause.start, abs(c.focus.start - start))
        )
        return evolve(nearest, focus=focus)
    line = Span(article.text.rfind("\n", 0, start) + 1, (article.text + "\n").find("\n", end))
    clause = Clause(line.start, line.end, line, "body", 1, None, "", focus.span)
    return Claim(article.id, focus, clause)


def verdicts(pack: Path) -> Iterator[tuple[dict[str, Any], str]]:
    """Each pair of the pack's answer sheet with the verdict that the comparison gives."""
    sheet = json.loads((pack / "gold.json").read_text("utf-8"))
    articles = read_articles([pack])
    named = {Path(article.path or "").name: article for article in articles}
    by_source = {source["id"]: named[source["file"]] for source in sheet["sources"]}
    claims = extract_claims(articles)
    own = {article.id: [c for c in claims if c.article == article.id] for article in articles}
    for pair in sheet["pairs"]:
        if pair["kind"] not in KINDS or pair.get("disputed"):
            continue
        sides = []
        for side in (pair["a"], pair["b"]):
            article = by_source[side["source"]]
            sides.append((handed_over(article, own[article.id], side, pair["kind"]), article))
        (a, article_a), (b, article_b) = sides
        judgement = compare(a, b, article_a, article_b, paired=True)
        yield pair, judgement.verdict if judgement else "none"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--verbose", action="store_true", help="list every wrong verdict")
    parser.add_argument("--half", choices=("odd", "even"), help="every other pack, by name")
    options = parser.parse_args()
    kinds, conflicts = Shares(), Share()
    for pack in folders_of([STORIES], options.half):
        for pair, given in verdicts(pack):
            wanted = pair["verdict"]
            right = given == wanted or {given, wanted} <= ALIKE
            a, b = pair["a"]["quote"], pair["b"]["quote"]
            error = f"{pack.name}: {wanted} given as {given}: «{a}» / «{b}» ({pair['why']})"
            kinds.add(pair["kind"], right=right, error=error)
            if wanted == "conflict":
                conflicts.add(right=right)
    print(f"verdicts right:    {kinds.total()}")
    print(f"conflicts found:   {conflicts}")
    print(*kinds.lines(), sep="\n")
    if options.verbose:
        print(*kinds.error_lines(), sep="\n")


if __name__ == "__main__":
    main()
