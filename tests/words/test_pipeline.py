"""The three components are components of a spaCy pipeline, and leave their work on the Doc."""

from __future__ import annotations

import subprocess
import sys

import pytest

from tonelint.model import Language, Span, Zone, ZoneKind
from tonelint.words import pipeline
from tonelint.words.pipeline import run_pipeline, tokenize

TEXT = "Hej Anna!\n\nVi vet att du väntar.\nTack"


@pytest.mark.parametrize("language", Language)
def test_the_components_run_by_name(language: Language) -> None:
    from tonelint.words.pipeline import _pipeline

    assert _pipeline(language).pipe_names == ["tonelint_zones", "tonelint_sentences", "tonelint_clauses"]


def test_the_doc_has_the_sentences_that_the_reading_has() -> None:
    """A spaCy user who adds a component after ours finds ``doc.sents``."""
    from tonelint.words.pipeline import _make_doc, _pipeline

    doc = _make_doc(TEXT, Language.SV)
    doc.user_data["zones"] = ()
    doc = _pipeline(Language.SV)(doc)
    assert [sentence.text.strip() for sentence in doc.sents] == ["Hej Anna!", "Vi vet att du väntar.", "Tack"]
    assert [token.is_sent_start for token in doc if not token.is_space] == list(
        run_pipeline(TEXT, Language.SV, ()).sentence_starts
    )


def test_a_reading_is_parallel() -> None:
    reading = run_pipeline(TEXT, Language.SV, (Zone(Span(0, 9), ZoneKind.CUSTOMER), Zone(Span(9, 37), ZoneKind.BODY)))
    tokens = reading.tokens
    assert [look.text for look in tokens.looks] == TEXT.replace(".", " .").replace("!", " !").split()
    assert [TEXT[start:end] for start, end in zip(*tokens.offsets, strict=True)] == [look.text for look in tokens.looks]
    assert list(reading.zones) == [ZoneKind.CUSTOMER] * 3 + [ZoneKind.BODY] * 7
    assert len(tokens.places) == len(reading.sentence_starts) == len(reading.clause_starts) == 10


def test_a_single_letter_keeps_its_case() -> None:
    """Danish "I" (you) and "i" (in) are two words to the grammar."""
    assert [look.lower for look in tokenize("Har I det i Dag", Language.DA).looks] == ["har", "I", "det", "i", "dag"]


def test_spacy_is_not_imported_before_a_text_is_read() -> None:
    code = "import sys, tonelint.words.tokens; assert 'spacy' not in sys.modules"
    subprocess.run([sys.executable, "-c", code], check=True)


def test_a_long_run_of_marks_is_parted_and_hides_no_word() -> None:
    """Off such a run spaCy would peel one mark after the other, each time looking at all that is left."""
    text = "Hej du " + "{" * 100 + "där, " + "([" * 50 + " slut."
    tokens = tokenize(text, Language.SV)
    assert [look.text for look in tokens.looks if look.is_word] == ["Hej", "du", "där", "slut"]
    for look, start, end in zip(tokens.looks, *tokens.offsets, strict=True):
        assert look.text in {text[start:end], " "}
    assert tokenize("a " + "-" * 39, Language.SV).looks == tokenize("a " + "-" * 39 + "\n", Language.SV).looks


def test_words_are_read_alike_after_others_have_been_forgotten(monkeypatch: pytest.MonkeyPatch) -> None:
    """Every token would be remembered for good by spaCy, so that its pipelines are made anew after very many."""
    before = pipeline._pipeline(Language.DA)
    remembered = run_pipeline(TEXT, Language.DA, ())
    monkeypatch.setattr(pipeline, "MOST_WORDS", 0)
    assert run_pipeline(TEXT, Language.DA, ()) == remembered
    assert pipeline._pipeline(Language.DA) is not before
