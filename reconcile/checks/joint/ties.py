"""Claims of several articles in, whether they speak of one thing and of one holder out."""

from __future__ import annotations

import functools
from typing import Final

from reconcile import patterns
from reconcile.checks.joint.parts import FILE
from reconcile.checks.joint.scene import Scene, singular, words_of
from reconcile.checks.vocabulary import rules, words
from reconcile.model import Claim

_NAME: Final = patterns.compile(r"(?<![.!?“\"] )(?<!^)\b[A-ZÀ-Þ][\w’'-]*[^\W_]")
_SUBJECT: Final = patterns.compile(r"\b[A-ZÀ-Þ][\w’'-]*[^\W_]")
#: a word this near qualifies what is told
_NEAR: Final = 4.0
#: words on either side of a figure that say that it was so before
_AHEAD: Final = 4
_YEAR: Final = patterns.compile(r"\b(?:(?:19|20)\d\d|[Ll]ast \w+|[Tt]his year)\b")
_TIMES: Final = frozenset(("date", "duration", "rank", "age"))
_OF_A_NAME: Final = patterns.compile(r"['’]s?$")


def thing_of(scene: Scene, claim: Claim) -> frozenset[str]:
    """What is so much or so high: "profit", "inflation"; of "it" what the sentence before tells."""
    opening = words_of(scene.sentence(claim))[:1]
    if opening and opening[0] in rules(FILE)["pronoun"]["words"]:
        before = claim.article, claim.context.sentence_index - 1
        told = (each for each in scene.in_sentence.get(before, ()) if each.kind not in _TIMES)
        return frozenset(thing for each in told for thing in _own_thing(each))
    return _own_thing(claim)


def _own_thing(claim: Claim) -> frozenset[str]:
    context = claim.context
    said = {context.measured, context.subject.removeprefix("@")}
    if said & set(rules(FILE)["stand_in"]["words"]):
        said |= set(context.measured_phrase)
    return frozenset(singular(word) for word in said if word) - _stand_ins()


def are_told_alike(a: Claim, b: Claim) -> bool:
    """Whether two claims of one thing qualify it alike: operating profit is not net profit."""
    one, other = (_qualified(each) for each in (a, b))
    return one == other


def _qualified(claim: Claim) -> frozenset[str]:
    telling = set(rules(FILE)["qualifier"]["words"])
    near = {lemma for lemma, far in claim.context.near if far <= _NEAR}
    return frozenset(telling & (near | set(claim.context.measured_phrase)))


def names_of(scene: Scene, claim: Claim) -> frozenset[str]:
    """The names of a claim's sentence, in lower case; of a pronoun's those around it."""
    text = " ".join(scene.sentence(claim).split())
    found = frozenset(_plain(name) for name in _NAME.findall(text))
    subject = "" if claim.clause.subject is None else claim.clause.subject.text
    found |= frozenset(_plain(name) for name in _SUBJECT.findall(subject))
    found -= frozenset(rules(FILE)["no_name"]["words"])
    return found or frozenset(claim.context.names_around)


@functools.lru_cache(maxsize=256)
def names_in(text: str) -> frozenset[str]:
    """The words with a capital inside the sentences of a text, days and months left out."""
    lines = (" ".join(line.split()) for line in text.splitlines())
    found = frozenset(_plain(name) for line in lines for name in _NAME.findall(line))
    return found - frozenset(rules(FILE)["no_name"]["words"])


def _plain(name: str) -> str:
    return singular(_OF_A_NAME.sub("", name.casefold()))


def share_a_name(scene: Scene, a: Claim, b: Claim) -> bool:
    """Whether some name is told with both."""
    return bool(names_of(scene, a) & {singular(name) for name in names_of(scene, b)})


def periods_of(scene: Scene, claim: Claim) -> frozenset[str]:
    """The stretches of time that a claim's sentence speaks of: a quarter, a half, a month."""
    found = words("stretch", FILE).finditer(scene.sentence(claim))
    return frozenset(singular(match.group().casefold()) for match in found)


def times_of(scene: Scene, claim: Claim) -> frozenset[str]:
    """The same with the years: "in 2024", "last year"."""
    text = scene.sentence(claim)
    years = frozenset(found.casefold() for found in _YEAR.findall(text))
    return periods_of(scene, claim) | years


def is_of_before(scene: Scene, claim: Claim) -> bool:
    """Whether a figure is the one that there was before: "up from £250 million", "had been"."""
    if ("compared", "before") in claim.context.scope and claim.context.governor == "compare":
        return True
    ahead = " ".join(words_of(scene.before(claim))[-_AHEAD:])
    behind = " ".join(words_of(scene.behind(claim))[:_AHEAD])
    return bool(
        words("formerly_before", FILE).search(ahead) or words("formerly_behind", FILE).match(behind)
    )


def _stand_ins() -> frozenset[str]:
    return frozenset(rules(FILE)["stand_in"]["words"])
