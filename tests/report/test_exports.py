"""The forms that other programs read: what each holds, and that no article can speak for it."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Callable, Iterator
from html.parser import HTMLParser
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest
from attrs import evolve

from reconcile.model import Article, Slip
from reconcile.report import Report
from reconcile.report.csv import COLUMNS
from reconcile.report.excerpts import one_line
from reconcile.report.forms import FORMS, write_report
from reconcile.report.places import address_of, is_as_saved, line_starts, place_of, web_address
from tests.report.hostile import HOSTILE, hostile_report

TEXT_FORMS = ("markdown", "github", "sarif", "junit", "csv", "claimreview", "annotations")


def written(report: Report, form: str) -> str:
    text = write_report(report, form)
    assert isinstance(text, str)
    return text


@pytest.fixture
def hostile() -> Report:
    return hostile_report()


@pytest.mark.parametrize("form", TEXT_FORMS)
def test_the_same_report_gives_the_same_bytes(form: str, report: Report) -> None:
    assert written(report, form) == written(report, form)
    assert written(report, form).endswith("\n")


@pytest.mark.parametrize("form", TEXT_FORMS)
def test_an_empty_report_can_be_written(form: str, wire: Article, ledger: Article) -> None:
    assert isinstance(written(Report((wire, ledger)), form), str)


@pytest.mark.parametrize("form", TEXT_FORMS)
def test_no_control_character_of_an_article_comes_out(form: str, hostile: Report) -> None:
    text = written(hostile, form)
    text.encode()
    if form == "annotations":  # a selector has the article's own characters, written as JSON does
        assert not re.search(r"[\x00-\x09\x0b-\x1f]", text)
    else:
        assert not re.search(
            r"[\x00-\x09\x0b\x0c\x0e-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e]", text
        )


# --- Markdown ---------------------------------------------------------------------------------


class Rendered(HTMLParser):
    """The elements of a page, their attributes, and its text."""

    def __init__(self, page: str) -> None:
        super().__init__(convert_charrefs=True)
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.text = ""
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        self.text += data


def rendered(markdown: str) -> Rendered:
    """The page as GitHub makes it, before its own filters."""
    cmarkgfm = pytest.importorskip("cmarkgfm")
    unsafe = cmarkgfm.cmark.Options.CMARK_OPT_UNSAFE
    return Rendered(cmarkgfm.github_flavored_markdown_to_html(markdown, options=unsafe))


def test_markdown_shows_conflicts_and_folds_the_rest(report: Report) -> None:
    text = written(report, "markdown")
    before, _, behind = text.partition("<details>")
    assert "✗ length of the closure" in before
    assert "cost of the repairs" not in before
    assert "≈ cost of the repairs" in behind
    assert "not checked" in behind
    page = rendered(text)
    assert "→ 14 weeks and nine weeks are five weeks apart." in page.text
    assert ("b", {}) in page.elements


def test_markdown_of_a_hostile_article_is_text(hostile: Report) -> None:
    page = rendered(written(hostile, "markdown"))
    ours = {
        "h2", "h3", "h4", "ul", "li", "p", "table", "thead", "tbody", "tr", "th", "td",
        "details", "summary", "strong", "b", "span", "br",
    }  # fmt: skip
    assert {tag for tag, _ in page.elements} <= ours
    assert all(not attributes for _, attributes in page.elements)
    shown = page.text.replace("\u200b", "")
    assert shown.count("[click](javascript:alert(1))") >= 8
    assert one_line(HOSTILE) in shown
    details = [tag for tag, _ in page.elements if tag == "details"]
    assert len(details) == written(hostile, "markdown").count("\n</details>")


def test_markdown_of_a_hostile_article_makes_no_link_of_github(hostile: Report) -> None:
    shown = rendered(written(hostile, "markdown")).text
    for linked in ("@octocat", "#12", ":tada:", "www.evil", "mail@evil"):
        assert linked not in shown


def test_dollars_make_no_formula(report: Report) -> None:
    assert "$" not in written(report, "markdown").replace("<span>$</span>", "")


def test_markdown_links_to_the_web_only(report: Report, hostile: Report) -> None:
    wire = evolve(report.articles[0], url="https://example.org/a_(b)|c?x=<y>")
    page = rendered(written(evolve(report, articles=(wire, report.articles[1])), "markdown"))
    links = [attributes["href"] for tag, attributes in page.elements if tag == "a"]
    assert links == ["https://example.org/a_(b)%7Cc?x=%3Cy%3E"]
    assert "<a" not in written(hostile, "markdown")


# --- GitHub -----------------------------------------------------------------------------------


def test_an_annotation_stands_at_its_words(report: Report, wire: Article) -> None:
    lines = written(report, "github").splitlines()
    assert lines[0].startswith("::error file=story/wire.txt,line=3,endLine=3,col=")
    column = int(re.search(r",col=(\d+)", lines[0])[1])  # type: ignore[index]
    assert wire.text.splitlines()[2][column - 1 :].startswith("14 weeks")
    assert "title=Conflict%3A length of the closure::" in lines[0]
    assert lines[1].startswith("::error file=story/ledger.txt,line=3,")
    assert {line.split()[0] for line in lines[2:]} == {"::notice"}


def test_a_hostile_article_writes_no_command(hostile: Report) -> None:
    for line in written(hostile, "github").splitlines():
        _, properties, message = re.fullmatch(  # type: ignore[union-attr]
            r"::(error|warning|notice) ([^:]*)::(.*)", line
        ).groups()
        named = dict(each.split("=", 1) for each in properties.split(","))
        assert set(named) == {"file", "line", "endLine", "col", "endColumn", "title"}
        assert named["file"].startswith("a folder/")
        assert named["file"].endswith("<x>.txt")
        assert "%250A" in message


# --- SARIF ------------------------------------------------------------------------------------


def sarif(report: Report) -> dict[str, Any]:
    log = json.loads(written(report, "sarif"))
    model = pytest.importorskip("pydantic_sarif.model")
    model.StaticAnalysisResultsFormatSarifVersion210JsonSchema.model_validate(log)
    assert list(beyond_the_model(log)) == []
    assert len(log["runs"]) == 1
    run: dict[str, Any] = log["runs"][0]
    return run


#: arrays whose items the schema asks to be unique
UNIQUE = ("roles", "relatedLocations", "suppressions", "artifacts", "logicalLocations", "rules")
ADDRESS = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:[^\s<>\"{}|\\^`]*|[^\s<>\"{}|\\^`:]*")


def beyond_the_model(part: object, name: str = "log") -> Iterator[str]:
    """What the schema asks for and the models made from it do not check."""
    if isinstance(part, dict):
        if name in ("message", "shortDescription", "fullDescription") and not part.get("text"):
            yield f"{name} without text"
        if not ADDRESS.fullmatch(part.get("uri", "")):
            yield f"{part['uri']} is no address"
        for key, value in part.items():
            yield from beyond_the_model(value, key)
    elif isinstance(part, list):
        written = [json.dumps(each, sort_keys=True) for each in part]
        if name in UNIQUE and len(set(written)) < len(written):
            yield f"{name} twice"
        for each in part:
            yield from beyond_the_model(each, name)


@pytest.mark.parametrize(
    "change",
    [
        pytest.param(lambda result: result.update(odd=1), id="a field of our own"),
        pytest.param(lambda result: result.update(level="fatal"), id="a level of our own"),
        pytest.param(lambda result: result["message"].clear(), id="no message"),
        pytest.param(lambda result: result["locations"].extend([{"id": -9}]), id="a number"),
        pytest.param(
            lambda result: result["relatedLocations"].extend(result["relatedLocations"]), id="twice"
        ),
    ],
)
def test_what_is_no_sarif_is_noticed(change: Callable[[Any], object], report: Report) -> None:
    model = pytest.importorskip("pydantic_sarif.model")
    log = json.loads(written(report, "sarif"))
    change(log["runs"][0]["results"][0])
    try:
        model.StaticAnalysisResultsFormatSarifVersion210JsonSchema.model_validate(log)
    except ValueError:
        return
    assert list(beyond_the_model(log))


def test_sarif_follows_its_schema_and_points_at_the_words(report: Report) -> None:
    run = sarif(report)
    texts = {f"story/{each.id}.txt": each.text for each in report.articles}
    places = [each for result in run["results"] for each in result["locations"]]
    places += [each for result in run["results"] for each in result["relatedLocations"]]
    places += run["invocations"][0]["toolExecutionNotifications"][0]["locations"]
    assert len(places) == 9
    for place in places:
        physical = place["physicalLocation"]
        region, text = physical["region"], texts[physical["artifactLocation"]["uri"]]
        start = region["charOffset"]
        words = text[start : start + region["charLength"]]
        assert words == region["snippet"]["text"]
        line = text.splitlines()[region["startLine"] - 1]
        assert line[region["startColumn"] - 1 : region["endColumn"] - 1] == words
        index = physical["artifactLocation"]["index"]
        assert run["artifacts"][index]["location"]["uri"] == physical["artifactLocation"]["uri"]


def test_sarif_names_its_rules(report: Report) -> None:
    run = sarif(report)
    rules = run["tool"]["driver"]["rules"]
    assert [result["ruleId"] for result in run["results"]] == [
        "conflict", "updated", "compatible", "possible",
    ]  # fmt: skip
    for result in run["results"]:
        assert rules[result["ruleIndex"]]["id"] == result["ruleId"]


def test_sarif_of_a_hostile_article_is_text(hostile: Report) -> None:
    run = sarif(hostile)
    assert len(run["results"]) == 6
    for result in run["results"]:
        message = result["message"]["text"]
        assert "\\[click\\](javascript" in message
        assert not re.search(r"(?<!\\)\[", message)
        assert "{{0}}" in message
    assert run["artifacts"][0]["location"]["uri"] == "a%20folder/a%2C%2050%25%3A%20%3Cx%3E.txt"


def test_no_line_is_given_where_the_text_is_not_the_files(report: Report) -> None:
    page = evolve(report.articles[0], path="story/wire.html")
    changed = evolve(report, articles=(page, report.articles[1]))
    first = sarif(changed)["results"][0]
    assert "region" not in first["locations"][0]["physicalLocation"]
    assert "region" in first["relatedLocations"][0]["physicalLocation"]
    assert written(changed, "github").startswith("::error file=story/wire.html,title=")


# --- JUnit ------------------------------------------------------------------------------------


def test_junit_has_a_case_for_each_fact(report: Report) -> None:
    suites = ElementTree.fromstring(written(report, "junit"))
    (suite,) = suites
    counts = {name: suite.get(name) for name in ("tests", "failures", "errors", "skipped")}
    assert counts == {"tests": "5", "failures": "1", "errors": "0", "skipped": "1"}
    failed = [case for case in suite if case.find("failure") is not None]
    assert [case.get("name") for case in failed] == ["length of the closure"]
    assert "14 weeks" in (failed[0].findtext("failure") or "")


def test_junit_of_a_hostile_article_is_text(hostile: Report) -> None:
    suites = ElementTree.fromstring(written(hostile, "junit"))
    tags = {element.tag for element in suites.iter()}
    plain = {"testsuites", "testsuite", "testcase", "failure", "skipped", "system-out"}
    assert tags <= plain | {"properties", "property"}
    names = [case.get("name") for case in suites.iter("testcase")]
    assert len(names) == len(set(names)) or len(suites) > 1
    assert one_line(HOSTILE) in (suites[0][0].findtext("failure") or "")


def test_cases_of_one_name_are_told_apart(report: Report) -> None:
    facts = tuple(evolve(fact, title="the toll") for fact in report.aligned)
    suites = ElementTree.fromstring(written(evolve(report, aligned=facts), "junit"))
    names = [case.get("name") for case in suites.iter("testcase")]
    assert names == ["the toll", *(f"the toll ({number})" for number in range(2, 6))]


# --- CSV --------------------------------------------------------------------------------------


def test_csv_has_a_row_for_each_comparison(report: Report) -> None:
    rows = list(csv.DictReader(io.StringIO(written(report, "csv"), newline="")))
    assert tuple(rows[0]) == COLUMNS
    assert [row["fact"] for row in rows] == ["f2", "f4", "f1", "f3", "f5"]
    first = rows[0]
    assert (first["verdict"], first["a_words"], first["b_words"]) == (
        "conflict", "14 weeks", "nine weeks",
    )  # fmt: skip
    assert first["b_published"] == "2025-06-11T15:12:00+09:00"
    assert rows[4]["certain"] == "no"


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t=", " =", "＝", "|", "%"])
def test_no_cell_is_a_formula(start: str, report: Report) -> None:
    facts = tuple(evolve(fact, title=f"{start}1+1") for fact in report.aligned)
    rows = csv.DictReader(io.StringIO(written(evolve(report, aligned=facts), "csv"), newline=""))
    assert all(row["title"] == f"'{start.strip()}1+1" for row in rows)


def test_csv_of_a_hostile_article_is_text(hostile: Report) -> None:
    rows = list(csv.reader(io.StringIO(written(hostile, "csv"), newline="")))
    assert {len(row) for row in rows} == {len(COLUMNS)}
    assert not any(cell.startswith(tuple("=+-@")) for row in rows for cell in row)


# --- JSON-LD ----------------------------------------------------------------------------------


def test_claim_reviews_are_drafts_without_a_rating(report: Report) -> None:
    document = json.loads(written(report, "claimreview"))
    drafts = document["@graph"]
    assert [draft["name"] for draft in drafts] == [
        "length of the closure", "toll of the collapse", "cost of the repairs",
    ]  # fmt: skip
    assert {draft["creativeWorkStatus"] for draft in drafts} == {"Draft"}
    assert "reviewRating" not in written(report, "claimreview")
    claims = drafts[0]["itemReviewed"]
    assert [claim["appearance"][0]["publisher"]["name"] for claim in claims] == [
        "Harbour Wire", "Vale Ledger",
    ]  # fmt: skip


def test_claim_reviews_of_a_hostile_article_hold_no_address(hostile: Report) -> None:
    for draft in json.loads(written(hostile, "claimreview"))["@graph"]:
        for claim in draft["itemReviewed"]:
            assert all("url" not in article for article in claim["appearance"])


def test_claim_reviews_can_stand_in_a_page(hostile: Report) -> None:
    assert "<" not in written(hostile, "claimreview")
    assert "<script>" in json.loads(written(hostile, "claimreview"))["@graph"][0]["name"]


@pytest.mark.parametrize("which", ["report", "hostile"])
def test_annotations_select_the_words(which: str, request: pytest.FixtureRequest) -> None:
    report: Report = request.getfixturevalue(which)
    page = json.loads(written(report, "annotations"))
    by_source = {address_of(article): article.text for article in report.articles}
    ids = [item["id"] for item in page["items"]]
    assert ids
    for item in page["items"]:
        for target in item["target"]:
            text = by_source[target["source"]]
            quote, position = target["selector"]
            start, end = position["start"], position["end"]
            assert len(quote["exact"]) == end - start
            assert quote["exact"] == text[start:end].replace("\ud800", "\ufffd")
            assert text[:start].replace("\ud800", "\ufffd").endswith(quote["prefix"])
            assert text[end:].replace("\ud800", "\ufffd").startswith(quote["suffix"])


# --- places -----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "start", "end", "place"),
    [
        pytest.param("one\ntwo", 4, 7, (2, 1, 2, 4), id="second line"),
        pytest.param("one\r\ntwo\rthree", 9, 14, (3, 1, 3, 6), id="other line ends"),
        pytest.param("a\nb", 0, 3, (1, 1, 2, 2), id="over a line end"),
        pytest.param("", 0, 0, (1, 1, 1, 1), id="empty"),
    ],
)
def test_places_count_as_editors_do(
    text: str, start: int, end: int, place: tuple[int, int, int, int]
) -> None:
    assert place_of(line_starts(text), start, end) == place


@pytest.mark.parametrize(
    ("path", "address"),
    [
        ("story/a.txt", "story/a.txt"),
        ("/tmp/a b.txt", "file:///tmp/a%20b.txt"),
        ("C:/news/a.txt", "file:///C:/news/a.txt"),
        ("x:y?#.txt", "x%3Ay%3F%23.txt"),
    ],
)
def test_addresses_of_files(path: str, address: str) -> None:
    assert address_of(Article("a", "", path=path)) == address


def test_a_page_of_html_is_not_as_saved() -> None:
    assert is_as_saved(Article("a", "", path="a.md"))
    assert not is_as_saved(Article("a", "", path="a.HTML"))
    assert not is_as_saved(Article("a", ""))


@pytest.mark.parametrize("url", ["javascript:alert(1)", "data:text/html,x", "//x", "", None])
def test_only_the_web_is_an_address(url: str | None) -> None:
    assert web_address(url) is None


def test_every_form_is_told() -> None:
    page = (Path(__file__).parents[2] / "docs" / "forms.md").read_text(encoding="utf-8")
    for name in FORMS:
        assert f"`{name}`" in page


# --- what was accepted ------------------------------------------------------------------------


@pytest.fixture
def accepted(report: Report) -> Report:
    return evolve(report, accepted=(("f2", "The city | corrected it."),))


def test_what_was_accepted_is_suppressed_in_sarif(accepted: Report) -> None:
    first, *others = sarif(accepted)["results"]
    assert first["suppressions"][0]["justification"] == "The city | corrected it."
    assert not any(each["suppressions"] for each in others)


def test_what_was_accepted_is_no_error(accepted: Report) -> None:
    lines = written(accepted, "github").splitlines()
    assert {line.split()[0] for line in lines} == {"::notice"}
    assert "::Accepted: The city | corrected it.%0A" in lines[0]
    (suite,) = ElementTree.fromstring(written(accepted, "junit"))
    assert (suite.get("failures"), suite.get("skipped")) == ("0", "2")


def test_what_was_accepted_is_told(accepted: Report) -> None:
    assert "accepted: The city \\| corrected it." in written(accepted, "markdown")
    assert "Accepted: The city | corrected it." in written(accepted, "annotations")


def test_what_may_be_a_slip_is_asked(report: Report) -> None:
    first = report.aligned[1]
    slip = Slip("dropped", None, "Was a digit | dropped?")
    asked = evolve(first, comparisons=(evolve(first.comparisons[0], slip=slip),))
    facts = tuple(asked if each is first else each for each in report.aligned)
    for form in ("markdown", "github", "sarif", "annotations", "junit", "csv", "claimreview"):
        text = written(evolve(report, aligned=facts), form)
        assert re.search(r"Was a digit \\?\| dropped\?", text)


@pytest.mark.parametrize(
    ("form", "told"),
    [
        pytest.param("csv", ",conflict,speakers,", id="csv"),
        pytest.param("junit", '<property name="reconcile.about" value="speakers" />', id="junit"),
        pytest.param("sarif", '"about": "speakers"', id="sarif"),
        pytest.param("claimreview", "the speakers differ; each may be", id="claimreview"),
    ],
)
def test_what_a_conflict_is_about_is_told(form: str, told: str, report: Report) -> None:
    first = report.aligned[1]
    judgement = evolve(first.comparisons[0].judgement, about="speakers")
    differing = evolve(first, comparisons=(evolve(first.comparisons[0], judgement=judgement),))
    facts = tuple(differing if each is first else each for each in report.aligned)
    assert told in written(evolve(report, aligned=facts), form)
