"""What keeps figures that cannot both be true from being flagged, and what does not."""

from __future__ import annotations

import pytest

from reconcile import Article, extract_claims
from reconcile.alignment import doubt_between
from reconcile.alignment.doubts import holds_word
from reconcile.articles import read_article
from reconcile.model import Claim
from reconcile.tables import read_tables

TABLES = read_tables("alignment", "rules/doubts.toml")


@pytest.mark.parametrize("table", TABLES)
def test_examples(table: str) -> None:
    assert TABLES[table]["reads"]
    assert TABLES[table]["ignores"]
    for text in TABLES[table]["reads"]:
        assert holds_word(table, text), text
    for text in TABLES[table]["ignores"]:
        assert not holds_word(table, text), text


def _claim(text: str, figure: str) -> Claim:
    article: Article = read_article(
        f"Published 12 March 2025\n\nAll of it was told in full to a full hall. {text}\n"
    )
    found = [claim for claim in extract_claims([article]) if claim.focus.text == figure]
    assert found, [claim.focus.text for claim in extract_claims([article])]
    return found[0]


DOUBTED = {
    "all, and the others": (
        ("The jury found five men guilty of the raid.", "five men"),
        ("The ringleader got nine years; four other men were found guilty.", "four other men"),
    ),
    "a price before the market closed": (
        ("Skylark shares jumped 27% in early Vienna trade.", "27%"),
        ("Skylark shares ended the day 26% higher.", "26%"),
    ),
    "when somebody spoke": (
        ("The bridge will close, the city said on Wednesday.", "Wednesday"),
        ("The bridge will close on Monday.", "Monday"),
    ),
    "a day and a length": (
        ("The bridge will close, the city said on Wednesday.", "Wednesday"),
        ("The bridge will close for nine weeks.", "nine weeks"),
    ),
    "an age of another time": (
        ("The shepherd Rosa Antileo was 68 at the time.", "68"),
        ("The shepherd Rosa Antileo is 77 years old.", "77 years old"),
    ),
    "what was asked and what was paid": (
        ("The mill is on the market for £7.5m.", "£7.5m"),
        ("The mill was sold for £6.8m.", "£6.8m"),
    ),
    "a margin of error": (
        ("The poll has a margin of error of 2.5 percent.", "2.5 percent"),
        ("The party won 3.5 percent in the poll.", "3.5 percent"),
    ),
    "an offer and a second one": (
        ("The club has made a bid of £12m for him.", "£12m"),
        ("The club has made a second offer of £14m for him.", "£14m"),
    ),
    "the day of a price": (
        ("The offer is a third above Tuesday's close.", "Tuesday"),
        ("The shares closed lower on Wednesday.", "Wednesday"),
    ),
    "the beginning and the end": (
        ("The strike begins on 3 May.", "3 May"),
        ("The strike ends on 9 May.", "9 May"),
    ),
    "the first and the second of several": (
        ("She came to Oslo for her first visit.", "first visit"),
        ("She came to Oslo for her second visit.", "second visit"),
    ),
    "expected and come about": (
        ("The company forecast a profit of 12 million euros.", "12 million euros"),
        ("The company earned 9 million euros.", "9 million euros"),
    ),
    "two times": (
        ("The plant employed 420 people in January 2024.", "420 people"),
        ("The plant employed 310 people in March 2025.", "310 people"),
    ),
    "a change and a level": (
        ("Pay will be raised by $7,500.", "$7,500"),
        ("Pay will be raised from $47,500.", "$47,500"),
    ),
    "a part and the whole": (
        ("The players will share a bonus of £1m, half of the prize money.", "£1m"),
        ("The win is worth £2m in prize money.", "£2m"),
    ),
    "a habit and an event": (
        ("Malaria kills about 600,000 people a year.", "kills"),
        ("No child died in the trial.", "No child died"),
    ),
    "a quarter and three of them": (
        ("Sales were £482m in the third quarter.", "£482m"),
        ("Sales were £1.36bn in the first nine months.", "£1.36bn"),
    ),
    "two innings": (
        ("The first innings ended with 104 runs.", "104 runs"),
        ("The second innings ended with 33 runs.", "33 runs"),
    ),
    "a numbered day and another": (
        ("Day one drew 40,000 people.", "40,000 people"),
        ("Day two drew 52,000 people.", "52,000 people"),
    ),
    "the treated and the others": (
        ("Some 9.8% of patients died.", "Some 9.8%"),
        ("Some 6.4% of patients on placebo died.", "Some 6.4%"),
    ),
    "core inflation and inflation": (
        ("Inflation was 2.6% in January.", "2.6%"),
        ("Core inflation was 3.1% in January.", "3.1%"),
    ),
    "a winner and a rival": (
        ("Souza won 52.1% of the vote.", "52.1%"),
        ("Her opponent won 47.9% of the vote.", "47.9%"),
    ),
    "earned and once expected": (
        ("Barlow earned £1.37 a share.", "£1.37"),
        ("Analysts had expected £1.29 a share.", "£1.29"),
    ),
    "a width and a depth": (
        ("The canal is 30 metres wide.", "30 metres"),
        ("The canal is 11 metres deep.", "11 metres"),
    ),
    "a forecast and another figure": (
        ("Sales are expected to be £12m.", "£12m"),
        ("Sales of £9m will be announced.", "£9m"),
    ),
    "a change up to a level, and a level": (
        ("Pay will rise by £20 to £260 a week.", "£20"),
        ("Pay will be £270 a week.", "£270"),
    ),
    "the first round and the run-off": (
        ("Souza won 48.4% in the first round.", "48.4%"),
        ("Souza won 50.9% in the run-off.", "50.9%"),
    ),
    "men and women": (
        ("Men earned an average of £41,000.", "an average of £41,000"),
        ("Women earned an average of £36,000.", "an average of £36,000"),
    ),
    "announced and signed": (
        ("Skylark announced in January that it would hire.", "January"),
        ("Skylark signed the pact in February.", "February"),
    ),
    "for and against": (
        ("Some 1,402 workers voted for the deal.", "Some 1,402 workers"),
        ("Some 286 workers voted against the deal.", "Some 286 workers"),
    ),
    "passengers, and all aboard": (
        ("The bus carried 37 passengers.", "37 passengers"),
        ("The bus carried 38 people, including the driver.", "38 people"),
    ),
    "a premium and a rise": (
        ("The offer is a premium of 74% to the last price.", "74%"),
        ("Skylark shares jumped 71%.", "71%"),
    ),
    "above the last price, and a rise": (
        ("The offer is 41% more than the average price.", "41%"),
        ("Skylark jumped 25%.", "25%"),
    ),
    "how some voted, and how all did": (
        ("The declaration was endorsed.", "was endorsed"),
        ("A handful of countries declined to endorse it.", "declined to endorse"),
    ),
    "an age beside another's name": (
        ("The 25-year-old from Leeds was beaten by Tom Ferrier.", "25-year-old"),
        ("Tom Ferrier, 27, won in two sets.", "27"),
    ),
    "a seed and a ranking": (
        ("Ferrier, the 11th seed, won in two sets.", "11th seed"),
        ("Ferrier, the world No 12, won in two sets.", "No 12"),
    ),
    "a revised figure and the one before": (
        ("Employers hired a revised 168,000 people in April.", "168,000 people"),
        ("Employers hired 177,000 people in April.", "177,000 people"),
    ),
    "an earlier event of the sort": (
        ("The previous eruption came in November 2022.", "November 2022"),
        ("The volcano erupted in March 2024.", "March 2024"),
    ),
    "two companies, and one of them": (
        ("The combined company employs 53,000 people.", "53,000 people"),
        ("The company employs 24,500 people.", "24,500 people"),
    ),
    "the day of a closing price": (
        ("The offer is above Monday's closing price.", "Monday"),
        ("The shares fell on Tuesday.", "Tuesday"),
    ),
    "when it stood so": (
        ("The storm was at 5 a.m. 165 kilometres off the coast.", "5 a.m."),
        ("The storm reached the coast at 8 a.m.", "8 a.m."),
    ),
    "a name and another": (
        ("Skylark's Tom Ferrier will step down.", "will step down"),
        ("The Skylark name will stay.", "will stay"),
    ),
}  # fmt: skip
SURE = {
    "two closes": (
        ("Skylark shares ended the day 26% higher.", "26%"),
        ("Skylark shares closed up 21%.", "21%"),
    ),
    "an end of a stretch and its length": (
        ("She is tied to the club until June 2029.", "until June 2029"),
        ("She is tied to the club for two years.", "two years"),
    ),
    "two days of one event": (
        ("The strike begins on 3 May.", "3 May"),
        ("The strike begins on 9 May.", "9 May"),
    ),
    "a month named twice": (
        ("Sales were £482m in January.", "£482m"),
        ("Sales were £428m in January 2025.", "£428m"),
    ),
    "those of whom a part is told": (
        ("Police detained 73 people, most of them for disturbing the peace.", "73 people"),
        ("Police detained 61 people.", "61 people"),
    ),
    "two times, and two digits exchanged": (
        ("The plant cost €412 million in January 2024.", "€412 million"),
        ("The plant cost €421 million in March 2025.", "€421 million"),
    ),
    "one innings": (
        ("The first innings ended with 104 runs.", "104 runs"),
        ("The first innings came to an end with 140 runs.", "140 runs"),
    ),
    "all aboard, and more passengers than that": (
        ("The bus carried 41 passengers.", "41 passengers"),
        ("The bus carried 38 people.", "38 people"),
    ),
    "two companies together, told in two ways": (
        ("The merged business would sell 58% of the fruit.", "58%"),
        ("The pair would sell 68% of the fruit.", "68%"),
    ),
    "two premiums": (
        ("The offer is a premium of 74% to the last price of the shares.", "74%"),
        ("The bid is at a premium of 71%.", "71%"),
    ),
    "two ranks": (
        ("It is the third fire this year.", "third fire"),
        ("It is the fourth fire this year.", "fourth fire"),
    ),
    "days on which it was told": (
        ("12 people died, police said on Tuesday.", "12 people"),
        ("19 people died, police said on Wednesday.", "19 people"),
    ),
}  # fmt: skip


@pytest.mark.parametrize("pair", DOUBTED.values(), ids=DOUBTED)
def test_doubted(pair: tuple[tuple[str, str], tuple[str, str]]) -> None:
    a, b = (_claim(*each) for each in pair)
    assert doubt_between(a, b)
    assert doubt_between(b, a) == doubt_between(a, b) or doubt_between(b, a)


@pytest.mark.parametrize("pair", SURE.values(), ids=SURE)
def test_sure(pair: tuple[tuple[str, str], tuple[str, str]]) -> None:
    a, b = (_claim(*each) for each in pair)
    assert not doubt_between(a, b)


@pytest.mark.parametrize("name", ["a change and a level"])
def test_some_doubts_do_not_stand_against_what_is_very_likely(name: str) -> None:
    a, b = (_claim(*each) for each in DOUBTED[name])
    assert doubt_between(a, b, 0.89)
    assert not doubt_between(a, b, 0.9)


@pytest.mark.parametrize(
    "name", ["all, and the others", "the day of a price", "the beginning and the end"]
)
def test_others_do(name: str) -> None:
    a, b = (_claim(*each) for each in DOUBTED[name])
    assert doubt_between(a, b, 1.0)
