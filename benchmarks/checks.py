"""Checks inside one article, on the story packs' answer sheets and on text that should be clean.

    python -m benchmarks.checks [--verbose] [PACK ...]
    python -m benchmarks.checks --clean meantime.jsonl [--verbose]

A finding meets an item of the answer sheet where the two share words, as the packs' scorer has it.
On clean text every finding counts against us until somebody has looked at it.
"""

from __future__ import annotations

import argparse
import datetime
import json
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from attrs import evolve

from benchmarks.sheets import start_of
from reconcile.articles import read_article, read_articles
from reconcile.checks import check_article
from reconcile.claims import extract_claims
from reconcile.errors import ReconcileError
from reconcile.model import Article, Check
from reconcile.verification import verify

STORIES = Path(__file__).parent / "stories"
Place = tuple[str, int, int]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--verbose", action="store_true", help="list every finding and every miss")
    parser.add_argument("--clean", type=Path, help="JSON lines of articles without known errors")
    parser.add_argument("packs", nargs="*", type=Path, help="story packs; all of them by default")
    given = parser.parse_args()
    if given.clean:
        print(measure_clean(given.clean, verbose=given.verbose))
        return
    packs = given.packs or sorted(path.parent for path in STORIES.glob("*/gold.json"))
    print(measure_packs(packs, verbose=given.verbose))


def measure_packs(packs: Sequence[Path], *, verbose: bool = False) -> str:
    """Precision and recall over packs, and how many findings can be replayed."""
    found = right = wanted = met = replayed = 0
    for pack in packs:
        articles = read_articles([pack])
        claims = extract_claims(articles)
        sheet = json.loads((pack / "gold.json").read_text(encoding="utf-8"))
        items = list(_items(sheet, articles))
        checks = [check for article in articles for check in check_article(claims, article)]
        hits = {id(check): [_meets(check, item) for item in items] for check in checks}
        found += len(checks)
        right += sum(any(hits[id(check)]) for check in checks)
        wanted += len(items)
        met += sum(any(hit[at] for hit in hits.values()) for at in range(len(items)))
        replayed += sum(verify(check, articles).holds for check in checks)
        if verbose:
            _list(pack.name, checks, hits, sheet)
    return (
        f"{len(packs)} packs: precision {right}/{found}, recall {met}/{wanted}, "
        f"replayed {replayed}/{found}"
    )


def measure_clean(path: Path, *, verbose: bool = False) -> str:
    """How many findings there are on articles that should have none."""
    articles = findings = 0
    for line in path.read_text(encoding="utf-8").splitlines():
        article = _article(json.loads(line))
        if article is None:
            continue
        articles += 1
        for check in check_article(extract_claims([article]), article):
            findings += 1
            if verbose:
                print(f"{article.id}: {check.explanation}")
    return f"{articles} articles: {findings} findings"


def _article(data: dict[str, Any]) -> Article | None:
    try:
        published = datetime.datetime.fromisoformat(data["reference"][:10])
    except (TypeError, ValueError):
        published = None
    try:
        text = data["text"].replace("\n", "\n\n")
        return evolve(read_article(f"{text}\n", published=published), id=data["id"])
    except ReconcileError:
        return None


def _items(sheet: dict[str, Any], articles: Sequence[Article]) -> Iterator[list[Place]]:
    """The places of the words of each item of the answer sheet."""
    files = {source["id"]: source["file"] for source in sheet["sources"]}
    by_file = {Path(article.path or "").name: article for article in articles}
    for item in sheet.get("internal", ()):
        yield [_place(each, by_file[files[each["source"]]]) for each in item["mentions"]]


def _place(mention: dict[str, Any], article: Article) -> Place:
    start = start_of(article.text, mention)
    return article.id, start, start + len(mention["quote"])


def _meets(check: Check, item: Sequence[Place]) -> bool:
    return any(
        cited.article == name and cited.start < end and start < cited.end
        for cited in check.citations
        for name, start, end in item
    )


def _list(
    pack: str, checks: Sequence[Check], hits: dict[int, list[bool]], sheet: dict[str, Any]
) -> None:
    for check in checks:
        print(f"{pack}: {'' if any(hits[id(check)]) else 'not listed: '}{check.explanation}")
    for at, item in enumerate(sheet.get("internal", ())):
        if not any(hit[at] for hit in hits.values()):
            print(f"{pack}: missed: {item['why']}")


if __name__ == "__main__":
    main()
