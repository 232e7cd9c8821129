"""A report and acceptances in; what is still open, what is accepted and what went stale out."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from reconcile.baseline.acceptances import Acceptance, covers, is_of
from reconcile.baseline.cases import Case, cases_of
from reconcile.records import evolve, frozen
from reconcile.report import Report

Least = Literal["conflict", "difference", "never"]


@frozen
class Stale:
    """An acceptance that covers nothing, and the finding on its subject, if there is one."""

    acceptance: Acceptance
    #: what the sources now state
    now: Case | None = None

    def __str__(self) -> str:
        """What went stale, where it stands, and what to do."""
        acceptance = self.acceptance
        told = f"{acceptance.place}: accepted, and no longer there: {acceptance}."
        if self.now is None:
            return f"{told} Take it out."
        stated = ", ".join(f"{each.article} “{each.words}”" for each in self.now.statements)
        now = f"The sources now state {stated} ({self.now.id})"
        return f"{told} {now}: accept that anew, or take it out."


@frozen
class Review:
    """The findings of a report in the light of what was accepted."""

    #: findings that nobody accepted and that weigh enough, weightiest first
    open: tuple[Case, ...]
    #: what was accepted, with the acceptance
    accepted: tuple[tuple[Case, Acceptance], ...]
    stale: tuple[Stale, ...]


def review(
    report: Report, acceptances: Sequence[Acceptance] = (), *, least: Least = "conflict"
) -> Review:
    """Sort the findings of a report by whether they were accepted.

    ``least`` is the least finding that is kept open: a conflict, as which statements of one or of
    several articles count that cannot all hold, or a difference.
    """
    cases = tuple(cases_of(report))
    accepted = tuple(
        (case, acceptance)
        for case in cases
        if (acceptance := _acceptance_of(case, acceptances)) is not None
    )
    settled = [id(case) for case, _ in accepted]
    used = [id(acceptance) for acceptance in acceptances if _is_used(acceptance, cases)]
    return Review(
        open=tuple(each for each in cases if id(each) not in settled and _weighs(each, least)),
        accepted=accepted,
        stale=tuple(
            Stale(each, next((case for case in cases if is_of(each, case)), None))
            for each in acceptances
            if id(each) not in used
        ),
    )


def _acceptance_of(case: Case, acceptances: Sequence[Acceptance]) -> Acceptance | None:
    return next((each for each in acceptances if covers(each, case)), None)


def _is_used(acceptance: Acceptance, cases: Sequence[Case]) -> bool:
    return any(covers(acceptance, case) for case in cases)


def _weighs(case: Case, least: Least) -> bool:
    if least == "never":
        return False
    return least == "difference" or case.verdict in ("conflict", "check", "joint")


def mark_accepted(report: Report, reviewed: Review) -> Report:
    """The report with what was accepted marked as such; itself where nothing changes.

    A report keeps its findings once they are asked for.
    """
    accepted = tuple((case.finding.id, each.reason) for case, each in reviewed.accepted)
    return report if accepted == report.accepted else evolve(report, accepted=accepted)
