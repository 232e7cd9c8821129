"""Story packs in, as many claims as asked for out: stories that share no name, and one big story.

The packs are parsed once. A story is told anew by giving every word of its names other letters and
every printed figure other digits, all of the same length, so that each span still indexes the
article's text. Common words, dates and durations stay: stories told anew are as alike as two
derailments of one week, which is harder on blocking than a newsroom's day.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from decimal import Decimal
from random import Random
from typing import Final, TypeVar

from attrs import evolve, frozen

from benchmarks.alignment.stories import Story
from reconcile.model import Article, Claim, Clause, Context, Interval, Mention, Value

_WORD: Final = re.compile(r"[^\W\d_]+")
_VOWELS: Final = "aeiou"
_CONSONANTS: Final = "bcdfghklmnprstvz"
#: kinds whose figures are a story's own; dates, durations and ages recur from story to story
_FIGURES: Final = frozenset(("money", "count", "quantity", "percent"))

Renaming = Callable[[str], str]
Word = TypeVar("Word", str, tuple[str, float])


@frozen(eq=False)
class Load:
    """Articles and their claims, ready for the stages after the parse."""

    articles: Sequence[Article]
    claims: Sequence[Claim]


def many_stories(stories: Sequence[Story], claims: int) -> Load:
    """The packs told anew, again and again, until there are so many claims."""
    articles: list[Article] = []
    made: list[Claim] = []
    for number, story in _again_and_again(stories):
        if len(made) >= claims:
            break
        told = told_anew(story.articles, story.claims, number)
        articles += told.articles
        made += told.claims
    return Load(articles, made[:claims])


def one_story(
    story: Story, articles: int, *, kept: float = 0.7, changed: float = 0.1, reworded: float = 0.3
) -> Load:
    """A pack's articles told by so many sources, each in its own way.

    ``kept`` is the share of sentences that a source tells, ``changed`` the share of its sentences
    whose figures it gets wrong, ``reworded`` the share of content words that it does without.
    """
    told, claims = [], []
    for number in range(articles):
        article = story.articles[number % len(story.articles)]
        random = Random(f"source {number}")
        own = [claim for claim in story.claims if claim.article == article.id]
        sentences = sorted({claim.context.sentence_index for claim in own})
        fate = {sentence: (random.random(), random.random()) for sentence in sentences}
        wrong = _digits_of(f"source {number}")
        name = f"source-{number}"
        text = article.text
        for claim in own:
            told_it, erring = fate[claim.context.sentence_index]
            if told_it >= kept:
                continue
            if erring < changed:
                claim, text = _with_digits(claim, text, wrong)
            context = _reworded(claim.context, random, reworded)
            claims.append(evolve(claim, article=name, context=context))
        told.append(evolve(article, id=name, text=text, unchecked=()))
    return Load(told, claims)


def _reworded(context: Context, random: Random, share: float) -> Context:
    """The context without this share of its words."""

    def kept(words: Sequence[Word]) -> tuple[Word, ...]:
        return tuple(word for word in words if random.random() >= share)

    return evolve(
        context,
        near=kept(context.near),
        around=kept(context.around),
        names=kept(context.names),
        names_around=kept(context.names_around),
        measured_phrase=kept(context.measured_phrase),
        governor=context.governor if random.random() >= share else "",
        subject=context.subject if random.random() >= share else "",
    )


def told_anew(articles: Sequence[Article], claims: Sequence[Claim], seed: int) -> Load:
    """The story with other names and figures; the same seed gives the same story."""
    rename, digits = _renaming(claims, seed), _digits_of(f"story {seed}")
    names = {article.id: f"{seed}-{article.id}" for article in articles}
    texts = {article.id: _renamed_text(article.text, rename) for article in articles}
    made = []
    for claim in claims:
        claim, texts[claim.article] = _with_digits(claim, texts[claim.article], digits)
        made.append(_renamed(claim, rename, names[claim.article]))
    told = [
        evolve(article, id=names[article.id], text=texts[article.id], unchecked=())
        for article in articles
    ]
    return Load(told, made)


def _again_and_again(stories: Sequence[Story]) -> Iterator[tuple[int, Story]]:
    number = 0
    while stories:
        for story in stories:
            yield number, story
            number += 1


# --- names --------------------------------------------------------------------------------------


def _renaming(claims: Sequence[Claim], seed: int) -> Renaming:
    """What each word of the story's names becomes; every other word stays."""
    known = {word for claim in claims for word, _ in claim.context.names}
    known |= {word for claim in claims for word in claim.context.names_around}
    renamed = {word: _other_letters(word, Random(f"{seed} {word}")) for word in known}

    def rename(word: str) -> str:
        mark = "@" if word.startswith("@") else ""
        return mark + renamed.get(word[len(mark) :], word[len(mark) :])

    return rename


def _other_letters(word: str, random: Random) -> str:
    return "".join(
        random.choice(_VOWELS) if letter in _VOWELS else random.choice(_CONSONANTS)
        if letter.isalpha()
        else letter
        for letter in word
    )  # fmt: skip


def _renamed_text(text: str, rename: Renaming) -> str:
    """The text with its capitalised name words replaced, letter for letter."""

    def replace(found: re.Match[str]) -> str:
        word = found.group()
        new = rename(word.lower()) if word[0].isupper() else word
        if len(new) != len(word):
            return word
        return "".join(b.upper() if a.isupper() else b for a, b in zip(word, new, strict=True))

    return _WORD.sub(replace, text)


def _renamed(claim: Claim, rename: Renaming, article: str) -> Claim:
    clause, context = claim.clause, claim.context
    return evolve(
        claim,
        article=article,
        focus=evolve(claim.focus, text=_renamed_text(claim.focus.text, rename)),
        clause=_renamed_clause(clause, rename),
        context=_renamed_context(context, rename),
        place=None if claim.place is None else _renamed_text(claim.place, rename),
        statement=_renamed_text(claim.statement, rename),
    )


def _renamed_clause(clause: Clause, rename: Renaming) -> Clause:
    subject, speaker = clause.subject, clause.speaker
    if subject is not None:
        subject = evolve(
            subject, text=_renamed_text(subject.text, rename), lemma=rename(subject.lemma)
        )
    return evolve(
        clause,
        subject=subject,
        speaker=None if speaker is None else _renamed_text(speaker, rename),
        arguments=tuple(
            evolve(each, text=_renamed_text(each.text, rename), lemma=rename(each.lemma))
            for each in clause.arguments
        ),
    )


def _renamed_context(context: Context, rename: Renaming) -> Context:
    return evolve(
        context,
        measured=rename(context.measured),
        measured_phrase=tuple(map(rename, context.measured_phrase)),
        governor=rename(context.governor),
        subject=rename(context.subject),
        near=tuple((rename(word), far) for word, far in context.near),
        around=tuple(sorted(map(rename, context.around))),
        names=tuple((rename(word), far) for word, far in context.names),
        names_around=tuple(sorted(map(rename, context.names_around))),
        heading=tuple(sorted(map(rename, context.heading))),
        speaker=tuple(map(rename, context.speaker)),
    )


# --- figures ------------------------------------------------------------------------------------


def _digits_of(seed: str) -> dict[int, int]:
    """Another digit for each digit but 0, so that a figure keeps its length and its zeros."""
    digits = list("123456789")
    Random(seed).shuffle(digits)
    return str.maketrans("123456789", "".join(digits))


def _with_digits(claim: Claim, text: str, digits: dict[int, int]) -> tuple[Claim, str]:
    """The claim with its printed figure in other digits, and the text that prints it so."""
    focus = claim.focus
    if focus.kind not in _FIGURES or focus.value is None or focus.text.isalpha():
        return claim, text
    printed = focus.text.translate(digits)
    changed = Mention(
        focus.start,
        focus.end,
        printed,
        focus.kind,
        _other_value(focus.value, digits),
        focus.restates,
    )
    return evolve(claim, focus=changed), text[: focus.start] + printed + text[focus.end :]


def _other_value(value: Value, digits: dict[int, int]) -> Value:
    nominal, number = value.nominal, value.stated.number
    if not nominal or not number:
        return value
    told = Decimal(str(number).translate(digits))
    share = told / number
    return evolve(
        value,
        nominal=nominal * share,
        stated=evolve(value.stated, number=told),
        interval=_scaled(value.interval, share),
        named=_scaled(value.named, share),
        alternatives=(),
    )


def _scaled(interval: Interval, share: Decimal) -> Interval:
    return evolve(
        interval,
        low=None if interval.low is None else interval.low * share,
        high=None if interval.high is None else interval.high * share,
    )
