"""An article is parsed up to a bound; what lies beyond is listed, and nothing is lost."""

import pytest

from reconcile.articles import LIMIT_CHARACTERS, bounded, read_text

LINES = [
    "Ferry sinks off Lund",
    "A ferry with 20 people aboard sank off Lund on Tuesday night, the coast guard said.",
    "Rescuers pulled 14 of them from the water, and the search for the others went on.",
    "The owner has run the line for 30 years, and says that the ship was sound.",
]
ARTICLE = read_text("\n\n".join(LINES) + "\n", name="ferry")


@pytest.mark.parametrize("limit", [LIMIT_CHARACTERS, len(ARTICLE.text)])
def test_article_within_the_limit_is_left_as_it_is(limit):
    assert bounded(ARTICLE, limit) is ARTICLE


@pytest.mark.parametrize("limit", range(1, len(ARTICLE.text), 7))
def test_every_segment_is_kept_or_listed(limit):
    cut = bounded(ARTICLE, limit)
    listed = [(each.start, each.end) for each in cut.unchecked]
    for segment in ARTICLE.segments:
        inside = any(start <= segment.start and segment.end <= end for start, end in listed)
        assert (segment in cut.segments) != inside
        assert (segment in cut.segments) == (segment.start < limit)


def test_what_lies_beyond_is_quoted_with_the_limit():
    cut = bounded(ARTICLE, 60)
    (left,) = cut.unchecked
    assert left.article == "ferry"
    assert left.text == ARTICLE.text[left.start : left.end] == "\n\n".join(LINES[2:])
    assert "beyond the first 60 characters" in left.reason
    assert cut.text == ARTICLE.text


def test_half_characters_are_replaced_one_by_one_and_said_so():
    told = ARTICLE.text.replace("ferry", "f\ud83drry", 1)
    article = read_text(told, name="ferry")
    assert len(article.text) == len(told)
    assert "f\N{REPLACEMENT CHARACTER}rry" in article.text
    assert any("1 half character" in note for note in article.notes)
