"""What stands beside a figure and says what it counts: currency, unit or share; as a look-up."""

from __future__ import annotations

import functools
from collections.abc import Iterator
from decimal import Decimal
from typing import Final

from reconcile.tuples import NamedTuple
from reconcile.values.lexicon import Rule, load, word_set, words_of
from reconcile.values.stream import Stream, joined, kind_at, word_at

HYPHENS: Final = frozenset("-‐‑–")
_HUNDREDTH: Final = Decimal("0.01")
_ONE: Final = Decimal(1)
#: behind a letter that is set apart from its figure these tell that it is a unit
_MEASURED: Final = frozenset(("of", "per", "/"))
_BRACKETS: Final = {"(": ")", "[": "]", "{": "}", "<": ">"}


class Marker(NamedTuple):
    """A currency, unit of measure or unit of share."""

    #: "money", "quantity" or "percent"
    kind: str
    #: an ISO code, a pint unit name, "fraction" or "percentage_point"; "" for a shared currency
    unit: str
    #: what one of it is worth in ``unit``: 0.01 for a cent
    factor: Decimal
    #: its name as a person says it
    stated: str
    dimension: str = ""
    #: the currencies that share the name, and the one taken where nothing says otherwise
    codes: tuple[str, ...] = ()
    default: str = ""
    #: how it may stand: "", "joined" to the digits, "measured" before "of", "hyphen" before it,
    #: "scaled" or "large" figures only, "part" of one only
    only: str = ""


class Suffix(NamedTuple):
    """A phrase behind a figure, and what it marks."""

    words: tuple[str, ...]
    #: the form that must be printed, without spaces; None where case is free
    printed: str | None
    marker: Marker


def suffix_at(stream: Stream, index: int) -> tuple[int, Marker] | None:
    """The index behind the currency or unit at a token, and the marker; a hyphen may join it."""
    at = index
    if word_at(stream, at) in _BRACKETS:
        return _bracketed(stream, at)
    hyphen = word_at(stream, at) in HYPHENS and joined(stream, at) and joined(stream, at + 1)
    if hyphen:
        at += 1
    for suffix in suffixes().get(word_at(stream, at), ()):
        last = at + len(suffix.words)
        if tuple(stream.words[at:last]) == suffix.words and _fits(stream, index, at, last, suffix):
            return last, suffix.marker
    return None


def _bracketed(stream: Stream, index: int) -> tuple[int, Marker] | None:
    """A symbol alone in brackets: "20 (kg)"."""
    for suffix in suffixes().get(word_at(stream, index + 1), ()):
        last = index + 1 + len(suffix.words)
        if tuple(stream.words[index + 1 : last]) != suffix.words or suffix.marker.only:
            continue
        if word_at(stream, last) == _BRACKETS[stream.words[index]]:
            return last + 1, suffix.marker
    return None


def _fits(stream: Stream, index: int, at: int, last: int, suffix: Suffix) -> bool:
    only = suffix.marker.only
    if suffix.printed is not None and printed_of(stream, at, last) != suffix.printed:
        return False
    if only == "joined" and not (at == index and joined(stream, at)):
        return False
    if only == "measured" and not (at == index and word_at(stream, last) in _MEASURED):
        return False
    if only == "hyphen" and at == index:
        return False
    if at > index and suffix.marker.kind == "money" and kind_at(stream, last) == "number":
        return False  # "£7bn-£10bn": the sign of the next figure
    if not all(joined(stream, n) for n in range(at + 1, last) if stream.words[n].isdecimal()):
        return False  # "12 ft 2 in" is no area
    if joined(stream, last) and stream.tokens[last].kind in ("number", "word"):
        return not (suffix.words[-1].isalpha() or suffix.words[-1].isdecimal())  # "5m" in "5mX"
    return True


def printed_of(stream: Stream, first: int, last: int) -> str:
    """Tokens as printed, spaces left out."""
    tokens = stream.tokens[first:last]
    return "".join(stream.text[token.start : token.end] for token in tokens)


@functools.cache
def suffixes() -> dict[str, tuple[Suffix, ...]]:
    """Everything that can stand behind a figure, by first word, the longest first."""
    groups: dict[str, list[Suffix]] = {}
    for suffix in (*_currency_suffixes(), *_unit_suffixes(), *_share_suffixes()):
        groups.setdefault(suffix.words[0], []).append(suffix)
    return {
        word: tuple(sorted(group, key=_longest_and_exact) if group[1:] else group)
        for word, group in groups.items()
    }


def _longest_and_exact(suffix: Suffix) -> tuple[int, bool]:
    """Long phrases before short ones, and "Mt" before a "mt" in any case."""
    return -len(suffix.words), suffix.printed is None


def plurals_of(name: str) -> tuple[str, ...]:
    """A name and its regular plural: "cent", "cents"; "penny" keeps its own in the tables."""
    if name[-1] in "sz元" or name.endswith(("square", "cubic")):
        return (name,)
    return (name, f"{name}{'es' if name.endswith(('ch', 'x')) else 's'}")


def forms_of(rule: Rule) -> set[str]:
    """Every name of a rule with its plurals; given plurals take the place of regular ones."""
    given = rule.get("plurals")
    names: set[str] = set(given or ())
    for name in rule.get("names", ()):
        names.update((name,) if given is not None else plurals_of(name))
    return names


# --- currencies -------------------------------------------------------------------------------


def _currency_suffixes() -> Iterator[Suffix]:
    for rule in load("currencies")["currency"]:
        yield from _own_names(rule)
    for rule in load("currencies")["shared"]:
        yield from _shared_names(rule)


def _own_names(rule: Rule) -> Iterator[Suffix]:
    code = rule["code"]
    whole = Marker("money", code, _ONE, code)
    names = forms_of(rule)
    for name in names:
        only = "scaled" if name in rule.get("scaled", ()) else ""
        only = "large" if name in rule.get("large", ()) else only
        yield Suffix(words_of(name), None, whole._replace(only=only))
    for sign in rule["signs"]:
        if (len(sign) > 1 or not sign.isalpha()) and sign not in _coin_signs():
            free = sign.lower() == code.lower() and not is_word(code)
            yield Suffix(words_of(sign), None if free else sign.replace(" ", ""), whole)
    millions = whole._replace(factor=Decimal(1_000_000), stated=f"million {code}")
    yield Suffix((f"m{code.lower()}",), f"M{code}", millions)
    hundredth = Marker("money", code, _HUNDREDTH, f"{code} cent")
    for coin in rule.get("minor", ()):
        for name in plurals_of(coin):
            yield Suffix(words_of(name), None, hundredth)
    for sign in rule.get("minor_signs", ()):
        yield Suffix(words_of(sign), sign, hundredth._replace(only="joined"))


@functools.cache
def _coin_signs() -> frozenset[str]:
    """Signs of small coins that several currencies share: behind a figure no other sign."""
    rules = load("currencies")["shared"]
    return frozenset(sign for rule in rules for sign in rule.get("minor_signs", ()))


def is_word(code: str) -> bool:
    """Whether a currency's code is an English word when case is left aside: TRY, MAD, COP."""
    return code in word_set("currencies", "word_code")


def _shared_names(rule: Rule) -> Iterator[Suffix]:
    codes, default = tuple(rule["codes"]), rule.get("default", "")
    name = rule["names"][0]
    shared = Marker("money", "", _ONE, name, "", codes, default)
    coins = rule.get("minor", ())
    hundredth = shared._replace(
        factor=_HUNDREDTH, stated=coins[0] if coins else "",
        codes=(*codes, *rule.get("coins_of", ())),
    )  # fmt: skip
    own = forms_of({"names": rule["names"]}) | set(rule.get("plurals", ()))
    small = {form for coin in coins for form in plurals_of(coin)}
    for form in own:
        yield Suffix(words_of(form), None, shared)
    for sign in rule["signs"]:
        yield Suffix(words_of(sign), sign.replace(" ", ""), shared)
    for form in small:
        yield Suffix(words_of(form), None, hundredth)
    for sign in rule.get("minor_signs", ()):
        yield Suffix(words_of(sign), sign, hundredth._replace(only="joined"))
    for code, people in _people(codes):
        whole = Marker("money", code, _ONE, code)
        for form in own:
            yield Suffix(words_of(f"{people} {form}"), None, whole)
        for form in small:
            yield Suffix(words_of(f"{people} {form}"), None, whole._replace(factor=_HUNDREDTH))


def _people(codes: tuple[str, ...]) -> Iterator[tuple[str, str]]:
    for rule in load("currencies")["currency"]:
        if rule["code"] in codes:
            for people in rule.get("people", ()):
                yield rule["code"], people


# --- units and shares -------------------------------------------------------------------------


def _unit_suffixes() -> Iterator[Suffix]:
    for rule in load("units")["unit"]:
        factor = Decimal(rule.get("factor", 1))
        marker = Marker("quantity", rule["name"], factor, rule["name"], rule["dimension"])
        marker = marker._replace(only=_restriction(rule))
        for name in forms_of(rule) | set(rule.get("names", ())):
            yield Suffix(words_of(name), None, marker)
        for symbol in rule.get("symbols", ()):
            exact = rule.get("exact", False) or len(symbol) == 1
            printed = symbol.replace(" ", "") if exact else None
            yield Suffix(words_of(symbol), printed, marker)
        for symbol in rule.get("joined", ()):
            yield Suffix(words_of(symbol), symbol, marker._replace(only="joined"))
        for symbol in rule.get("apart", ()):
            yield Suffix(words_of(symbol), symbol, marker._replace(only="measured"))


def _restriction(rule: Rule) -> str:
    kinds = (("only_joined", "joined"), ("only_hyphen", "hyphen"), ("only_fraction", "part"))
    return next((name for key, name in kinds if rule.get(key)), "")


def _share_suffixes() -> Iterator[Suffix]:
    for rule in load("shares")["unit"]:
        marker = Marker("percent", rule["unit"], Decimal(rule["factor"]), rule["stated"])
        for name in forms_of(rule) | set(rule.get("names", ())):
            yield Suffix(words_of(name), None, marker)
        for symbol in rule.get("symbols", ()):
            yield Suffix(words_of(symbol), None, marker)


@functools.cache
def dimensions() -> dict[str, str]:
    """What each unit measures, by its pint name."""
    return {rule["name"]: rule["dimension"] for rule in load("units")["unit"]}


@functools.cache
def unit_names() -> dict[str, str]:
    """A name for each pint unit that is read behind a figure: "cubic metres"."""
    names: dict[str, str] = {}
    for rule in load("units")["unit"]:
        if "factor" in rule:
            continue
        plurals = rule.get("plurals") or [plurals_of(name)[-1] for name in rule.get("names", ())]
        spoken = [*plurals, *rule.get("symbols", ()), *rule.get("joined", ())]
        names.setdefault(rule["name"], spoken[0])
    return names
