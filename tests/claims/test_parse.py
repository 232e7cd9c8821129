"""What is done to the installed pipeline makes it fast, and changes no parse."""

import spacy

from reconcile.claims.parse import DEFAULT_PIPELINE, default_pipeline

SENTENCES = [
    "The ferries' owners said on Friday that they'd sold both ships and weren't buying others.",
    "Larger waves broke three windows; geese, oxen and mice fled, and nothing was left standing.",
    "She's been running the city's two best-known theatres since they were founded in 1998.",
]


def test_lemmas_are_those_of_the_pipeline_as_installed():
    installed = spacy.load(DEFAULT_PIPELINE)
    for sentence in SENTENCES:
        ours = [(token.lemma_, token.pos_, token.dep_) for token in default_pipeline()(sentence)]
        theirs = [(token.lemma_, token.pos_, token.dep_) for token in installed(sentence)]
        assert ours == theirs
