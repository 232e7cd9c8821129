"""Which currency a shared sign or name means: by place, dateline, and the text's other sums."""

from __future__ import annotations

import pytest

from reconcile.model import Article
from reconcile.values import read_values
from reconcile.values.reader import mentions_of


def currencies(text: str, place: str | None = None) -> list[str]:
    values = (one.value for one in read_values(text, place=place) if one.kind == "money")
    return [value.unit for value in values if value is not None]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        # a wire that marks the local sum means its own dollar by the bare sign
        (
            "He won 50,000 Australian dollars ($33,000) in Perth. It cost $20.",
            ["AUD", "USD", "USD"],
        ),
        ("The house cost $NZ700,000 ($610,000), say Australian agents in Sydney.", ["NZD", "AUD"]),
        ("It fetched C$5 million (about $3.6 million).", ["CAD", "USD"]),
        # a local paper marks the foreign sum
        ("In Toronto the firm paid $5 million (US$3.6 million).", ["CAD", "USD"]),
        # places of more than one word
        ("The fire in British Columbia cost Canadians $14 million.", ["CAD"]),
        ("Police in New South Wales, Australia, seized $2 million.", ["AUD"]),
        ("A flat in Northern Ireland costs London buyers 200,000 pounds.", ["GBP"]),
        # a dateline outweighs places that are named in passing
        ("MANILA, June 3 (XX) - Aid from Mexico and Mexican firms hit 5m pesos.", ["PHP"]),
        ("Oslo, 4 May - Sweden and Swedish buyers paid 12 million kroner.", ["NOK"]),
        # one country alone is named, and its money has the name
        ("They paid 5 million rupees in Lahore.", ["PKR"]),
        ("They paid $5 million in Lahore.", ["USD"]),
        # small coins of a text that counts in euros
        ("The toll is 4 cents a kilometre; a sticker cost 117 euros.", ["EUR", "EUR"]),
        ("The toll is 4 cents a mile; a sticker cost $117.", ["USD", "USD"]),
    ],
)
def test_the_currency_of_a_text(text: str, wanted: list[str]) -> None:
    assert currencies(text) == wanted


@pytest.mark.parametrize(
    ("publisher", "url", "wanted"),
    [
        ("Toronto Daily", None, "CAD"),
        ("The Morning Post", "https://news.example.com.au/a/1", "AUD"),
        ("The Morning Post", "https://example.co.nz/", "NZD"),
        ("The Morning Post", "https://example.com/", "USD"),
        (None, None, "USD"),
    ],
)
def test_an_article_is_settled_by_where_it_is_published(
    publisher: str | None, url: str | None, wanted: str
) -> None:
    article = Article("a", "The council will spend $3 million.", publisher=publisher, url=url)
    value = mentions_of(article)[0].value
    assert value is not None
    assert value.unit == wanted


def test_what_nothing_settles_stays_open() -> None:
    value = read_values("It cost 5 million pesos and 3 million crowns.")[0].value
    assert value is not None
    assert value.unresolved
    assert len(value.alternatives) > 3


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        # letters are signs where the figure is a sum by its form
        ("A R3-billion loan and a N40-million grant, P6.352-trillion in all.", 3),
        # short figures behind them where a place or another sum speaks for the currency
        ("LUSAKA: The fare in Lusaka, Zambia, rose from K9 to K25.", 2),
        ("The loan of R5 million pays for bread at R12.", 2),
        ("Lagos, Nigeria: the fare was N500, a unit N209.5.", 2),
        ("Bread was at R12 and P50.", 0),
        # roads, masks and models are none
        ("Johannesburg, South Africa: the R24 was shut, and a BMW R1200 burnt.", 0),
        ("Lagos, Nigeria: they wore N95 masks until Y2K.", 0),
    ],
)
def test_a_letter_is_a_sign_where_the_text_speaks_for_it(text: str, wanted: int) -> None:
    assert len(currencies(text)) == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Rice rose by P2.10, onions by 60 centavos.", ["PHP", "PHP"]),
        ("A bus in Brasilia, Brazil, costs 60 centavos.", ["BRL"]),
        ("In Karachi, Pakistan, the rupee lost 11 paisa.", ["PKR"]),
        ("Bread costs R1.20 more, milk between 20c and 21c.", ["ZAR", "ZAR"]),
        ("The fine in Ohio was 50¢.", ["USD"]),
        ("In Accra it costs ¢50.", ["GHS"]),
        ("The Aussie fell from US74.10c to US73c.", ["USD", "USD"]),
    ],
)
def test_small_coins_are_those_of_the_sums_and_places_beside(text: str, wanted: list[str]) -> None:
    assert currencies(text) == wanted
