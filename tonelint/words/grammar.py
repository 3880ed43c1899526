"""What the sentence and clause components know of each language: small closed classes, written out.

Abbreviations stand without their last full stop. ``binding`` ones announce what follows and never end a sentence
(``kl. 15``); ``closing`` ones may (``499 kr. Vi …``), where a capital follows.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from tonelint.model import Language

if TYPE_CHECKING:
    from collections.abc import Mapping

SPOKEN_MARKS = frozenset("?!%&+")
"""Signs that count as words: patterns may name them. Other punctuation is left out."""

EMOTICON = re.compile(r"[:;=]['’]?-?[()\[\]dDpPoO/|*]+|<3")
"""A face typed in signs: one token, no word, and able to end a sentence."""


@dataclass(frozen=True, slots=True)
class Grammar:
    """Closed word classes of one language, lower-cased but for single letters: Danish ``I`` is a pronoun, ``i`` is not.

    Attributes:
        binding: abbreviations after which a sentence goes on.
        closing: abbreviations that end a sentence only where a capital follows.
        subordinators: words that always open a clause.
        openers: words that open a clause where a subject follows (``att vi`` against ``att göra``).
        subjects: words with which the subject of such a clause begins.
        linkers: words that open a clause only where a pronoun follows (``och vi`` against ``och en bild``).
        pronouns: subjects that can be nothing else.
        dangling: words that cannot end a line of their own: the sentence is wrapped.
        greetings: words with which a greeting line begins.
        months: names of months, which stand after an ordinal (``3. Maj``).
        courteous: words written with a capital inside a sentence too, so that a capital says nothing.
    """

    binding: frozenset[str]
    closing: frozenset[str]
    subordinators: frozenset[str]
    openers: frozenset[str]
    subjects: frozenset[str]
    linkers: frozenset[str]
    pronouns: frozenset[str]
    dangling: frozenset[str]
    greetings: frozenset[str]
    months: frozenset[str]
    courteous: frozenset[str]


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


_SV = Grammar(
    binding=_words(
        "kl t.ex t ex bl.a bl a d.v.s dvs fr.o.m from t.o.m tom ca c:a nr tel ang avs betr resp s.k jfr jmf p.g.a pga "
        "m.a.o f.d f.n f.ö i.o.m iom o.d dr prof s p.s adr obs inkl exkl max förf vard"
    ),
    closing=_words(
        "kr m.m mm m.fl m fl etc osv o.s.v e.d e.dyl st tkr mkr milj min tim mån mvh jan feb aug sept okt nov dec"
    ),
    subordinators=_words(
        "men eftersom medan fastän när vilket vilken vilka som ifall såvida såvitt förutsatt varför hur varpå"
    ),
    openers=_words("att så då utan innan tills fast"),
    linkers=_words("och eller om"),
    pronouns=_words("jag vi du ni han hon hen de man det"),
    subjects=_words(
        "jag vi du ni han hon den det de man vår vårt våra din ditt dina er ert era en ett ingen inget inga någon "
        "något några alla allt båda detta denna dessa hen hans hennes deras mitt min mina"
    ),
    dangling=_words(
        "att och eller men som om till från för med på i av hos vid under över efter innan inom utan ett en den "
        "vår vårt våra din ditt dina er ert era min mitt mina är har kan ska vill mot via per samt"
    ),
    greetings=_words("hej hejsan heja hallå tjena tja god goddag kära käre bästa hejhej"),
    months=_words("januari februari mars april maj juni juli augusti september oktober november december"),
    courteous=_words("ni er ert era"),
)

_DA = Grammar(
    binding=_words(
        "kl d f.eks fx feks bl.a bl a dvs d.v.s fra.og.med f.o.m t.o.m ca nr tlf ang vedr evt hhv jf iflg pga p.g.a "
        "ifm mht m.h.t mhp s.u dr prof hr fr frk sml inkl ekskl maks pr pkt skt afd f.d d.d"
    ),
    closing=_words(
        "kr m.m mm m.v mv m.fl etc osv o.s.v o.l ol mia mio stk min mdr md mvh jan feb mar apr aug sept okt nov dec"
    ),
    subordinators=_words(
        "men fordi eftersom mens selvom skønt når hvilket hvilken hvilke som hvis såfremt medmindre hvor hvordan "
        "hvorfor hvornår"
    ),
    openers=_words("at så da før inden indtil"),
    linkers=_words("og eller om"),
    pronouns=_words("jeg vi du I han hun de man det der"),
    subjects=_words(
        "jeg vi du I han hun den det de der man vores vor din dit dine jeres en et ingen intet nogen noget nogle alle "
        "alt begge dette denne disse hans hendes deres min mit mine"
    ),
    dangling=_words(
        "at og eller men som der om til fra for med på i af hos ved under over efter inden uden en et den vores "
        "din dit dine jeres min mit mine er har kan skal vil mod via pr samt"
    ),
    greetings=_words("hej hejsa hejs goddag god kære hallo halløj dav hejhej"),
    months=_words("januar februar marts april maj juni juli august september oktober november december"),
    courteous=_words("i de dem deres jer jeres"),
)

_EN = Grammar(
    binding=_words("e.g i.e eg ie cf vs approx tel ref mr mrs ms dr prof st mt fig incl excl dept attn viz v"),
    closing=_words(
        "etc inc ltd co corp a.m p.m am pm no nos re est min max jan feb mar apr jun jul aug sep sept oct nov dec rd "
        "ave ext"
    ),
    subordinators=_words(
        "but because although though while whereas when which who whom whose unless if why how whether where"
    ),
    openers=_words("that so before until since once"),
    linkers=_words("and or as"),
    pronouns=_words("I i we you he she it they"),
    subjects=_words(
        "I i we you he she it they one our your my his her its their the a an this these those there nobody nothing no "
        "someone somebody something everyone everything any some all both"
    ),
    dangling=_words(
        "that and or but which who if to from for with on in of at by under over after before within without a an the "
        "our your my its their is are was were have has had can will would into via per as be been"
    ),
    greetings=_words("hi hello dear hey good greetings hiya"),
    months=_words("january february march april may june july august september october november december"),
    courteous=_words("i"),
)

GRAMMARS: Mapping[Language, Grammar] = {Language.SV: _SV, Language.DA: _DA, Language.EN: _EN}
