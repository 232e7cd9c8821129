"""Sentences whose figures are names: no number may be read in them."""

import pytest

from reconcile.values import read_values

NAMES = [
    "Section 230 protects platforms from lawsuits.",
    "The A380 landed at Heathrow.",
    "It landed on runway 27L.",
    "Flight BA286 was diverted to Shannon.",
    "Call the hotline on 0800 555 0199.",
    "Ring 555-0143 or +1 202 555 0143.",
    "The M25 was shut and traffic moved to the A3.",
    "The G7 and the G20 met in Lyon.",
    "Windows 11 and iOS 17 are affected.",
    "He drove a Mazda 3 to Route 66.",
    "Article 5 of the treaty was invoked.",
    "She lives at 221B Baker Street.",
    "The S&P 500 and the FTSE 100 closed lower.",
    "COVID-19 and H5N1 spread quickly.",
    "The 9/11 memorial opened.",
    "The Boeing 737 MAX 8 was grounded.",
    "They were at sixes and sevens with one another.",
    "The firm sells 5G and 4K equipment.",
    "Formula 1 returns to Monaco.",
    "Email desk24@paper.example for details.",
    "See https://www.paper.example/2025/story-40-20%25.html for more.",
    "Version 2.0.1 fixes the bug.",
    "Resolution 1701 was adopted by the council.",
    "Which one do you want?",
    "One must not forget.",
    "First Lady Ana Ruiz greeted the First Minister.",
    "Channel 4 and BBC One showed it.",
    "He took Highway 101 to Exit 12.",
    "A double room is being painted.",
    "The rebels were open 24/7.",
    "It was a 50-50 call.",
    "The F-16 and the B-52 flew past.",
    "The Group of Seven and the Six Nations.",
    "He plays on a PlayStation 5.",
    "As noted [3], it rained.",
    "The net zero target and the one-way street.",
]


@pytest.mark.parametrize("text", NAMES)
def test_a_name_is_no_number(text: str) -> None:
    found = [mention for mention in read_values(text) if mention.kind not in ("date", "duration")]
    assert not found
