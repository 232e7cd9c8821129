"""The words of a predicate in, the yes-or-no questions that they answer out, with the answers."""

from __future__ import annotations

import functools
import itertools
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Final

from reconcile import patterns
from reconcile.model import Claim
from reconcile.records import frozen
from reconcile.tables import read_tables
from reconcile.values.acts import act_entries, acts_in
from reconcile.values.inflections import inflections, lemmas_in
from reconcile.values.numbers import is_number_word
from reconcile.values.tokens import tokenize

#: what opens the words of an argument that deny only themselves: "in the fire, not the flood"
_BREAK: Final = patterns.compile(r",\s+(?:and\s+|but\s+)?not\s")
#: how many characters behind its verb an argument still belongs to the core of a predicate
_REACH: Final = 60
#: and how many words of it
_WORDS: Final = 8


@frozen
class Question:
    """A question that news answers with yes or no, and words that answer it."""

    name: str
    yes: tuple[str, ...]
    no: tuple[str, ...]
    #: "both", "yes" or "no": which answers can come later in a story than their opposites
    moves: str
    #: whether a story answers it over and over, of one thing after another
    routine: bool = False
    #: whether it is decided once, so that two who tell it as decided contradict each other
    once: bool = False


@frozen
class _Phrase:
    words: tuple[str, ...]
    #: those for which no other can stand
    needed: frozenset[str]
    question: str
    answer: bool


@functools.cache
def questions() -> Mapping[str, Question]:
    """Every question, by its name; those that a story answers over and over come last."""
    told = {
        entry["name"]: _question(entry, tuple(entry["yes"]), tuple(entry["no"]))
        for entry in read_tables("values", "rules/questions.toml")["question"]
    }
    acts = {entry["name"]: _question(entry, (), ()) for entry in act_entries()}
    every = told | {name: acts[name] for name in acts if name not in told}
    return dict(sorted(every.items(), key=lambda item: item[1].routine))


def _question(entry: Mapping[str, Any], yes: tuple[str, ...], no: tuple[str, ...]) -> Question:
    routine, once = entry.get("routine", False), entry.get("once", False)
    return Question(entry["name"], yes, no, entry["moves"], routine, once)


def answers(text: str, *, behind: str = "", denied: bool = False) -> dict[str, bool]:
    """The questions that a text answers, and whether with yes; the longest phrase decides.

    A phrase starts in the text; it may end in what stands ``behind`` it. ``denied`` says that the
    text's clause is denied, by words that it may not hold.
    """
    words = _words(text)
    starts = len(words)
    words += _words(behind)
    negations = _negations(words)
    found: dict[str, tuple[int, frozenset[int], bool]] = {}
    for at, places, phrase in _phrases_in(words):
        if at >= starts:
            break
        length = len(" ".join(phrase.words))
        if length > found.get(phrase.question, (0, places, True))[0]:
            found[phrase.question] = (length, places, phrase.answer)
    for act in acts_in(words, starts):
        if act.length > found.get(act.question, (0, act.places, True))[0]:
            found[act.question] = (act.length, act.places, act.answer)
    given: dict[str, bool] = {}
    for name, (_, places, answer) in found.items():
        outside = [place for place in negations if _denies(words, place, places)]
        turned = len(outside) % 2 == 1 if negations else denied and not _says_no(words, places)
        given[name] = answer != turned
    return given


def _denies(words: Sequence[str], place: int, phrase: frozenset[int]) -> bool:
    """Whether a negation denies a phrase: it is none of its own words, and reaches it."""
    return place not in phrase and (words[place] not in _reaching_ahead() or place < min(phrase))


def _says_no(words: Sequence[str], phrase: frozenset[int]) -> bool:
    """Whether a phrase holds the very verb that denies: "denied" answers no by itself."""
    return any(words[place] in _denying_forms() for place in phrase)


@functools.cache
def _denying_forms() -> frozenset[str]:
    return frozenset(form for verb in _denying() if " " not in verb for form in inflections(verb))


@functools.cache
def _reaching_ahead() -> frozenset[str]:
    return frozenset(read_tables("values", "rules/questions.toml")["negations"]["ahead"])


def is_denied(text: str) -> bool:
    """Whether an odd number of negations stands in a text; "not guilty" is none."""
    words = _words(text)
    return "guilty" not in words and len(_negations(words)) % 2 == 1


def core_of(claim: Claim, *, told_of: bool = True) -> tuple[str, str]:
    """The words of a claim's predicate, and those that follow it.

    A verb that says little is told by what follows it, and by a subject in front of it; any verb
    by the noun that heads its subject, unless who it is ``told_of`` shall have no say.
    """
    behind, who = " ".join(_arguments(claim)), claim.clause.subject if told_of else None
    before = who if who is not None and who.end <= claim.focus.start else None
    if before is not None and is_denied(before.text) and is_denied(claim.focus.text):
        before = None
    if is_light(claim.clause.predicate):
        return f"{before.text if before else ''} {claim.focus.text} {behind}", ""
    named = {word for word, _ in claim.context.names}
    noun = before.lemma if before is not None and before.lemma not in named else ""
    return f"{noun} {claim.focus.text}", behind


def is_light(predicate: str) -> bool:
    """Whether a predicate's lemma says little by itself."""
    return predicate.split(" ")[0] in _light() and " " not in predicate


@functools.cache
def _light() -> frozenset[str]:
    return frozenset(read_tables("values", "rules/questions.toml")["light"]["words"])


def _arguments(claim: Claim) -> Iterator[str]:
    """The arguments behind a claim's predicate, each with what brings it in."""
    end = claim.focus.end
    for argument in claim.clause.arguments:
        if end <= argument.start <= end + _REACH:
            bare = argument.role in ("object", "complement", "adverbial", "agent")
            words = _BREAK.split(argument.text)[0].split()[:_WORDS]
            yield " ".join([*([] if bare else [argument.role]), *words])


def is_claim_denied(claim: Claim) -> bool:
    """Whether a claim denies: by its own words, or by those of its clause."""
    clause = claim.clause
    return clause.certainty == "denied" or clause.negated or is_denied(claim.focus.text)


def answers_of(claim: Claim, *, told_of: bool = True) -> dict[str, bool]:
    """The questions that a claim's predicate answers, and whether with yes.

    What is denied is answered too: "dismissed reports of deaths". Without ``told_of`` the noun
    of its subject has no say.
    """
    denied = is_claim_denied(claim)
    given = dict(_answers_of(*core_of(claim, told_of=told_of), denied))
    if denies_its_object(claim):
        what = " ".join(each.text for each in claim.clause.arguments if each.role == "object")
        given = dict(_answers_of(f"not {what}", "", denied)) | given
    return given


def denies_its_object(claim: Claim) -> bool:
    """Whether a claim affirms, by a verb that denies what it is said of: "dismissed reports"."""
    return claim.clause.predicate in _denying() and not is_claim_denied(claim)


@functools.cache
def _denying() -> frozenset[str]:
    return frozenset(read_tables("values", "rules/questions.toml")["denying"]["words"])


def common_answer(a: Mapping[str, bool], b: Mapping[str, bool]) -> tuple[str, bool, bool] | None:
    """The first question that two predicates both answer, with the answer of each."""
    return next(((name, a[name], b[name]) for name in questions() if name in a and name in b), None)


@functools.lru_cache(maxsize=65536)
def _answers_of(core: str, behind: str, denied: bool) -> Mapping[str, bool]:
    return answers(core, behind=behind, denied=denied)


def _words(text: str) -> list[str]:
    written_out = text.replace("n't", " not").replace("n’t", " not").replace("’", "'")
    flat = written_out.replace("-", " ")
    if flat.replace(" ", "").isalpha():
        return flat.lower().split()
    return [token.lower for token in tokenize(flat) if token.kind in ("word", "number")]


def _negations(words: Sequence[str]) -> list[int]:
    """Where a negation starts."""
    by_first = _negation_forms()
    return [
        place
        for place, word in enumerate(words)
        if any(tuple(words[place : place + len(form)]) == form for form in by_first.get(word, ()))
    ]


@functools.cache
def _negation_forms() -> Mapping[str, tuple[tuple[str, ...], ...]]:
    return _by_first_word("negations")


def _by_first_word(table: str) -> Mapping[str, tuple[tuple[str, ...], ...]]:
    """Every form of every phrase of a table, by its first word."""
    grouped: dict[str, list[tuple[str, ...]]] = {}
    for phrase in read_tables("values", "rules/questions.toml")[table]["words"]:
        for form in _forms(phrase):
            grouped.setdefault(form[0], []).append(form)
    return {first: tuple(forms) for first, forms in grouped.items()}


def _phrases_in(words: Sequence[str]) -> Iterator[tuple[int, frozenset[int], _Phrase]]:
    """The phrases in a text, with where they start and the places of their own words.

    Not those that start in a longer idiom.
    """
    idiom = -1, 0
    present = frozenset(words)
    for at, word in enumerate(words):
        for form in _idioms().get(word, ()):
            if _places(words, at, form):
                idiom = max(idiom, (at + len(form), len(form)))
        for phrase in _phrases_begun(word):
            if not phrase.needed <= present:
                continue
            places = _places(words, at, phrase.words)
            if places and (at >= idiom[0] or len(phrase.words) >= idiom[1]):
                yield at, places, phrase


def _places(words: Sequence[str], at: int, form: Sequence[str]) -> frozenset[int]:
    """Where the words of a phrase stand, from a place on; nowhere, where it does not stand there.

    One determiner stands for another, adverbs and numbers may stand between: "paid no dividend" has
    "pay a dividend", and the "no" is not its own.
    """
    determiners, adverbs = _fillers()
    places = [at]
    place = at + 1
    for wanted in form[1:]:
        skipped = adverbs - determiners if wanted in determiners else adverbs
        while place < len(words) and words[place] != wanted and _is_filler(words[place], skipped):
            place += 1
        if place == len(words):
            return frozenset()
        if words[place] == wanted:
            places.append(place)
        elif words[place] not in determiners or wanted not in determiners:
            return frozenset()
        place += 1
    return frozenset(places)


def _is_filler(word: str, skipped: frozenset[str]) -> bool:
    """Whether a word may stand inside a phrase: "shed 900 jobs" holds "shed jobs"."""
    return word in skipped or word[0].isdigit() or is_number_word(word)


@functools.cache
def _fillers() -> tuple[frozenset[str], frozenset[str]]:
    """Determiners, and adverbs and auxiliaries that may stand inside a phrase."""
    tables = read_tables("values", "rules/questions.toml")
    inside = (*tables["adverbs"]["words"], *tables["auxiliaries"]["words"])
    return frozenset(tables["determiners"]["words"]), frozenset(inside)


@functools.cache
def _idioms() -> Mapping[str, tuple[tuple[str, ...], ...]]:
    return _by_first_word("idioms")


@functools.lru_cache(maxsize=65536)
def _phrases_begun(form: str) -> Sequence[_Phrase]:
    """The phrases that a form of a word begins, in the order of the rules."""
    phrases, (determiners, _) = _phrases(), _fillers()
    of_each = [phrases[word] for word in lemmas_in(phrases, form)]
    begun: list[_Phrase] = []
    for _, phrase, question, answer in sorted(itertools.chain(*of_each)):
        rest = _words(phrase)[1:]
        needed = frozenset(rest) - determiners
        begun.append(_Phrase((form, *rest), needed, question, answer))
    return begun


@functools.cache
def _phrases() -> Mapping[str, list[tuple[int, str, str, bool]]]:
    """Every phrase by its first word: its number, its words, the question and the answer."""
    grouped: dict[str, list[tuple[int, str, str, bool]]] = {}
    number = itertools.count()
    for question in questions().values():
        for answer, phrases in ((True, question.yes), (False, question.no)):
            for phrase in phrases:
                first = _first_word(phrase)
                grouped.setdefault(first, []).append((next(number), phrase, question.name, answer))
    return grouped


def _first_word(phrase: str) -> str:
    first = phrase.partition(" ")[0]
    return first.lower() if first.isalpha() else (_words(phrase) or [phrase])[0]


def _forms(phrase: str) -> list[tuple[str, ...]]:
    first, *rest = _words(phrase) or [phrase]
    return [(form, *rest) for form in sorted(inflections(first))]
