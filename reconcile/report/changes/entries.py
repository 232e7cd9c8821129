"""A report as JSON in, its findings out, each by what is said in it and by whom.

The JSON is what ``Report.to_json`` writes, so a report that was kept can be held against one made
today. Nothing here looks at a line, an offset or a finding's number.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, Final, Literal

from reconcile.model import VALUE_KINDS, Verdict
from reconcile.records import field, frozen
from reconcile.report.findings import BY_WEIGHT
from reconcile.report.fingerprints import source_key, statement_key

#: a verdict, or what is none
Tone = Literal["conflict", "joint", "internal", "updated", "compatible", "possible", "agree"]
WEIGHT: Final[tuple[Tone, ...]] = (
    "conflict", "joint", "internal", "updated", "compatible", "possible", "agree",
)  # fmt: skip
#: of other kinds only what cannot be true together counts: names agree and disagree by the dozen
_COUNTED: Final = VALUE_KINDS | {"quote", "role"}


@frozen
class Said:
    """Words of one source."""

    source: str
    text: str
    #: what they were read as, in words, or ""
    reading: str
    #: the sentence that they stand in
    sentence: str = field(repr=False)
    #: who says it and what, however it is printed
    key: tuple[str, str] = field(repr=False)


@frozen
class Entry:
    """A finding of one version."""

    tone: Tone
    kind: str
    title: str
    explanation: str
    said: tuple[Said, ...]

    @property
    def keys(self) -> frozenset[tuple[str, str]]:
        """Who states what."""
        return frozenset(each.key for each in self.said)


def entries_of(data: Mapping[str, Any]) -> list[Entry]:
    """The findings of a report, weightiest first."""
    articles = {article["id"]: article for article in data["articles"]}
    entries = [
        *_checks(data.get("joint", ()), "joint", articles),
        *_checks(data.get("internal", ()), "internal", articles),
        *_facts(data["facts"], articles),
        *_facts(data.get("possible", ()), articles, certain=False),
    ]
    return sorted(entries, key=lambda each: WEIGHT.index(each.tone))


def _facts(
    facts: list[Mapping[str, Any]], articles: Mapping[str, Any], *, certain: bool = True
) -> Iterator[Entry]:
    for fact in facts:
        if not fact["comparisons"]:
            continue
        first = min(fact["comparisons"], key=lambda each: BY_WEIGHT.index(each["verdict"]))
        verdict: Verdict = first["verdict"]
        if verdict == "conflict" or fact["kind"] in _COUNTED:
            said = tuple(said_of(mention, articles) for mention in fact["mentions"])
            tone: Tone = verdict if certain else "possible"
            yield Entry(tone, fact["kind"], fact["title"], first["explanation"], said)


def _checks(
    checks: list[Mapping[str, Any]], tone: Tone, articles: Mapping[str, Any]
) -> Iterator[Entry]:
    for check in checks:
        said = tuple(said_of(mention, articles) for mention in check["mentions"])
        yield Entry(tone, check["kind"], check["title"], check["explanation"], said)


def said_of(mention: Mapping[str, Any], articles: Mapping[str, Any]) -> Said:
    """The words of a mention of the JSON, with the sentence that holds them."""
    article = articles[mention["article"]]
    span = mention.get("sentence") or mention
    value = mention["value"]
    return Said(
        source=article["publisher"] or article["id"],
        text=mention["text"],
        reading=value["words"] if value else "",
        sentence=article["text"][span["start"] : span["end"]],
        key=(
            source_key(article["publisher"], article["id"]),
            statement_key(mention["text"], value),
        ),
    )
