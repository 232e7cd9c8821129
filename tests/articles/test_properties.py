"""Promises for any text: nothing deleted, spans in order, the same text reads the same."""

from hypothesis import given, settings
from hypothesis import strategies as st

from reconcile.articles import read_text
from reconcile.errors import ArticleError

LINES = st.sampled_from(
    [
        "By Ann Lee", "SEOUL, June 11 (AJP) - Just a week after the vote, the mayor of the town quit.",  # noqa: E501
        "Posted : June 11, 2025, 15:12", "0 comments", "- 12 people were hurt", "Read more: The bridge",  # noqa: E501
        "# A heading", "> a quote", "**bold**", "[Photo: the bridge]", "$965,000", "Auckland", "닫기",  # noqa: E501
        "The ferry, built in 1978, went down within four minutes, a passenger said on the quay.", "",  # noqa: E501
        "Most read", "Correction: it was given as six. It is seven.", "\x00\x07", "|---|---|", "___",  # noqa: E501
    ]
)  # fmt: skip
ANY_TEXT = st.one_of(
    st.lists(st.one_of(LINES, st.text(max_size=40)), max_size=25).map("\n".join),
    st.text(max_size=300),
)


@settings(max_examples=150)
@given(ANY_TEXT, st.sampled_from(["story", "story.md", "story.html"]))
def test_spans_are_in_order_and_text_is_kept(text, name):
    try:
        article = read_text(text, name=name)
    except ArticleError as error:
        assert name in str(error)  # noqa: PT017
        return
    if not name.endswith("html") and not text.lstrip().startswith("<"):
        assert article.text == text
    end = 0
    for segment in article.segments:
        assert end <= segment.start < segment.end <= len(article.text)
        end = segment.end
    assert read_text(text, name=name) == article


@settings(max_examples=80)
@given(st.lists(LINES, min_size=1, max_size=20).map("\n".join))
def test_every_line_has_a_segment(text):
    try:
        article = read_text(text)
    except ArticleError:
        return
    covered = set()
    for segment in article.segments:
        covered.update(range(segment.start, segment.end))
    missing = {index for index, character in enumerate(text) if character.isalnum()} - covered
    assert not missing
