"""Ages that no word names: set off behind a person, or said of one by name."""

from __future__ import annotations

import pytest

from reconcile.values import read_values


@pytest.mark.parametrize(
    ("text", "ages"),
    [
        ("Its chief, Oumar Senna, is 63 and tired.", ["63"]),
        ("Oumar Senna was only 17 when it closed.", ["only 17"]),
        ("Her deputy, Vera Holm, who at 71 is the oldest in office, agreed.", ["71"]),
        ("Paul Ostrow, the foreman, 63. He held them together.", ["63"]),
        ("The foreman Paul Ostrow Lind, of 51, came last.", ["51"]),
        ("Vera Holm, now 63, wrote the book.", ["63"]),
        ("Oumar Senna, seventeen, was the first to be freed.", ["seventeen"]),
        ("He leaves two children, nine and six.", ["nine", "six"]),
        ("She left a daughter, four, and a son, two.", ["four", "two"]),
        ("The head of the school, 61, said so.", ["61"]),
        ("Her former employer's lawyer, 47, refused.", ["47"]),
        ("Holm, then 19, wrote it.", ["19"]),
        ("The three brothers, all 19, were held.", ["all 19"]),
        ("The trio, all 19, were held.", ["all 19"]),
        ("The boys, both 9, swam ashore.", ["9"]),
        ("Holm (34, of Kiel Road) paid.", ["34"]),
        ("They were as young as 14 and as old as 70.", ["as young as 14", "as old as 70"]),
    ],
)
def test_it_is_an_age(text: str, ages: list[str]) -> None:
    assert [each.text for each in read_values(text) if each.kind == "age"] == ages


@pytest.mark.parametrize(
    "text",
    [
        "Of the victims, two, both miners, were from Kiel.",
        "The offers before this one, of 104 and 111 crowns, were refused.",
        "The stock, now 111, rose again.",
        "Northport United was 63 when the board met.",
        "They beat Leeds, two, and others.",
        "The parties won: Labour, seven; Greens, four.",
        "Sky Bridge is 63 km from here.",
        "The crew, all 19, were saved.",
        "It put the number of dead at 17.",
        "Killed, 14; wounded, 30.",
        "Toll by island: Leyte (6), Samar (3) and Cebu (11).",
        "The average, 61, has risen.",
        "One clerk, three guards and five drivers were hurt.",
    ],
)
def test_it_is_none(text: str) -> None:
    assert not [each.text for each in read_values(text) if each.kind == "age"]
