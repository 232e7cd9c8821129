"""Quotations beside the report of them: another figure, unit, currency, day, or a denial."""

import datetime

import pytest
from attrs import evolve

from reconcile.articles import read_article
from reconcile.checks import check_article
from reconcile.claims import extract_claims
from reconcile.verification import verify

PUBLISHED = datetime.datetime(2025, 6, 18, 9, 0, tzinfo=datetime.UTC)
LEAD = "Anna Roth, the minister, spoke to reporters in Rone on Monday about the cuts."

OTHERWISE = {
    "a count": (
        'The minister, Anna Roth, said 40 staff would go. "We will lose 14 people," she said.',
        "The quotation says 14 people; the text reports it as 40 staff.",
    ),
    "a sum": (
        'Lind said the bridge would cost €12 million. "It will cost us 21 million euros," she '
        "told the council.",
        "The quotation says 21 million euros; the text reports it as €12 million.",
    ),
    "a currency": (
        'Lind said the bridge would cost €12 million. "It will cost us 12 million dollars," she '
        "told the council.",
        "The quotation says 12 million dollars; the text reports it as €12 million.",
    ),
    "a nought": (
        'Fishermen caught 60 tonnes of cod, Lind said. "We caught 600 tonnes of cod," she said.',
        "The quotation says 600 tonnes; the text reports it as 60 tonnes.",
    ),
    "a unit": (
        'The wreck lies 60 miles off Rone, Lind said. "It lies 60 kilometres off the coast," she '
        "said.",
        "The quotation says 60 kilometres; the text reports it as 60 miles.",
    ),
    "a length of time": (
        'The fire had burned for 12 hours, Lind said. "It burned for 15 hours," she said.',
        "The quotation says 15 hours; the text reports it as 12 hours.",
    ),
    "a share": (
        'Prices rose 12 percent, Lind said. "Prices have risen by 21 percent," she said.',
        "The quotation says 21 percent; the text reports it as 12 percent.",
    ),
    "a day": (
        'Talks will resume on Tuesday, the minister said. "We meet again on Thursday," she said.',
        "The quotation says Thursday; the text reports it as Tuesday.",
    ),
    "the day behind": (
        'The mayor, Ola Berg, said schools in Rone would reopen on Monday. "They will reopen on '
        'Tuesday," he said.',
        "The quotation says Tuesday; the text reports it as Monday.",
    ),
    "a denial": (
        'The mayor said the bridge would not be closed. "We will close the bridge," he added.',
        "The quotation says “will close”; the text reports it as “would not be closed”.",
    ),
    "a denial quoted": (
        'Roth said the club would sell Moser. "We won\'t sell Moser," she said.',
        "The quotation says “won't sell”; the text reports it as “would sell”.",
    ),
}
OTHERWISE_UNDER = {
    "a headline": (
        "Minister: 40 staff to go", '"We will lose 14 people," Roth said.',
        "The quotation says 14 people; the headline reports it as 40 staff.",
    ),
    "a headline's denial": (
        "Minister: bridge will not close", '"We will close the bridge," Roth said.',
        "The quotation says “will close”; the headline reports it as “will not close”.",
    ),
    "a headline's quotation": (
        "'We will lose 14 people': minister on cuts", '"We will lose 40 people," Roth said.',
        "The same words are quoted with 14 and with 40 people.",
    ),
    "a headline's quotation turned round": (
        "'We will sell the club', says Roth", '"We will never sell the club," Roth said.',
        "The same words are quoted as “We will sell the club” and as “We will never sell the "
        "club”.",
    ),
}  # fmt: skip
FITTING = {
    "the same": 'Roth said 40 staff would go. "We will lose 40 people," she said.',
    "already": 'Roth said 40 staff would go. "We have lost 14 people already," she said.',
    "others": 'Roth said 40 staff would go. "We will hire 14 people," she said.',
    "another speaker": (
        'Anna Roth said 40 staff would go. "We will lose 14 people," said Sara Lind of the union.'
    ),
    "parts": 'Roth said 40 staff would go. "We lose 14 people in Rone and 26 in Alba," she said.',
    "a part": 'Berg said the bank would cut 40 jobs. "The bank will cut 14 jobs in Rone," he said.',
    "another thing": (
        'Lind said the bridge would cost €12 million. "The road will cost us €9 million," she said.'
    ),
    "dearer by": (
        'Lind said the bridge would cost €12 million. "It will cost €9 million more," she said.'
    ),
    "the unit converted": (
        'The wreck lies 60 miles off Rone, Lind said. "It lies about 96 kilometres off it," she '
        "said."
    ),
    "another month": (
        'He said the firm had sold 40 cars in May. "We sold 55 cars in June," he said.'
    ),
    "some of them": 'Berg said 12 people were arrested. "We arrested two men there," he said.',
    "a kind of it": (
        'Berg said the price had risen by 12 percent. "The price of bread rose by 20 percent," he '
        "said."
    ),
    "an older one": (
        'Roth said the road was 12 kilometres long. "The old road was 21 kilometres long," she '
        "said."
    ),
    "a place": (
        'Roth said turnout was 54 percent. "In the towns turnout was 45 percent," she said.'
    ),
    "so many of another": (
        'Roth said the tower was 120 metres high. "It is 12 metres higher than the old one," she '
        "said."
    ),
    "a rule": (
        'Berg said the trip took 9 hours. "The trip takes six hours in good weather," he said.'
    ),
    "another day's act": (
        'Talks will resume on Tuesday, the minister said. "We will sign on Thursday," she said.'
    ),
    "another lane": (
        'Berg said the road would open on 3 June. "We will open the second lane on 9 June," he '
        "said."
    ),
    "on a condition": (
        'The mayor said the bridge would not be closed. "We will close the bridge only if it '
        'snows," he added.'
    ),
    "another bridge": (
        'The mayor said the bridge would not be closed. "We will close the tunnel," he added.'
    ),
    "later": 'Berg said he would not resign. "I will resign when the work is done," he said.',
    "another object": 'Roth said she did not know the man. "I know his brother," she said.',
    "a pair of quotations": (
        'The coach, Ola Berg, was furious. "We had nine men at the end," he said.\n\n'
        'Later he smiled. "We had ten men at the start," he said.'
    ),
}


def _found(headline, text):
    article = read_article(f"{headline}\n\n{LEAD}\n\n{text}\n", published=PUBLISHED)
    found = check_article(extract_claims([article]), article)
    assert [str(verify(check, [article])) for check in found] == ["it holds"] * len(found)
    return found, article


@pytest.mark.parametrize("name", OTHERWISE)
def test_a_report_that_has_it_otherwise(name):
    text, told = OTHERWISE[name]
    found, _ = _found("Notes of the day from all over", text)
    assert [(check.rule, check.explanation) for check in found] == [("quotation", told)]


@pytest.mark.parametrize("name", OTHERWISE_UNDER)
def test_a_headline_that_has_it_otherwise(name):
    headline, text, told = OTHERWISE_UNDER[name]
    found, _ = _found(headline, text)
    assert [(check.rule, check.explanation) for check in found] == [("quotation", told)]


@pytest.mark.parametrize("name", FITTING)
def test_a_report_that_fits(name):
    found, _ = _found("Notes of the day from all over", FITTING[name])
    assert [check.explanation for check in found] == []


def test_a_denial_can_be_replayed_and_not_bent():
    found, article = _found("Notes of the day from all over", OTHERWISE["a denial"][0])
    (check,) = found
    last = check.derivation
    assert last.rule == "denied"
    alike = evolve(check, derivation=evolve(last, of=(last.of[0], last.of[0])))
    assert not verify(alike, [article]).holds
    corrected = evolve(article, text=article.text.replace("would not be", "would  be"))
    assert not verify(check, [corrected]).holds
