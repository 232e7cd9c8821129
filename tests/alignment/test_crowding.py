"""No claim keeps more partners in one article than it may; the first picks stay."""

from reconcile.alignment.crowding import uncrowded

#: claim 0 stands in article 0, claims 1 to 6 in article 1, claim 7 in article 2
ARTICLES = [0, 1, 1, 1, 1, 1, 1, 2]
PLACES = {(0, 1): 2, (0, 2): 0, (0, 3): 2, (0, 4): 1, (0, 5): 3, (0, 6): 0, (0, 7): 5}


def test_few_partners_are_all_kept_in_order():
    assert uncrowded(PLACES, ARTICLES) == sorted(PLACES)


def test_of_many_partners_the_first_picks_are_kept_article_by_article():
    assert uncrowded(PLACES, ARTICLES, most=3) == [(0, 2), (0, 4), (0, 6), (0, 7)]


def test_of_equal_picks_the_earlier_claims_are_kept():
    assert uncrowded(PLACES, ARTICLES, most=4) == [(0, 1), (0, 2), (0, 4), (0, 6), (0, 7)]
