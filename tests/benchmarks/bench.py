"""What tonelint costs, as ratios measured in one run: ``make bench``. Never a timed test: machines are noisy.

Replies are the project's sample and case replies, shuffled line by line with a fixed seed, so that texts vary.
"""

from __future__ import annotations

import gc
import random
import re
import statistics
import subprocess
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

import spacy

from tonelint.lint import lint_source
from tonelint.matching.matcher import Matcher
from tonelint.model import Language, Source, Span
from tonelint.notation.parser import parse
from tonelint.replies.zones import find_zones
from tonelint.rulebook.ruleset import bundled
from tonelint.words.tokens import forms_of, read_words

if TYPE_CHECKING:
    from collections.abc import Callable

ROOT = Path(__file__).parent.parent.parent
REPLIES, ROUNDS = 500, 5


def replies(language: Language) -> list[str]:
    """Varied replies of a language, the same in every run."""
    chance = random.Random(1)
    files = [*ROOT.glob(f"samples/*{language}*.txt"), *ROOT.glob(f"tests/cases/{language}-*.md")]
    lines = [line for file in files for line in file.read_text(encoding="utf-8").splitlines() if len(line) > 40]
    return ["\n".join(chance.sample(lines, 6)) for _ in range(REPLIES)]


def seconds(work: Callable[[], object]) -> float:
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def median(work: Callable[[], object]) -> float:
    work()  # what is met for the first time costs more, once
    gc.collect()
    return statistics.median(seconds(work) for _ in range(ROUNDS))


def patterns(language: Language, number: int) -> list[str]:
    """Shipped patterns, and beyond them shipped ones with each plain word exchanged for another one."""
    shipped = list(dict.fromkeys(pattern.text for pattern in bundled().sought(language)))
    plain = sorted({word for text in shipped for word in text.split() if word.isalpha()})
    chance = random.Random(2)
    made = dict.fromkeys(chance.sample(shipped, min(number, len(shipped))))
    while len(made) < number:
        made[re.sub(r"(?<![<~=\w-])[^\W\d_]+(?![\w>-])", lambda _: chance.choice(plain), chance.choice(shipped))] = None
    return list(made)


def matching_cost(language: Language) -> None:
    texts = replies(language)
    tokenizer = spacy.blank(language.value)
    words = [read_words(text, language, find_zones(text), [Span(0, len(text))]) for text in texts]
    tokenizing = median(lambda: [tokenizer.make_doc(text) for text in texts])
    costs = {}
    for number in (100, 1000, 3000):
        matcher = Matcher(
            map(parse, patterns(language, number)),
            [],
            bundled().classes[language],
            lambda literal: forms_of(literal, language),
        )
        costs[number] = median(lambda: [matcher.read(each) for each in words])  # noqa: B023
        ratio = (tokenizing + costs[number]) / tokenizing
        print(f"{language}: (tokenizing + matching) / tokenizing, {number} patterns: {ratio:.2f}")
    flatness = (tokenizing + costs[3000]) / (tokenizing + costs[100])
    print(f"{language}: the same with 3,000 patterns / with 100: {flatness:.2f}")
    sources = [Source("reply.txt", text) for text in texts]
    whole = median(lambda: [lint_source(source, bundled(), language) for source in sources])
    print(f"{language}: linting / tokenizing, shipped rules, {REPLIES} replies: {whole / tokenizing:.2f}")


def startup_cost() -> None:
    sample = str(next(ROOT.glob("samples/*sv.txt")))
    tonelint = [sys.executable, "-m", "tonelint"]
    commands = {
        "import click": [sys.executable, "-c", "import click"],
        "import spacy": [sys.executable, "-c", "import spacy"],
        "--help": [*tonelint, "--help"],
        "one file": [*tonelint, "check", "--exit-zero", sample],
    }
    times = {
        name: median(lambda: subprocess.run(command, capture_output=True, check=True))  # noqa: B023
        for name, command in commands.items()
    }
    print(f"tonelint --help / import click: {times['--help'] / times['import click']:.2f}")
    print(f"one Swedish file, cold / import spacy: {times['one file'] / times['import spacy']:.2f}")


if __name__ == "__main__":
    startup_cost()
    for each in Language:
        matching_cost(each)
