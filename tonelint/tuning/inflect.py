"""The forms of lemmas, from the dictionaries of simplemma turned round.

``python -m tonelint.tuning.inflect rules/words`` writes ``<language>.forms.txt`` beside each file of word classes: a
line for each lemma in it that is inflected. The files are committed, so that running tonelint needs no dictionary.
"""

from __future__ import annotations

import re
import sys
from collections import defaultdict
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from tonelint.model import Language
from tonelint.notation.patterns import Lemmas, PartOfSpeech
from tonelint.rulebook.wordclasses import ClassFile, inflected_words

if TYPE_CHECKING:
    from collections.abc import Iterator

_LEAST_HEAD = 4  # letters; shorter endings of a compound are chance

# Forms that dictionaries list and nobody writes to a customer: plural verbs of old, declined present participles.
_OBSOLETE = {
    Language.SV: re.compile(
        r".{2,}(o|os|e|es|ads|das|ts(te|tas)|stas|asts|ares|its|ande(s|n|ns|na|nas|ts?)|endens?|endets?|ste?(n|ns|r|rs|rnas?)|[bdfglmnrv]ds)"
    ),
    Language.DA: re.compile(
        r".{2,}(edes|endes|erenes|etes|ests|estes|ste(n|ns|r|rs|rnes?|nes?)|(et|tt)(en|er|erne|ete?|ne|s))"
    ),
    Language.EN: re.compile(r"(?!)"),
}
_KEPT = {Language.SV: re.compile(r".*(de|te|are|ste|ande|ende|[^aeiouyåäö]re|des|tes)|.*[^s]tes?")}
_LIVING = re.compile(r"([eai]?n|[ei]?t|[eaoi]?r|[eao]?rna|na|er?ne)s?")  # after a lemma, these are in use
_PARTICIPLES = {Language.SV: ("ad", "d", "t", "en", "dd"), Language.DA: ("et", "t", "en")}


@cache
def forms(lemma: str, language: Language, part: PartOfSpeech = PartOfSpeech.VERBS) -> tuple[str, ...]:
    """The forms of a lemma in order, without itself.

    A compound that no dictionary lists is inflected as the longest known word that it ends in; any other unknown word
    by the regular endings of its language.
    """
    by_lemma = _by_lemma(language)
    if language is Language.EN:
        listed = {form for form in by_lemma.get(lemma, set()) if form.isalpha()}
        return tuple(sorted(_english(lemma, part, listed) - {lemma}))
    found = {lemma} | by_lemma.get(lemma, set())
    for participle in _participles(lemma, language):
        found |= by_lemma.get(participle, set()) | ({participle} if participle in by_lemma else set())
    if len(found) == 1:
        for start in range(2, len(lemma) - _LEAST_HEAD + 1):
            head = lemma[start:]
            if len(by_lemma.get(head, ())) > 1:
                return tuple(lemma[:start] + form for form in forms(head, language) if form[0] == head[0])
    if len(found) == 1:
        found |= _regular(lemma, language)
    return tuple(sorted(form for form in found - {lemma} if _in_use(form, lemma, language)))


def _participles(lemma: str, language: Language) -> Iterator[str]:
    """Past participles, which dictionaries list as lemmas of their own."""
    infinitive_ending = {Language.SV: "a", Language.DA: "e"}[language]
    if lemma.endswith(infinitive_ending):
        for ending in _PARTICIPLES[language]:
            yield lemma + ending[1:] if ending.startswith(infinitive_ending) else lemma[:-1] + ending


def _regular(lemma: str, language: Language) -> set[str]:
    match language, lemma[-1]:
        case Language.SV, "a":
            return {lemma[:-1] + ending for ending in "ar ade at as ad ats ades an or orna".split()}
        case Language.SV, _:
            return {lemma + ending for ending in "en et er erna ar arna t a s n".split()}
        case _, "e":
            return {lemma + ending for ending in "r de t n s rne ne".split()}
        case _:
            return {lemma + ending for ending in "en et er erne e t s ne".split()}


def _english(lemma: str, part: PartOfSpeech, listed: set[str]) -> set[str]:
    """English forms: those of the dictionary that the part of speech can have, else the regular ones."""
    stem = lemma[:-1] if lemma[-1] in "ey" and lemma[-2:-1] not in set("aeiou") else lemma
    after_y = "i" if lemma.endswith("y") and stem != lemma else ""
    plural = stem + "ies" if after_y else lemma + ("es" if re.search("(s|x|z|ch|sh)$", lemma) else "s")
    match part:
        case PartOfSpeech.NOUNS:
            return {form for form in listed if not form.endswith(("ed", "ing", "er", "est"))} or {plural}
        case PartOfSpeech.ADJECTIVES:
            return {form for form in listed if form.endswith(("er", "est"))}
        case _:
            doubled = {lemma + lemma[-1] + "ing"} & {form for form in listed if form.endswith("ing")}
            regular = {plural, stem + (after_y or "") + "ed" if stem != lemma else lemma + "ed"}
            return (listed or regular) | (doubled or {(lemma if after_y else stem) + "ing"})


def _in_use(form: str, lemma: str, language: Language) -> bool:
    if not form.isprintable() or not form.isalpha():
        return False
    for stem in (lemma, lemma + lemma[-1]):
        if form.startswith(stem) and _LIVING.fullmatch(form.removeprefix(stem)):
            return True  # what looks obsolete is the ending of the lemma
    kept = _KEPT.get(language)
    return not _OBSOLETE[language].fullmatch(form) or bool(kept and kept.fullmatch(form))


@cache
def _by_lemma(language: Language) -> dict[str, set[str]]:
    """All forms of a language's dictionary by their lemma."""
    from simplemma.strategies.dictionaries.dictionary_factory import DefaultDictionaryFactory

    found: defaultdict[str, set[str]] = defaultdict(set)
    for form, lemma in DefaultDictionaryFactory().get_dictionary(language.value).items():
        found[_text(lemma)].add(_text(form))
    return dict(found)


def _text(word: str | bytes) -> str:
    return word.decode() if isinstance(word, bytes) else word


def lemmas_of(file: ClassFile) -> Iterator[tuple[str, PartOfSpeech]]:
    """The words of a file of word classes that are inflected: single ones, and the first or last of a phrase."""
    for patterns in file.classes.values():
        for leaf in (leaf for pattern in patterns for leaf in pattern.leaves()):
            if isinstance(leaf, Lemmas):
                yield from ((word, leaf.part) for word in inflected_words(leaf))


def table(file: ClassFile, language: Language) -> str:
    """The lines ``lemma: form form …`` for a file of word classes."""
    found: defaultdict[str, set[str]] = defaultdict(set)
    for lemma, part in lemmas_of(file):
        found[lemma] |= set(forms(lemma, language, part)) if lemma.isalpha() else set()
    return "".join(f"{lemma}: {' '.join(sorted(found[lemma]))}".rstrip() + "\n" for lemma in sorted(found))


def main(folder: Path) -> None:
    """Write the forms of all lemmas in a folder of word classes."""
    for language in Language:
        path = folder / f"{language.value}.yaml"
        file = ClassFile(str(path), path.read_text(encoding="utf-8"))
        (folder / f"{language.value}.forms.txt").write_text(table(file, language), encoding="utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
