"""Articles in full: whatever is marked in them, every word stands there once, under one mark."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from reconcile.model import Article, Segment
from reconcile.report.view.looks import verdict_look
from reconcile.report.view.nouns import Mark
from reconcile.report.view.sources import sources_of
from reconcile.report.view.texts import Marked, text_of

TEXT = "One two three.\n\nFour five & six seven, <eight> nine."
SEGMENTS = (Segment(0, 14, "headline"), Segment(16, len(TEXT), "body", 1))
LOOKS = [verdict_look(verdict) for verdict in ("conflict", "updated", "compatible", "agree")]


@st.composite
def marks(draw: st.DrawFn) -> Marked:
    segment = draw(st.sampled_from(SEGMENTS))
    start = draw(st.integers(segment.start, segment.end - 1))
    end = draw(st.integers(start + 1, segment.end))
    look = draw(st.sampled_from(LOOKS))
    return Marked(start, end, Mark(look, f"{look.word} {start}", f"finding-{start}-{end}"))


@given(st.lists(marks(), max_size=6))
def test_every_letter_stands_once_under_the_first_mark_on_it(marked: list[Marked]) -> None:
    article = Article("x", TEXT, segments=SEGMENTS)
    (source,) = sources_of((article,), ()).values()
    text = text_of(article, source, marked)
    anchors = [
        anchor for block in text.blocks for each in block.stretches for anchor in each.anchors
    ]
    assert len(anchors) == len(set(anchors)) == len({(each.start, each.end) for each in marked})
    for block, segment in zip(text.blocks, SEGMENTS, strict=True):
        assert "".join(each.text for each in block.stretches) == TEXT[segment.start : segment.end]
        position = segment.start
        for stretch in block.stretches:
            first = next((each for each in marked if each.start <= position < each.end), None)
            assert stretch.mark == (first.mark if first else None)
            assert not stretch.ends or stretch.mark is not None
            position += len(stretch.text)
