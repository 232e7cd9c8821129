"""HTML in, its page out: all visible text in order, the article's blocks told from the rest."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from reconcile.articles.assemble import Known, Page
from reconcile.articles.blocks import Block
from reconcile.articles.extraction import article_blocks, container_of
from reconcile.articles.features import is_prose
from reconcile.articles.lines import matching_rule
from reconcile.articles.markup import HtmlBlock, Markup, parse_html, read_markup
from reconcile.articles.metadata import known_of_page, page_title
from reconcile.articles.roles import roles_of
from reconcile.errors import NotAnArticle
from reconcile.model import SegmentRole
from reconcile.records import evolve

if TYPE_CHECKING:
    from collections.abc import Sequence

_REMEDY: Final = "Save the article's own page, or paste its text into a .txt file."
_BODY_TAGS: Final = ("p", "tr", "td", "th", "blockquote", "dd")
_LIST_TAGS: Final = ("li", "ul", "ol")


def _same_title(block: str, title: str | None) -> bool:
    """Whether a heading is the page's title, which often has the publisher's name behind it."""
    left, right = ("".join(text.split()).casefold() for text in (block, title or ""))
    return bool(right) and (left == right or (len(left) >= 15 and right.startswith(left)))


def _headline_index(markup: Markup, first_body: int, title: str | None) -> int | None:
    """The block that is the headline: the h1 that repeats the title, or the last in front."""
    headings = [index for index, block in enumerate(markup.blocks) if block.hint == "headline"]
    same = [
        index
        for index, block in enumerate(markup.blocks[: first_body + 1])
        if block.hint in ("headline", "subhead", "") and _same_title(block.words, title)
    ]
    if same:
        return same[0]
    in_front = [index for index in headings if index <= first_body]
    return in_front[-1] if in_front else None


def _area(markup: Markup, chosen: set[int], headline: int | None) -> set[int]:
    """The blocks of the article's part of the page: from the headline on, in its element."""
    container = container_of(markup, sorted(chosen))
    first, last = min(chosen), max(chosen)
    start = headline if headline is not None else first
    parents = {markup.nodes[markup.blocks[index].node].parent for index in chosen}
    area = set(chosen)
    for index, block in enumerate(markup.blocks):
        if index in chosen or block.hint == "furniture":
            continue
        inside = container < 0 or container in markup.ancestors(block.node)
        beside = markup.nodes[block.node].parent in parents
        in_head = start <= index <= first
        in_story = inside and first <= index <= last
        behind = index > last and inside and beside and is_prose(block.words)
        if in_head or in_story or behind:
            area.add(index)
    return area


def _without_related(markup: Markup) -> Markup:
    """The page with everything under a heading over links ("More from Economy") as furniture."""
    total = sum(len(block.words) for block in markup.blocks)
    under: set[int] = set()
    for block in markup.blocks:
        rule = matching_rule(block.words, places=("", "head"))
        parent = markup.nodes[block.node].parent if block.node >= 0 else -1
        if rule is not None and rule.opens and parent >= 0:
            node = markup.nodes[parent]
            if not node.has_title and node.letters * 2 < total:
                under.add(parent)
    if not under:
        return markup
    blocks = (
        evolve(block, hint="furniture") if under & set(markup.ancestors(block.node)) else block
        for block in markup.blocks
    )
    return evolve(markup, blocks=tuple(blocks))


def _hint(block: HtmlBlock, index: int, headline: int | None, first_body: int) -> str:
    """What the rules of roles are told of a block in the article's part of the page."""
    if index == headline:
        return "headline"
    if block.hint == "headline":
        return "subhead" if index > first_body else "furniture"
    if block.hint == "subhead":
        return "subhead" if index > first_body else ""
    if block.hint == "posted" and index > first_body:
        return ""
    if block.hint:
        return block.hint
    if block.tag in _LIST_TAGS:
        return "list"
    return "body" if index > first_body and block.tag in _BODY_TAGS else ""


def _roles(
    markup: Markup, area: Sequence[int], hints: dict[int, str], known: Known
) -> list[SegmentRole]:
    """Roles for all blocks: those outside the article's part are furniture, captions kept."""
    lines = [markup.blocks[index].words for index in area]
    text = "\n".join(lines)
    blocks, start = [], 0
    for index, line in zip(area, lines, strict=True):
        blocks.append(Block(start, start + len(line), hints[index]))
        start += len(line) + 1
    found = roles_of(text, blocks, publisher=known.publisher, title=known.title)
    roles: list[SegmentRole] = ["furniture"] * len(markup.blocks)
    for index, role in zip(area, found, strict=True):
        roles[index] = role
    return roles


def read_html(html: str, path: str) -> Page:
    """The page of an HTML document: its visible text, a block a line.

    Raises NotAnArticle where no paragraph of an article is found.
    """
    root, depth = parse_html(html)
    if root is None:
        raise NotAnArticle(path, "there is no HTML in it.", _REMEDY)
    known, markup = known_of_page(root), _without_related(read_markup(root))
    chosen, notes = article_blocks(html, markup, depth)
    prose = sorted(index for index in chosen if is_prose(markup.blocks[index].words))
    if not prose:
        raise NotAnArticle(path, "no article was found in this HTML.", _REMEDY)
    headline = _headline_index(markup, prose[0], known.title or page_title(root))
    area = sorted(_area(markup, chosen, headline))
    hints = {i: _hint(markup.blocks[i], i, headline, prose[0]) for i in area}
    roles = _roles(markup, area, hints, known)
    lines = [block.words for block in markup.blocks]
    title = known.title or page_title(root)
    if title and "headline" not in roles[: prose[0] + 1]:
        lines, roles = [title, *lines], ["headline", *roles]
    blocks, start = [], 0
    for line in lines:
        blocks.append(Block(start, start + len(line)))
        start += len(line) + 1
    page_known = known._replace(title=None) if headline is not None else known
    return Page("\n".join(lines), blocks, page_known, notes, roles)
