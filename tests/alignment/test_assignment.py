"""Groups partition the claims; a surer pair is never left apart for a less sure one alone."""

from hypothesis import given
from hypothesis import strategies as st

from reconcile.alignment.assignment import assign

pairs = st.dictionaries(
    st.tuples(st.integers(0, 12), st.integers(0, 12)).filter(lambda pair: pair[0] < pair[1]),
    st.floats(0, 1),
    max_size=30,
)


@given(pairs, st.floats(0.1, 0.9))
def test_a_claim_is_in_one_group_only(
    probabilities: dict[tuple[int, int], float], bar: float
) -> None:
    members = [index for group in assign(probabilities, bar=bar) for index in group]
    assert len(members) == len(set(members))


@given(pairs, st.floats(0.1, 0.9))
def test_the_order_of_the_pairs_changes_nothing(
    probabilities: dict[tuple[int, int], float], bar: float
) -> None:
    backwards = dict(reversed(list(probabilities.items())))
    assert assign(probabilities, bar=bar) == assign(backwards, bar=bar)


@given(pairs, st.floats(0.1, 0.9))
def test_the_surest_pair_is_together(
    probabilities: dict[tuple[int, int], float], bar: float
) -> None:
    if not probabilities or max(probabilities.values()) < bar:
        assert assign(probabilities, bar=bar) == []
        return
    surest = min(probabilities, key=lambda pair: (-probabilities[pair], pair))
    assert any(set(surest) <= set(group) for group in assign(probabilities, bar=bar))


def test_a_pair_that_is_no_candidate_keeps_groups_apart() -> None:
    chain = {(0, 1): 0.9, (1, 2): 0.6}
    assert assign(chain, bar=0.5) == [(0, 1)]
    assert assign(chain, bar=0.5, together=lambda a, b: True) == [(0, 1, 2)]
