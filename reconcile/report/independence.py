"""A fact and the origins it stands on in, how many of its sources are independent out."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from reconcile.model import Article, Fact, Origin

if TYPE_CHECKING:
    from reconcile.report.report import Report


def count_independent(fact: Fact) -> int:
    """How many origins the articles of a fact stand on; those that share one count once."""
    return len({frozenset(group) for group in _groups(fact).values()})


def count_origins(articles: Sequence[Article], origins: Sequence[Origin]) -> int:
    """How many reports the articles stand on: those that share one count once."""
    standing = {article.id: article.id for article in articles}
    for origin in origins:
        whole = [each for each in origin.articles if each not in origin.partly]
        known = [standing[each] for each in whole if each in standing]
        for each, root in standing.items():
            standing[each] = known[0] if root in known else root
    return len(set(standing.values()))


def extent_words(report: Report) -> str:
    """How many articles there are, and where some share one, how many origins."""
    many = len(report.articles)
    words = f"{many} article{'' if many == 1 else 's'}"
    if not report.origins:
        return words
    origins = count_origins(report.articles, report.origins)
    return f"{words}, {origins} origin{'' if origins == 1 else 's'}"


def shared_by(fact: Fact, origins: Sequence[Origin]) -> tuple[Origin, ...]:
    """The origins that two or more articles of a fact stand on."""
    known = {origin.id: origin for origin in origins}
    standing = _standing(fact)
    return tuple(known[each] for each in standing if each in known and len(standing[each]) > 1)


def standing_words(fact: Fact, shared: Sequence[Origin], articles: Mapping[str, Article]) -> str:
    """How many sources and origins state it, and who carries whose report; "" where all differ."""
    many, origins = len({claim.article for claim in fact.claims}), count_independent(fact)
    if origins == many:
        return ""
    told = f"{many} sources, {origins} origin{'' if origins == 1 else 's'}"
    carried = [_carried(origin, _standing(fact)[origin.id], many, articles) for origin in shared]
    return f"{told}: {'; '.join(carried)}" if carried else told


def _standing(fact: Fact) -> dict[str, list[str]]:
    """For each origin, the articles that stand on it, in the order of the claims."""
    standing: dict[str, dict[str, None]] = {}
    named = fact.origins or tuple(claim.article for claim in fact.claims)
    for claim, origin in zip(fact.claims, named, strict=True):
        standing.setdefault(origin, {})[claim.article] = None
    return {origin: list(found) for origin, found in standing.items()}


def _groups(fact: Fact) -> dict[str, set[str]]:
    """For each article, all those that it is joined to by origins, itself included."""
    groups: dict[str, set[str]] = {}
    for together in _standing(fact).values():
        joined = set(together).union(*(groups.get(each, ()) for each in together))
        groups.update(dict.fromkeys(joined, joined))
    return groups


def _carried(
    origin: Origin, together: Sequence[str], many: int, articles: Mapping[str, Article]
) -> str:
    """Who carries what: "Harbour Times carries Meridian Press", "both carry Reuters"."""
    first = origin.articles[0]
    if first in together and first not in origin.partly:
        others = [_name(articles[each]) for each in together if each != first]
        return f"{_listed(others)} {_verb(others)} {_name(articles[first])}"
    names = [_name(articles[each]) for each in together]
    all_of_them = "both" if len(names) == many == 2 else _listed(names)
    return f"{all_of_them} {f'carry {origin.agency}' if origin.agency else 'share a passage'}"


def _verb(names: Sequence[str]) -> str:
    return "carries" if len(names) == 1 else "carry"


def _name(article: Article) -> str:
    return " ".join((article.publisher or article.id).split())


def _listed(names: Sequence[str]) -> str:
    return " and ".join(filter(None, (", ".join(names[:-1]), names[-1])))
