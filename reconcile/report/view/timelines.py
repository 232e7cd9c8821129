"""Findings in, the timeline of those with dates out: days that lie far from the story are told."""

from __future__ import annotations

import datetime
from collections.abc import Mapping, Sequence
from typing import Final

from reconcile.model import Article
from reconcile.records import evolve
from reconcile.report.excerpts import one_line
from reconcile.report.findings import Finding
from reconcile.report.pictures import Group, Lane, Timeline
from reconcile.report.view.looks import verdict_look
from reconcile.report.view.nouns import Source
from reconcile.report.view.plots import lane_in

_DAY: Final = 86_400.0
_EPOCH: Final = datetime.datetime(1970, 1, 1)
#: days around publication that a timeline can span; the first that holds enough is taken
_WINDOWS_DAYS: Final = (3, 10, 30, 90, 400, 1500, 5000, 20_000)
_ENOUGH_SHARE: Final = 0.6
_MOST_ROWS: Final = 40


def timeline_of(
    findings: Sequence[Finding], articles: Sequence[Article], sources: Mapping[str, Source]
) -> Timeline:
    """The facts that two or more sources date, earliest first."""
    groups = [
        group
        for finding in findings
        if finding.kind == "date" and (group := _dated(finding, sources)).lanes
    ]
    groups.sort(key=lambda group: (_middle(group), group.title))
    near, far = _parted(groups, _news(articles, groups))
    told = tuple(f"{group.title}: {group.lanes[0].reading}" for group in far)
    return Timeline(tuple(near[:_MOST_ROWS]), told)


def _dated(finding: Finding, sources: Mapping[str, Source]) -> Group:
    """The days that the sources give for one fact, each once."""
    by_set: dict[tuple[float | None, float | None], Lane] = {}
    for claim in finding.fact.claims:
        value = claim.focus.value
        lane = lane_in(value, "date", finding, claim, sources) if value else None
        if lane is None:
            continue
        known = by_set.setdefault((lane.low, lane.high), lane)
        if lane.letters not in known.letters.split():
            letters = f"{known.letters} {lane.letters}"
            by_set[lane.low, lane.high] = evolve(known, letters=letters)
    look = verdict_look(finding.verdict)
    return Group(one_line(finding.title), tuple(by_set.values()), look.tone, look.sign)


def _middle(group: Group) -> float:
    """About when it was: the middle of the finest reading; of an open one, its end."""
    ends = [[each for each in (lane.low, lane.high) if each is not None] for lane in group.lanes]
    finest = min(ends, key=lambda each: (len(each) == 1, max(each) - min(each)))
    return sum(finest) / len(finest)


def _news(articles: Sequence[Article], groups: Sequence[Group]) -> float:
    """The moment that the story turns about: its first publication, or the middle of its dates."""
    times = [article.published for article in articles if article.published]
    if times:
        return min((each.replace(tzinfo=None) - _EPOCH).total_seconds() for each in times)
    middles = sorted(map(_middle, groups))
    return middles[len(middles) // 2] if middles else 0.0


def _parted(groups: Sequence[Group], news: float) -> tuple[list[Group], list[Group]]:
    """The groups near the news, and those so far off that the others would be one dot."""

    def lanes_within(days: float) -> int:
        return sum(len(each.lanes) for each in groups if abs(_middle(each) - news) <= days * _DAY)

    enough = _ENOUGH_SHARE * sum(len(each.lanes) for each in groups)
    days = next((each for each in _WINDOWS_DAYS if lanes_within(each) >= enough), None)
    if days is None:
        return list(groups), []
    near = [each for each in groups if abs(_middle(each) - news) <= days * _DAY]
    return near, [each for each in groups if each not in near]
