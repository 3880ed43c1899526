"""Fitting the weights of evidence to labelled sentences.

Weights are those of logistic regressions, one a category, as SpamAssassin fits the scores of rules that people write.
All languages are fitted at once: word classes have the same names in all three, so what is learnt of a class in one
language holds in the others, while words have weights of their own. Of all cues that occur, those that tell most are
kept, and the weights fitted again to these alone. Whatever is chosen is chosen by scores on authors left out.
"""

from __future__ import annotations

import zlib
from collections import Counter, defaultdict
from dataclasses import dataclass
from math import log
from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np
from scipy.sparse import csr_matrix
from sklearn.linear_model import LogisticRegression

from tonelint.judging.judge import OF_WHOLE_REPLY
from tonelint.model import Language
from tonelint.rulebook.evidence import Where

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from tonelint.tuning.rows import Row

Array = Any


class Feature(NamedTuple):
    """A cue as a column: in which language it is known (None: in all), where it stands, its text."""

    language: Language | None
    where: Where
    text: str


@dataclass(frozen=True, slots=True)
class Settings:
    """How the weights are fitted.

    Attributes:
        cues: how many cues a language keeps, those shared by all languages among them.
        shared: how many shared cues are kept.
        least: in how many sentences a cue must occur.
        freedom: inverse strength of the ridge penalty (``C`` of scikit-learn) once cues are chosen.
        smallest: weights nearer to nought are dropped.
        folds: into how many parts the authors are divided.
        hint_recall: weight of recall against precision (beta of the F score) in placing the threshold of hints.
        warn_precision: the precision that the threshold of warnings must reach on authors left out.
        clean_hints: in which share of clean sentences a category may at most give a hint.
        clean_warnings: in which share it may at most warn.
        doubted: the chance of a fault below which what a strict rule finds is a hint.
        denied: the chance below which it is nothing.
    """

    cues: int = 2000
    shared: int = 700
    least: int = 3
    freedom: float = 0.2
    smallest: float = 0.1
    folds: int = 5
    hint_recall: float = 0.7
    warn_precision: float = 0.9
    clean_hints: float = 0.04
    clean_warnings: float = 0.002
    doubted: float = 0.12
    denied: float = 0.018


@dataclass(frozen=True, slots=True)
class Fitted:
    """The evidence of one category.

    Attributes:
        weights: of each cue.
        base: of each language, what stands before any cue is heard.
        thresholds: by their keys in a rule file, from which sums, with the base, something is said.
    """

    weights: Mapping[Feature, float]
    base: Mapping[Language, float]
    thresholds: Mapping[str, float]


def fit(rows: Sequence[Row], categories: Sequence[str], settings: Settings) -> dict[str, Fitted]:
    """Fit the evidence of each category to labelled sentences, if any; the same rows give the same weights."""
    if not rows or not categories:
        return {}
    told = [frozenset(_features(row)) for row in rows]
    held_out = _held_out_scores(rows, told, categories, settings)
    weights = _weights(rows, told, categories, settings)
    fitted = {}
    for category in categories:
        base, own = weights[category]
        fitted[category] = Fitted(own, base, _thresholds(rows, category, held_out[category], settings))
    return fitted


def _features(row: Row) -> Iterator[Feature]:
    """The cues of a row: around a sentence, only classes count. Classes and facts are shared by all languages."""
    for where, text in row.places:
        shared = text[0] in "<{" or where is Where.FACT
        if where in {Where.HERE, Where.FACT} or text[0] == "<":
            yield Feature(None if shared else row.record.language, where, text)


def _held_out_scores(
    rows: Sequence[Row], told: Sequence[frozenset[Feature]], categories: Sequence[str], settings: Settings
) -> dict[str, Array]:
    """The score of each row by weights fitted without its author, and those that share its fold."""
    folds = np.array([zlib.crc32(row.record.author[2:].encode()) % settings.folds for row in rows])
    scores = {category: np.zeros(len(rows)) for category in categories}
    for fold in sorted(set(folds)):
        seen, unseen = np.flatnonzero(folds != fold).tolist(), np.flatnonzero(folds == fold).tolist()
        if seen:
            weights = _weights([rows[i] for i in seen], [told[i] for i in seen], categories, settings)
            for category in categories:
                base, own = weights[category]
                for index in unseen:
                    score = base[rows[index].record.language] + sum(own.get(feature, 0.0) for feature in told[index])
                    scores[category][index] = score
    return scores


_Weights = dict[str, tuple[dict[Language, float], dict[Feature, float]]]


def _weights(
    rows: Sequence[Row], told: Sequence[frozenset[Feature]], categories: Sequence[str], settings: Settings
) -> _Weights:
    counts = Counter(feature for features in told for feature in features)
    columns = sorted(
        (feature for feature, count in counts.items() if count >= settings.least),
        key=lambda feature: (feature.language or "", feature.where, feature.text),
    )
    first = _fitted_once(rows, told, columns, categories, 1.0)
    kept = _weightiest(columns, first, counts, len(rows), settings)
    found: _Weights = {}
    for category, (base, coefficients) in _fitted_once(rows, told, kept, categories, settings.freedom).items():
        own = {f: w for f, w in zip(kept, coefficients.tolist(), strict=True) if abs(w) >= settings.smallest}
        found[category] = base, own
    return found


def _fitted_once(
    rows: Sequence[Row],
    told: Sequence[frozenset[Feature]],
    columns: Sequence[Feature],
    categories: Sequence[str],
    freedom: float,
) -> dict[str, tuple[dict[Language, float], Array]]:
    """One regression a category. Sentences by themselves have a column of their own: faults are more frequent there."""
    languages = list(Language)
    kinds = [(language, whole) for language in languages for whole in (True, False)]
    places = {feature: index for index, feature in enumerate(columns)}
    indices: list[int] = []
    ends = [0]
    for row, features in zip(rows, told, strict=True):
        indices += sorted(places[feature] for feature in features if feature in places)
        indices.append(len(columns) + kinds.index((row.record.language, row.record.whole)))
        ends.append(len(indices))
    shape = (len(rows), len(columns) + len(kinds))
    matrix = csr_matrix((np.ones(len(indices)), np.array(indices, np.int32), np.array(ends, np.int32)), shape=shape)
    found = {}
    for category in categories:
        used = np.array([category not in row.silent_on for row in rows])
        labelled = np.array([category in row.labels for row in rows])[used]
        if labelled.any() and not labelled.all():
            model = LogisticRegression(C=freedom, solver="liblinear", random_state=0).fit(matrix[used], labelled)
            coefficients, intercept = model.coef_[0], float(model.intercept_[0])
        else:
            coefficients, intercept = np.zeros(shape[1]), 0.0
        base = {
            language: intercept + float(coefficients[len(columns) + kinds.index((language, True))])
            for language in languages
        }
        found[category] = base, coefficients[: len(columns)]
    return found


def _weightiest(
    columns: Sequence[Feature],
    fitted: Mapping[str, tuple[Mapping[Language, float], Array]],
    counts: Mapping[Feature, int],
    rows: int,
    settings: Settings,
) -> list[Feature]:
    """The cues that tell most over all categories: those of great weight that are heard often."""
    spread = np.sqrt(np.array([counts[feature] / rows for feature in columns]))
    worth = np.sqrt(sum((coefficients * spread) ** 2 for _, coefficients in fitted.values()))
    groups: defaultdict[Language | None, list[int]] = defaultdict(list)
    for index in np.argsort(-worth, kind="stable").tolist():
        groups[columns[index].language].append(index)
    shared = groups.pop(None, [])[: settings.shared]
    own = (index for group in groups.values() for index in group[: settings.cues - len(shared)])
    return [columns[index] for index in sorted([*shared, *own])]


def _thresholds(rows: Sequence[Row], category: str, scores: Array, settings: Settings) -> dict[str, float]:
    """Where hints and warnings begin, by the scores of sentences of authors left out.

    Hints begin where their F score on whole replies is best, warnings where they are precise enough there; neither
    where too many clean sentences of any kind would be reported.

    Sums are log odds, so that what makes a strict finding doubtful is a chance, the same in all categories.
    """
    used = [i for i, row in enumerate(rows) if row.record.whole and category not in row.silent_on]
    used = used or list(range(len(rows)))
    order = sorted(used, key=lambda index: (-scores[index], index))
    if category in OF_WHOLE_REPLY:  # only the most telling sentence of a reply is reported
        order = list({(rows[index].record.author, rows[index].record.id): index for index in reversed(order)}.values())
        order.sort(key=lambda index: (-scores[index], index))
    right = np.cumsum([_is_right(rows[index], category) for index in order])
    reported = np.arange(1, len(order) + 1)
    beta = settings.hint_recall**2
    value = (1 + beta) * right / (reported + beta * max(1, right[-1]))
    hint = int(np.argmax(value))
    precise = np.flatnonzero((right / reported >= settings.warn_precision) & (reported >= 5))
    warn = min(int(precise[-1]), hint) if len(precise) else 0
    clean = [i for i, row in enumerate(rows) if not row.labels and category not in row.silent_on]
    quiet = np.sort(scores[clean])[::-1] if clean else np.array([-np.inf])
    hint_at, warn_at = (
        max(float(scores[order[place]]), float(quiet[int(share * len(clean))]))
        for place, share in ((hint, settings.clean_hints), (warn, settings.clean_warnings))
    )
    return {
        "warn-at": max(warn_at, hint_at),
        "hint-at": hint_at,
        "doubt-at": min(hint_at, _log_odds(settings.doubted)),
        "deny-at": min(hint_at, _log_odds(settings.denied)),
    }


def _is_right(row: Row, category: str) -> bool:
    """Whether a finding in the sentence would be right; of a category of the whole reply, any line of it will do."""
    if category in OF_WHOLE_REPLY and row.record.whole:
        return any(label.category == category for label in row.record.labels)
    return category in row.labels


def _log_odds(chance: float) -> float:
    return log(chance / (1 - chance))
