"""Story packs, parsed once for the whole room."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

import pytest
from attrs import frozen

from reconcile import extract_claims, read_articles
from reconcile.model import Article, Claim

STORIES = Path(__file__).parents[2] / "benchmarks" / "stories"
#: packs of different kinds of news, two to five articles each
NAMES = (
    "hanseong-record-close",
    "hearthwell-recall",
    "kaveri-strike",
    "san-lautaro-quake",
    "valparaiso-open-final",
)


@frozen(eq=False)
class Told:
    """A story as alignment meets it."""

    articles: Sequence[Article]
    claims: Sequence[Claim]


@pytest.fixture(scope="session")
def stories() -> Mapping[str, Told]:
    read = {name: read_articles([STORIES / name]) for name in NAMES}
    return {name: Told(articles, extract_claims(articles)) for name, articles in read.items()}


@pytest.fixture(params=NAMES)
def story(request: pytest.FixtureRequest, stories: Mapping[str, Told]) -> Told:
    return stories[request.param]
