"""HTML pages: what is read, what is furniture, what stands beside the text, what breaks nothing."""

import datetime

import pytest

from reconcile.articles import read_text
from reconcile.errors import NotAnArticle

FIRST = (
    "The central bank cut its key rate by a quarter point to 3 percent on Wednesday, its third "
    "cut this year."
)
SECOND = 'The vote was four to one, Governor Aas said at noon. "There is no hurry," she said.'
PARAGRAPH = f"<p>{FIRST}</p>"


def roles(html, **known):
    article = read_text(html, name="page.html", **known)
    return [(s.role, article.text[s.start : s.end]) for s in article.segments]


def page(body, head="<title>Bank cuts rate to 3% | The Mercury</title>"):
    return f"<!doctype html><html><head>{head}</head><body>{body}</body></html>"


ARTICLE = page(
    "<div class='cookie-banner'>We use cookies. <button>Accept</button></div>"
    "<header><h1 class='logo'>The Mercury</h1><nav><a>News</a><a>Sport</a></nav></header>"
    "<main><h1>Bank cuts rate to 3%</h1><h2>Third cut this year; no hurry for a fourth</h2>"
    "<p class='byline'>By Lars Holm</p><p>11 June 2025, 14:00</p>"
    "<figure><img alt='x'><figcaption>The bank on Wednesday. Photograph: L. Ohm</figcaption></figure>"  # noqa: E501
    f"<script>var rate = 99;</script><p>{FIRST}</p><div class='ad'>Advertisement</div><p>{SECOND}</p>"  # noqa: E501
    "<aside class='newsletter'><p>Our weekly email. Join 62,000 readers who know more.</p></aside>"
    "<h2>What comes next</h2><ul><li>The bank meets again on August 20</li></ul>"
    "<p>Economists expect no change until then, a poll of 23 of them found.</p></main>"
    "<section class='more'><h2>More from Economy</h2><article><h3>Output slips</h3>"
    "<p>Output fell by 1.2 percent from March, the office of statistics said in Oslo.</p></article>"
    "</section><footer>© 2025 The Mercury</footer>"
)


def test_a_page_in_full():
    assert roles(ARTICLE) == [
        ("furniture", "We use cookies."),
        ("furniture", "Accept"),
        ("furniture", "The Mercury"),
        ("furniture", "News Sport"),
        ("headline", "Bank cuts rate to 3%"),
        ("standfirst", "Third cut this year; no hurry for a fourth"),
        ("byline", "By Lars Holm"),
        ("posted", "11 June 2025, 14:00"),
        ("caption", "The bank on Wednesday. Photograph: L. Ohm"),
        ("body", FIRST),
        ("furniture", "Advertisement"),
        ("body", SECOND),
        ("furniture", "Our weekly email. Join 62,000 readers who know more."),
        ("headline", "What comes next"),
        ("body", "The bank meets again on August 20"),
        ("body", "Economists expect no change until then, a poll of 23 of them found."),
        ("furniture", "More from Economy"),
        ("furniture", "Output slips"),
        ("furniture", "Output fell by 1.2 percent from March, the office of statistics said in Oslo."),  # noqa: E501
        ("furniture", "© 2025 The Mercury"),
    ]  # fmt: skip


def test_scripts_and_hidden_text_are_not_in_the_text():
    html = page(
        f"<h1>Bank cuts rate</h1>{PARAGRAPH}<p style='display:none'>9 dead</p><p hidden>8</p>"
    )
    text = read_text(html).text
    assert "9 dead" not in text
    assert text == f"Bank cuts rate\n{FIRST}"


def test_paragraphs_parted_by_line_breaks():
    html = page(f"<h1>Bank cuts rate</h1><div>{FIRST}<br><br>{SECOND}</div>")
    assert roles(html)[1:] == [("body", FIRST), ("body", SECOND)]


def test_rows_of_a_table_are_lines():
    table = (
        "<table><tr><th>Meeting</th><th>Rate</th></tr><tr><td>June</td><td>3.00%</td></tr></table>"
    )
    html = page(f"<h1>Bank cuts rate</h1>{PARAGRAPH}{table}<p>{SECOND}</p>")
    assert ("body", "June | 3.00%") in roles(html)


def test_page_without_heading_takes_its_title():
    html = page(f"<div><p>{FIRST}</p><p>{SECOND}</p></div>", "<title>Bank cuts rate to 3%</title>")
    assert roles(html)[0] == ("headline", "Bank cuts rate to 3%")


def test_wrapper_named_like_furniture_is_read():
    html = page(
        f"<div class='comments-on has-ads'><h1>Bank cuts rate</h1>{PARAGRAPH}<p>{SECOND}</p></div>"
    )
    assert ("body", FIRST) in roles(html)


JSON_LD = (
    '<script type="application/ld+json">{"@graph": [{"@type": "WebSite", "name": "x"},'
    '{"@type": ["NewsArticle"], "headline": "Bank cuts rate", "datePublished":'
    '"2025-06-11T14:00:00+02:00", "publisher": {"name": "The Mercury"}}]}</script>'
)
META = (
    '<meta property="article:published_time" content="2025-06-10T10:00:00Z">'
    '<meta property="og:site_name" content="Mercury Online">'
)


@pytest.mark.parametrize(
    ("head", "published", "source", "publisher"),
    [
        (JSON_LD + META, "2025-06-11T14:00:00+02:00", "json-ld", "The Mercury"),
        (META, "2025-06-10T10:00:00+00:00", "meta", "Mercury Online"),
        ('<link rel="canonical" href="http://x.example/2025/06/09/bank">', "2025-06-09T00:00:00+00:00", "meta", None),  # noqa: E501
        ("", None, "unknown", None),
        ('<script type="application/ld+json">{"@type": "NewsArticle", broken</script>', None, "unknown", None),  # noqa: E501
    ],
    ids=["json-ld", "meta", "address", "nothing", "broken json-ld"],
)  # fmt: skip
def test_order_of_publication_times(head, published, source, publisher):
    article = read_text(page(f"<h1>Bank cuts rate</h1>{PARAGRAPH}", head))
    wanted = datetime.datetime.fromisoformat(published) if published else None
    assert (article.published, article.published_from) == (wanted, source)
    assert article.publisher == publisher


def test_printed_date_is_the_last_resort_and_argument_the_first():
    html = page(f"<h1>Bank cuts rate</h1><p>Posted 3 May 2024, 10:00 BST</p>{PARAGRAPH}", "")
    assert read_text(html).published_from == "text"
    given = datetime.datetime(2020, 1, 1, tzinfo=datetime.UTC)
    article = read_text(page(f"<h1>Bank</h1>{PARAGRAPH}", JSON_LD), published=given)
    assert (article.published, article.published_from) == (given, "argument")


def test_footer_year_is_no_date():
    html = page(f"<h1>Bank cuts rate</h1>{PARAGRAPH}<footer>Copyright 2025</footer>", "")
    assert read_text(html).published is None


@pytest.mark.parametrize(
    "html",
    [
        page("<form><input><button>Log in</button></form>"),
        page("<ul>" + "<li><a>A headline of some story or other</a></li>" * 40 + "</ul>"),
        "<html></html>",
        "<!doctype html>",
    ],
    ids=["log-in", "front page", "empty", "doctype only"],
)
def test_page_without_article_is_refused(html):
    with pytest.raises(NotAnArticle) as caught:
        read_text(html, name="page.html")
    assert "page.html" in str(caught.value)
    assert caught.value.remedy


@pytest.mark.parametrize(
    "html",
    [
        page("<h1>Bank cuts rate</h1>" + "<div>" * 50_000 + PARAGRAPH + "</div>" * 50_000),
        page("<h1>Bank cuts rate</h1>" + "<b>" * 50_000 + PARAGRAPH),
        page(f'<h1>Bank cuts rate</h1><p class="{"a " * 500_000}">x</p>{PARAGRAPH}'),
        '<!DOCTYPE html [<!ENTITY a "aa"><!ENTITY b "&a;&a;&a;">]>' + page(f"<h1>&b;</h1>{PARAGRAPH}"),  # noqa: E501
        page("<h1>Bank\x00 cuts rate</h1>" + PARAGRAPH),
        page(f'<script type="application/ld+json">{"[" * 100_000}</script><h1>Bank</h1>{PARAGRAPH}'),  # noqa: E501
        f"<html><body><h1>Bank cuts rate<p>{FIRST}<p>{SECOND}",
        "<html><<<>>>&&&;;;" + PARAGRAPH,
    ],
    ids=["deep", "deep inline", "huge attribute", "entities", "null", "deep json", "unclosed", "angles"],  # noqa: E501
)  # fmt: skip
def test_hostile_page_is_read_or_refused(html):
    article = read_text(html, name="page.html")
    assert ("body", FIRST) in [(s.role, article.text[s.start : s.end]) for s in article.segments]
