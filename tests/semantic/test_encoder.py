"""The optional sentence model: what it says, and what is said where it is missing."""

from __future__ import annotations

import pickle
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import numpy
import pytest

import reconcile
from reconcile.alignment.meaning import alike_in_meaning, meanings_of
from reconcile.errors import SemanticUnavailable
from reconcile.semantic import encoder as encoders
from reconcile.semantic import load_encoder

if TYPE_CHECKING:
    from numpy import float32
    from numpy.typing import NDArray

MISSING = "the optional sentence model is not installed"

FIRST = """Fire destroys mill
LEEDS, June 3 - Flames tore through the old mill on Monday and two firefighters were hurt.
The owner put the damage at 4 million pounds."""
SECOND = """Blaze guts mill
LEEDS, June 3 - A blaze gutted the historic mill on Monday, injuring two of the crew.
Losses come to about 4 million pounds, the owner said."""


def letters(texts: Sequence[str]) -> NDArray[float32]:
    """An encoder that counts letters: no meaning, and the same everywhere."""
    alphabet = "abcdefghijklmnopqrstuvwxyz"
    rows = [[text.lower().count(letter) for letter in alphabet] for text in texts]
    return numpy.array(rows, dtype=numpy.float32)


def test_texts_are_worked_out_once() -> None:
    asked: list[str] = []

    def counting(texts: Sequence[str]) -> NDArray[float32]:
        asked.extend(texts)
        return letters(texts)

    encode = encoders.remembering(counting)
    first = encode(["one", "two", "one"])
    assert numpy.array_equal(first, encode(["one", "two", "one"]))
    assert asked == ["one", "two"]


def test_any_encoder_is_evidence_and_is_told_in_the_waterfall() -> None:
    articles = [reconcile.read_article(text) for text in (FIRST, SECOND)]
    report = reconcile.compare(articles, encoder=letters)
    told = {each.level for finding in report.facts for each in finding.fact.evidence}
    assert "meaning" in told
    plain = reconcile.compare(articles)
    assert "meaning" not in {
        each.level for finding in plain.facts for each in finding.fact.evidence
    }


def test_without_an_encoder_nothing_is_alike_in_meaning() -> None:
    assert alike_in_meaning((), ()) == [0.0, 0.0]


def test_what_all_claims_share_is_taken_off() -> None:
    articles = [reconcile.read_article(text) for text in (FIRST, SECOND)]
    claims = reconcile.extract_claims(articles)
    named = reconcile.compare(articles)
    meanings = meanings_of(named.claims, named.articles, letters)
    assert len(meanings) == len(claims)
    sums = numpy.sum([clause for clause, _ in meanings], axis=0)
    assert float(numpy.abs(sums).max()) < len(claims)


def test_a_missing_package_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(encoders, "PACKAGE", "no_such_package_of_models")
    load_encoder.cache_clear()
    with pytest.raises(SemanticUnavailable, match=r"no_such_package_of_models is not installed"):
        load_encoder()
    load_encoder.cache_clear()


def test_altered_weights_are_refused(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / "model.safetensors").write_bytes(b"not the model")
    monkeypatch.setattr(encoders, "_folder", lambda: tmp_path)
    load_encoder.cache_clear()
    with pytest.raises(SemanticUnavailable, match="is not the published model"):
        load_encoder()
    load_encoder.cache_clear()


def test_the_error_pickles() -> None:
    error = SemanticUnavailable("the package x is not installed")
    assert str(pickle.loads(pickle.dumps(error))) == str(error)


@pytest.fixture(scope="module")
def encode() -> encoders.Encoder:
    pytest.importorskip(encoders.PACKAGE, reason=MISSING)
    pytest.importorskip("safetensors", reason=MISSING)
    pytest.importorskip("tokenizers", reason=MISSING)
    return load_encoder()


def _cosine(encode: encoders.Encoder, a: str, b: str) -> float:
    first, second = encode([a, b])
    return float(first @ second / (numpy.linalg.norm(first) * numpy.linalg.norm(second)))


def test_paraphrases_lie_closer_than_other_statements(encode: encoders.Encoder) -> None:
    alike = _cosine(encode, "The blaze gutted the mill.", "Fire destroyed the old mill.")
    other = _cosine(encode, "The blaze gutted the mill.", "The bank raised its rate.")
    assert alike > other + 0.3


def test_a_text_has_one_vector_whatever_stands_beside_it(encode: encoders.Encoder) -> None:
    alone = load_encoder.__wrapped__()(["The dog barked."])[0]
    beside = load_encoder.__wrapped__()(["The dog barked.", "A long sentence on other things " * 9])
    assert numpy.allclose(alone, beside[0], atol=1e-5)


def test_the_same_texts_give_the_same_report(encode: encoders.Encoder) -> None:
    articles = [reconcile.read_article(text) for text in (FIRST, SECOND)]
    once, again = (reconcile.compare(articles, encoder=encode).to_json() for _ in range(2))
    assert once == again
