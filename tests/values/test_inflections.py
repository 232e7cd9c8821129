"""A word has its forms, and each form leads back to it."""

from __future__ import annotations

import pytest

from reconcile.values.acts import act_entries
from reconcile.values.inflections import inflections, lemmas_in
from reconcile.values.questions import questions

PHRASES = {
    *(phrase for each in questions().values() for phrase in (*each.yes, *each.no)),
    *(phrase for entry in act_entries() for key in ("yes", "no") for phrase in entry[key]),
}
WORDS = sorted({phrase.split()[0] for phrase in PHRASES})


def test_every_form_leads_back_to_all_its_words() -> None:
    words_by_form: dict[str, set[str]] = {}
    for word in WORDS:
        for form in inflections(word):
            words_by_form.setdefault(form, set()).add(word)
    assert {form: lemmas_in(WORDS, form) for form in words_by_form} == words_by_form


@pytest.mark.parametrize("form", ["", "ed", "ing", "unheard-of"])
def test_what_is_a_form_of_no_word_leads_to_none(form: str) -> None:
    assert lemmas_in(WORDS, form) == set()


def test_forms_of_a_verb() -> None:
    assert {"stop", "stops", "stopped", "stopping"} <= inflections("stop")
    assert {"deny", "denies", "denied", "denying"} <= inflections("deny")
    assert {"tear", "tore", "torn"} <= inflections("tear")
