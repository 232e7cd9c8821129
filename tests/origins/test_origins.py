# ruff: noqa: E501
"""What makes articles stand on one report, what does not, and what a copy changed."""

from __future__ import annotations

import pytest

from reconcile import compare
from reconcile.model import Article
from reconcile.origins import trace_origins
from reconcile.report import Report
from tests.origins.articles import LOCAL, WIRE, copied, written

WIRE_ARTICLE = written("wire", WIRE, publisher="Northern Press", published="2026-03-03T09:00+01:00")
LOCAL_ARTICLE = written(
    "local", LOCAL, publisher="Lindholm Posten", published="2026-03-03T15:00+01:00"
)


def _paper(text: str, publisher: str = "The Harbour Times", name: str = "paper") -> Article:
    return written(name, text, publisher=publisher, published="2026-03-03T18:00+00:00")


def _joined(*articles: Article) -> list[tuple[str, ...]]:
    return [origin.articles for origin in trace_origins(articles).origins]


# --- copies -----------------------------------------------------------------------------------


def test_a_copy_without_a_credit_is_found() -> None:
    (origin,) = trace_origins([_paper(copied()), WIRE_ARTICLE]).origins
    assert (origin.articles, origin.partly) == (("wire", "paper"), ())
    assert "The Harbour Times has" in origin.reason


LIGHT = (
    ("ran aground in thick fog off", "has run aground in dense fog near"),
    ("early Tuesday", "on Tuesday"), ("about 400 meters", "around 400 metres"),
    ("harbor mouth", "mouth of the harbour"), ("poured into", "flooded"),
    ("took the passengers ashore", "brought passengers to land"), ("last winter", "last year"),
)  # fmt: skip


def test_a_copy_with_light_edits_is_found() -> None:
    assert _joined(WIRE_ARTICLE, _paper(copied(WIRE, *LIGHT))) == [("wire", "paper")]


def test_one_statement_in_two_papers_is_no_copy() -> None:
    assert _joined(WIRE_ARTICLE, LOCAL_ARTICLE) == []


SPEECH = (
    "“We asked for a light on that reef in 2011, in 2014 and in 2019, and each time the ministry told us "
    "that it had other plans for the money and that we should be patient,” said harbor master Ole Vik."
)


def test_long_quoted_speech_is_no_copy() -> None:
    first = _paper(
        f"A title\n\nIn the evening there was anger on the quay.\n\n{SPEECH}\n", name="a"
    )
    second = _paper(f"Another title\n\nThe board met.\n\n{SPEECH}\n", "Lindholm Posten", "b")
    assert _joined(first, second) == []


def test_names_of_bodies_are_no_copy() -> None:
    body = (
        "the Joint Committee of the Royal Norwegian Society for Harbour Safety and Coastal Pilots"
    )
    first = _paper(f"A title\n\nAn inquiry was opened by {body} within hours.\n", name="a")
    second = _paper(f"Another\n\nNobody at {body} would speak to us.\n", "Lindholm Posten", "b")
    assert _joined(first, second) == []


FURNITURE = (
    "Sign up for our morning newsletter and get the stories that matter in your inbox every day. "
    "You can unsubscribe at any time; read more in our privacy notice."
)


def test_furniture_is_no_copy() -> None:
    first = _paper(f"{LOCAL}\n\n{FURNITURE}\n", name="a")
    second = _paper(
        "Reef blamed\n\nA pilot said that he had warned the owner of it in May and again in June of "
        f"last year.\n\n{FURNITURE}\n", "Lindholm Posten", "b",
    )  # fmt: skip
    assert _joined(first, second) == []


def test_a_copied_paragraph_stands_on_it_in_part_only() -> None:
    paragraph = WIRE.split("\n\n")[3]
    (origin,) = trace_origins([WIRE_ARTICLE, _paper(f"{LOCAL}\n\n{paragraph}\n")]).origins
    assert origin.partly == ("wire", "paper")
    assert [passage.a.text for passage in origin.passages] == [paragraph]


def test_copies_of_a_copy_are_one_origin() -> None:
    cut = "\n\n".join(copied().split("\n\n")[:3])
    rest = "\n\n".join(["Sea rescue", *copied().split("\n\n")[2:]])
    first, second = _paper(cut, "Posten", "first"), _paper(rest, "Avisen", "second")
    assert _joined(first, second, WIRE_ARTICLE) == [("wire", "first", "second")]


# --- credits ----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "credit",
    [
        "By Northern Press", "Northern Press", "By Ann Lee, Northern Press", "Source: Northern Press",
    ],
)  # fmt: skip
def test_a_credit_for_all_of_it_joins(credit: str) -> None:
    paper = _paper(f"Sea rescue\n\n{credit}\n\nEverybody was off the ship by noon on Tuesday.\n")
    assert _joined(paper, WIRE_ARTICLE) == [("wire", "paper")]


@pytest.mark.parametrize(
    "line", ["REYKJAVIK (AP) —", "REYKJAVIK, Iceland (AP) -", "Reykjavik, March 3 (AP):"]
)
def test_two_stories_of_one_agency_are_one_origin(line: str) -> None:
    first = _paper(f"Sea rescue\n\n{line} All were off the ship by noon on Tuesday, he said.\n")
    second = _paper(
        "Ship freed\n\nBy The Associated Press\n\nThe tug came at six and pulled for an hour.\n",
        "Posten", "other",
    )  # fmt: skip
    (origin,) = trace_origins([first, second]).origins
    assert (set(origin.articles), origin.agency) == ({"paper", "other"}, "Associated Press")


def test_a_credit_for_some_of_it_joins_nothing_by_itself() -> None:
    text = "Sea rescue\n\n{}\n\nEverybody was off the ship by noon on Tuesday.\n"
    first = _paper(text.format("By Ann Lee and AFP"), name="a")
    second = _paper("Ship freed\n\nwith AFP\n\nThe tug pulled for an hour.\n", "Posten", "b")
    assert _joined(first, second) == []


def test_a_photographer_is_credited_for_a_photograph() -> None:
    caption = "A tug pulls at the ferry Sankt Olav off Lindholm on Tuesday. REUTERS"
    first = _paper(
        f"Sea rescue\n\n{caption}\n\nAll were off by noon on Tuesday, he said.\n", name="a"
    )
    second = _paper(f"Freed\n\n{caption}\n\nIt was pulled off in the evening.\n", "Posten", "b")
    assert all(
        set(origin.partly) == {"a", "b"} for origin in trace_origins([first, second]).origins
    )


def test_a_story_about_an_agency_credits_it_for_nothing() -> None:
    text = "Reuters to move {0}\n\nReuters said on Monday that the {0} would stay open until May.\n"
    assert (
        _joined(_paper(text.format("newsroom"), name="a"), _paper(text.format("bureau"), "P", "b"))
        == []
    )


# --- what a copy changed ----------------------------------------------------------------------


def _report(*articles: Article) -> Report:
    return compare(articles)


CHANGES = [
    pytest.param(("injuring 31", "injuring 13"), "count", "31", "13", id="a figure"),
    pytest.param(("400 meters", "400 miles"), "quantity", "400 meters", "400 miles", id="a unit"),
    pytest.param(("52-year-old", "25-year-old"), "age", "52", "25", id="an age"),
    pytest.param(
        ("4.2 million kroner", "4.2 million euros"), "money", "kroner", "euros", id="money"
    ),
    pytest.param(("4.2 million", "4.2 billion"), "money", "million", "billion", id="a magnitude"),
    pytest.param(("built in 1998", "built in 1989"), "date", "1998", "1989", id="a year"),
    pytest.param(("Kari Dahl", "Kari Dhal"), "name", "Dahl", "Dhal", id="a name misspelt"),
    pytest.param(("said Kari Dahl", "said Karin Dahl"), "name", "Kari", "Karin", id="another name"),
]


@pytest.mark.parametrize(("edit", "kind", "printed", "changed"), CHANGES)
def test_a_change_in_the_copy_is_told(
    edit: tuple[str, str], kind: str, printed: str, changed: str
) -> None:
    report = _report(WIRE_ARTICLE, _paper(copied(WIRE, edit)))
    told = [
        (change.kind, change.a.text, change.b.text)
        for origin in report.origins
        for change in origin.changes
    ]
    assert len(told) == 1
    assert told[0][0] == kind
    assert printed in told[0][1]
    assert changed in told[0][2]


def test_what_can_both_be_true_is_no_change() -> None:
    edits = (
        ("about 400 meters", "a quarter of a mile"), ("240 people", "some 240 people"),
        ("4.2 million kroner", "more than 4 million kroner"), ("early Tuesday", "on Tuesday"),
        ("Three helicopters", "3 choppers"),
    )  # fmt: skip
    report = _report(WIRE_ARTICLE, _paper(copied(WIRE, *edits)))
    assert [origin.changes for origin in report.origins] == [()]


# --- facts ------------------------------------------------------------------------------------


def test_a_fact_of_copies_has_one_origin_and_with_a_reporter_two() -> None:
    report = _report(
        WIRE_ARTICLE, _paper(copied(WIRE, ("injuring 31", "injuring 13"))), LOCAL_ARTICLE
    )
    injured = next(
        each for each in report.facts if "13" in {q.text.split()[0] for q in each.quotes}
    )
    assert (injured.origins, injured.independent) == (2, True)
    assert injured.standing == "3 sources, 2 origins: The Harbour Times carries Northern Press"
    assert any("“13" in each and "Northern Press has “31" in each for each in injured.copied)
    built = next(each for each in report.facts if "1998" in {quote.text for quote in each.quotes})
    assert (built.origins, built.independent) == (1, False)
    assert repr(injured.fact.origins).count("o1") == 2


def test_a_reporters_own_sentence_stands_on_its_paper() -> None:
    own = (
        "The owner, Fjordline, had sold 61 of its 70 ships by Monday, its chairman told the Times."
    )
    report = _report(WIRE_ARTICLE, _paper(f"{copied()}\n\n{own}\n"), LOCAL_ARTICLE)
    traced = trace_origins(report.articles, report.claims)
    standing = {
        claim.focus.text: traced.origin_of(claim)
        for claim in report.claims
        if claim.article == "paper"
    }
    assert standing["61"] == "paper"
    assert standing["1998"] == "o1"


def test_a_credited_sentence_stands_on_whom_it_credits() -> None:
    text = (
        "Sea rescue\n\nIn thick fog the ship had 240 people on board when she hit the reef, {}."
        "\n\n{}, and lay by her until the evening, he said.\n"
    )
    tugs = "The tug Aegir came after 3 hours", "It took 3 hours before the tug was there"
    first = _paper(text.format("Reuters reported", tugs[0]), name="a")
    second = _paper(text.format("according to Reuters", tugs[1]), "Posten", "b")
    report = _report(first, second)
    aboard = next(each for each in report.facts if "240" in each.quotes[0].text)
    assert (aboard.origins, aboard.standing) == (1, "2 sources, 1 origin: both carry Reuters")
    hours = [each for each in report.facts if "3 hours" in each.quotes[0].text]
    assert [each.origins for each in hours] == [2]


def test_the_order_of_the_sources_does_not_matter() -> None:
    articles = [WIRE_ARTICLE, _paper(copied(WIRE, *LIGHT)), LOCAL_ARTICLE]
    forth, back = compare(articles), compare(articles[::-1])
    assert forth.origins == back.origins
    assert {f.title: f.origins for f in forth.facts} == {f.title: f.origins for f in back.facts}


def test_a_shared_misspelling_makes_alike_sentences_a_copy() -> None:
    told = "told the harbor board in May that two pumps failed"
    first = _paper(
        f"Title\n\nThe fog came at night.\n\nHe {told} in a test, Captain Johanssen said.\n",
        name="a",
    )
    second = _paper(
        "Another\n\nNobody was ready.\n\nThe captain warned the owner in March, and again he "
        f"{told} twice, Mr Johanssen said.\n", "Posten", "b",
    )  # fmt: skip
    others = [
        _paper(
            f"Reef\n\nIt was dark.\n\nThe {word} asked Captain Johansen about the ship.\n",
            name,
            name,
        )
        for word, name in (("mayor", "c"), ("pilot", "d"))
    ]
    assert _joined(first, second) == []
    (origin,) = trace_origins([first, second, *others]).origins
    assert origin.articles == ("a", "b")
    assert "only these write “Johanssen”, others “Johansen”" in origin.reason
