"""Atomic claims out of sentences: subjects shared and resolved, speakers, quotations, wording."""

from __future__ import annotations

import pytest

from reconcile.claims import link_names, sentence_of

VISIT = "Anna Berg, head of research at Norrby Foods, will visit Ghent on Thursday."


def _one(claims, kind: str, words: str):
    return next(c for c in claims if c.kind == kind and words in c.focus.text)


@pytest.mark.parametrize(
    ("text", "value", "subject", "predicate"),
    [
        ("Norrby bought 12 ships and sold 9.", "9", "Norrby", "sell"),
        ("Norrby, which runs 12 ships, grew.", "12 ships", "Norrby", "run"),
        ("Norrby plans to open 11 offices.", "11 offices", "Norrby", "open"),
        ("The fire that killed 12 people began at noon.", "12 people", "The fire", "kill"),
        ("Police said 12 people were hurt.", "12 people", "12 people", "hurt"),
        ("Norrby set up 3 shops.", "3 shops", "Norrby", "set up"),
    ],
    ids=["shared", "relative", "infinitive", "object-relative", "passive", "particle"],
)
def test_clause_of_a_value(claims, text, value, subject, predicate):
    claim = _one(claims(text, values=(value,)), "count", value)
    assert claim.clause.subject is not None
    assert claim.clause.subject.text == subject
    assert claim.clause.predicate == predicate


def test_coordinated_places_are_claims_of_their_own(claims):
    made = claims("The firm has offices in Paris, London and Tokyo.")
    assert [c.focus.text for c in made if c.kind == "name"] == ["Paris", "London", "Tokyo"]
    assert len([c for c in made if c.kind == "place"]) == 3


def test_apposition_is_a_role_of_its_holder(claims):
    role = _one(claims(VISIT), "role", "head of research")
    assert role.clause.subject is not None
    assert role.clause.subject.text == "Anna Berg"


def test_title_is_parted_from_the_name(claims):
    made = claims("Mayor Jon Lund spoke.")
    assert [c.focus.text for c in made if c.kind in ("role", "name")] == ["Mayor", "Jon Lund"]


@pytest.mark.parametrize(
    "paragraphs",
    [
        ('"We grew fast," Anna Berg said.',),
        ('Anna Berg told reporters: "We grew fast."',),
        ("Anna Berg left. “We grew fast,” she added.",),
        ("According to Anna Berg, they grew “fast and well”.",),
        ('Anna Berg said: "We were small.', '"We grew fast."'),
    ],
    ids=["behind", "colon", "pronoun", "according", "over-paragraphs"],
)
def test_quotation_has_its_speaker(claims, paragraphs):
    quotes = [c for c in claims(*paragraphs) if c.kind == "quote"]
    assert quotes
    assert {c.clause.speaker for c in quotes} == {"Anna Berg"}
    assert all(c.clause.quoted for c in quotes)


def test_apostrophes_open_no_quotation(claims):
    assert not [
        c for c in claims("The firm's and the workers' hopes weren't met.") if c.kind == "quote"
    ]


@pytest.mark.parametrize(
    ("text", "words", "negated"),
    [
        ("Kwon won't meet officials.", "won't meet", True),
        ("The reward has not yet been fixed.", "has not yet been fixed", True),
        ("No one was hurt.", "was hurt", True),
        ("The board approved the bid.", "approved", False),
        ("She declined to comment.", "declined to comment", True),
        ("Six people had yet to be found.", "had yet to be found", True),
    ],
)
def test_polarity(claims, text, words, negated):
    claim = _one(claims(text), "polarity", words)
    assert claim.clause.negated is negated


def test_names_are_linked_inside_an_article(parsed):
    article = parsed(
        "Anna Berg founded Norrby Foods Inc. in 2004.",
        "Berg sold it in 2019. She kept a seat on the board. The company grew.",
    )
    index = link_names(article)
    text = article.article.text
    for words in ("Berg sold", "She"):
        start = text.index(words)
        assert index.names_in(start, start + 3) == ("anna berg",)
    at = text.index("The company")
    assert index.names_in(at, at + 11) == ("norrby foods",)


def test_a_common_noun_keeps_its_pronoun(parsed):
    index = link_names(parsed("Prosecutor Jon Lund spoke. The driver survived. He was not held."))
    assert not [r for r in index.references if r.form == "pronoun"]


def test_sentence_of(claims):
    value = _one(claims(VISIT, values=("Thursday",)), "count", "Thursday")
    assert sentence_of(value) == "Anna Berg will visit Ghent on Thursday [count]"


@pytest.mark.parametrize("paragraphs", [("",), ("—",), ('"',), ("A",), ("???", "1 2 3"), ("'s",)])
def test_odd_texts_are_read(claims, paragraphs):
    assert isinstance(claims(*paragraphs), list)


def test_spans_slice_back(claims):
    text = VISIT
    for claim in claims(text):
        assert text[claim.focus.start : claim.focus.end] == claim.focus.text


@pytest.mark.parametrize(
    ("text", "title", "holder"),
    [
        (
            "A week after Lee Hwan took office as president, Anna Kwon left.",
            "president",
            "Lee Hwan",
        ),
        ("The board appointed Anna Berg as chairman.", "chairman", "Anna Berg"),
        ("Jon Lund stays on as chief executive.", "chief executive", "Jon Lund"),
        ("Anna Berg was named president of the club.", "president of the club", "Anna Berg"),
    ],
    ids=["took office as", "appointed as", "stays on as", "was named"],
)
def test_a_post_is_whose_verb_gives_it(claims, text, title, holder):
    role = _one(claims(text), "role", title)
    assert role.clause.subject is not None
    assert role.clause.subject.text == holder


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Vice-president Ana Tarn resigned on Monday.", "Vice-president"),
        ("The ex-mayor Ana Tarn was arrested.", "ex-mayor"),
        ("Ana Tarn, the vice-president of Brazil, resigned.", "vice-president of Brazil"),
        ("Editor-in-chief Ana Tarn left.", "Editor-in-chief"),
        ("The Chancellor of the Exchequer, Ana Tarn, spoke.", "Chancellor of the Exchequer"),
        ("Minister of Foreign Affairs and Trade Ana Tarn spoke.",
         "Minister of Foreign Affairs and Trade"),
        ("Army chief of staff Gen. Ana Tarn spoke.", "Gen."),
        ("Police spoke to Det. Sgt. Ana Tarn on Monday.", "Det. Sgt."),
    ],
    ids=["vice", "ex", "described", "three parts", "apposed", "two fields", "staff", "cut short"],
)  # fmt: skip
def test_a_title_is_whole(claims, text, title):
    role = _one(claims(text), "role", title)
    assert role.clause.subject is not None
    assert role.clause.subject.text == "Ana Tarn"
