"""What each line of a page is."""

import pytest

from reconcile.articles import read_text

LEAD = (
    "A ferry with 20 people aboard sank off Lund on Tuesday night, and 14 of them were pulled "
    "from the water alive, the coast guard said."
)
MORE = "The ferry, built in 1978, went down within four minutes, a passenger said on the quay."


def roles(text, **known):
    article = read_text(text, **known)
    return [(s.role, " ".join(article.text[s.start : s.end].split())) for s in article.segments]


PAGES = {
    "a newspaper's page": [
        ("furniture", "COASTAL HERALD"),
        ("furniture", "News | Sport | Weather"),
        ("headline", "Ferry sinks off Lund; 14 rescued"),
        ("standfirst", "Coast guard calls off search for six missing as storm nears"),
        ("byline", "By Ann Lee in Lund and Bo Holm"),
        ("posted", "Wednesday 11 June 2025, 7.10pm"),
        ("caption", "[Photo: Rescuers on the quay. Picture: Lars Ohm]"),
        ("body", LEAD),
        ("headline", "WHO WAS ABOARD"),
        ("body", MORE),
        ("furniture", "Read more: Storm closes 12 harbours"),
        ("furniture", "0 comments"),
        ("furniture", "0 / 300"),
        ("furniture", "© 2025 Coastal Herald"),
    ],
    "a wire story": [
        ("headline", "Ferry sinks off Lund, killing at least six"),
        ("byline", "By ANN LEE"),
        ("dateline", "LUND, Sweden (ONA) —"),
        ("body", LEAD),
        ("body", MORE),
        ("furniture", "___"),
        ("byline", "Holm reported from Oslo. Eva Berg in Riga contributed to this report."),
    ],
    "a short headline above a date": [
        ("headline", "Lund opens new bridge"),
        ("posted", "March 01, 2008"),
        ("body", "The mayor cut the ribbon at noon on Friday."),
        ("body", LEAD),
    ],
    "a press release": [
        ("furniture", "PRESS RELEASE"),
        ("posted", "EMBARGOED UNTIL 5.00AM, WEDNESDAY 11 JUNE 2025"),
        ("headline", "Prices of houses in Lund rise by 4 per cent"),
        ("body", LEAD),
        ("headline", "Highlights"),
        ("body", "• 5,914 houses changed hands, 8.3% more than a year ago"),
        ("body", "• The median house cost 782,000 kronor"),
        ("furniture", "Media contact: Eva Berg, communications manager"),
        ("furniture", "ENDS"),
    ],
    "a report in few words": [
        ("headline", "Flood in the Arra valley: situation at noon"),
        ("posted", "As of 12:00 PM, 11 June 2025"),
        ("body", LEAD),
        ("body", "Dead: 31"),
        ("body", "Missing: 47"),
        ("headline", "DAMAGE"),
        ("body", "Houses: 2,140 destroyed"),
    ],
    "questions and answers": [
        ("headline", "The ferry of Lund: what we know"),
        ("posted", "12 June 2025"),
        ("headline", "What happened?"),
        ("body", LEAD),
        ("headline", "Who was aboard?"),
        ("body", MORE),
    ],
    "key points": [
        ("headline", "Ferry sinks off Lund; 14 are rescued"),
        ("posted", "Posted 11 Jun 2025 at 11:40am"),
        ("standfirst", "Key points:"),
        ("body", "- Six people are missing"),
        ("body", "- The ferry was built in 1978"),
        ("body", LEAD),
    ],
    "links under a heading": [
        ("headline", "Ferry sinks off Lund; 14 are rescued"),
        ("byline", "By Ann Lee"),
        ("body", LEAD),
        ("furniture", "Most read"),
        ("furniture", "1. Tourist fined 900 kronor for feeding a gull"),
        ("furniture", "2. Croc found in spa"),
    ],
    "a correction": [
        ("headline", "Ferry sinks off Lund; 14 are rescued"),
        ("body", LEAD),
        ("furniture", "Correction: An earlier version of this article said the ferry had two decks."),  # noqa: E501
        ("body", "It has three."),
    ],
    "a line in another language": [
        ("headline", "Ferry sinks off Lund; 14 are rescued"),
        ("body", LEAD),
        ("furniture", "기사 이미지 확대 보기"),
    ],
    "a live page": [
        ("headline", "Ferry sinking: how it happened"),
        ("posted", "This page was last updated on 11 June 2025 at 9:15pm."),
        ("body", "21:15 The search is over for tonight. Six people are missing, the coast guard says now."),  # noqa: E501
        ("body", "20:40 Fourteen people have been brought ashore in Lund, and two of them are badly hurt."),  # noqa: E501
    ],
}  # fmt: skip


@pytest.mark.parametrize("page", PAGES.values(), ids=PAGES)
def test_page(page):
    assert roles(_joined(page)) == page


def _joined(page):
    """The page's text, each dateline in front of its paragraph."""
    text = ""
    for role, words in page:
        text += words + (" " if role == "dateline" else "\n")
    return text


@pytest.mark.parametrize(
    "dateline",
    [
        "SEOUL, June 11 (AJP) -",
        "LUND, Sweden —",
        "BRUSSELS/ANTWERP -",
        "NEW DELHI:",
        "Sofia, June 15 (SWS) -",
        "Hà Nội (RRC) –",
        "CHENNAI, India, Oct 15 2025 (Transglobe) -",
        "OSLO (Reuters) -",
        "N'DJAMENA, 22 Jan 2026 (ASP) -",
        "SORREL FORD, Wash. —",
        "St. John's, June 3 (ONA) --",
    ],
)
def test_dateline_stands_in_front_of_the_first_paragraph(dateline):
    read = roles(f"Ferry sinks off the coast, 14 rescued\n{dateline} {LEAD}\n{MORE}")
    assert ("dateline", dateline) in read
    assert ("body", LEAD) in read


@pytest.mark.parametrize(
    "paragraph",
    [
        "EVACUEES. By nightfall 61,400 residents had left home for 118 schools in seven towns.",
        "A DEADLY BEND: In November a goods train came off at the very same spot near the town.",
        'The mayor - a farmer until 2009 - said he would not resign over the affair of the bridge.',
        "It was late - too late, the coast guard said - when the first boat reached the wreck.",
    ],
)  # fmt: skip
def test_no_dateline_inside_the_story(paragraph):
    read = roles(f"Ferry sinks off the coast, 14 rescued\n{LEAD}\n{paragraph}")
    assert read[-1] == ("body", paragraph)


def test_wrapped_lines_are_one_paragraph():
    text = (
        "Ferry sinks off Lund\n\n"
        "A ferry with 20 people aboard sank off the Swedish town of Lund on\n"
        "Tuesday night, and 14 of them were pulled from the water alive, the\n"
        "coast guard said. Six people are missing.\n\n"
        "The ferry, built in 1978 and 31 meters long, went down within four\n"
        "minutes, according to a passenger who swam to a buoy and held on to\n"
        "it.\n"
    )
    article = read_text(text)
    body = [s for s in article.segments if s.role == "body"]
    assert [s.paragraph for s in body] == [1, 2]
    assert article.text[body[1].start : body[1].end].endswith("it.")


def test_cells_of_a_pasted_table_join_their_label():
    text = f"House prices rise in the north\n{LEAD}\nAuckland\n$965,000\n-1.2%\nChristchurch\n$702,000\n"  # noqa: E501
    assert roles(text)[-2:] == [
        ("body", "Auckland $965,000 -1.2%"),
        ("body", "Christchurch $702,000"),
    ]


def test_publisher_of_the_manifest_is_no_headline():
    text = f"What to Know\nFerry sinks off Lund with 20 aboard\n{LEAD}"
    assert roles(text, publisher="What to Know")[0][0] == "furniture"


def test_foreign_line_is_listed_as_unchecked():
    article = read_text(f"Ferry sinks off Lund\n{LEAD}\n닫기\n")
    assert [(u.text, u.article) for u in article.unchecked] == [("닫기", "text")]
    assert "Korean" in article.unchecked[0].reason
