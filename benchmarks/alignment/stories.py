"""A story pack in, its articles, claims and labelled pairs out: what the aligner learns from."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any, Final

from attrs import frozen

from reconcile.model import VALUE_KINDS, Article, Claim, Span

STORIES: Final = Path(__file__).parent.parent / "stories"
FURTHER_STORIES: Final = Path(__file__).parent.parent / "further-stories"
LATER_STORIES: Final = Path(__file__).parent.parent / "later-stories"
Pair = tuple[int, int]


@frozen
class GoldPair:
    """One line of an answer sheet: two spans, and what they are to each other."""

    a: tuple[str, Span]
    b: tuple[str, Span]
    kind: str
    verdict: str
    disputed: bool
    why: str = ""


@frozen(eq=False)
class Story:
    """One story as the aligner meets it, with its answer sheet."""

    name: str
    #: the set of packs that it belongs to
    collection: str
    articles: Sequence[Article]
    claims: Sequence[Claim]
    gold: Sequence[GoldPair]
    lookalikes: Sequence[tuple[tuple[str, Span], tuple[str, Span]]]


def pack_folders(root: Path = STORIES) -> list[Path]:
    """The story packs, by name."""
    return sorted(sheet.parent for sheet in root.glob("*/gold.json"))


def labelled_folders() -> list[Path]:
    """The packs of all sets, which the weights are learned from."""
    roots = STORIES, FURTHER_STORIES, LATER_STORIES
    return [folder for root in roots for folder in pack_folders(root)]


def read_stories(folders: Iterable[Path]) -> list[Story]:
    """Every pack read, parsed and labelled; the parser is loaded once."""
    return [read_story(folder) for folder in folders]


def read_story(folder: Path, sheet: Path | None = None) -> Story:
    """One pack, its answer sheet beside the articles unless another is named."""
    from reconcile.articles import read_articles
    from reconcile.claims import extract_claims

    articles = read_articles([folder])
    claims = extract_claims(articles)
    answers = json.loads((sheet or folder / "gold.json").read_text(encoding="utf-8"))
    place = _Placer(answers["sources"], articles)
    gold = [
        GoldPair(a, b, entry["kind"], entry["verdict"], bool(entry.get("disputed")), entry["why"])
        for entry in answers["pairs"]
        if (a := place(entry["a"])) and (b := place(entry["b"]))
    ]
    lookalikes = [
        (a, b)
        for entry in answers.get("lookalikes", ())
        if (a := place(entry["a"])) and (b := place(entry["b"]))
    ]
    return Story(folder.name, folder.parent.name, articles, claims, gold, lookalikes)


class _Placer:
    """Answer-sheet mentions in, article ids and spans out."""

    def __init__(self, sources: Sequence[Mapping[str, Any]], articles: Sequence[Article]) -> None:
        by_file = {Path(article.path or "").name: article for article in articles}
        self.articles = {source["id"]: by_file[Path(source["file"]).name] for source in sources}

    def __call__(self, mention: Mapping[str, Any]) -> tuple[str, Span] | None:
        article = self.articles[mention["source"]]
        start = -1
        for _ in range(mention.get("occurrence", 1)):
            start = article.text.find(mention["quote"], start + 1)
        if start < 0:
            start = article.text.find(mention["quote"])
        return (article.id, Span(start, start + len(mention["quote"]))) if start >= 0 else None


@frozen(eq=False)
class Labels:
    """Which pairs of claims the answer sheet holds to be one fact, or forbids."""

    #: pair of claims: the lines of the sheet that it meets
    hits: Mapping[Pair, Sequence[int]]
    forbidden: frozenset[Pair]


def label(story: Story) -> Labels:
    """The labels of a story, by indexes into its claims; the smaller index first."""
    by_article: dict[str, list[int]] = defaultdict(list)
    for index, claim in enumerate(story.claims):
        by_article[claim.article].append(index)

    def meeting(place: tuple[str, Span]) -> list[int]:
        return [
            index
            for index in by_article[place[0]]
            if story.claims[index].focus.start < place[1].end
            and place[1].start < story.claims[index].focus.end
        ]

    hits: dict[Pair, list[int]] = defaultdict(list)
    for number, gold in enumerate(story.gold):
        for a in meeting(gold.a):
            for b in meeting(gold.b):
                if _one_group(story.claims[a], gold) and _one_group(story.claims[b], gold):
                    hits[min(a, b), max(a, b)].append(number)
    forbidden = {
        (min(a, b), max(a, b))
        for first, second in story.lookalikes
        for a in meeting(first)
        for b in meeting(second)
    }
    return Labels(dict(hits), frozenset(forbidden - hits.keys()))


def _one_group(claim: Claim, gold: GoldPair) -> bool:
    """Whether both are about values, or both are not."""
    return (claim.kind in VALUE_KINDS) == (gold.kind in VALUE_KINDS)
