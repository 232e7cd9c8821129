"""Little stories, each article in a few sentences: what cannot all hold, and what can."""

from __future__ import annotations

import datetime

from attrs import evolve

from reconcile.articles import read_article
from reconcile.model import Article

PUBLISHED = datetime.datetime(2025, 3, 22, 12, 0, tzinfo=datetime.UTC)

#: the articles of a story, and the words of its joint finding
CONFLICTS: dict[str, tuple[tuple[str, ...], tuple[str, ...]]] = {
    "dead by group": (
        (
            "Thirty-four people were killed when a ferry sank off Mara on Monday, officials said.",
            "The ferry went down off Mara on Monday. A port official said 21 passengers died.",
            "The company said 16 crew members were killed when the ferry sank off Mara.",
        ),
        ("Thirty-four people", "21 passengers", "16 crew"),
    ),
    "hurt by calling": (
        (
            "Twenty people were injured in the blast at the Karo works on Monday.",
            "Twelve workers were hurt in Monday's blast at the Karo works.",
            "Eleven firefighters were injured in the Karo blast on Monday.",
        ),
        ("Twenty people", "Twelve workers", "Eleven firefighters"),
    ),
    "women, men and children": (
        (
            "Thirty-one people died when a bus fell into a gorge near Alta on Monday.",
            "Seventeen of the dead in Monday's bus crash near Alta were women, a doctor said.",
            "Nine men died in the crash of the bus near Alta on Monday.",
            "Eight children were killed in Monday's bus crash near Alta, the school said.",
        ),
        ("Thirty-one people", "Seventeen", "Nine men", "Eight children"),
    ),
    "votes": (
        (
            "The assembly passed the bill on Tuesday. A total of 300 lawmakers took part in the "
            "vote.",
            "Lawmakers approved the bill on Tuesday, with 168 members voting in favour.",
            "The bill cleared the assembly on Tuesday although 141 lawmakers voted against it.",
        ),
        ("A total of 300 lawmakers", "168 members", "141 lawmakers"),
    ),
    "a fund divided": (
        (
            "The city said on Friday that a fund of £90 million would be split between roads, "
            "schools and hospitals.",
            "Roads will get £42 million from the city fund, the mayor said on Friday.",
            "Schools are to receive £31 million from the fund of the city.",
            "Hospitals will receive £28 million, the city said on Friday.",
        ),
        ("£90 million", "£42 million", "£31 million", "£28 million"),
    ),
    "a package": (
        (
            "The Union will give Tolo an aid package of $85 million, it said on Monday.",
            "Of the $85 million that the Union promised Tolo, $50 million is for food.",
            "The Union promised Tolo aid. Shelter will take $41 million of the package.",
        ),
        ("$85 million", "$50 million", "$41 million"),
    ),
    "by place": (
        (
            "In all, 8,400 people were evacuated as the river Tamm rose on Sunday.",
            "Some 5,100 people were evacuated in Larch County on Sunday as the Tamm rose.",
            "The Tamm flooded on Sunday and 4,200 people were evacuated in Pine County.",
        ),
        ("8,400 people", "Some 5,100 people", "4,200 people"),
    ),
    "medals": (
        (
            "Norland won 20 medals at the winter games that ended on Sunday in Brunn.",
            "Norland took nine golds at the games in Brunn, which ended on Sunday.",
            "Norland won seven silvers in Brunn.",
            "In Brunn Norland won six bronzes.",
        ),
        ("20 medals", "nine golds", "seven silvers", "six bronzes"),
    ),
    "a strike and its days": (
        (
            "The dockers' strike at Port Elm lasted 11 days, the union said on Friday.",
            "The strike at Port Elm began on 3 March, when 400 dockers walked out.",
            "The strike at Port Elm ended on 20 March after a vote of its dockers.",
        ),
        ("11 days", "on 3 March", "on 20 March"),
    ),
    "a crossing by the clock": (
        (
            "The ferry left Sund at 8:10 a.m. on Tuesday with 200 people aboard.",
            "The ferry arrived in Holm at 11:40 a.m. on Tuesday.",
            "The crossing took five hours on Tuesday, passengers of the ferry said.",
        ),
        ("8:10 a.m. on Tuesday", "11:40 a.m. on Tuesday", "five hours"),
    ),
    "stakes": (
        (
            "The founding family holds 45 percent of Brakk's shares, a filing showed on Monday.",
            "The state of Tolo owns 38 percent of Brakk.",
            "The fund Vesper holds a 25 percent stake in Brakk.",
        ),
        ("45 percent", "38 percent", "25 percent"),
    ),
    "shares of a vote": (
        (
            "The Red Party won 44 percent of the vote in Tolo's election on Sunday.",
            "The Blue Party took 37 percent of the vote in Sunday's election in Tolo.",
            "The Green Party won 24 percent of the vote in Tolo on Sunday.",
        ),
        ("44 percent", "37 percent", "24 percent"),
    ),
    "home and visiting fans": (
        (
            "Police arrested 50 people at the derby in Karo on Saturday.",
            "Thirty-three home fans were arrested at the derby in Karo, the club said.",
            "Twenty-two visiting supporters were detained at the derby in Karo on Saturday.",
        ),
        ("50 people", "Thirty-three home fans", "Twenty-two visiting supporters"),
    ),
    "seats": (
        (
            "The new parliament of Tolo has 120 seats.",
            "The Reds won 58 seats in the new parliament of Tolo.",
            "The Blues took 41 seats in Tolo.",
            "The Greens won 27 seats in Tolo.",
        ),
        ("120 seats", "58 seats", "41 seats", "27 seats"),
    ),
    "dead by province": (
        (
            "The quake killed 210 people across the country, the government said Tuesday.",
            "In Larch province 130 people died in the quake.",
            "The quake killed 97 people in Pine province, its governor said.",
        ),
        ("210 people", "130 people", "97 people"),
    ),
    "a trial and its days": (
        (
            "The trial of Ana Roth opened on 3 February in Karo, where she ran a bank.",
            "Ana Roth's trial ended on 19 March when the jury found her guilty.",
            "Ana Roth was found guilty after a trial that lasted five weeks.",
        ),
        ("3 February", "19 March", "five weeks"),
    ),
    "days after": (
        (
            "The rescue came nine days after the quake of 3 March, the army said.",
            "Rescuers pulled the girl out on 14 March, alive and talking.",
        ),
        ("nine days after", "3 March", "14 March"),
    ),
    "pledges": (
        (
            "Donors pledged $900 million for Tolo at the conference on Monday.",
            "The Union pledged $500 million for Tolo.",
            "Norland pledged $300 million for Tolo at the conference.",
            "Mara pledged $150 million for Tolo, its foreign minister said.",
        ),
        ("$900 million", "$500 million", "$300 million", "$150 million"),
    ),
    "between two counts": (
        (
            "All three prisoners of Karo jail answered at the 10.30pm count on Thursday.",
            "Three men were found to be missing from Karo jail at Friday's 5:45am count.",
            "The three vanished from Karo in the nine hours between one head count and the next.",
        ),
        ("the 10.30pm", "5:45am", "nine hours"),
    ),
    "a level": (
        (
            "The reservoir stood at 193.4 metres above sea level when the gate broke.",
            "The level of the reservoir was 171.8 metres above sea level on Sunday.",
            "The level of the reservoir has fallen by 16 metres, to the relief of villagers.",
        ),
        ("193.4 metres above sea level", "171.8 metres above sea level", "16 metres"),
    ),
}

#: articles that can all be right
CONSISTENT: dict[str, tuple[str, ...]] = {
    "parts below their whole": (
        "Twenty-three people were injured in the blast at the Karo works on Monday.",
        "Twelve workers were hurt in Monday's blast at the Karo works.",
        "Eleven firefighters were injured in the Karo blast on Monday.",
    ),
    "women may be pilgrims": (
        "Thirty-one people died when a bus fell into a gorge near Alta on Monday.",
        "Eighteen women died when the bus fell into the gorge near Alta on Monday.",
        "Twenty pilgrims from Tolo died in the bus crash near Alta on Monday.",
    ),
    "a whole that is a lower bound": (
        "At least 34 people were killed when a ferry sank off Mara on Monday.",
        "The ferry went down off Mara on Monday. A port official said 21 passengers died.",
        "The company said 16 crew members were killed when the ferry sank off Mara.",
    ),
    "a whole that grew": (
        "Twenty people were injured in the blast at the Karo works on Monday, police said at noon.",
        "Twelve workers were hurt in Monday's blast at the Karo works.",
        "Eleven firefighters were injured in the Karo blast on Monday.",
        "The number of people injured in Monday's blast at the Karo works rose to 24.",
    ),
    "days that fit": (
        "The dockers' strike at Port Elm lasted 17 days, the union said on Friday.",
        "The strike at Port Elm began on 3 March, when 400 dockers walked out.",
        "The strike at Port Elm ended on 20 March after a vote of its dockers.",
    ),
    "elsewhere": (
        "Brakk employs 1,200 people in Europe, it said on Monday.",
        "Brakk has 800 workers in Leeds, where it makes brakes.",
        "Brakk employs 520 people in Texas.",
    ),
    "last year's figure": (
        "Twenty people were injured in the blast at the Karo works on Monday.",
        "Twelve workers were hurt in Monday's blast at the Karo works.",
        "Eleven firefighters were injured at the Karo works last year.",
    ),
    "planned and actual": (
        "Brakk employs 1,200 people in Europe, it said on Monday.",
        "Brakk has 800 workers in Leeds, where it makes brakes.",
        "Brakk will employ 520 people in Lyon from 2027.",
    ),
    "an earlier fire": (
        "Nineteen buildings were destroyed by the fire at Elm on Monday.",
        "The fire at Elm destroyed 12 homes on Monday.",
        "In a fire of August 2019 nine shops were destroyed at Elm.",
    ),
    "wider than the whole": (
        "Twenty people were injured in Karo on Friday when the march ended in clashes.",
        "Across the country 17 officers were injured in Friday's clashes.",
        "Hospitals in Karo treated five demonstrators on Friday after the clashes.",
    ),
    "two roads": (
        "The bridge at Elm was closed from 3 March for repairs.",
        "The tunnel at Karo was closed until 20 March, its owner said.",
        "The road to Tamm was closed for 11 days, the mayor said.",
    ),
    "votes of two countries": (
        "The Red Party won 44 percent of the vote in Tolo on Sunday.",
        "The Blue Party took 37 percent of the vote in Norland on Sunday.",
        "The Green Party won 24 percent of the vote in Mara on Sunday.",
    ),
    "seats and stations": (
        "The new parliament of Tolo has 120 seats.",
        "The Reds won 58 seats in the parliament of Tolo.",
        "The Blues took 41 seats in Tolo, and the Greens 21.",
    ),
    "truce and tour": (
        "The truce in Mara began on 3 March, the army said.",
        "The minister's tour of Mara ended on 20 March.",
        "Both sides kept to a truce of 11 days, the army said.",
    ),
}


def articles_of(texts: tuple[str, ...]) -> list[Article]:
    """The texts as articles of one day, called a, b, c …"""
    return [
        evolve(read_article(f"A headline\n\n{text}\n", published=PUBLISHED), id=chr(ord("a") + at))
        for at, text in enumerate(texts)
    ]
