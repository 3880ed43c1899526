"""The inflected forms of lemmas, from the tables that stand beside the word classes."""

from __future__ import annotations

from functools import cached_property


class Forms:
    """The forms of the lemmas of one language.

    Args:
        table: lines ``lemma: form form …``; of two lines for one lemma the later one counts.
    """

    def __init__(self, table: str = "") -> None:
        self._table = table

    @cached_property
    def _by_lemma(self) -> dict[str, str]:
        lines = (line.partition(":") for line in self._table.splitlines())
        return {lemma.strip(): forms for lemma, _, forms in lines if lemma.strip()}

    def __contains__(self, lemma: object) -> bool:
        return lemma in self._by_lemma

    def of(self, lemma: str) -> tuple[str, ...]:
        """The lemma and its inflected forms; of one that no table lists, itself alone."""
        return lemma, *self._by_lemma.get(lemma, "").split()
