"""The page for browsers: whole, escaped, bound to itself; and the view that it draws."""

from __future__ import annotations

import base64
import hashlib
import re
from html.parser import HTMLParser

import pytest
from attrs import evolve

from reconcile.errors import ArticleNotFound
from reconcile.model import Article, Check, Citation, Origin, Passage, Segment, Slip, Step
from reconcile.report import Report
from reconcile.report.view import view_of
from reconcile.report.view.addresses import safe_link
from reconcile.values.steps import remark

_VOID = {"meta", "br", "hr", "img", "link", "input"}


class Structure(HTMLParser):
    """What a page is made of, as a browser parses it."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.tags: list[str] = []
        self.ids: list[str] = []
        self.links: list[str] = []
        self.attributes: set[str] = set()
        self.text: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        held = dict(attrs)
        self.attributes |= set(held)
        self.ids += [held["id"] or ""] if "id" in held else []
        self.links += [held["href"] or ""] if "href" in held else []
        if tag not in _VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        if tag not in _VOID:
            self.open.pop()

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.text.append(data)


def structure_of(page: str) -> Structure:
    parsed = Structure()
    parsed.feed(page)
    parsed.close()
    assert parsed.open == []
    return parsed


def with_everything(report: Report) -> Report:
    """The report of these tests with a check, a joint finding and an origin."""
    first, second = report.articles

    def cite(article: Article, words: str) -> Citation:
        start = article.text.index(words)
        return Citation(article.id, start, start + len(words), words)

    check = Check(
        "c1", "sum", "count", "the weeks", (cite(first, "14 weeks"), cite(first, "31")),
        "They do not add up.", remark("14 and 17 is 31."),
    )  # fmt: skip
    joint = evolve(check, id="j1", citations=(cite(first, "31"), cite(second, "nine weeks")))
    passage = Passage(cite(first, "The bridge at Port Vale"), cite(second, "The crossing closes"))
    origin = Origin("o1", ("wire", "ledger"), "Harbour Agency", "both credit it", (passage,))
    return evolve(report, checked=(check,), checked_jointly=(joint,), origins=(origin,))


@pytest.fixture
def full(report: Report) -> Report:
    return with_everything(report)


def test_the_page_is_well_formed_and_every_link_inside_it_leads_somewhere(full: Report) -> None:
    parsed = structure_of(full.to_html())
    assert len(parsed.ids) == len(set(parsed.ids))
    inside = {link[1:] for link in parsed.links if link.startswith("#")}
    assert inside <= set(parsed.ids)


def test_every_finding_stands_on_the_page(full: Report) -> None:
    parsed = structure_of(full.to_html())
    shown = (*full.conflicts, *full.differences, *full.agreements, *full.possible)
    for finding in (*shown, *full.checks, *full.joint):
        assert f"finding-{finding.id}" in parsed.ids
        assert finding.explanation in " ".join(parsed.text) or finding in (
            *full.agreements,
            *full.possible,
        )


def test_slips_safe_words_and_acceptance_are_told(full: Report) -> None:
    fact = full.aligned[1]
    slip = Slip("transposed", "b", "Is <nine> weeks meant to be 14?")
    compared = evolve(fact.comparisons[0], slip=slip)
    compared = evolve(compared, judgement=evolve(compared.judgement, about="speakers"))
    told = evolve(fact, comparisons=(compared,), wording="at least nine weeks")
    report = evolve(
        full,
        aligned=(full.aligned[0], told, *full.aligned[2:]),
        accepted=((fact.id, "the city changed its mind"), ("c1", "rounded")),
    )
    for shown in (report.to_html(), report._repr_html_()):
        text = " ".join(" ".join(structure_of(shown).text).split())
        assert "Is <nine> weeks meant to be 14?" in text
        assert "each may be reported truly" in text
        assert "at least nine weeks" in text
        assert "the city changed its mind" in text
        assert "rounded" in text


def test_what_may_be_one_fact_is_not_given_a_verdict(full: Report) -> None:
    assert "52 is not 11" not in full.to_html()


def test_the_page_loads_and_runs_nothing(full: Report) -> None:
    page = full.to_html()
    parsed = structure_of(page)
    assert not {"script", "img", "iframe", "link", "object", "base", "form"} & set(parsed.tags)
    assert not [each for each in parsed.attributes if each.startswith("on") or each == "style"]
    assert "url(" not in page
    assert "@import" not in page


def test_the_policy_allows_this_style_and_nothing_else(full: Report) -> None:
    page = full.to_html()
    style = re.search(r"<style>(.*?)</style>", page, re.S)
    assert style is not None
    digest = base64.b64encode(hashlib.sha256(style[1].encode()).digest()).decode()
    policy = re.search(r'http-equiv="Content-Security-Policy" content="([^"]*)"', page)
    assert policy is not None
    allowed = policy[1].replace("&#39;", "'")
    assert f"style-src 'sha256-{digest}'" in allowed
    assert "default-src 'none'" in allowed
    assert "unsafe" not in allowed


def test_the_same_report_gives_the_same_page(full: Report) -> None:
    assert full.to_html() == evolve(full).to_html()


def test_sections_stand_by_weight_and_what_was_not_checked_leads_the_appendices(
    full: Report,
) -> None:
    headings = re.findall(r'<h2 id="h-([\w-]+)"', full.to_html())
    assert headings == [
        "conflicts", "checks", "joints", "updateds", "compatibles", "agrees", "possibles", "alone",
        "matrix", "articles", "not-checked", "origins", "reading",
    ] or headings == [
        "conflicts", "checks", "joints", "updateds", "compatibles", "agrees", "possibles", "alone",
        "matrix", "timeline", "articles", "not-checked", "origins", "reading",
    ]  # fmt: skip


def test_the_summary_counts_what_was_found(full: Report) -> None:
    assert view_of(full).summary == (
        "2 articles, 1 origin; 1 conflict, 1 check inside an article, 1 joint finding, 1 update, "
        "1 difference, 1 agreement, 1 possibly one fact; 1 not checked"
    )


def test_the_articles_stand_there_in_full(full: Report) -> None:
    for article, text in zip(full.articles, view_of(full).texts, strict=True):
        shown = " ".join(
            "".join(stretch.text for stretch in block.stretches) for block in text.blocks
        )
        assert shown.split() == article.text.split()


def test_an_article_is_marked_by_what_was_found(full: Report) -> None:
    text = full.article("Vale Ledger")
    marks = {
        stretch.text: stretch.mark.look.tone
        for block in text.blocks
        for stretch in block.stretches
        if stretch.mark
    }
    assert marks["nine weeks"] == "conflict"
    assert marks["$72.9 million"] == "compatible"
    assert marks["Jun. 12"] == "agree"
    assert full.article("ledger") == full.article("B") == text


def test_an_article_that_is_not_there_is_named(full: Report) -> None:
    with pytest.raises(ArticleNotFound, match="gazette"):
        full.article("gazette")


def test_marks_that_overlap_keep_every_letter_once(full: Report) -> None:
    ledger = full.articles[1]
    start = ledger.text.index("nine weeks")
    inner = Citation("ledger", start + 5, start + 10, "weeks")
    outer = Citation("ledger", start - 4, start + 4, ledger.text[start - 4 : start + 4])
    check = Check("c9", "sum", "count", "x", (inner, outer), "No.")
    texts = view_of(evolve(full, checked=(check,))).texts
    shown = ["".join(each.text for each in block.stretches) for block in texts[1].blocks]
    assert any("on Jun. 12 for nine weeks." in line for line in shown)


def test_a_report_on_nothing_is_a_page_too() -> None:
    page = Report(articles=()).to_html()
    structure_of(page)
    assert "No fact was found" in page


def test_an_article_without_segments_is_shown(full: Report) -> None:
    bare = Article(id="bare", text="A line.\n\nAnother & one.", segments=())
    assert "Another &amp; one." in Report(articles=(bare,)).to_html()


@pytest.mark.parametrize(
    "address",
    ["https://example.org/a?b=c#d", "http://example.org", "HTTPS://EXAMPLE.ORG/%C3%A9"],
)
def test_addresses_of_the_web_are_links(address: str) -> None:
    assert safe_link(address) == address


@pytest.mark.parametrize(
    "address",
    [
        "javascript:alert(1)", "JaVaScRiPt:alert(1)", " javascript:alert(1)", "java\tscript:x",
        "data:text/html,x", "vbscript:x", "file:///etc/passwd", "//example.org", "/a", "a.html",
        "https://", "https:example.org", "https://user:pass@example.org", "https://[::1",
        "https://example.org/\u202egro", "https://example.org/ x", "https://example.org\n", "",
        None,
    ],
)  # fmt: skip
def test_other_addresses_are_text(address: str | None) -> None:
    assert safe_link(address) == ""


def test_an_address_that_is_no_link_is_shown_as_text(full: Report) -> None:
    first = evolve(full.articles[0], url="javascript:alert(1)")
    second = evolve(full.articles[1], url="https://example.org/ledger")
    parsed = structure_of(evolve(full, articles=(first, second)).to_html())
    assert "javascript:alert(1)" in " ".join(parsed.text)
    outside = {link for link in parsed.links if not link.startswith("#")}
    assert outside == {"https://example.org/ledger"}


HOSTILE = (
    "<script>alert(1)</script> <img src=x onerror=alert(1)> &amp; &lt;b&gt; \" ' ` "
    "{{ 7 * 7 }} {% x %}"
    " \u202eevil\u202c \u2066x\u2069 \x00\x07\x1b[31m \ud800 </style></title></svg><!-- --> ]]>"
)


def hostile_report(report: Report) -> Report:
    """The report with a hostile string wherever an article's words can stand."""
    articles = tuple(
        evolve(
            article,
            text=article.text + HOSTILE,
            publisher=f"{article.publisher} {HOSTILE}",
            title=HOSTILE,
            url=f"javascript:{HOSTILE}",
            path=f"x/{HOSTILE}",
            notes=(HOSTILE,),
            segments=(
                *article.segments,
                Segment(len(article.text), len(article.text) + len(HOSTILE), "body", 9),
            ),
        )
        for article in report.articles
    )
    aligned = tuple(
        evolve(
            fact,
            title=f"{fact.title} {HOSTILE}",
            comparisons=tuple(
                evolve(
                    each,
                    judgement=evolve(
                        each.judgement, explanation=HOSTILE, derivation=remark(HOSTILE + ".")
                    ),
                )
                for each in fact.comparisons
            ),
            claims=tuple(
                evolve(claim, clause=evolve(claim.clause, speaker=HOSTILE)) for claim in fact.claims
            ),
        )
        for fact in report.aligned
    )
    unchecked = tuple(evolve(each, text=HOSTILE, reason=HOSTILE) for each in report.unchecked)
    return evolve(report, articles=articles, aligned=aligned, unchecked=unchecked, notes=(HOSTILE,))


@pytest.mark.parametrize("form", ["page", "notebook"])
def test_hostile_articles_come_out_as_text(full: Report, form: str) -> None:
    report = hostile_report(full)
    page = report.to_html() if form == "page" else report._repr_html_()
    page.encode()
    parsed = structure_of(page)
    assert not {"script", "img", "b>"} & set(parsed.tags)
    assert parsed.tags.count("style") == 1
    assert not [each for each in parsed.attributes if each.startswith("on")]
    assert "{{ 7 * 7 }}" in " ".join(parsed.text)
    assert not re.search(r"[\x00-\x08\x0b-\x1f\x7f\u202a-\u202e\u2066-\u2069\ud800-\udfff]", page)
    assert all(link.startswith("#") for link in parsed.links)


def test_of_many_reasons_three_stand_open_and_all_are_told(full: Report) -> None:
    fact = full.aligned[1]
    first = evolve(fact.comparisons[0], slip=None)
    mild = evolve(first.judgement, verdict="compatible", about=None)
    compared = tuple(
        evolve(first, judgement=evolve(mild, reason=told, explanation=told))
        for told in (f"Reason number {number}." for number in range(5))
    )
    report = evolve(full, aligned=(evolve(fact, comparisons=compared),))
    sections = {each.look.tone: each for each in view_of(report).sections}
    card = sections["compatible"].cards[0]
    assert [reason.explanation[-2] for reason in card.leading] == ["0", "1", "2"]
    for page in (report.to_html(), report._repr_html_()):
        assert "and 2 more, below" in page
        assert all(f"Reason number {number}." in page for number in range(5))


def test_the_title_is_the_headline_that_shares_most_with_the_others() -> None:
    titles = ("Your valley, your paper", "Dam gives way, 27 killed", "Dam gate fails: 29 killed")
    articles = tuple(
        Article(id=str(number), text="Words.", title=title) for number, title in enumerate(titles)
    )
    assert view_of(Report(articles)).title == "Dam gives way, 27 killed"


def test_a_step_leads_to_the_words_that_it_rests_on(full: Report) -> None:
    fact = full.aligned[1]
    first = fact.comparisons[0]
    focus = fact.claims[1].focus
    premise = Citation("ledger", focus.start, focus.end, focus.text)
    elsewhere = Citation("ledger", 0, 4, full.articles[1].text[:4])
    step = Step("reading", "Nine weeks is <63> days", premises=(premise, elsewhere))
    compared = evolve(first, judgement=evolve(first.judgement, derivation=step))
    page = evolve(full, aligned=(evolve(fact, comparisons=(compared,)),)).to_html()
    place = f"B-{focus.start}-{focus.end}"
    assert (
        f'Nine weeks is &lt;63&gt; days <a class="at" href="#{place}" '
        'title="Vale Ledger, paragraph 1">B ¶1</a></li>' in page
    )
    parsed = structure_of(page)
    assert place in parsed.ids
