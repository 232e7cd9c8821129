"""Sentences of our own without a date, a clock time or a duration: none may be found."""

import pytest

from tests.values.dating import read

SENTENCES = """
Theresa May praised the deal.
He scored 20 of 25 shots.
They won 2-1.
Section 230 protects platforms.
Mrs May said the deal was dead.
May said she would not resign over the deal.
The march ended peacefully.
Protesters march on the capital.
He may run again.
It may be too late.
May I ask a question?
She came second in the race.
He is the third man to do so.
It was his second goal.
The Sun reported the affair.
The Sunday Times reported the affair.
He reads the Sunday Mirror.
Friday Harbor is a small town on an island.
Black Friday deals drew crowds.
Sheffield Wednesday lost again.
They called him Man Friday.
Jan Novak left the party.
Jan said nothing.
It shows two drawings by Jan Roelants.
We waited for this day.
August Strindberg wrote plays.
The august body met.
April Jones won the race.
June Carter sang.
Dawn French told jokes.
Dawn is her daughter's name.
Summer Lee won her seat.
Spring water tastes good.
Spring Holdings rose 3 percent.
Shares fall 3 percent.
The fall of the wall changed Europe.
Winter Garden Theatre was full.
The Fourth Estate is under pressure.
The help desk works 24/7.
The 9/11 attacks changed air travel.
He bought 1,200 shares.
There were 1200 workers at the plant.
About 2000 people were there.
Flight 1982 was cancelled.
Room 2001 is empty.
Route 1985 is closed.
He drives a Peugeot 2008.
Boeing 1900 engines were fitted.
The code is 1234.
Call 0800 1111 for help.
It costs $2000.
He weighs 80 kilos.
He is in his seventies.
She is in her 20s.
A man in his 50s was hurt.
The ratio is 3:2.
He quoted John 3:16 to the crowd.
He ran the race in 9:58.
The score was 4:3.
They voted 52 to 48.
Between 10 and 15 people came.
It grew by 3.20 percent.
Shares closed at 5.20 dollars.
He is 20 to 1 to win.
He takes second place.
One of them left.
USA Today reported the affair.
The Tonight Show was cancelled.
It was an overnight success.
The night nurse called for help.
The Evening Standard reported the affair.
The Morning Star was founded by workers.
Midnight Oil played in Sydney.
High Noon is a film.
Christmas Island is far away.
Christmas trees are sold here.
Easter eggs are hidden.
Easter Island has statues.
Thanksgiving turkeys are big.
The quarter-final was close.
A quarter of voters stayed home.
The first half of the match was dull.
The second half was better.
Half of the team was ill.
A good day for the team.
Daylight robbery, he said.
Monday.com shares rose.
The Wednesday Club is a band.
Mars is a planet.
The Mar Thoma church is old.
He sat on the bench.
The sat nav was wrong.
We wed in a church.
The sun was shining.
Mr March told reporters nothing.
The 100 metres final was fast.
He holds a 30 percent stake.
Act 2 was dull.
Windows 2000 was slow.
Page 1984 is missing.
The A380 flew over.
The 737 Max was grounded.
Highway 2020 is closed.
The bill passed 219 to 212.
A 4-3 defeat.
A 5-10 record.
He beat him 6-4, 7-5.
He is number 10.
One in five voters is undecided.
Two-thirds of voters agreed.
The minutes of the meeting were lost.
A minute amount was found.
He has second thoughts.
A week is a long time in politics.
The paper is out every Monday.
Each Friday they pray.
He earns $20 an hour.
They make 15 a year.
Once a week they meet.
The pump moves 300 barrels a day.
""".strip().splitlines()


@pytest.mark.parametrize("sentence", SENTENCES)
def test_no_false_date(sentence: str) -> None:
    assert [mention.text for mention in read(sentence)] == []
    assert [mention.text for mention in read(sentence, "duration")] == []


def test_there_are_a_hundred() -> None:
    assert len(set(SENTENCES)) >= 100
