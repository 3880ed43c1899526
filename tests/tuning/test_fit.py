"""Weights and thresholds fitted to small sets of sentences made for the purpose."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from itertools import product
from typing import Any

import numpy as np
import pytest

from tonelint.labelled import Label, Labelled
from tonelint.model import Language, ZoneKind
from tonelint.rulebook.evidence import Where
from tonelint.tuning.fit import Feature, Fitted, Settings, fit
from tonelint.tuning.rows import Row

AUTHORS = ("sv-a", "sv-b", "sv-c", "sv-d", "sv-e", "en-a", "en-b", "en-c", "en-d", "en-e")
FILLERS = ("parcel", "order", "letter", "ticket", "table")


def row(author: str, number: int, words: str, *labels: str, whole: bool = True) -> Row:
    """A sentence of these words and classes; one in capitals stands in the sentence before, ``=fact`` is a fact."""
    record = Labelled(f"{author}-{number}", author, Language(author[:2]), words, (), whole)
    places = set()
    for word in words.split():
        where = Where.FACT if word[0] == "=" else Where.PREVIOUS if word.isupper() else Where.HERE
        places.add((where, word.lstrip("=").lower()))
    return Row(record, ZoneKind.BODY, (1, 1), frozenset(labels), frozenset(places), frozenset())


@cache
def rows() -> tuple[Row, ...]:
    """A hundred sentences, ten an author: "soon" and <later> stall, "today" and <now> do not, other words are noise."""
    found = []
    for number, (author, filler) in enumerate(product(AUTHORS, FILLERS)):
        found.append(row(author, 2 * number, f"soon {filler} <later> =short OTHER", "stalling"))
        found.append(row(author, 2 * number + 1, f"today {filler} <now> =long OTHER"))
    return tuple(found)


def fitted(*more: Row, **settings: Any) -> Fitted:
    return fit([*rows(), *more], ["stalling"], replace(Settings(), **settings))["stalling"]


def here(word: str, language: Language | None = Language.SV) -> Feature:
    return Feature(language, Where.HERE, word)


def test_the_telling_cues_get_their_weights() -> None:
    """What stands where the fault is has a positive weight, what stands elsewhere a negative one, in each language."""
    weights = fitted().weights
    assert {feature.text for feature, weight in weights.items() if weight > 0} == {"soon", "<later>", "short"}
    assert {feature.text for feature, weight in weights.items() if weight < 0} == {"today", "<now>", "long"}
    assert {feature.language for feature in weights if feature.text == "soon"} == {Language.SV, Language.EN}


def test_classes_and_facts_are_shared_by_all_languages() -> None:
    """Words are of their language."""
    for feature in fitted().weights:
        shared = feature.text in {"<later>", "<now>"} or feature.where is Where.FACT
        assert (feature.language is None) == shared


@pytest.mark.parametrize(("cue", "kept"), [("OUTSIDE", False), ("<OUTSIDE>", True)], ids=["a word", "a word class"])
def test_around_a_sentence_only_classes_are_cues(cue: str, kept: bool) -> None:
    """Words of other sentences are too many to tell anything."""
    more = [row(author, 1000 + n, cue, "stalling") for n, author in enumerate(AUTHORS)]
    assert any(feature.where is Where.PREVIOUS for feature in fitted(*more).weights) is kept


def test_thresholds_stand_in_order() -> None:
    """From deny-at to warn-at; the sums of telling sentences are above that of hints, others below."""
    found = fitted()
    at = found.thresholds
    assert at["deny-at"] <= at["doubt-at"] <= at["hint-at"] <= at["warn-at"]
    stalling = found.base[Language.SV] + found.weights[here("soon")] + found.weights[here("<later>", None)]
    other = found.base[Language.SV] + found.weights[here("today")] + found.weights[here("<now>", None)]
    assert other < at["hint-at"] < stalling


def test_the_same_rows_give_the_same_weights() -> None:
    """To the last digit."""
    one, other = fitted(), fitted()
    assert (one.weights, one.base, one.thresholds) == (other.weights, other.base, other.thresholds)


@pytest.mark.parametrize(("times", "least", "kept"), [(3, 3, True), (3, 4, False), (2, 3, False)])
def test_rare_cues_are_dropped(times: int, least: int, kept: bool) -> None:
    """However telling."""
    more = [row("sv-a", 1000 + n, "perhaps", "stalling") for n in range(times)]
    assert (here("perhaps") in fitted(*more, least=least).weights) is kept


@pytest.mark.parametrize(
    ("settings", "shared", "swedish"),
    [
        pytest.param({}, 4, 2, id="all that tell"),
        pytest.param({"shared": 2}, 2, 2, id="fewer shared ones"),
        pytest.param({"cues": 5}, 4, 1, id="fewer a language, the shared ones counted"),
        pytest.param({"cues": 3, "shared": 2}, 2, 1, id="both"),
        pytest.param({"cues": 2, "shared": 2}, 2, 0, id="none of a language's own"),
        pytest.param({"smallest": 99}, 0, 0, id="none of enough weight"),
    ],
)
def test_no_more_cues_are_kept_than_wanted(settings: dict[str, float], shared: int, swedish: int) -> None:
    """Those that tell most."""
    weights = fitted(**settings).weights
    assert sum(feature.language is None for feature in weights) == shared
    assert sum(feature.language is Language.SV for feature in weights) == swedish
    assert all(abs(weight) >= 0.1 for weight in weights.values())


def test_rows_that_are_silent_on_a_category_are_left_out() -> None:
    """Else "soon" would speak against stalling."""
    more = [
        replace(row(author, 1000 + n, "soon"), silent_on=frozenset({"stalling"})) for n, author in enumerate(AUTHORS)
    ]
    assert fitted(*more * 9).weights[here("soon")] == pytest.approx(fitted().weights[here("soon")])


def test_sentences_by_themselves_move_the_base_less() -> None:
    """Faults are more frequent among them, and it is in replies that sums are held against thresholds."""
    more = [row(author, 1000 + n, "thing", "stalling") for n, author in enumerate(AUTHORS)]
    single = [replace(each, record=replace(each.record, whole=False)) for each in more]
    assert fitted(*single * 9).base[Language.SV] < fitted(*more * 9).base[Language.SV]


def test_each_category_is_fitted_by_itself() -> None:
    """To the same sentences; one that nobody labelled has no weights."""
    more = [row(author, 1000 + n, "calm", "hostility") for n, author in enumerate(AUTHORS)]
    found = fit([*rows(), *more], ["hostility", "overpromise", "stalling"], Settings())
    assert list(found) == ["hostility", "overpromise", "stalling"]
    assert found["hostility"].weights[here("calm")] > 0 > found["stalling"].weights.get(here("calm"), -1)
    assert found["overpromise"].weights == {}


def test_nothing_is_fitted_where_there_is_nothing_to_fit() -> None:
    """As where no rule weighs evidence in a zone, or no sentence stands there."""
    assert fit(rows(), [], Settings()) == {}
    assert fit([], [], Settings()) == {}
    assert fit([], ["stalling"], Settings()) == {}


def test_one_author_is_enough() -> None:
    """Nothing can be left out then, but the weights are there."""
    alone = [replace(each, record=replace(each.record, author="sv-a")) for each in rows()]
    found = fit(alone, ["stalling"], Settings())["stalling"]
    assert found.weights[here("soon")] > 0
    assert np.isfinite(list(found.thresholds.values())).all()


def test_warnings_begin_where_enough_are_right() -> None:
    """Hints come before, where they are wanted: half of the sentences with "maybe" stall."""
    more = [row(a, 1000 + n, "maybe", *["stalling"] * (n % 2)) for n, a in enumerate(AUTHORS * 4)]
    anywhere = {"clean_hints": 0.99, "clean_warnings": 0.99}
    strict = fitted(*more, hint_recall=3, **anywhere).thresholds
    loose = fitted(*more, hint_recall=3, warn_precision=0.1, **anywhere).thresholds
    assert strict["hint-at"] == loose["hint-at"]
    assert strict["warn-at"] > loose["warn-at"] >= loose["hint-at"]


def test_a_category_of_the_whole_reply_is_right_in_any_of_its_sentences() -> None:
    """So more findings are right than sentences are labelled, and warnings begin earlier."""
    label = Label(1, "missing-apology", "")
    both = frozenset({"missing-apology", "stalling"})
    replies = []
    for number, each in enumerate(rows()):
        faulty = bool(each.labels)
        record = replace(each.record, labels=(label,) if faulty else ())
        replies.append(replace(each, record=record, labels=both if faulty and number % 4 else frozenset()))
    found = fit(replies, sorted(both), Settings(clean_hints=0.99, clean_warnings=0.99))
    assert found["missing-apology"].weights == found["stalling"].weights
    assert found["missing-apology"].thresholds["warn-at"] < found["stalling"].thresholds["warn-at"]


def test_clean_sentences_bound_what_is_reported() -> None:
    """Where a warning would be given in more clean sentences than allowed, warnings begin later; so with hints."""
    more = [row(a, 1000 + n, "maybe", *["stalling"] * (n % 2)) for n, a in enumerate(AUTHORS * 4)]
    free = fitted(*more, hint_recall=3, warn_precision=0.1, clean_hints=0.99, clean_warnings=0.99).thresholds
    bound = fitted(*more, hint_recall=3, warn_precision=0.1, clean_hints=0.0, clean_warnings=0.0).thresholds
    assert bound["hint-at"] > free["hint-at"]
    assert bound["warn-at"] > free["warn-at"]
