"""HTML in, its visible blocks in document order out, each with what its tags and classes say."""

from __future__ import annotations

import functools
import re
from typing import TYPE_CHECKING, Final

from reconcile import patterns
from reconcile.articles.vocabulary import rules_of, word_set
from reconcile.records import define, frozen

if TYPE_CHECKING:
    from lxml.etree import _Element

_WHITE: Final = patterns.compile(r"\s+")
_CLASS_WORD: Final = patterns.compile(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])")
_HIDDEN: Final = patterns.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.I)
#: tags that only group, dropped where a page nests them deeper than a parser goes
_GROUPING: Final = patterns.compile(
    r"</?(?:div|span|section|font|center|b|i|em|strong)\b[^<>]*>", re.I
)
#: an element that holds more of the page than this is not furniture whatever it is called
_MOST: Final = 0.5
_DEEPEST: Final = 2000
#: roles that are given to few words only, and how many letters those may have
_SHORT: Final = ("byline", "posted", "standfirst", "caption")
_LONGEST_SHORT: Final = 800


@define
class Node:
    """An element of the page, as far as its blocks need it."""

    parent: int
    tag: str
    hint: str
    letters: int = 0
    has_title: bool = False


@frozen
class HtmlBlock:
    """A visible line of a page."""

    words: str
    tag: str
    #: the element it stands in, as an index into ``Markup.nodes``
    node: int
    #: "headline", "subhead", "caption", "byline", "posted", "standfirst", "furniture" or ""
    hint: str


@frozen
class Markup:
    """A page's visible blocks and elements."""

    blocks: tuple[HtmlBlock, ...]
    nodes: tuple[Node, ...]

    def ancestors(self, node: int) -> list[int]:
        """The elements around an element, itself first."""
        chain = []
        while node >= 0:
            chain.append(node)
            node = self.nodes[node].parent
        return chain


def parse_html(text: str) -> tuple[_Element | None, int]:
    """The tree of a page, however broken, and how deeply the page is nested.

    The tree is ``None`` where there is none.
    """
    from lxml import etree

    def tree(source: str) -> _Element | None:
        parser = etree.HTMLParser(
            huge_tree=True, remove_comments=True, remove_pis=True, encoding="utf-8", no_network=True
        )
        try:
            return etree.fromstring(source.encode("utf-8", "replace"), parser)
        except etree.LxmlError:
            return None

    cleaned = text.replace("\x00", "")
    root = tree(cleaned)
    depth = nesting(root) if root is not None else 0
    if depth >= _DEEPEST:
        root = tree(_GROUPING.sub(" ", cleaned))
    return root, depth


def nesting(root: _Element) -> int:
    """How deeply a page's elements are nested."""
    from lxml import etree

    depth = deepest = 0
    for event, _ in etree.iterwalk(root, events=("start", "end")):
        depth += 1 if event == "start" else -1
        deepest = max(deepest, depth)
    return deepest


@functools.cache
def _class_hints() -> dict[str, str]:
    classes = rules_of("markup")["classes"]
    return {word: role for role, words in reversed(list(classes.items())) for word in words}


def _hint_of(element: _Element, tag: str) -> str:
    """What an element's tag, class and id say its text is."""
    if tag in word_set("markup", "furniture_tags"):
        return "furniture"
    if tag in word_set("markup", "caption_tags"):
        return "caption"
    if tag == "h1":
        return "headline"
    if tag in word_set("markup", "heading_tags"):
        return "subhead"
    names = (
        f"{element.get('class') or ''} {element.get('id') or ''} {element.get('itemprop') or ''}"
    )
    hints = _class_hints()
    for name in names[:400].split():
        if name.lower() in hints:
            return hints[name.lower()]
    for word in _CLASS_WORD.findall(names[:400]):
        if word.lower() in hints:
            return hints[word.lower()]
    return ""


def _is_unseen(element: _Element, tag: str) -> bool:
    if tag in word_set("markup", "unseen") or element.get("hidden") is not None:
        return True
    return _HIDDEN.search((element.get("style") or "")[:400]) is not None


class _Walk:
    """The state of one walk over a page: the line that is being gathered, the open elements."""

    def __init__(self) -> None:
        self.nodes: list[Node] = []
        self.lines: list[tuple[str, str, int]] = []
        self.open: list[int] = []
        self.parts: list[str] = []
        self.block_node = -1

    def flush(self) -> None:
        words = _WHITE.sub(" ", "".join(self.parts)).strip(" |")
        if words:
            node = self.block_node
            self.lines.append((words, self.nodes[node].tag if node >= 0 else "", node))
        self.parts = []
        self.block_node = self.open[-1] if self.open else -1

    def add(self, words: str | None) -> None:
        if words and words.strip():
            if not "".join(self.parts).strip() and self.open:
                self.block_node = self.open[-1]
            self.parts.append(words)
        elif words:
            self.parts.append(" ")


def _own_block(tag: str) -> bool:
    return tag not in word_set("markup", "inline")


def _touches_link(element: _Element) -> bool:
    """Whether a link stands right behind another, as in a menu, with no space between."""
    previous = element.getprevious()
    return previous is not None and previous.tag == "a" and not previous.tail


def _start(walk: _Walk, element: _Element, tag: str, *, in_row: bool) -> None:
    parent = walk.open[-1] if walk.open else -1
    if in_row and tag in word_set("markup", "cells"):
        walk.parts.append(rules_of("markup")["between_cells"] if walk.parts else "")
    elif _own_block(tag) and not in_row:
        walk.flush()
    elif tag == "a" and _touches_link(element):
        walk.parts.append(" ")
    walk.nodes.append(Node(parent, tag, _hint_of(element, tag)))
    walk.open.append(len(walk.nodes) - 1)


def _gather(root: _Element) -> _Walk:
    from lxml import etree

    walk, rows = _Walk(), 0
    walker = etree.iterwalk(root, events=("start", "end"))
    unseen = None
    for event, element in walker:
        tag = element.tag.lower() if isinstance(element.tag, str) else ""
        if event == "start":
            if _is_unseen(element, tag):
                walker.skip_subtree()
                unseen = element
                continue
            _start(walk, element, tag, in_row=rows > 0)
            rows += tag == "tr"
            walk.add(element.text)
        else:
            if element is unseen:
                unseen = None
            else:
                rows -= tag == "tr"
                if _own_block(tag) and rows == 0:
                    walk.flush()
                walk.open.pop()
            walk.add(element.tail)
    walk.flush()
    return walk


def _weigh(walk: _Walk) -> int:
    """Count the letters in every element; all of them are returned."""
    for words, _, holder in walk.lines:
        if holder >= 0:
            walk.nodes[holder].letters += len(words)
    for node in reversed(walk.nodes):
        node.has_title = node.has_title or node.tag == "h1"
        if node.parent >= 0:
            parent = walk.nodes[node.parent]
            parent.letters += node.letters
            parent.has_title = parent.has_title or node.has_title
    return sum(len(words) for words, _, _ in walk.lines)


def _settle_hints(nodes: list[Node], total: int) -> None:
    """Hand hints down; an element that holds the story is not furniture for its name."""
    for node in nodes:
        holds_story = node.has_title or node.letters > _MOST * total
        too_long = node.hint in _SHORT and node.letters > _LONGEST_SHORT
        if (node.hint == "furniture" and holds_story) or too_long:
            node.hint = ""
        above = nodes[node.parent].hint if node.parent >= 0 else ""
        if above and (above == "furniture" or not node.hint):
            node.hint = above


def read_markup(root: _Element) -> Markup:
    """The visible blocks of a page; nothing is run and nothing is fetched."""
    walk = _gather(root)
    _settle_hints(walk.nodes, _weigh(walk))
    blocks = tuple(
        HtmlBlock(words, tag, node, walk.nodes[node].hint if node >= 0 else "")
        for words, tag, node in walk.lines
    )
    return Markup(blocks, tuple(walk.nodes))
