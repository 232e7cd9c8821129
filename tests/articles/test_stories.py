"""On the labelled stories: what an editor would compare is read, and dates are the printed ones."""

import datetime
import json
from pathlib import Path

import pytest

from reconcile.articles import read_article, read_articles, read_text

STORIES = Path(__file__).parents[2] / "benchmarks" / "stories"
PACKS = sorted(path.parent for path in STORIES.glob("*/gold.json"))
READ = {"headline", "standfirst", "caption", "body"}


def _mentions(sheet):
    for pair in sheet["pairs"]:
        yield from (pair["a"], pair["b"])
    for finding in (*sheet.get("internal", []), *sheet.get("joint", [])):
        yield from finding["mentions"]


def _place(text, mention):
    start = -1
    for _ in range(mention.get("occurrence", 1)):
        start = text.find(mention["quote"], start + 1)
    return start


def _unread(pack):
    """How many of a pack's labelled mentions there are, and those that no read segment holds."""
    sheet = json.loads((pack / "gold.json").read_text())
    articles = {s["id"]: read_article(pack / s["file"]) for s in sheet["sources"]}
    seen = {(m["source"], m["quote"], m.get("occurrence", 1)): m for m in _mentions(sheet)}
    unread = []
    for (source, quote, _), mention in sorted(seen.items()):
        article = articles[source]
        start = _place(article.text, mention)
        held = start >= 0 and any(
            s.role in READ and s.start < start + len(quote) and start < s.end
            for s in article.segments
        )
        if not held:
            unread.append((pack.name, source, quote))
    return len(seen), unread


@pytest.fixture(scope="module")
def unread():
    return [_unread(pack) for pack in PACKS]


def test_labelled_mentions_are_in_read_segments(unread):
    total = sum(count for count, _ in unread)
    missed = [mention for _, mentions in unread for mention in mentions]
    assert total > 4000
    assert len(missed) <= 8, missed


@pytest.mark.parametrize("pack", PACKS, ids=lambda pack: pack.name)
def test_segments_are_in_order_and_within_the_text(pack):
    for article in read_articles(pack):
        assert article.segments
        ends = [0]
        for segment in article.segments:
            assert ends[-1] <= segment.start < segment.end <= len(article.text)
            ends.append(segment.end)
        numbered = [s.paragraph for s in article.segments if s.role in ("body", "caption")]
        assert numbered == sorted(numbered)
        assert all(s.paragraph == 0 for s in article.segments if s.role not in ("body", "caption"))


@pytest.mark.parametrize("pack", PACKS, ids=lambda pack: pack.name)
def test_plain_text_is_not_altered(pack):
    for path in sorted(pack.glob("*.txt")):
        assert read_article(path).text == path.read_bytes().decode()


def test_dates_in_the_text_are_the_manifests_dates():
    wrong, found = [], 0
    for pack in PACKS:
        for source in json.loads((pack / "gold.json").read_text())["sources"]:
            if not source["file"].endswith(".txt"):
                continue
            article = read_text((pack / source["file"]).read_text(), name=source["file"])
            wanted = datetime.datetime.fromisoformat(source["published"])
            if article.published is not None:
                found += 1
                if article.published.date() != wanted.date():
                    wrong.append((pack.name, source["file"], article.published))
    assert found >= 75
    assert not wrong
