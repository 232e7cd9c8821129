"""The Report: what a comparison of articles found, ready to ask, to print and to store."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from reconcile.model import (
    Article,
    Check,
    Claim,
    Fact,
    Origin,
    Unchecked,
    Unmatched,
    Verdict,
)
from reconcile.records import frozen
from reconcile.report.asking import is_about, words_of
from reconcile.report.findings import (
    BY_WEIGHT,
    CheckFinding,
    Finding,
    Single,
    find,
    find_check,
    find_single,
)

if TYPE_CHECKING:
    from reconcile.report.frames import Frame
    from reconcile.report.pictures import Matrix, Timeline
    from reconcile.report.view.nouns import Text


@frozen(repr=False)
class Report:
    """Articles compared: what they agree on, differ on and contradict each other on."""

    articles: tuple[Article, ...]
    claims: tuple[Claim, ...] = ()
    #: the facts that two or more sources state, as the rooms before handed them over
    aligned: tuple[Fact, ...] = ()
    #: the claims that only one source makes, likewise
    unaligned: tuple[Unmatched, ...] = ()
    #: what was not read or not compared, and why
    unchecked: tuple[Unchecked, ...] = ()
    #: what a reader must know of the articles together ("a and b are the same text")
    notes: tuple[str, ...] = ()
    #: what cannot hold inside one article, as the rooms before handed it over
    checked: tuple[Check, ...] = ()
    #: what cannot hold together over three or more claims of the sources, likewise
    checked_jointly: tuple[Check, ...] = ()
    #: the articles that stand on one report, likewise
    origins: tuple[Origin, ...] = ()
    #: the ids of the facts and checks that somebody accepted, each with the reason
    accepted: tuple[tuple[str, str], ...] = ()

    @cached_property
    def _findings(self) -> tuple[Finding, ...]:
        articles = {article.id: article for article in self.articles}
        return tuple(
            find(fact, articles, self.origins) for fact in self.aligned if fact.comparisons
        )

    @cached_property
    def facts(self) -> tuple[Finding, ...]:
        """Every fact that two or more sources state, weightiest verdict first.

        Of the conflicts those come first that are likeliest to be of one fact.
        """
        certain = (finding for finding in self._findings if finding.certain)
        return tuple(sorted(certain, key=_weight))

    @cached_property
    def possible(self) -> tuple[Finding, ...]:
        """Pairs that may be the same fact, and are not judged to be."""
        unsure = (finding for finding in self._findings if not finding.certain)
        return tuple(finding for finding in unsure if not _is_far_fetched(finding))

    @property
    def conflicts(self) -> tuple[Finding, ...]:
        """Facts on which the sources cannot all be right."""
        return self._with("conflict")

    @property
    def differences(self) -> tuple[Finding, ...]:
        """Facts stated differently that can all be true, or were true when written."""
        differing = self._with("updated", "compatible")
        return tuple(
            each for each in differing if not _is_short_form(each) and not _is_small_talk(each)
        )

    @property
    def agreements(self) -> tuple[Finding, ...]:
        """Facts that the sources state alike; a name in full and in short is one of them.

        What happened, as all affirm it, and a place that some name more closely, are none: they
        stand in ``facts`` only.
        """
        alike = self._with("agree", "compatible")
        return tuple(
            each
            for each in alike
            if (each.verdict == "agree" or _is_short_form(each)) and not _is_small_talk(each)
        )

    @cached_property
    def unmatched(self) -> tuple[Single, ...]:
        """What only one source says."""
        articles = {article.id: article for article in self.articles}
        return tuple(find_single(each, articles) for each in self.unaligned)

    @cached_property
    def checks(self) -> tuple[CheckFinding, ...]:
        """What cannot hold inside one article."""
        articles = {article.id: article for article in self.articles}
        return tuple(find_check(check, articles) for check in self.checked)

    @cached_property
    def joint(self) -> tuple[CheckFinding, ...]:
        """Three or more statements over the sources that cannot all hold."""
        articles = {article.id: article for article in self.articles}
        return tuple(find_check(check, articles) for check in self.checked_jointly)

    def about(self, words: str) -> tuple[Finding, ...]:
        """The facts whose title, quotes or sentences hold every one of these words."""
        asked = words_of(words)
        return tuple(
            each for each in self.facts if asked and is_about(each.title, each.quotes, asked)
        )

    def to_json(self) -> str:
        """The whole report as JSON text: see ``docs/report.md``."""
        from reconcile.report.json import report_to_json

        return report_to_json(self)

    def to_html(self) -> str:
        """The whole report as one HTML page that needs no script and no network."""
        from reconcile.report.html import report_to_page

        return report_to_page(self)

    def _with(self, *verdicts: Verdict) -> tuple[Finding, ...]:
        return tuple(finding for finding in self.facts if finding.verdict in verdicts)

    def __repr__(self) -> str:
        return (
            f"<Report on {len(self.articles)} articles: {len(self.conflicts)} conflicts, "
            f"{len(self.differences)} differences, {len(self.agreements)} agreements, "
            f"{len(self.unchecked)} not checked>"
        )

    def article(self, name: str) -> Text:
        """One article in full, its claims marked by what was found; by id, letter or publisher.

        Raises ArticleNotFound where there is none of that name.
        """
        from reconcile.report.view import text_named

        return text_named(self, name)

    def timeline(self) -> Timeline:
        """When what happened, according to whom, as a picture."""
        from reconcile.report.view import view_of

        return view_of(self).timeline

    def matrix(self) -> Matrix:
        """Who reports what and who leaves it out, as a picture."""
        from reconcile.report.view import view_of

        return view_of(self).matrix

    def facts_table(self) -> Frame:
        """A row for each fact that two or more sources state."""
        from reconcile.report.frames import facts_frame

        return facts_frame(self)

    def claims_table(self) -> Frame:
        """A row for each claim, with the fact that it belongs to."""
        from reconcile.report.frames import claims_frame

        return claims_frame(self)

    def comparisons_table(self) -> Frame:
        """A row for each two claims that were compared."""
        from reconcile.report.frames import comparisons_frame

        return comparisons_frame(self)

    def unmatched_table(self) -> Frame:
        """A row for each claim that one source alone makes."""
        from reconcile.report.frames import unmatched_frame

        return unmatched_frame(self)

    def unchecked_table(self) -> Frame:
        """A row for each thing that was not read or not compared."""
        from reconcile.report.frames import unchecked_frame

        return unchecked_frame(self)

    def checks_table(self) -> Frame:
        """A row for each statement of a finding inside one article or over several."""
        from reconcile.report.frames import checks_frame

        return checks_frame(self)

    def origins_table(self) -> Frame:
        """A row for each article of each report that two or more stand on."""
        from reconcile.report.frames import origins_frame

        return origins_frame(self)

    def articles_table(self) -> Frame:
        """A row for each article."""
        from reconcile.report.frames import articles_frame

        return articles_frame(self)

    def _repr_html_(self) -> str:
        from reconcile.report.html import report_to_html

        return report_to_html(self)

    def _repr_mimebundle_(self, **_: object) -> dict[str, str]:
        return {"text/plain": repr(self), "text/html": self._repr_html_()}


def _is_short_form(finding: Finding) -> bool:
    """Whether a difference is no more than a name in full here and in short there.

    Two spellings of one name are a difference: one of them may be wrong.
    """
    spelled = any(each.judgement.reason == "variant" for each in finding.comparisons)
    return finding.kind == "name" and finding.verdict == "compatible" and not spelled


def _weight(finding: Finding) -> tuple[int, float]:
    """What findings are sorted by."""
    sure = finding.likelihood if finding.verdict == "conflict" else 0.0
    return BY_WEIGHT.index(finding.verdict), -sure


def _is_far_fetched(finding: Finding) -> bool:
    """Whether a denial and what it denies hardly speak of one thing."""
    improbable = all(comparison.probability == 0 for comparison in finding.comparisons)
    return finding.kind == "polarity" and improbable


def _is_small_talk(finding: Finding) -> bool:
    """Whether the sources affirm the same, or name a place and what holds it: no news to anyone.

    Nor is what may well not speak of one thing, though it answers one question.
    """
    if finding.kind == "place":
        return finding.verdict == "compatible"
    if finding.kind != "polarity" or finding.verdict == "conflict":
        return False
    affirmed = not any(claim.clause.negated for claim in finding.fact.claims)
    return _is_far_fetched(finding) or affirmed and finding.verdict != "updated"
