"""Wherever a comment begins and ends, it stands at its words and alters no other character."""

from __future__ import annotations

import io
from typing import Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from reconcile.documents.word import read_word
from reconcile.model import Article
from reconcile.report.word import Comment, comment_on
from tests.documents import package, run
from tests.report.test_word import SPACE, visible

docx = pytest.importorskip("docx")

RUN = st.tuples(
    st.text("ab 1é…\u00a0", min_size=1, max_size=6),
    st.sampled_from(["", "<w:b/>", "<w:i/><w:color w:val='FF0000'/>"]),
).map(lambda each: run(*each))
BARE = st.sampled_from(
    [
        "<w:r><w:tab/></w:r>",
        "<w:r><w:t>x</w:t><w:tab/><w:t>y</w:t><w:br/><w:t>z</w:t></w:r>",
        "<w:r><w:noBreakHyphen/></w:r>",
        "<w:bookmarkStart w:id='1' w:name='n'/>",
        "<w:del w:id='2' w:author='e'><w:r><w:delText>gone</w:delText></w:r></w:del>",
    ]
)
AROUND = st.sampled_from(
    [
        "{}",
        "<w:hyperlink r:id='rId2'>{}</w:hyperlink>",
        "<w:ins w:id='3' w:author='e'>{}</w:ins>",
        "<w:smartTag w:element='x'>{}</w:smartTag>",
        "<w:sdt><w:sdtContent>{}</w:sdtContent></w:sdt>",
    ]
)
PIECE = st.builds(lambda around, inside: around.format(inside), AROUND, RUN | BARE)
PARAGRAPH = st.lists(PIECE, max_size=5).map(lambda pieces: f"<w:p>{''.join(pieces)}</w:p>")
BODY = st.lists(PARAGRAPH, min_size=1, max_size=3).map("".join)


def words_at(data: bytes, name: str) -> str:
    """The characters between the marks of a comment; a blank paragraph is no text."""
    body = docx.Document(io.BytesIO(data)).element.body
    inside, blank, words = False, False, ""
    for element in body.iter():
        if element.tag == f"{SPACE}p":
            blank = not "".join(map(written_as, element.iter())).strip()
        elif element.tag.startswith(f"{SPACE}commentRange") and element.get(f"{SPACE}id") == name:
            inside = element.tag.endswith("Start")
        elif inside and not blank:
            words += written_as(element)
    return words


def written_as(element: Any) -> str:
    """The characters that an element stands for by itself."""
    if element.tag == f"{SPACE}t":
        return element.text or ""
    return {f"{SPACE}tab": "\t", f"{SPACE}noBreakHyphen": "\u2011"}.get(element.tag, "")


@settings(max_examples=60)
@example(body=f"<w:p>{run('1')}</w:p><w:p>{run(' ')}</w:p><w:p>{run('1')}</w:p>", places=[(0, 4)])
@given(body=BODY, places=st.lists(st.tuples(st.integers(0, 60), st.integers(1, 30)), max_size=4))
def test_a_comment_stands_at_its_words(body: str, places: list[tuple[int, int]]) -> None:
    data = package(body)
    text = read_word(data).text
    comments = [
        Comment(start, min(start + length, len(text)), (f"{start} {length}",))
        for start, length in places
        if text[start : start + length].strip()
    ]
    written = comment_on(data, Article("draft", text), comments)
    assert visible(written) == visible(data)
    assert read_word(written).text == text
    ordered = sorted(comments, key=lambda each: (each.start, each.end))
    for number, comment in enumerate(ordered):
        words = text[comment.start : comment.end].replace("\n", "")
        assert words_at(written, str(number)) == words
