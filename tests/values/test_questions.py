"""What a predicate answers: the examples of every question, and how negation turns an answer."""

import pytest

from reconcile.tables import read_tables
from reconcile.values.questions import answers, is_denied

ENTRIES = [
    *read_tables("values", "rules/questions.toml")["question"],
    *read_tables("values", "rules/acts.toml")["act"],
]


@pytest.mark.parametrize("entry", ENTRIES, ids=lambda entry: entry["name"])
def test_every_question_reads_its_examples(entry: dict[str, list[list[str]]]) -> None:
    name = str(entry["name"])
    for a, b in entry["same"]:
        assert answers(a)[name] == answers(b)[name], (a, b)
    for a, b in entry["other"]:
        assert answers(a)[name] != answers(b)[name], (a, b)
    for text in entry["ignores"]:
        assert name not in answers(str(text)), text


def test_a_negation_behind_a_verb_may_deny_something_else() -> None:
    assert answers("was arrested without a struggle")["whether they are held"]
    assert not answers("ended without a deal")["whether there was a deal"]


def test_words_may_stand_inside_a_phrase() -> None:
    assert not answers("paid no dividend")["whether they pay a dividend"]
    assert answers("has since been found")["whether they were found"]


@pytest.mark.parametrize(
    ("a", "b", "question"),
    [
        ("put its plans for a ferry terminal on ice", "the project was shelved", None),
        ("put a costly trial on ice", "the trial has been halted", "whether it goes on"),
        ("lifted the weekend ban", "the ban has been lifted", "whether it is in force"),
        ("has twice refused him bail", "bail was denied", "whether it was granted"),
    ],
)
def test_an_act_is_known_in_either_order(a: str, b: str, question: str | None) -> None:
    """And no act without one of its things."""
    if question is None:
        assert "whether it goes on" not in answers(a)
    else:
        assert answers(a)[question] == answers(b)[question]


def test_idioms_answer_nothing() -> None:
    idioms = read_tables("values", "rules/questions.toml")["idioms"]
    assert [text for text in idioms["reads"] if answers(text)] == []
    assert [text for text in idioms["ignores"] if not answers(text)] == []


@pytest.mark.parametrize(
    ("text", "denied"),
    [
        ("has not been found", True),
        ("hasn't been found", True),
        ("nobody was hurt", True),
        ("declined to comment", True),
        ("never said nothing", False),
        ("pleaded not guilty", False),
        ("was found", False),
    ],
)
def test_denial(text: str, denied: bool) -> None:
    assert is_denied(text) is denied
