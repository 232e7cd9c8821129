"""Found names in, entities out: short forms with their long form, and what each one is."""

from __future__ import annotations

import functools
import itertools
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Final

from reconcile.claims.appositions import descriptions, noun_phrase_head
from reconcile.claims.canonical import acronym, fold
from reconcile.claims.names import FoundName
from reconcile.claims.parse import ParsedArticle
from reconcile.claims.vocabulary import table, words
from reconcile.tuples import NamedTuple

if TYPE_CHECKING:
    from spacy.tokens import Span

_LOCATIVE: Final = frozenset(("in", "near", "outside", "around", "throughout", "across"))
#: subjects of these clauses are people more often than not
_HUMAN: Final = "reporting"


class Entity(NamedTuple):
    """A name with what the article says of it."""

    canonical: str
    #: the longest printed form
    printed: str
    #: "person", "organisation", "place" or "other"
    kind: str
    #: "woman", "man" or ""
    gender: str
    #: lemmas of the nouns that describe it
    described: frozenset[str]
    #: its age where stated
    age: str = ""


def cluster_names(
    parsed: ParsedArticle, found: Sequence[FoundName]
) -> tuple[dict[str, Entity], dict[int, str]]:
    """The entities by canonical name, and for each found name (by number) its entity's name."""
    linked = _link_forms(parsed, found)
    described: dict[str, Counter[str]] = {}
    votes: dict[str, Counter[str]] = {}
    printed: dict[str, str] = {}
    ages: dict[str, str] = {}
    for number, name in enumerate(found):
        if name.form == "title":
            continue
        canonical = linked[number]
        span = parsed.segments[name.segment].doc[name.first : name.last]
        votes.setdefault(canonical, Counter()).update(_votes(span, name, found, number))
        described.setdefault(canonical, Counter()).update(_describers(span, found, number))
        if name.form == "name" and _richer(name.text, printed.get(canonical, "")):
            printed[canonical] = name.text
        ages.setdefault(canonical, _age(span) or "")
        ages[canonical] = ages[canonical] or _age(span)
    return {
        canonical: Entity(
            canonical,
            printed.get(canonical, canonical.title()),
            _kind(canonical, votes[canonical]),
            _gender(described[canonical]),
            frozenset(described[canonical]),
            ages[canonical],
        )
        for canonical in votes
    }, linked


def _richer(text: str, than: str) -> bool:
    return (text.isupper() < than.isupper(), len(text)) > (False, len(than)) or not than


def _link_forms(parsed: ParsedArticle, found: Sequence[FoundName]) -> dict[int, str]:
    """For each found name the longest form in the article that it can be short for."""
    forms = Counter(name.canonical for name in found if name.form != "title")
    places = _place_forms(parsed, found)
    given = _given_acronyms(parsed, found)
    alike = _forms_by_edge(forms)
    longer: dict[str, list[str]] = {}
    for form in sorted(forms, key=lambda f: (len(f.split()), f)):
        others = dict.fromkeys(other for edge in _edges(form) for other in alike.get(edge, ()))
        longer[form] = [
            other for other in others if other != form and _shortens(form, other, form in places)
        ]
    linked: dict[int, str] = {}
    last_seen: dict[str, int] = {}
    for number, name in enumerate(found):
        if name.form == "title":
            continue
        target = given.get(name.canonical) or _choose(name.canonical, longer, forms, last_seen)
        final = _choose(target, longer, forms, last_seen) if target != name.canonical else target
        linked[number] = final
        last_seen[final] = number
    return linked


def _edges(form: str) -> tuple[str, ...]:
    """The first and the last word of a form, marked as such."""
    parts = form.split()
    return (f"{parts[0]} …", f"… {parts[-1]}") if parts else ()


def _forms_by_edge(forms: Iterable[str]) -> dict[str, list[str]]:
    """The forms that each form could be short for, by the edges that they must share with it."""
    alike: dict[str, list[str]] = {}
    for form in forms:
        initials = acronym(form)
        for edge in (*_edges(form), f"{initials} …", f"… {initials}"):
            alike.setdefault(edge, []).append(form)
    return alike


def _choose(
    form: str, longer: Mapping[str, list[str]], forms: Counter[str], last_seen: Mapping[str, int]
) -> str:
    """The long form that a short one stands for: the one named last, else the most frequent."""
    candidates = longer.get(form, [])
    if not candidates:
        return form
    full = [c for c in candidates if not longer.get(c)] or candidates
    return max(full, key=lambda c: (last_seen.get(c, -1), forms[c], len(c), c))


def _shortens(short: str, long: str, is_place: bool) -> bool:
    """Whether one canonical name can be the short form of another in the same article."""
    a, b = short.split(), long.split()
    if not a or len(a) >= len(b):
        return False
    if len(a) == 1 and len(a[0]) > 1 and a[0] == acronym(long):
        return True
    edge = b[: len(a)] == a or b[-len(a) :] == a
    if not edge:
        return False
    if is_place and (b[-1] in words("names", "institutions") or b[-1] in words("names", "sites")):
        return False
    return not (
        is_place and _is_country(short) and not _is_country(long) and b[0] not in ("south", "north")
    )


def _is_country(name: str) -> bool:
    return name in countries()


@functools.cache
def countries() -> frozenset[str]:
    """The canonical names of countries and of the states and provinces of the larger ones."""
    listed = (table("countries", key).values() for key in ("demonyms", "capitals"))
    return words("countries", "states").union(*listed)


def _place_forms(parsed: ParsedArticle, found: Sequence[FoundName]) -> frozenset[str]:
    """Forms that the article uses as places: "in Seoul", countries and capitals."""
    capitals = table("countries", "capitals")
    places = {
        name.canonical
        for name in found
        if _is_country(name.canonical) or name.canonical in capitals
    }
    for name in found:
        doc = parsed.segments[name.segment].doc
        if (
            name.form == "name"
            and name.first
            and doc[name.first - 1].lower_ in ("in", "near", "outside")
        ) and doc[name.last - 1].dep_ == "pobj":
            places.add(name.canonical)
    return frozenset(places)


def _given_acronyms(parsed: ParsedArticle, found: Sequence[FoundName]) -> dict[str, str]:
    """Short forms that follow their long form in parentheses: "Ayungan Power Corp. (APC)"."""
    given: dict[str, str] = {}
    for before, name in itertools.pairwise(found):
        doc = parsed.segments[name.segment].doc
        beside = before.segment == name.segment and name.first - before.last in (1, 2)
        if not beside or before.form != "name" or doc[name.first - 1].text != "(":
            continue
        letters = fold(name.text).replace(" ", "")
        initials = "".join(part[0] for part in fold(before.text).split())
        if (
            name.text.isupper()
            and letters[:1] == initials[:1]
            and set(letters) <= set(initials + "&")
        ):
            given[name.canonical] = before.canonical
    return given


@functools.cache
def _describing() -> frozenset[str]:
    """Nouns that say what a person, a body or a place is."""
    roles = (words("roles", key) for key in ("titles", "families", "women", "men"))
    return (
        words("names", "company_nouns") | words("names", "place_nouns") | frozenset().union(*roles)
    )


def _describers(span: Span, found: Sequence[FoundName], number: int) -> list[str]:
    """Lemmas of titles and appositions of a name."""
    lemmas = [token.lemma_.lower() for token in descriptions(span)]
    lemmas = [lemma for lemma in lemmas if lemma in _describing()]
    if (
        number
        and found[number - 1].form == "title"
        and found[number - 1].segment == found[number].segment
    ):
        before = found[number - 1]
        if before.last == found[number].first:
            lemmas += [word.rstrip(".") for word in before.text.lower().split()]
    return lemmas


def _votes(span: Span, name: FoundName, found: Sequence[FoundName], number: int) -> list[str]:
    """What the words around a name say that it is."""
    last = name.canonical.split()[-1] if name.canonical else ""
    votes: list[str] = []
    if (
        name.form == "demonym"
        or _is_country(name.canonical)
        or name.canonical in table("countries", "capitals")
    ):
        return ["place"] * 5
    suffixes, institutions = words("names", "suffixes"), words("names", "institutions")
    if fold(name.text).split()[-1:] and fold(name.text).split()[-1] in suffixes:
        votes += ["organisation"] * 4
    if last in words("names", "sites"):
        votes += ["place"] * 3
    elif any(word in institutions for word in name.canonical.split()):
        votes += ["organisation"] * 3
    described = _describers(span, found, number)
    people = words("roles", "titles") | words("roles", "honorifics") | words("roles", "families")
    bodies = words("names", "company_nouns")
    votes += ["person"] * 2 * any(lemma in people and lemma not in bodies for lemma in described)
    votes += ["organisation"] * 2 * any(lemma in bodies for lemma in described)
    votes += ["place"] * 2 * any(lemma in words("names", "place_nouns") for lemma in described)
    if _age(span):
        votes += ["person"] * 3
    return votes + _syntax_votes(span, name)


def _syntax_votes(span: Span, name: FoundName) -> list[str]:
    """Votes by what governs the name."""
    head = noun_phrase_head(span.root)
    inner = head.i in range(span.start, span.end)
    votes = _locative_votes(span) if inner and head.dep_ in ("pobj", "conj") else []
    if inner and head.dep_ in ("nsubj", "nsubjpass"):
        votes += _subject_votes(head.head.lemma_, name)
    votes += _modifier_votes(span)
    following = span.doc[span.end].lemma_.lower() if span.end < len(span.doc) else ""
    if following == "'s" and span.end + 1 < len(span.doc):
        following = span.doc[span.end + 1].lemma_.lower()
    if following in words("names", "affiliates"):
        votes += ["organisation"]
    inside = name.text[1:]
    if inside != inside.lower() and name.text.isalnum() and not name.text.isupper():
        votes += ["organisation"]
    if name.text.isupper() and 2 <= len(name.text) <= 5:
        votes += ["organisation"]
    return votes


def _modifier_votes(span: Span) -> list[str]:
    """What "Paris-based", "the Ohio firm" and "the Dresden factory" say of the name in front."""
    doc = span.doc
    tail = doc[span.end : span.end + 2].text.lower()
    if tail[:1] in ("-", "‑") and tail[1:] in words("names", "place_tails"):
        return ["place"] * 3
    head = noun_phrase_head(span.root)
    common = head.text.islower() and 0 <= head.i - span.end <= 2
    lemma = head.lemma_.lower()
    located = lemma in words("places", "nouns") or lemma in ("company", "firm", "group", "maker")
    return ["place"] * (common and located and head.i >= span.end)


def _locative_votes(span: Span) -> list[str]:
    doc, at = span.doc, span.start - 1
    before = doc[at].lower_ if at >= 0 else ""
    if before == "the" and at:
        before, at = doc[at - 1].lower_, at - 1
    if before in _LOCATIVE:
        return ["place"] * 2
    if before in ("at", "from", "to"):
        return ["place"]
    if before == "of" and at > 0 and doc[at - 1].pos_ == "PROPN":
        return ["place"]
    directed = before == "of" and at > 0 and doc[at - 1].lower_ in words("names", "directions")
    return ["place"] * 2 if directed else []


def _subject_votes(verb: str, name: FoundName) -> list[str]:
    reports = verb in words("reporting", "verbs")
    many = len(name.canonical.split()) > 1
    if many:
        return ["person"] * (2 if reports else 1)
    return []


def _kind(canonical: str, votes: Counter[str]) -> str:
    if not votes:
        return "other"
    return max(sorted(votes), key=lambda kind: votes[kind])


def _gender(described: Counter[str]) -> str:
    women = sum(count for word, count in described.items() if word in words("roles", "women"))
    men = sum(count for word, count in described.items() if word in words("roles", "men"))
    return "woman" if women > men else "man" if men > women else ""


def _age(span: Span) -> str:
    """The age in "Darren Maddock, 41," or "(51)"; an empty string where there is none."""
    doc = span.doc
    if span.root.dep_ == "pobj" or span.end + 1 >= len(doc) or doc[span.end].text not in (",", "("):
        return ""
    age = doc[span.end + 1].text
    closes = span.end + 2 >= len(doc) or doc[span.end + 2].text in (",", ")", ".", ";", "—", "and")
    return age if age.isdigit() and len(age) < 3 and closes else ""
