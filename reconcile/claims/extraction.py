"""Articles in, claims out: one for each value, name, role, place, quotation and predicate."""

from __future__ import annotations

import bisect
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, TypeVar

from reconcile.claims.canonical import canonical
from reconcile.claims.clauses import ClauseTable, read_clauses
from reconcile.claims.context import build_contexts
from reconcile.claims.coreference import NameIndex, link_names
from reconcile.claims.firstperson import with_first_person
from reconcile.claims.names import FoundName
from reconcile.claims.parse import ParsedArticle, parse_articles
from reconcile.claims.places import place_mentions
from reconcile.claims.polarity import polarity_mentions
from reconcile.claims.quotes import Quotation, read_quotes
from reconcile.claims.roles import Role, read_roles
from reconcile.claims.speakers import speaker_of_clause
from reconcile.claims.written import sentence_of
from reconcile.model import Argument, Article, Claim, Clause, Context, Mention
from reconcile.progress import Progress
from reconcile.records import evolve, frozen

if TYPE_CHECKING:
    from spacy.language import Language


_Placed = TypeVar("_Placed", Quotation, FoundName)


@frozen
class _Material:
    """What is known of one article before its claims are made."""

    parsed: ParsedArticle
    index: NameIndex
    tables: tuple[ClauseTable, ...]
    #: quotations and names, by the number of their segment
    quotes: Mapping[int, list[Quotation]]
    names: Mapping[int, list[FoundName]]


def extract_claims(
    articles: Article | Sequence[Article],
    pipeline: Language | None = None,
    *,
    mentions: Mapping[str, tuple[Mention, ...]] | None = None,
    progress: Progress | None = None,
) -> tuple[Claim, ...]:
    """The claims of an article or several, by article as given, then by position.

    ``mentions`` are the value mentions of each article, in order, by its id; without them they
    are read here. Mentions outside headlines, captions and text (bylines, posted times) make no
    claim. ``progress`` is told how many of the texts are parsed.
    Raises ParserUnavailable where the pipeline cannot be loaded.
    """
    articles = (articles,) if isinstance(articles, Article) else articles
    read = mentions if mentions is not None else read_mentions(articles)
    claims: list[Claim] = []
    for parsed in parse_articles(articles, pipeline, progress=progress):
        claims += claims_of(parsed, read.get(parsed.article.id, ()))
    return tuple(claims)


def read_mentions(articles: Sequence[Article]) -> dict[str, tuple[Mention, ...]]:
    """The value mentions of each article, by its id."""
    from reconcile.values.reader import mentions_of

    return {article.id: mentions_of(article) for article in articles}


def claims_of(parsed: ParsedArticle, mentions: Sequence[Mention]) -> list[Claim]:
    """The claims of one parsed article, by position."""
    material = _prepare(parsed)
    claims: list[Claim] = []
    for number, table in enumerate(material.tables):
        claims += _segment_claims(material, table, number, mentions)
    claims.sort(key=lambda c: (c.focus.start, c.focus.end, c.kind))
    return _with_contexts(material, claims)


def _prepare(parsed: ParsedArticle) -> _Material:
    index = link_names(parsed)
    quotes = read_quotes(parsed, index)
    index = with_first_person(parsed, index, quotes)
    tables = tuple(read_clauses(segment) for segment in parsed.segments)
    return _Material(parsed, index, tables, _by_segment(quotes), _by_segment(index.found))


def _segment_claims(
    material: _Material, table: ClauseTable, number: int, mentions: Sequence[Mention]
) -> Iterator[Claim]:
    segment = table.segment
    spoken = _spoken(material, table, number)
    values = _within(mentions, segment.segment.start, segment.segment.end)
    names = material.names.get(number, [])
    places = list(place_mentions(segment, names, material.index, [value.span for value in values]))
    article = material.parsed.article.id

    def claim(mention: Mention, token: int) -> Claim:
        clause = spoken[table.owner[token]]
        return Claim(article, mention, clause, place=_place_in(clause, places, mention))

    for value in values:
        yield claim(value, _root(table, value))
    for name in names:
        if name.form == "name":
            yield claim(Mention(name.start, name.end, name.text, "name"), name.last - 1)
    for mention, token in (*places, *polarity_mentions(table)):
        yield claim(mention, token)
    for role in read_roles(segment, names, material.index):
        yield Claim(article, role.mention, _role_clause(spoken[table.owner[role.head]], role))
    for quote in material.quotes.get(number, ()):
        if _is_claimed(quote):
            mention = Mention(quote.start, quote.end, quote.text, "quote")
            made = claim(mention, _root(table, mention))
            speaker = quote.speaker.text if quote.speaker else made.clause.speaker
            yield evolve(made, clause=evolve(made.clause, speaker=speaker, quoted=True))


def _within(mentions: Sequence[Mention], start: int, end: int) -> list[Mention]:
    """The mentions, which stand in order, that lie in a stretch of the article."""
    first = bisect.bisect_left(mentions, start, key=lambda mention: mention.start)
    last = bisect.bisect_left(mentions, end, key=lambda mention: mention.start)
    return [mention for mention in mentions[first:last] if mention.end <= end]


def _by_segment(found: Iterable[_Placed]) -> dict[int, list[_Placed]]:
    """What was found in an article, by the number of its segment."""
    grouped: dict[int, list[_Placed]] = {}
    for each in found:
        grouped.setdefault(each.segment, []).append(each)
    return grouped


def _root(table: ClauseTable, mention: Mention) -> int:
    """The token of a mention that the rest of it hangs on."""
    doc, offset = table.segment.doc, table.segment.segment.start
    span = doc.char_span(mention.start - offset, mention.end - offset, alignment_mode="expand")
    return span.root.i if span is not None else 0


def _is_claimed(quote: Quotation) -> bool:
    """Whether a quotation says something: two words, and someone who says them or more words."""
    count = len(quote.text.split())
    return count >= 2 and (quote.speaker is not None or count >= 3)


def _spoken(material: _Material, table: ClauseTable, number: int) -> list[Clause]:
    """The clauses of a segment with who says each, and whether within quotation marks."""
    quotes = material.quotes.get(number, [])
    doc = table.segment.doc
    spoken: list[Clause] = []
    for head, clause in zip(table.heads, table.clauses, strict=True):
        at = doc[head].idx + table.segment.segment.start
        around = next((quote for quote in quotes if quote.start <= at < quote.end), None)
        if around is not None and around.speaker is not None:
            spoken.append(evolve(clause, speaker=around.speaker.text, quoted=True))
            continue
        speaker = speaker_of_clause(doc[head], table.segment, material.index)
        named = speaker.text if speaker else None
        spoken.append(evolve(clause, speaker=named, quoted=around is not None))
    return [_with_named_subject(clause, material.index) for clause in spoken]


def _with_named_subject(clause: Clause, index: NameIndex) -> Clause:
    """The clause with a pronoun for a subject replaced by the name that it stands for."""
    subject = clause.subject
    if subject is None or " " in subject.text:
        return clause
    references = index.references_in(subject.start, subject.end)
    if not references or references[0].form != "pronoun":
        return clause
    return evolve(clause, subject=evolve(subject, text=index.printed(references[0].canonical)))


def _role_clause(clause: Clause, role: Role) -> Clause:
    """The statement that a title or an apposition makes: "Kwon is Chief Strategy Officer"."""
    mention = role.mention
    subject = None
    if role.holder:
        subject = Argument("subject", mention.start, mention.end, role.holder, role.canonical)
    return evolve(
        clause,
        subject=subject,
        predicate="be",
        predicate_span=mention.span,
        arguments=(Argument("complement", mention.start, mention.end, mention.text, ""),),
        negated=False,
        predicate_text="",
        passive=False,
    )


def _place_in(clause: Clause, places: Sequence[tuple[Mention, int]], focus: Mention) -> str | None:
    """The place that stands nearest to a focus in its clause."""
    stands = focus.start, focus.end
    inside = [
        mention
        for mention, _ in places
        if clause.start <= mention.start and mention.end <= clause.end
        if (mention.start, mention.end) != stands
    ]
    if not inside:
        return None
    return min(inside, key=lambda m: (abs(m.start - focus.start), m.start)).text


def _with_contexts(material: _Material, claims: Sequence[Claim]) -> list[Claim]:
    """The claims with what alignment needs to know of them."""
    speakers = {
        claim.clause.sentence: tuple(canonical(claim.clause.speaker).split())
        for claim in claims
        if claim.clause.speaker
    }
    contexts = build_contexts(
        material.parsed,
        [claim.focus for claim in claims],
        speakers=speakers,
        index=material.index,
    )
    return [
        evolve(
            claim,
            context=contexts.get(claim.focus.span, Context()),
            statement=sentence_of(claim),
        )
        for claim in claims
    ]
