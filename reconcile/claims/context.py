"""A parsed article and its mentions in, what each mention's figure is about out."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from typing import Final

from reconcile.claims.coreference import NameIndex
from reconcile.claims.parse import ParsedArticle
from reconcile.claims.scope import fill_slots, scope_words
from reconcile.claims.syntax import CONTENT_TAGS, Sentence, sentences_of
from reconcile.model import Context, Interval, Mention, Span
from reconcile.records import frozen
from reconcile.values.withdrawn import is_withdrawn

#: how many words a line may have to be read as a heading
_HEADING_WORDS: Final = 9
#: labels that bind a figure to the noun it modifies
_MODIFIERS: Final = frozenset(
    ("nummod", "compound", "amod", "quantmod", "npadvmod", "nmod", "poss")
)
_SUBJECTS: Final = frozenset(("nsubj", "nsubjpass", "csubj"))
#: kinds whose words outside the number say what is counted
_NOUN_KINDS: Final = frozenset(("count", "rank"))


@frozen
class _Place:
    """A sentence in its article: with its neighbours' words and the heading above it."""

    sentence: Sentence
    index: int
    heading: tuple[str, ...]
    #: token: the words of the canonical name that it is part of, or stands for
    named: Mapping[int, tuple[str, ...]]
    #: the tokens that say what the sentence is about: no names, no stop words
    content: tuple[int, ...]


def build_contexts(
    parsed: ParsedArticle,
    mentions: Sequence[Mention],
    *,
    index: NameIndex,
    speakers: Mapping[Span, tuple[str, ...]] | None = None,
) -> dict[Span, Context]:
    """The context of every mention that lies in a parsed segment, by the mention's span.

    ``speakers`` gives, by sentence span, the name words of who speaks; ``index`` says which names
    the words, the pronouns among them, stand for.
    """
    places = _places(parsed, index)
    masked = _masked_tokens(places, mentions)
    length = max(len(parsed.article.text), 1)
    contexts: dict[Span, Context] = {}
    for place, inside in _mentions_by_place(places, mentions):
        found = scope_words(place.sentence.words, place.sentence.lemmas)
        around = _around(places, place.index, masked)
        for mention in inside:
            contexts[mention.span] = _context(
                place, mention, inside, found, around, masked[place.index], length,
                (speakers or {}).get(Span(place.sentence.start, place.sentence.end), ()),
            )  # fmt: skip
    return contexts


def _named_tokens(sentence: Sentence, index: NameIndex) -> dict[int, tuple[str, ...]]:
    named: dict[int, tuple[str, ...]] = {}
    for reference in index.references_in(sentence.start, sentence.end):
        words = tuple(reference.canonical.split())
        for token in sentence.tokens_in(reference.start, reference.end):
            named[token] = words
    return named


def _places(parsed: ParsedArticle, index: NameIndex) -> list[_Place]:
    places: list[_Place] = []
    heading: tuple[str, ...] = ()
    for piece in parsed.segments:
        sentences = list(sentences_of(piece.doc, piece.segment.start))
        text = parsed.article.text[piece.segment.start : piece.segment.end].strip()
        is_heading = _is_heading(text, sentences)
        for sentence in sentences:
            above = () if is_heading else heading
            named = _named_tokens(sentence, index)
            content = tuple(_content_tokens(sentence, named))
            places.append(_Place(sentence, len(places), above, named, content))
        if is_heading and sentences:
            heading = tuple(sorted({word for s in sentences for word in _content(s)}))
    return places


def _is_heading(text: str, sentences: Sequence[Sentence]) -> bool:
    words = sum(len(sentence.words) for sentence in sentences)
    return words <= _HEADING_WORDS and not text.endswith((".", "!", '"', "”", ";", ","))


def _content(sentence: Sentence) -> list[str]:
    return [
        lemma
        for lemma, tag, stop in zip(sentence.lemmas, sentence.tags, sentence.stops, strict=True)
        if tag in CONTENT_TAGS and tag != "NUM" and not stop and any(map(str.isalpha, lemma))
    ]


def _mentions_by_place(
    places: Sequence[_Place], mentions: Sequence[Mention]
) -> Iterable[tuple[_Place, list[Mention]]]:
    ordered = sorted(mentions, key=lambda mention: (mention.start, mention.end))
    position = 0
    for place in places:
        inside: list[Mention] = []
        while position < len(ordered) and ordered[position].start < place.sentence.start:
            position += 1
        while position < len(ordered) and ordered[position].start < place.sentence.end:
            inside.append(ordered[position])
            position += 1
        if inside:
            yield place, inside


def _masked_tokens(places: Sequence[_Place], mentions: Sequence[Mention]) -> list[set[int]]:
    """By sentence, the tokens that are values: numbers, units, dates, never the counted noun."""
    masked: list[set[int]] = [
        {i for i, tag in enumerate(place.sentence.tags) if tag in ("NUM", "SYM")}
        for place in places
    ]
    for place, inside in _mentions_by_place(places, mentions):
        for mention in inside:
            if mention.value is not None and mention.kind not in _NOUN_KINDS:
                masked[place.index].update(place.sentence.tokens_in(mention.start, mention.end))
    return masked


def _around(
    places: Sequence[_Place], index: int, masked: Sequence[set[int]]
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    words: set[str] = set()
    names: set[str] = set()
    for other in (index - 1, index + 1):
        if not 0 <= other < len(places):
            continue
        place = places[other]
        for name in place.named.values():
            names.update(name)
        lemmas = place.sentence.lemmas
        words.update(lemmas[token] for token in place.content if token not in masked[other])
    return tuple(sorted(words)), tuple(sorted(names))


def _content_tokens(sentence: Sentence, named: Container[int]) -> Iterator[int]:
    """The tokens that say what a sentence is about: no names, no stop words."""
    for token, lemma in enumerate(sentence.lemmas):
        if token in named or sentence.stops[token]:
            continue
        if sentence.tags[token] in CONTENT_TAGS and any(map(str.isalpha, lemma)):
            yield token


def _context(
    place: _Place,
    mention: Mention,
    others: Sequence[Mention],
    found: Sequence[tuple[int, str, str]],
    around: tuple[tuple[str, ...], tuple[str, ...]],
    masked: set[int],
    length: int,
    speaker: tuple[str, ...],
) -> Context:
    sentence = place.sentence
    tokens = sentence.tokens_in(mention.start, mention.end)
    if not tokens:
        return Context(heading=place.heading, sentence_index=place.index)
    root = sentence.root_of(tokens)
    distances = sentence.distances_from(root)
    measured = _measured(sentence, root, mention)
    predicate = _predicate(sentence, root)
    own = masked if mention.kind in _NOUN_KINDS else masked | set(tokens)
    near, names = _near(place, own, distances)
    return Context(
        measured=sentence.lemmas[measured] if measured >= 0 else "",
        measured_phrase=_phrase(sentence, measured, masked),
        governor=_with_particle(sentence, predicate),
        subject=_subject(place, predicate, root),
        role=_role(sentence, root),
        near=near,
        around=around[0],
        names=names,
        names_around=around[1],
        heading=place.heading,
        scope=_scope(sentence, tokens, found, distances),
        time=_time(sentence, mention, others, distances),
        speaker=speaker,
        position=mention.start / length,
        sentence_index=place.index,
    )


def _scope(
    sentence: Sentence,
    tokens: Sequence[int],
    found: Sequence[tuple[int, str, str]],
    distances: Sequence[float],
) -> tuple[tuple[str, str], ...]:
    slots = fill_slots(found, distances)
    if is_withdrawn(sentence.words, tokens[0], tokens[-1] + 1):
        return tuple(sorted((*slots, ("stands", "withdrawn"))))
    return slots


def _near(
    place: _Place, masked: set[int], distances: Sequence[float]
) -> tuple[tuple[tuple[str, float], ...], tuple[tuple[str, float], ...]]:
    lemmas = place.sentence.lemmas
    words = ((lemmas[token], distances[token]) for token in place.content if token not in masked)
    names = ((word, distances[token]) for token, parts in place.named.items() for word in parts)
    return _nearest(words), _nearest(names)


def _nearest(words: Iterable[tuple[str, float]]) -> tuple[tuple[str, float], ...]:
    """Each word once, with the least of its distances, the nearest first."""
    least: dict[str, float] = {}
    for word, distance in words:
        known = least.get(word)
        if known is None or distance < known:
            least[word] = distance
    told = ((word, max(distance, 0.0)) for word, distance in least.items())
    return tuple(sorted(told, key=lambda item: (item[1], item[0])))


def _measured(sentence: Sentence, root: int, mention: Mention) -> int:
    """The token of the noun that the figure measures, or -1."""
    if mention.kind in _NOUN_KINDS and _is_noun(sentence, root):
        return root
    below = _noun_below(sentence, root)
    if below >= 0:
        return below
    head = sentence.heads[root]
    label = sentence.labels[root]
    if head != root and label in _MODIFIERS and _is_noun(sentence, head):
        return head
    if label == "appos" and _is_noun(sentence, head):
        return head
    if (
        label == "pobj"
        and sentence.heads[head] != head
        and _is_noun(sentence, sentence.heads[head])
    ):
        return sentence.heads[head]
    if label in ("attr", "dobj", "acomp", "pobj", "npadvmod", "ROOT"):
        return _subject_token(sentence, _predicate(sentence, root), root)
    return -1


def _is_noun(sentence: Sentence, index: int) -> bool:
    return sentence.tags[index] in ("NOUN", "PROPN") and sentence.words[index].isalpha()


def _noun_below(sentence: Sentence, root: int) -> int:
    """The noun in "14 of the passengers", "1.9 billion pesos in damage"."""
    for child in sentence.children[root]:
        if sentence.labels[child] == "prep" and sentence.words[child] in ("of", "in", "for"):
            for grandchild in sentence.children[child]:
                if sentence.labels[grandchild] == "pobj" and sentence.tags[grandchild] == "NOUN":
                    return grandchild
    return -1


def _phrase(sentence: Sentence, measured: int, masked: set[int]) -> tuple[str, ...]:
    if measured < 0:
        return ()
    words: list[str] = []
    stack = list(sentence.children[measured])
    while stack:
        index = stack.pop()
        if sentence.labels[index] in ("relcl", "acl", "conj", "appos", "punct", "cc", "advcl"):
            continue
        stack += sentence.children[index]
        tag = sentence.tags[index]
        if tag in CONTENT_TAGS and index not in masked and not sentence.stops[index]:
            words.append(sentence.lemmas[index])
    return tuple(sorted(set(words)))


def _predicate(sentence: Sentence, root: int) -> int:
    """The verb that governs the figure; the sentence's root where there is none."""
    if sentence.tags[root] == "VERB":
        return root
    last = root
    for ancestor in sentence.ancestors(root):
        last = ancestor
        if sentence.tags[ancestor] in ("VERB", "AUX"):
            return ancestor
    return last


def _with_particle(sentence: Sentence, predicate: int) -> str:
    particles = [
        sentence.lemmas[child]
        for child in sentence.children[predicate]
        if sentence.labels[child] == "prt"
    ]
    return " ".join([sentence.lemmas[predicate], *particles])


def _subject_token(sentence: Sentence, predicate: int, root: int) -> int:
    for child in sentence.children[predicate]:
        if sentence.labels[child] in _SUBJECTS and child != root:
            return child
    return -1


def _subject(place: _Place, predicate: int, root: int) -> str:
    """Who or what the predicate is said of: a canonical name where it has one."""
    subject = _subject_token(place.sentence, predicate, root)
    if subject < 0 or (place.sentence.tags[subject] == "PRON" and subject not in place.named):
        return ""
    name = place.named.get(subject)
    return f"@{name[-1]}" if name else place.sentence.lemmas[subject]


def _role(sentence: Sentence, root: int) -> str:
    """The role that the figure's noun phrase plays: a preposition, or a grammatical relation."""
    index = root
    while sentence.labels[index] in _MODIFIERS and sentence.heads[index] != index:
        index = sentence.heads[index]
    label = sentence.labels[index]
    if label == "pobj":
        return sentence.words[sentence.heads[index]]
    if label in _SUBJECTS:
        return "subject"
    if label in ("dobj", "attr", "oprd"):
        return "object"
    return label.lower()


def _describes(sentence: Sentence, token: int) -> bool:
    """Whether a token belongs to the words for somebody or something: a subject, an apposition."""
    labels = (sentence.labels[above] for above in sentence.ancestors(token))
    return not {"appos", "nsubj", "nsubjpass"}.isdisjoint(labels)


def _time(
    sentence: Sentence, mention: Mention, others: Sequence[Mention], distances: Sequence[float]
) -> Interval | None:
    """The date that stands nearest to the figure in its sentence.

    That of a predicate is none that describes somebody in it: "Roe, champion since 2023, resigned".
    """
    best: tuple[float, int, Interval] | None = None
    for other in others:
        if other is mention or other.kind != "date" or other.value is None:
            continue
        if other.value.unresolved:
            continue
        tokens = sentence.tokens_in(other.start, other.end)
        if not tokens:
            continue
        root = sentence.root_of(tokens)
        if mention.kind == "polarity" and _describes(sentence, root):
            continue
        distance = distances[root]
        if best is None or (distance, other.start) < best[:2]:
            best = (distance, other.start, other.value.named)
    return best[2] if best else None
