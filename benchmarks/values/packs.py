"""A folder of story packs in, their texts and the value mentions of their answer sheets out."""

from __future__ import annotations

import datetime
import html
import json
import re
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from attrs import field, frozen

from reconcile.model import VALUE_KINDS

PACKS = Path(__file__).parent.parent / "stories"

_SILENT = re.compile(r"<(script|style|head)\b.*?</\1>", re.DOTALL | re.IGNORECASE)
_BLOCK = re.compile(
    r"</?(?:p|div|h\d|li|ul|ol|br|figcaption|figure|article|section|header|footer|nav|aside|main"
    r"|table|tr|td|th|blockquote|time)\b[^>]*>",
    re.IGNORECASE,
)
_TAG = re.compile(r"<[^>]*>")
_BLANK = re.compile(r"[ \t\r]*\n\s*")
_SPACES = re.compile(r"[ \t\r\n]+")


@frozen
class Source:
    """One article of a pack: its text and when it was published."""

    id: str
    text: str = field(repr=False)
    published: datetime.datetime | None


@frozen
class GoldMention:
    """A mention of an answer sheet, placed in its article's text."""

    source: str
    start: int
    end: int
    quote: str


@frozen
class GoldPair:
    """A pair of an answer sheet on two values."""

    a: GoldMention
    b: GoldMention
    kind: str
    verdict: str
    disputed: bool
    why: str


@frozen
class Pack:
    """One story: its articles, its pairs on values, and the mentions that could not be placed."""

    name: str
    sources: dict[str, Source]
    pairs: tuple[GoldPair, ...]
    unplaced: tuple[str, ...]


def read_packs(folder: Path = PACKS) -> Iterator[Pack]:
    """Every pack of a folder, in the order of their names."""
    for sheet in sorted(folder.glob("*/gold.json")):
        yield read_pack(sheet.parent)


def read_pack(folder: Path) -> Pack:
    """One pack."""
    sheet = json.loads((folder / "gold.json").read_text(encoding="utf-8"))
    manifest = tomllib.loads((folder / "sources.toml").read_text(encoding="utf-8"))
    published = {source["file"]: source.get("published") for source in manifest["source"]}
    sources = {
        source["id"]: Source(
            source["id"], read_text(folder / source["file"]), published.get(source["file"])
        )
        for source in sheet["sources"]
    }
    pairs, unplaced = [], []
    for pair in sheet["pairs"]:
        if pair["kind"] not in VALUE_KINDS:
            continue
        a, b = (_place(sources[pair[side]["source"]], pair[side]) for side in "ab")
        if a is None or b is None:
            unplaced += [pair[side]["quote"] for side, m in (("a", a), ("b", b)) if m is None]
            continue
        pairs.append(
            GoldPair(
                a, b, pair["kind"], pair["verdict"], bool(pair.get("disputed")), pair.get("why", "")
            )
        )
    return Pack(folder.name, sources, tuple(pairs), tuple(unplaced))


def read_text(path: Path) -> str:
    """An article's text; HTML goes through a crude stripper, so that no other room is measured."""
    text = path.read_text(encoding="utf-8")
    return strip_tags(text) if path.suffix == ".html" else text


def strip_tags(markup: str) -> str:
    """HTML without its tags: a line a block, entities resolved."""
    markup = _SPACES.sub(" ", _SILENT.sub(" ", markup))
    text = html.unescape(_TAG.sub("", _BLOCK.sub("\n", markup)))
    return _BLANK.sub("\n", text)


def _place(source: Source, mention: dict[str, Any]) -> GoldMention | None:
    quote: str = mention["quote"]
    start = -1
    for _ in range(mention.get("occurrence", 1)):
        start = source.text.find(quote, start + 1)
        if start < 0:
            return None
    return GoldMention(source.id, start, start + len(quote), quote)
