"""A claim in, the rules of moving figures that its words fall under out, and what else they say."""

from __future__ import annotations

import functools
from decimal import Decimal
from typing import Any, Final

from reconcile import patterns
from reconcile.comparison.pair import NO_NUMBER_BEHIND, clause, holds, sentence, words
from reconcile.comparison.vocabulary import inflections, rules
from reconcile.model import Article, Claim
from reconcile.tuples import NamedTuple

#: lemmas near the figure that are looked at, and the shortest duration that counts passing days
_NEAREST: Final = 10
_DAY: Final = 86_400
#: words behind a figure that are looked at, and what stands for further off than any
_BEHIND: Final = 6
_FAR: Final = 1000
#: the lists of words that say of any figure of some kinds that it is one of a series
_SERIES: Final = ("moving", "risen")
#: words in front of a figure that may say that it is a plan or a limit
_BEFORE: Final = 5
#: characters of a paragraph that are looked at in front of a bare figure's sentence
_PARAGRAPH: Final = 300
#: a property told in one word with its figure: "four-storey", "a 12-man crew"
_HYPHENED: Final = patterns.compile(rf"^[\w\d]+{NO_NUMBER_BEHIND}")

_IN_BRACKETS: Final = patterns.compile(r"\s*\([^()]*\)")


class Running(NamedTuple):
    """A figure that moves."""

    #: what it is ("a toll")
    name: str
    #: "up" where it can only grow
    moves: str
    #: the share by which it can move at most, or ``None``
    most: Decimal | None = None
    #: whether it grows by the time that passes, and by no more
    clock: bool = False


@functools.lru_cache(maxsize=4096)
def rules_of(claim: Claim, article: Article) -> dict[str, Running]:
    """The rules whose words stand near a figure, by name."""
    return _spoken_of(claim, _near(claim, article))


@functools.lru_cache(maxsize=4096)
def own_rules_of(claim: Claim, article: Article) -> dict[str, Running]:
    """The rules that a figure falls under by what it counts or by its own verb, the other or not.

    Only those by which one article's word is enough for both, and only of a figure that is no
    whole of which its sentence tells a part.
    """
    ahead = " ".join(_ahead(claim, article)[-2:])
    if ahead in rules("running")["whole"]["words"]:
        return {}
    found = spoken_by_itself(claim)
    return {entry["name"]: found[entry["name"]] for entry in entries()
            if entry.get("alone") and entry["name"] in found}  # fmt: skip


@functools.lru_cache(maxsize=4096)
def spoken_by_itself(claim: Claim) -> dict[str, Running]:
    """The rules that a figure falls under by its own words, by what it counts and by its verb."""
    own = (*words(claim.focus.text), claim.context.measured, claim.context.governor)
    return _spoken_of(claim, tuple(word for word in own if word))


def entries() -> list[dict[str, Any]]:
    """The rules, in their order."""
    return list(rules("running")["running"])


def entry_of(name: str) -> dict[str, Any]:
    """The rule of a name."""
    return next(entry for entry in entries() if entry["name"] == name)


def _spoken_of(claim: Claim, near: tuple[str, ...]) -> dict[str, Running]:
    told = f" {' '.join(near)} "
    return {
        entry["name"]: _rule(entry)
        for entry in entries()
        if claim.kind in entry["kinds"] and _counts_days(claim) and _speaks_of(entry, told)
        if _counts(entry, claim)
    }


def _counts(entry: dict[str, Any], claim: Claim) -> bool:
    """Whether a claim counts what a rule is of."""
    return "of" not in entry or claim.context.measured in entry["of"]


def _rule(entry: dict[str, Any]) -> Running:
    most = entry.get("most")
    share = None if most is None else Decimal(str(most))
    return Running(entry["name"], entry["moves"], share, bool(entry.get("clock")))


def _counts_days(claim: Claim) -> bool:
    """Whether a duration, if it is one, is long enough to grow between two reports."""
    value = claim.focus.value
    if claim.kind != "duration" or value is None or value.nominal is None:
        return True
    return value.nominal >= _DAY


@functools.lru_cache(maxsize=4096)
def reach(name: str, claim: Claim, article: Article) -> int:
    """How many words lie between a figure and the nearest word of a rule, in its sentence.

    Those in front count twice: in "four died and 12 are missing" the 12 are the missing.
    """
    entry = entry_of(name)
    behind = words(article.text[claim.focus.end : max(claim.clause.sentence.end, claim.focus.end)])
    if _speaks_of(entry, f" {' '.join(words(claim.focus.text))} "):
        return 0
    ahead = _ahead(claim, article)
    return min(_words_after(entry, ahead) * 2, _words_before(entry, behind))


def _words_after(entry: dict[str, Any], ahead: tuple[str, ...]) -> int:
    """How many words there are from the last words of a rule on."""
    told = f" {' '.join(ahead)} "
    ends = [told.rfind(form) + len(form) for form in _forms(entry["name"]) if form in told]
    return told.count(" ", max(ends) - 1) if ends else _FAR


def _words_before(entry: dict[str, Any], behind: tuple[str, ...]) -> int:
    """How many words there are up to the first words of a rule."""
    told = f" {' '.join(behind)} "
    starts = [told.find(form) for form in _forms(entry["name"]) if form in told]
    return told.count(" ", 0, min(starts) + 1) if starts else _FAR


def _near(claim: Claim, article: Article) -> tuple[str, ...]:
    context = claim.context
    lemmas = (
        context.measured,
        *context.measured_phrase,
        context.governor,
        *(lemma for lemma, _ in context.near[:_NEAREST]),
    )
    around = _around(claim, article)
    return (
        *words(claim.focus.text), *words(clause(claim, article)), *around,
        *_ahead_of(claim, article), *(word for word in lemmas if word),
    )  # fmt: skip


def _around(claim: Claim, article: Article) -> tuple[str, ...]:
    """The words behind a figure, as far as the next figure or the sentence goes."""
    end = max(claim.clause.sentence.end, claim.focus.end)
    return _up_to_figure(words(article.text[claim.focus.end : end])[:_BEHIND])


def _ahead_of(claim: Claim, article: Article) -> tuple[str, ...]:
    """What a paragraph says in front of a bare figure's sentence: "The queue is 63. It was 41"."""
    value = claim.focus.value
    if len(words(claim.focus.text)) > 1 or value is not None and value.kind != "count":
        return ()
    start = claim.clause.sentence.start
    line = article.text.rfind("\n", 0, start) + 1
    return words(article.text[max(line, start - _PARAGRAPH) : start])


# --- what the words of a claim say besides -------------------------------------------------------


@functools.lru_cache(maxsize=4096)
def is_fixed(claim: Claim, article: Article) -> bool:
    """Whether a figure is none that moves: a property ("four-storey"), a target, a capacity."""
    if claim.kind == "count" and _HYPHENED.match(claim.focus.text):
        return True
    table = rules("running")["fixed"]
    if claim.kind not in table["kinds"]:
        return False
    before = _ahead(claim, article)[-_BEFORE:]
    end = claim.focus.end
    behind = words(article.text[end : max(claim.clause.sentence.end, end)])[:_BEFORE]
    own = (*words(claim.focus.text), claim.context.measured or "")
    return (
        holds(" ".join(before), table["before"])
        or holds(" ".join(behind), table["behind"])
        or holds(" ".join(own), table["nouns"])
    )


def _ahead(claim: Claim, article: Article) -> tuple[str, ...]:
    """The words of a sentence in front of a figure."""
    return words(article.text[claim.clause.sentence.start : claim.focus.start])


@functools.lru_cache(maxsize=4096)
def says_so(claim: Claim, article: Article) -> bool:
    """Whether a claim's words say of any figure that it is one of a series."""
    if holds(" ".join(_ahead(claim, article)[-_BEFORE:]), rules("running")["restated"]["words"]):
        return True
    told = f" {' '.join(_beside_figure(claim, article))} "
    return any(
        _moving(told, name) for name in _SERIES if claim.kind in rules("running")[name]["kinds"]
    )


def _beside_figure(claim: Claim, article: Article) -> tuple[str, ...]:
    """The words of a clause around a figure, as far as the next figures on both sides."""
    start, end = claim.focus.start, claim.focus.end
    if not claim.clause.start <= start < claim.clause.end:
        return words(clause(claim, article))
    before = words(article.text[claim.clause.start : start].rpartition(";")[2])[::-1]
    aside = _IN_BRACKETS.match(article.text, end)  # what says the figure again
    end = aside.end() if aside else end
    behind = words(article.text[end : max(claim.clause.end, end)].partition(";")[0])
    return (*_up_to_figure(before)[::-1], *words(claim.focus.text), *_up_to_figure(behind))


def _up_to_figure(told: tuple[str, ...]) -> tuple[str, ...]:
    stop = next((place for place, word in enumerate(told) if word[0].isdigit()), len(told))
    return told[:stop]


def is_of_earlier(claim: Claim, article: Article) -> bool:
    """Whether a claim gives a figure that was overtaken when it was printed: "at first, 14"."""
    return holds(sentence(claim, article), rules("running")["earlier"]["words"])


def is_terse(claim: Claim) -> bool:
    """Whether a figure stands with hardly a word beside it ("31")."""
    return len(words(claim.focus.text)) <= 1 and not claim.context.measured


def speaks_of(name: str, text: str) -> bool:
    """Whether a text holds the words of a rule: what the rule file's examples are held against."""
    near = f" {' '.join(words(text))} "
    if name in _SERIES:
        return _moving(near, name)
    return _speaks_of(entry_of(name), near)


def _speaks_of(entry: dict[str, Any], near: str) -> bool:
    return any(form in near for form in _forms(entry["name"]))


@functools.cache
def _forms(name: str) -> tuple[str, ...]:
    """Every form of the words of a rule, between blanks."""
    entry = entry_of(name)
    stems = (*entry["nouns"], *entry["verbs"])
    return tuple(dict.fromkeys(f" {form} " for stem in stems for form in inflections(stem)))


def _moving(near: str, name: str) -> bool:
    return any(f" {phrase} " in near for phrase in rules("running")[name]["words"])
