# ruff: noqa: E501
"""Little articles for the tests: a text with blank lines becomes an article with its roles."""

from __future__ import annotations

import datetime

from attrs import evolve

from reconcile.articles import read_article
from reconcile.model import Article, Segment


def written(
    name: str, text: str, *, publisher: str | None = None, published: str | None = None
) -> Article:
    moment = datetime.datetime.fromisoformat(published) if published else None
    return evolve(read_article(text), id=name, publisher=publisher, published=moment)


def told(text: str) -> Article:
    """An article of one paragraph."""
    return Article("a", text, segments=(Segment(0, len(text), "body", 1),))


WIRE = """\
Ferry runs aground off Lindholm with 240 aboard

By MARTA OLSEN
Northern Press

LINDHOLM, Norway (NP) — A car ferry with 240 people on board ran aground in thick fog off the island of Lindholm early Tuesday, injuring 31 of them, the coast guard said.

The Sankt Olav struck a reef about 400 meters from the harbor mouth shortly after 6 a.m., and water poured into its engine room before the crew could close the doors.

"I thought that we would all end up in the sea," said Kari Dahl, a 52-year-old nurse who was on her way to work.

Three helicopters and a dozen fishing boats took the passengers ashore, where a school had been opened for them.

The ferry, built in 1998, was repaired for 4.2 million kroner last winter after inspectors found rust in its hull.
"""

LOCAL = """\
Islanders row out to stricken ferry

By Jonas Eik

Fishermen from Lindholm did not wait to be asked on Tuesday. When the Sankt Olav hit the reef in the fog, a dozen of them were alongside within twenty minutes.

"I thought that we would all end up in the sea," said Kari Dahl, who is a nurse at the island's clinic.

By noon everybody was off. The coast guard counted 31 injured, none of them badly, and 240 people in all.

The reef has no light. The harbor board has asked for one every year since 2011, according to its minutes.
"""


def copied(text: str = WIRE, *replaced: tuple[str, str]) -> str:
    """The wire story with some of its words changed, under another paper's headline."""
    for words, others in replaced:
        assert words in text, words
        text = text.replace(words, others)
    lines = text.split("\n\n")
    return "\n\n".join(["Ferry hits reef in fog", *lines[2:]]).replace(
        "LINDHOLM, Norway (NP) — ", ""
    )
