"""Little articles: what an editor must be told of, and what only looks wrong."""

import pytest

from reconcile.verification import verify

PLANTED = {
    "two parts": ("By noon 87 trucks stood at the border: 41 at Brod and 56 at Karlo.", "sum"),
    "three sorts": ("There are 12 dead: 7 men, 4 women and 2 boys.", "sum"),
    "a table line": ("Tickets: 3,410 at the gate; 1,260 online; total 4,760", "sum"),
    "comprising": (
        "It moved 2,400 people, comprising 1,150 from Alba, 870 from Rone and 480 from Sele.",
        "sum",
    ),
    "of them": ("Forty people fell ill, 26 of them in Porto and 19 in Braga.", "sum"),
    "a budget": (
        "Of the €60 million, €35 million goes to roads, €22 million to rail and €9 million to "
        "buses.", "sum",
    ),
    "seats": (
        "The 90-seat assembly has 44 members from Unity, 31 from Reform and 22 from Blue.", "sum",
    ),
    "the rest": (
        "Thieves took €4.6 million in 2021. About €1.1 million has been recovered; the insurer "
        "wrote off the remaining €2.5 million.", "sum",
    ),
    "branches left": ("The bank shut 14 of its 52 branches, leaving 48.", "sum"),
    "the dead": (
        "A fire in a hostel killed 19 people, the mayor said.\n\nThe dead include 11 men, seven "
        "women and three children.", "sum",
    ),
    "terms": (
        "The judge gave her four years for theft and 18 months for perjury, to be served "
        "consecutively. Lawyers called the six-year, six-month sentence harsh.", "sum",
    ),
    "from and to": ("Rents rose by 30 percent, from €800 to €920.", "change"),
    "to and from": ("The share fell 6.1% to $41.20 from $42.90.", "change"),
    "points": ("Approval dropped nine points, from 52 percent to 38 percent.", "change"),
    "tripled": ("Complaints tripled from 140 to 290.", "change"),
    "the other way": ("Output fell by 12 percent, from 50 tonnes to 56 tonnes.", "change"),
    "capacity": (
        "The hall was built for 400 people and held 560 on Friday, 25 percent above that.",
        "change",
    ),
    "margin": ("It won by 61 votes to 48, a margin of 15.", "difference"),
    "turnout": ("Turnout was 48 percent: 29,000 of the 52,000 members voted.", "share"),
    "of the homes": ("Of the 80 homes on the hill, 20 burned, or 35 percent.", "share"),
    "one whole": (
        "Coal took 41% of the market, gas 33%, wind 19% and the rest 17%.", "whole",
    ),
    "average": ("The fund paid $3.2 million to 800 farmers, an average of $6,000.", "average"),
    "names": ("Four towns lost power: Alba, Rone, Sele, Varda and Mirna.", "names"),
    "unit": ("The wreck lies 60 miles (126 km) off the coast.", "unit"),
    "currency": ("The stadium cost €310 million ($36 million).", "currency"),
    "scale": (
        "The plant will cost 42.7 billion yen.\n\nOf the 42.7 million yen, the state pays half.",
        "scale",
    ),
    "both bare currencies": ("The flat cost 3.4 million kroner ($3.1 million).", "currency"),
    "workforce": ("It cut 1,200 of its 8,000 jobs, about a quarter of its workforce.", "share"),
    "flights": ("Of 420 flights, 63 were cancelled, a quarter of the total.", "share"),
    "weekday": ("The vote was held on Tuesday, 12 May 2025.", "weekday"),
    "weekday behind": ("The court sits again on 20 June (Thursday).", "weekday"),
    "age": ("Born in Lisbon in March 1990, the 31-year-old came to Porto as a boy.", "age"),
    "age elsewhere": (
        "The Dane, 27 years old, won in straight sets.\n\nHolm, who was born in Aarhus in "
        "May 1999, had never won here.", "age",
    ),
    "years": ("She ran the museum for nine years, from 2004 to 2010.", "span"),
    "days later": ("The strike began on 2 June and ended 12 days later, on 9 June.", "span"),
    "years ago": ("He left the band five years ago, in 2011.", "span"),
    "anniversary": ("The club, founded in 1925, marked its 90th anniversary on Sunday.", "span"),
    "a contract": ("He signed a two-year contract until June 2030.", "span"),
    "two ages": (
        "Maria Holm, 34, won gold on Sunday.\n\nHolm, 43, had never won before.", "age",
    ),
    "ages that changed places": (
        "Maria Holm (34) and Ana Silva (28) won gold.\n\nSilva, 34, and Holm, 28, had never won "
        "before.", "age",
    ),
    "an age before the name": (
        "On Sunday the 34-year-old Maria Holm won gold for the first time.\n\nMaria Holm, 43, "
        "had never won before.", "age",
    ),
    "a fare": ("The fare goes up from €18 to €21, or 12pc.", "change"),
    "a fare from now on": ("A day ticket, now €18, will cost €21 from May, 12pc more.", "change"),
    "a price in brackets": ("The price rises 12% to €21 (€18 last year).", "change"),
    "a year earlier": ("Profit rose 20% to £12m. A year earlier it was £8m.", "change"),
    "compares with": ("Profit of £12m compares with £8m a year earlier, a rise of 20%.", "change"),
    "a list by days": (
        "Police made 29 arrests, 16 on Friday, nine on Saturday and five on Sunday.", "sum",
    ),
    "those who voted": (
        "Sixteen voted for, nine against and five abstained, with all 29 members present.", "sum",
    ),
    "more seats than there are": (
        "Unity won 16 seats, Reform nine and Blue five in the 29-seat council.", "sum",
    ),
    "a firm order": (
        "The airline has a firm order for 120 jets and purchase rights for 40, 180 in all.", "sum",
    ),
    "with the options": (
        "Firm order: 120 jets.\n\nPurchase rights: 40.\n\nWith the purchase rights the deal "
        "covers 180 jets.", "sum",
    ),
    "steps of one size": (
        "The five will pump 120,000 barrels a day more from May.\n\nIt is the third rise of that "
        "size; together they bring back 450,000 barrels a day.", "sum",
    ),
    "a loss and its share": (
        "The frost took 6.5 million tonnes of corn, 21 percent of the harvest that was hoped for."
        "\n\nFarmers will bring in 51.5 million tonnes instead of 58.0 million tonnes.", "share",
    ),
    "hours": ("The meeting began at 2pm and ended three hours later, at 6pm.", "span"),
    "hours from and to": ("The flight took two hours, from 09:15 to 12:15.", "span"),
}  # fmt: skip

CLEAN = {
    "rounded parts": "By noon 87 trucks stood at the border: about 40 at Brod and 46 at Karlo.",
    "some parts": "There are 12 dead, among them 7 men and 4 women.",
    "rounded money": "It costs $5 million: $2.3 million for land and $2.9 million for a hall.",
    "sorts that overlap": "Of the 90 workers, 55 are women, 60 are over 50 and 20 are part-time.",
    "each": "The 12 teams have 25 players each: 15 from home and 10 from abroad.",
    "the rest": "It has 400 staff: 120 in Oslo, 80 in Bergen and the rest abroad.",
    "more to come": "The order is for 120 jets: 90 large, 30 small and options for 60 more.",
    "a number in words": (
        "She has won 13 majors: six in Paris, four in London, two in New York and one in Melbourne."
    ),
    "two years": "The town has 900 pupils: 40 more than last year and 80 more than in 2020.",
    "a rounded share": "About a third of the 64 homes, or 21 homes, burned.",
    "a share of another": "He is one of 18 children, more than half of the total, who fell ill.",
    "a rounded rise": "Rents rose by 15 percent, from €800 to €920.",
    "rates a year": "It grew from $2 million to $3 million, up 10 percent a year for four years.",
    "two rises": "Prices rose 5 percent from a year earlier to €52 from €50 in May.",
    "halved": "Deaths halved, from 410 to 207.",
    "rounded points": "Support rose 3 points to 41% from 37%, on unrounded figures.",
    "several answers": (
        "Asked for reasons, and free to name more than one, 60 percent of respondents named "
        "price, 50 percent taste and 20 percent habit."
    ),
    "changes": "Sales rose 40 percent, profit 50 percent and costs 30 percent.",
    "groups": "Support is 60 percent among women, 55 percent among men and 48 percent in towns.",
    "rounded shares": "Coal took 41% of the market, gas 33%, wind 19% and the rest 8%.",
    "a father": "Anna Berg, 34, whose father was born in 1951, has two sons, aged 4 and 6.",
    "an age then": "Born in 1951, he was 22 when he won his first medal in 1973.",
    "an age at death": "He was born in May 1950 and died in 2011, aged 61.",
    "another person": "Holm, born in 1999, beat Maria Silva, 22, in straight sets.",
    "inclusive days": "The fair runs for ten days, from 3 July to 12 July.",
    "within a span": "The trip took three days of the week from 3 July to 10 July.",
    "part of a term": "He served three of his five years, from 2019 to 2022.",
    "an old weekday": "In 2017 the vote was held on Monday, 12 June, by show of hands.",
    "an old rate": "The house, 18 miles (29 km) from Leeds, sold for £1.2 million ($1.6 million).",
    "temperatures": "It was 34C (93F) at noon and 19C (66F) at night.",
    "a rise in temperature": "The temperature rose 5C (9F) in an hour.",
    "a contract of years": "It will take 18 months, from the start of 2026 to mid-2027.",
    "at the time": "The 46-year-old, who took over in 2019 at the age of 40, will go in July.",
    "a husband": "She is 34; her husband, born in 1985, is a baker.",
    "a part of a part": "Of the €90 million, €55 million is spent; €12 million of that on lawyers.",
    "another statement": (
        "The bank has 2,100 staff: 1,400 in branches and 700 at its head office; 300 will go."
    ),
    "of whom": (
        "Police held 15 people: nine on Friday and six on Saturday, one of whom was held before."
    ),
    "lists of two sorts": (
        "Of the 15 judges, 10 were named by Lind and five by Roth; eight voted for, seven against."
    ),
    "a third of them": "A third of the 1,500 pupils, about 500, stayed at home.",
    "some names": "Six towns lost power, among them Alba, Rone and Sele.",
    "names with more": "Six people were held: Ann Lee, a nurse, Bob Roy, a driver, and two others.",
    "concurrent": (
        "The judge gave her four years for theft and 18 months for perjury. Lawyers called the "
        "four-year sentence harsh."
    ),
    "a high": "Shares fell 3 percent to $47, after hitting a high of $62 in March.",
    "two terms": "They lost 3-1 after leading by a goal; it was the third defeat in five games.",
    "two of one name": (
        "Maria Holm, 34, won gold on Sunday.\n\nPeter Holm, 43, is her coach. Holm, 43, smiled."
    ),
    "an age at that time": (
        "Maria Holm, 34, won gold on Sunday.\n\nHolm was 19 when she first won."
    ),
    "a rounded fare": "The fare goes up from €18 to €21, or 17pc.",
    "sums that are no prices": "Sales went up from €18m to €21m, or 12pc.",
    "an odd fare": "The fare goes up from €18.40 to €20.60, or 12pc.",
    "a part in front": (
        "It will cut 4,300 jobs in Alba, 3,700 in Rone, 1,600 in Sele and 400 in Varda."
    ),
    "those who stayed away": (
        "Sixteen voted for, five against and four abstained in the 29-seat council."
    ),
    "options that fit": (
        "Firm order: 120 jets.\n\nPurchase rights: 40.\n\nWith the purchase rights the deal "
        "covers 160 jets."
    ),
    "steps that fit": (
        "The five will pump 120,000 barrels a day more from May.\n\nIt is the third rise of that "
        "size; together they bring back 360,000 barrels a day."
    ),
    "hours or so": "The meeting began at 2pm and ended three hours later, at 5.10pm.",
    "later than planned": (
        "The meeting began at 2pm and ended at 6pm, two hours later than planned."
    ),
    "a median": "The average of $5,000 went to 400 families; a further $1.2 million went to firms.",
}  # fmt: skip


@pytest.mark.parametrize("name", PLANTED)
def test_what_is_wrong_is_told(name, checked):
    text, rule = PLANTED[name]
    assert [check.rule for check in checked(text)] == [rule]


@pytest.mark.parametrize("name", CLEAN)
def test_what_only_looks_wrong_is_not(name, checked):
    assert [check.explanation for check in checked(CLEAN[name])] == []


@pytest.mark.parametrize("name", PLANTED)
def test_every_finding_can_be_replayed(name, checked, article_of):
    text, _ = PLANTED[name]
    for check in checked(text):
        assert str(verify(check, [article_of(text)])) == "it holds"
        assert check.explanation.endswith(".")
        assert all(article_of(text).text[c.start : c.end] == c.text for c in check.citations)


def test_a_change_taken_of_the_new_figure_is_said_to_be_one(checked):
    (check,) = checked("Rents rose by 25 percent, from €900 to €1,200.")
    assert check.explanation == (
        "From €900 to €1,200 is 33.3 percent; the article says 25 percent, "
        "which is its share of the new figure."
    )


def test_findings_are_numbered_by_place(checked):
    text = "Complaints tripled from 140 to 290.\n\nThe wreck lies 60 miles (126 km) off the coast."
    assert [(check.id, check.rule) for check in checked(text)] == [("i1", "change"), ("i2", "unit")]
