"""What is done to the installed pipeline makes it fast, and changes no parse."""

import pytest
import spacy
from spacy.language import Language

from reconcile.claims.attributes import quicken
from reconcile.claims.parse import DEFAULT_PIPELINE, default_pipeline

SENTENCES = [
    "The ferries' owners said on Friday that they'd sold both ships and weren't buying others.",
    "Larger waves broke three windows; geese, oxen and mice fled, and nothing was left standing.",
    "She's been running the city's two best-known theatres since they were founded in 1998.",
    "I ain't gonna do it, y'all. Let's go; c'mon, you got ta see.",
    "There's nothin' here for 'em, or 'nuff. It's what I think of you that she'd have done.",
    "He wo n't, sha n't and ca n't. Doin' somethin' for ol' times: to have done it.",
    "Two  spaces,\ta tab and\n\n a line.",
    "That which is said to him, his own, those: all that there are, and whose they were.",
]


@pytest.fixture(scope="module")
def installed() -> Language:
    return spacy.load(DEFAULT_PIPELINE)


@pytest.mark.parametrize("sentence", SENTENCES)
def test_the_parse_is_that_of_the_pipeline_as_installed(installed: Language, sentence: str) -> None:
    told = [
        [(t.lemma_, t.pos_, t.tag_, t.dep_, str(t.morph)) for t in pipeline(sentence)]
        for pipeline in (default_pipeline(), installed)
    ]
    assert told[0] == told[1]


def test_a_ruler_that_asks_for_more_is_left_as_it_is() -> None:
    ruler = spacy.blank("en").add_pipe("attribute_ruler")
    ruler.add(patterns=[[{"LIKE_NUM": True}]], attrs={"POS": "NUM"})
    quicken(ruler)
    assert "match" not in vars(ruler)


def test_a_ruler_that_asks_for_words_matches_the_same() -> None:
    blank = spacy.blank("en")
    ruler = blank.add_pipe("attribute_ruler")
    ruler.add(patterns=[[{"LOWER": "ship"}], [{"LOWER": {"REGEX": "^boat"}}]], attrs={"POS": "X"})
    ruler.add(patterns=[[{"LOWER": {"IN": ["the", "a"]}}, {"LOWER": "ship"}]], attrs={"POS": "X"})
    doc = blank.make_doc("The ship and a boat; a ship, the Ship, shipping")
    expected = ruler.match(doc)
    quicken(ruler)
    assert "match" in vars(ruler)
    assert ruler.match(doc) == expected
    assert len(expected) == 7
