"""What the sentence and clause components know of each language: small closed classes, written out.

Abbreviations stand without their last full stop. ``BINDING`` ones announce what follows and never end a sentence
(``kl. 15``); ``CLOSING`` ones may (``499 kr. Vi …``), where a capital follows.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from tonelint.model import Language

if TYPE_CHECKING:
    from collections.abc import Mapping

SPOKEN_MARKS = frozenset("?!%&+")
"""Signs that count as words: patterns may name them. Other punctuation is left out."""


@dataclass(frozen=True, slots=True)
class Grammar:
    """Closed word classes of one language, lower-cased.

    Attributes:
        binding: abbreviations after which a sentence goes on.
        closing: abbreviations that may end a sentence.
        subordinators: words that always open a clause.
        openers: words that open a clause where a subject follows (``att vi`` against ``att göra``).
        subjects: words with which the subject of such a clause begins.
        dangling: words that cannot end a line of their own: the sentence is wrapped.
    """

    binding: frozenset[str]
    closing: frozenset[str]
    subordinators: frozenset[str]
    openers: frozenset[str]
    subjects: frozenset[str]
    dangling: frozenset[str]


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


_SV = Grammar(
    binding=_words(
        "kl t.ex t ex bl.a bl a d.v.s dvs fr.o.m from t.o.m ca c:a nr tel ang avs betr resp s.k jfr jmf p.g.a pga "
        "m.a.o f.d f.n f.ö i.o.m iom o.d dr prof st s p.s adr obs inkl exkl max min förf vard"
    ),
    closing=_words(
        "kr m.m mm m.fl m m etc osv o.s.v e.d e.dyl st tkr mkr milj tim mån mvh jan feb aug sept okt nov dec"
    ),
    subordinators=_words(
        "men utan eftersom medan fastän fast när innan tills vilket vilken vilka som därför däremot dock ifall såvida "
        "såvitt förutsatt varför hur varpå samtidigt emellertid"
    ),
    openers=_words("att om och eller så för då"),
    subjects=_words(
        "jag vi du ni han hon den det de man vår vårt våra din ditt dina er ert era en ett ingen inget inga någon "
        "något några alla allt båda detta denna dessa hen hans hennes deras mitt min mina"
    ),
    dangling=_words(
        "att och eller men som om till från för med på i av hos vid under över efter innan inom utan en ett den det de "
        "vår vårt våra din ditt dina er ert era min mitt mina är har kan ska vill inte mycket så mot via per ännu samt"
    ),
)

_DA = Grammar(
    binding=_words(
        "kl d f.eks fx feks bl.a bl a dvs d.v.s fra.og.med f.o.m t.o.m ca nr tlf ang vedr evt hhv jf iflg pga p.g.a "
        "ifm mht m.h.t mhp s.u dr prof hr fr frk sml if inkl ekskl maks min pr pkt stk skt afd mod hverd f.d d.d"
    ),
    closing=_words(
        "kr m.m mm m.v mv m.fl etc osv o.s.v o.l ol mia mio stk mdr md mvh jan feb mar apr aug sept okt nov dec"
    ),
    subordinators=_words(
        "men fordi eftersom mens selvom skønt når da før inden indtil hvilket hvilken hvilke som der derfor derimod "
        "dog hvis såfremt medmindre hvor hvordan hvorfor hvornår imidlertid samtidig"
    ),
    openers=_words("at om og eller så for"),
    subjects=_words(
        "jeg vi du i han hun den det de man vores vor din dit dine jeres en et ingen intet nogen noget nogle alle alt "
        "begge dette denne disse hans hendes deres min mit mine"
    ),
    dangling=_words(
        "at og eller men som der om til fra for med på i af hos ved under over efter inden uden en et den det de vores "
        "din dit dine jeres min mit mine er har kan skal vil ikke meget så mod via pr samt"
    ),
)

_EN = Grammar(
    binding=_words(
        "e.g i.e eg ie cf vs approx no nos tel ref mr mrs ms dr prof st mt fig incl excl est dept attn viz re"
    ),
    closing=_words("etc inc ltd co corp a.m p.m am pm jan feb mar apr aug sept oct nov dec st rd ave ext min max"),
    subordinators=_words(
        "but because although though while whereas when before until which who whom whose however unless if since once "
        "therefore why how whether so"
    ),
    openers=_words("that and or for as"),
    subjects=_words(
        "i we you he she it they one our your my his her its their the a an this these those there nobody nothing no "
        "someone somebody something everyone everything any some all both"
    ),
    dangling=_words(
        "that and or but which who if to from for with on in of at by under over after before within without a an the "
        "our your my its their is are was were have has had can will would not very so into via per as be been"
    ),
)

GRAMMARS: Mapping[Language, Grammar] = {Language.SV: _SV, Language.DA: _DA, Language.EN: _EN}
