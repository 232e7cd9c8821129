"""Groups in, sentences out: what shows that articles stand on one report."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from reconcile.model import Article, Change
from reconcile.origins.copies import Copy
from reconcile.origins.groups import Groups
from reconcile.origins.words import Words


def name_of(article: Article) -> str:
    """How an article is called in a sentence."""
    return " ".join((article.publisher or article.id).split())


def reason_of(
    articles: Sequence[int],
    copies: Sequence[Copy],
    names: Sequence[str],
    groups: Groups,
    words: Sequence[Words],
) -> str:
    """Who credits whom, then who shares what, in the order of the articles."""
    told = [_copy_told(copy, words) for copy in copies]
    pairs = {frozenset((copy.a, copy.b)) for copy in copies}
    told += [
        f"only these write “{each.written.capitalize()}”, others “{each.elsewhere.capitalize()}”"
        for each in groups.evidence.oddities
        if frozenset((each.a, each.b)) in pairs
    ]
    for article in articles:
        told += _credits_told(article, names, groups, words[article], shares=bool(copies))
    return "; ".join(dict.fromkeys(told))


def _credits_told(
    article: int, names: Sequence[str], groups: Groups, words: Words, *, shares: bool
) -> Iterator[str]:
    own = groups.evidence.own_names(article)
    given = [each for each in groups.evidence.credits[article] if each.agency not in own]
    wholly = {each.agency for each in given if each.covers == "article"} & {*names}
    in_part = {each.agency for each in given if each.covers == "some"} - wholly
    sentences = Counter(each.agency for each in given if each.covers == "sentence")
    who = name_of(words.article)
    for agency in sorted(wholly):
        yield f"{who} credits {agency}"
    for agency in sorted(in_part) if shares else ():
        yield f"{who} says that parts of it come from {agency or 'agencies'}"
    for agency in sorted({*sentences} & {*names} - wholly - in_part):
        yield f"{who} credits {agency} for {counted(sentences[agency], 'sentence')}"


def _copy_told(copy: Copy, words: Sequence[Words]) -> str:
    first, second = name_of(words[copy.a].article), name_of(words[copy.b].article)
    shared = {link.b for link in copy.links}
    if not copy.is_whole:
        many = counted(len(shared), "sentence")
        return f"{first} and {second} share {many}, word for word or nearly so"
    all_of_it = counted(len(words[copy.b].sentences), "sentence")
    return f"{second} has {len(shared)} of its {all_of_it} from {first}, word for word or nearly so"


def counted(many: int, noun: str) -> str:
    """A number of things in words: "one sentence", "3 sentences"."""
    return f"one {noun}" if many == 1 else f"{many} {noun}s"


def change_told(change: Change, articles: Mapping[str, Article]) -> str:
    """What a copy has otherwise, as an editor reads it beside a finding."""
    first, second = (name_of(articles[each.article]) for each in (change.a, change.b))
    printed, changed = (" ".join(each.text.split()) for each in (change.a, change.b))
    return (
        f"The passage is the same in both, but {second} has “{changed}” where {first} "
        f"has “{printed}”."
    )
