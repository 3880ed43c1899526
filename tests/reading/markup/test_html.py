"""HTML and MJML as a mail reader sees them."""

from __future__ import annotations

import pytest

from tonelint.model import Foreign, Language
from tonelint.reading.markup.html import read_html
from tonelint.reading.placeholders import BRANCH, PERSON, PLACEHOLDER
from tonelint.textmap import MappedText

SHOWN = {ord(BRANCH): "¶", ord(PLACEHOLDER): "¤", ord(PERSON): "☺"}


def reading(text: str) -> str:
    """The text of HTML, its signs written so that tables can be read."""
    return read_html(MappedText.of(text)).text.text.translate(SHOWN)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Hej Åsa, tack för ditt mejl.",
        "priset är < 100 kr, <3 och 5 > 4, a<",
        "R&D, Berg & Dal, A&, &bogus; &#; &#x; &a;",
        "a <b",
        "a </b och c",
        "</ c <",
        "<a b='c",
        "a <!-- b",
        "<![CDATA[ a",
        "<! och <? ",
        "&#" + "9" * 5000 + ";",
        "👩‍👩‍👧 🏽",
        f"Hej {PERSON}",
    ],
)
def test_what_is_no_markup_stays(text: str) -> None:
    assert reading(text) == text.strip().translate(SHOWN)


@pytest.mark.parametrize(
    ("text", "left"),
    [
        pytest.param("a\n  b\t\tc \x0cd", "a b c d", id="white space collapses"),
        pytest.param("  <p> a <b> b </b> c </p> ", "a b c", id="white space collapses across tags"),
        pytest.param("a<b>b</b>c<wbr>d<a href=x>e</a><o:p>f</o:p>", "abcdef", id="inline tags part nothing"),
        pytest.param("a&nbsp;&nbsp; &#32;b&thinsp;c", "a b c", id="spaces written as references collapse, too"),
        pytest.param("a&shy;b&zwnj;c&#847;\u200cd&zwj; e", "abcd e", id="invisible characters vanish"),
        pytest.param("a<img>b<input>c", "a b c", id="an image stands between the words"),
        pytest.param("<pre>a  b\n c\n\n<b>d</b>\te</pre>f", "a  b\n c\n\nd\te\n\nf", id="preformatted text"),
        pytest.param(
            '<p style="White-Space: pre-wrap">a \n b</p>c\nd', "a \n b\n\nc d", id="preformatted by its style"
        ),
        pytest.param('<pre>a\n<i style="white-space:normal">b\nc</i></pre>', "a\nb c", id="and no longer"),
        pytest.param("<pre>&nbsp;a&#10;b&#8233;c</pre>", " a\nb¶c", id="references in preformatted text"),
        pytest.param("<textarea>a\nb</textarea>", "a\nb", id="a form field"),
        pytest.param(f"a {BRANCH} b", "a¶b", id="branches of a template"),
        pytest.param(f"<p>a</p>{BRANCH}<p>b</p>{BRANCH}", "a\n\nb", id="branches between paragraphs"),
        pytest.param(f"a<br>{BRANCH}b", "a¶\nb", id="a branch on a new line"),
    ],
)
def test_white_space(text: str, left: str) -> None:
    assert reading(text) == left


@pytest.mark.parametrize(
    ("text", "left"),
    [
        pytest.param("<p>a</p><p>b</p>", "a\n\nb", id="paragraphs"),
        pytest.param("a<br>b<BR/>c<br />d</br>e", "a\nb\nc\nd\ne", id="line breaks"),
        pytest.param("a<br><br>b<br>\n<br><br>c", "a\n\nb\n\nc", id="two line breaks leave a blank line"),
        pytest.param("<p>a<br></p>\n<p>b", "a\n\nb", id="a line break at the end of a paragraph"),
        pytest.param("<div>a</div><div>b</div>c", "a¶\nb¶\nc", id="a div is a line"),
        pytest.param("<div>a<br></div><div>b</div>", "a¶\nb", id="a line break at the end of a div"),
        pytest.param("<div>a</div><div><br></div><div>b</div>", "a\n\nb", id="an empty div with a line break"),
        pytest.param("<div>a</div><div>&nbsp;</div><div>b</div>", "a\n\nb", id="a div that holds a fixed space"),
        pytest.param("<div>a</div><div> </div><div></div><div>&nbsp;b", "a¶\nb", id="an empty div is nothing"),
        pytest.param("<p class=MsoNormal>a</p><p class='MsoNormal'>b", "a¶\nb", id="a paragraph of Word is a line"),
        pytest.param(
            '<p class=MsoNormal>a</p><p class=MsoNormal><o:p>&nbsp;</o:p></p><p class="MsoNormal">b',
            "a\n\nb",
            id="an empty paragraph of Word",
        ),
        pytest.param("<ul><li>a</li>\n<li>b<p>c</ul>d", "a¶\nb\n\nc\n\nd", id="list items"),
        pytest.param("<dl><dt>a<dd>b<dt>c</dl>", "a¶\nb¶\nc", id="definitions"),
        pytest.param("<h1>a</h1>b<h2>c</h2>", "a\n\nb\n\nc", id="headings"),
        pytest.param("<table><tr><td>a<td>b<tr><th>c</th></table>d", "a\n\nb\n\nc\n\nd", id="cells"),
        pytest.param("a<hr>b", "a\n\nb", id="a rule"),
        pytest.param("a<select><option>b<option>c</select>", "a\n\nb¶\nc", id="a choice"),
        pytest.param("<mj-text>a</mj-text><mj-button>b</mj-button><mj-raw>c</mj-raw>", "a\n\nb\n\nc", id="MJML"),
        pytest.param("a</p>b</div>c</mj-text>d</b>e", "a\n\nb¶\nc\n\nde", id="stray end tags"),
    ],
)
def test_lines_and_paragraphs(text: str, left: str) -> None:
    assert reading(text) == left


@pytest.mark.parametrize(
    ("text", "left"),
    [
        pytest.param("&aring;&Auml;&#246;&#xF8;&#X41;", "åÄöøA", id="with semicolon"),
        pytest.param("&aring &ouml&#228&#xe5 &aringr &notit;", "å öäå år ¬it;", id="without semicolon"),
        pytest.param("&amp;lt; &amp;nbsp; &lt;b>", "&lt; &nbsp; <b>", id="decoded once"),
        pytest.param("&#128;&#0;&#xD800;&#x110000;&#1;", "€���", id="numbers that are no characters"),
        pytest.param("a&#773;", "a̅", id="marks"),
        pytest.param("a&#xE000;", "a¤", id="private use"),
        pytest.param("a &#8233; b&ZeroWidthSpace;&nvlt;", "a¶b<⃒", id="separators, pairs of characters"),
    ],
)
def test_references(text: str, left: str) -> None:
    assert reading(text) == left


@pytest.mark.parametrize(
    ("text", "left"),
    [
        pytest.param("a<!-- b > c -->d<!---->e<!-->f<!--->g", "adefg", id="comments"),
        pytest.param("a<!--b--!>c<!-- d --", "ac<!-- d --", id="ends of comments"),
        pytest.param("<!--[if mso]><p>a</p><![endif]-->b", "b", id="what only Outlook reads"),
        pytest.param("<!--[if !mso]><!-->a<!--<![endif]--><![if !mso]>b<![endif]>", "ab", id="what all others read"),
        pytest.param("<!DOCTYPE html><?xml version='1.0'?>a</>b</ c>d", "abd", id="declarations"),
        pytest.param("a<![CDATA[ b > c ]]>d<![CDATA[ e>f", "adf", id="sections"),
        pytest.param("a<script>b<c></script >d<SCRIPT src=x />e", "ade", id="scripts"),
        pytest.param("a<style>b > c</style>d<style>e", "ade", id="style sheets"),
        pytest.param("a<template>b<template>c</template>d</template>e", "ae", id="templates"),
        pytest.param("a<xml><o:x>b</o:x></xml>c<svg><title>d</title></svg>", "ac", id="data and drawings"),
        pytest.param(
            "<head><meta x><title>a</title><style>b</style><noscript>c</noscript>d</head>e", "a\n\ne", id="a head"
        ),
        pytest.param("<head><title>a</title><body>b", "a\n\nb", id="a head without end"),
        pytest.param("<head><title>a<body>b</head>c", "a\n\nb\n\nc", id="a title without end"),
        pytest.param("<head><o:p></o:p><p>a</p>", "a", id="a head ends where text begins"),
        pytest.param(
            "<mj-head><mj-title>a</mj-title><mj-preview>b</mj-preview><mj-attributes><mj-text>c</mj-text>"
            "</mj-attributes><mj-style>d > e</mj-style><mj-raw>f</mj-raw></mj-head><mj-body>g</mj-body>",
            "a\n\nb\n\ng",
            id="a head of MJML",
        ),
        pytest.param("<mj-head><mj-title>a</mj-title><p>b<mj-body>c", "a\n\nc", id="a head of MJML without end"),
        pytest.param("<noscript>a</noscript> <details>b</details>", "a¶\nb", id="what is only folded is read"),
    ],
)
def test_what_is_no_text_is_left_out(text: str, left: str) -> None:
    assert reading(text) == left


@pytest.mark.parametrize(
    ("element", "is_read"),
    [
        ("<p hidden>", False),
        ("<p style='display:none'>", False),
        ("<p style='color:red; DISPLAY : none !important;'>", False),
        ("<p style='visibility:hidden'>", False),
        ("<p style='opacity:0.0;'>", False),
        ("<p style='font-size: 0px; line-height:0'>", False),
        ("<p style='font-family:&quot;A&quot;;display:none'>", False),
        ("<p style='opacity:0.9'>", True),
        ("<p style='font-size:0.9em'>", True),
        ("<p style='mso-hide:all'>", True),
        ("<p aria-hidden=true>", True),
        ("<p style='background:url(display:none)'>", True),
        ("<p style='display:none' class='mail-preheader'>", True),
        ("<p style='display:none' id=PreviewText>", True),
    ],
)
def test_hidden_text_in_a_mail(element: str, is_read: bool) -> None:
    assert reading(f"a{element}<b>x</b> y</p>") == ("a\n\nx y" if is_read else "a")


@pytest.mark.parametrize(
    ("text", "left"),
    [
        pytest.param(
            "<div style='display:none'>a &zwnj;&nbsp;&zwnj;&#847;</div><p>b", "a\n\nb", id="hidden at the beginning"
        ),
        pytest.param("<span hidden>a</span><i>b</i>", "a\n\nb", id="an inline one stands alone"),
        pytest.param("<title>a</title><p hidden>b<p>c<p hidden>d", "a\n\nb\n\nc", id="below the title, above the rest"),
        pytest.param("a <b hidden><p>x</p></b>c", "a c", id="hidden elements break no line"),
        pytest.param("a<div hidden><div>b</div>c<img alt=d></div>", "a", id="hidden with all that it holds"),
        pytest.param("a<p hidden>b<p>c", "a\n\nc", id="hidden without end"),
        pytest.param(
            "<i>a</i><td style='font-size:0'>b<i>c</i><div>d</div>", "a\n\nd", id="blocks have their own size"
        ),
        pytest.param("a<i style='font-size:0'>b<b style='font-size:9px'>c", "ac", id="letters with a size again"),
    ],
)
def test_previews_and_hidden_elements(text: str, left: str) -> None:
    assert reading(text) == left


@pytest.mark.parametrize(
    ("text", "left"),
    [
        pytest.param('<img alt="a  b\n&amp; c">', "a b & c", id="the text of an image"),
        pytest.param("<img alt=a>b</p>c", "b\n\na\n\nc", id="after the paragraph in which it stands"),
        pytest.param("a<p><img alt=b></p>c", "a\n\nb\n\nc", id="in its place where it stands alone"),
        pytest.param("a <a title='b c'>d</a> e<p>f", "a d e\n\nb c\n\nf", id="a hint does not split a sentence"),
        pytest.param("a<p title=b>c</p>d", "a\n\nc\n\nb\n\nd", id="the hint of a paragraph stands below it"),
        pytest.param("a<p title=b><img alt=c></p>d", "a\n\nc\n\nd\n\nb", id="the image first"),
        pytest.param("a <img title=b alt='c'> d", "a d\n\nb\n\nc", id="both, in their order"),
        pytest.param("a <img alt='🙂' title='!'> b", "a 🙂 b", id="a pictograph stands in the sentence"),
        pytest.param(f"a <img alt='{PLACEHOLDER}'> b", "a b\n\n¤", id="a placeholder"),
        pytest.param("a <img alt title='' placeholder=b aria-label=c>", "a", id="nothing to say"),
        pytest.param("a <IMG ALT=b alt=c>", "a\n\nb", id="the first of two counts"),
        pytest.param("a<mj-image alt=b /><mj-button title=c>d</mj-button>", "a\n\nb\n\nd\n\nc", id="MJML"),
        pytest.param("<blockquote><img alt=a></blockquote>", "> a", id="quoted"),
    ],
)
def test_attributes(text: str, left: str) -> None:
    assert reading(text) == left


@pytest.mark.parametrize(
    ("text", "left"),
    [
        pytest.param("a<blockquote>b<p>c<br>d</blockquote>e", "a\n\n> b\n\n> c\n> d\n\ne", id="a quote"),
        pytest.param("<blockquote>a", "> a", id="from the beginning to the end"),
        pytest.param("a<blockquote>b<blockquote>c</blockquote>d", "a\n\n> b\n\n> c\n\n> d", id="quotes in quotes"),
        pytest.param("<blockquote><ul><li>a<li>b</ul></blockquote>", "> a¶\n> b", id="a list in a quote"),
        pytest.param("<div class='x gmail_quote'>a<br>b</div>c", "> a\n> b\n\nc", id="Gmail"),
        pytest.param(
            "a<div class=gmail_quote>b:<blockquote class=gmail_quote>c</blockquote><div>d</div></div>e",
            "a\n\n> b:\n\n> c\n\nd\n\ne",
            id="answers below a quote in Gmail",
        ),
        pytest.param(
            "<blockquote><div class=gmail_quote>a<blockquote>b</blockquote>c</div></blockquote>",
            "> a\n\n> b\n\n> c",
            id="such a quote in another",
        ),
        pytest.param("<div class=gmail_extra>a</div>", "a", id="Gmail's wrapper holds the signature, too"),
        pytest.param("a<span class=yahoo_quoted>b</span>c", "a\n\n> b\n\nc", id="Yahoo"),
        pytest.param("a<div class=moz-cite-prefix>b:</div><blockquote type=cite>c", "a\n\n> b:\n\n> c", id="Mozilla"),
        pytest.param("a<div class=protonmail_quote>b</div><div class=zmail_extra>c", "a\n\n> b\n\n> c", id="others"),
        pytest.param(
            "<div>a<div><div id=appendonsend></div></div></div><hr><div>b</div>c", "a\n\n> b¶\n> c", id="Outlook's web"
        ),
        pytest.param("a<div id=divRplyFwdMsg><b>b</b></div><p>c", "a\n\n> b\n\n> c", id="Outlook's header"),
        pytest.param("a<div id=mail-editor-reference-message-container>b</div>c", "a\n\n> b\n\n> c", id="new Outlook"),
        pytest.param(
            "a<div><div style='border:none;border-top:solid #E1E1E1 1.0pt;padding:3.0pt 0cm 0cm 0cm'>b</div></div>c",
            "a\n\n> b\n\n> c",
            id="Outlook on the desktop",
        ),
        pytest.param("<div id=divRplyFwdMsg>a</div>b", "a¶\nb", id="nothing is the rest of nothing"),
    ],
)
def test_what_the_customer_wrote_is_marked(text: str, left: str) -> None:
    assert reading(text) == left


@pytest.mark.parametrize(
    ("text", "left"),
    [
        pytest.param("<b><p>a</b>b</p>c", "ab\n\nc", id="crossed tags"),
        pytest.param("<p>a<p>b<div>c", "a\n\nb\n\nc", id="paragraphs without end"),
        pytest.param("a<p hidden>b</div>c</p>d", "ad", id="an end tag of nothing closes nothing"),
        pytest.param("a<div hidden><table><td>b</div>c</table></div>d", "ad", id="it does not reach out of a cell"),
        pytest.param("a<span hidden><div>b</span>c</div></span>d", "ad", id="nor an inline one out of a block"),
        pytest.param("a<table hidden><td>b</table>c", "ac", id="a table closes its cells"),
        pytest.param("<table><td>a<td hidden>b<td>c</table>d", "a\n\nc\n\nd", id="a cell closes a cell"),
        pytest.param("a<table hidden><tr><td>b</table><ul><li hidden>c<li>d", "a\n\nd", id="an item closes an item"),
        pytest.param("<ul><li>a<ul><li hidden>b</ul>c<li>d", "a\n\nc¶\nd", id="not one of the list around"),
        pytest.param('<a b="c>d</a>e <p>f', "de\n\nf", id="a quote that is opened and never closed"),
        pytest.param('<a b=c"d>e</a>', "e", id="a quote in a value without quotes"),
        pytest.param("<a b=\"c\"d='e>f'>g", "g", id="values that touch"),
        pytest.param('<a b="> c="<a b="> c="d', 'c="d', id="a value that ends behind the last tag"),
        pytest.param("<a href=x/>a</a>", "a", id="a slash at the end of a value"),
        pytest.param("<p/>a<p />b", "a\n\nb", id="empty elements"),
        pytest.param(f"<p{BRANCH}class=x{BRANCH}>a", "a", id="branches in a tag"),
    ],
)
def test_broken_html_loses_no_text(text: str, left: str) -> None:
    assert reading(text) == left


def parts(text: str) -> list[tuple[str, str]]:
    rendering = read_html(MappedText.of(text))
    return [(rendering.text.text[slice(*part.span)].translate(SHOWN), str(part.language)) for part in rendering.parts]


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("<p>Hej", None),
        ("<html lang=sv>Hej", Language.SV),
        ("<html xml:lang='da-DK'><body>Hej", Language.DA),
        ("<html lang=en><head><title>Hej</title></head><body lang=sv-SE>Hej", Language.SV),
        ("<mjml lang='en'><mj-body>Hi", Language.EN),
        ("<html lang=de>Hallo", Foreign("de")),
        ("<html lang=''><body lang=x>Hej", None),
        ("<p>Hej<blockquote><html lang=en><body lang=en>Hi", None),
    ],
)
def test_the_root_declares_the_language_of_the_text(text: str, language: Language | Foreign | None) -> None:
    assert read_html(MappedText.of(text)).language == language


@pytest.mark.parametrize(
    ("text", "declared"),
    [
        pytest.param("<html lang=sv><p>a", [], id="none"),
        pytest.param("<html lang=sv><p lang=sv>a", [], id="the language of the whole is no part"),
        pytest.param("<p lang=sv>a <b>b</b><br>c</p>d", [("a b\nc", "sv")], id="an element"),
        pytest.param("a <span lang=en>b c</span> d", [("b c", "en")], id="words in a sentence"),
        pytest.param(
            "<html lang=sv><p lang=en>a <i lang=sv>b</i> c", [("a", "en"), ("c", "en")], id="back to that of the whole"
        ),
        pytest.param("<p lang=en>a <i lang=da>b</i> c", [("a", "en"), ("b", "da"), ("c", "en")], id="one in another"),
        pytest.param("<div lang=sv>a</div><div lang=en>b</div>", [("a", "sv"), ("b", "en")], id="neighbours"),
        pytest.param("<blockquote lang=da>a<p>b</blockquote>", [("> a\n\n> b", "da")], id="with the marks of a quote"),
        pytest.param("<p lang=en><img alt=a><p lang=sv title=b>c", [("a", "en"), ("c\n\nb", "sv")], id="attributes"),
        pytest.param("<p lang=''>a<p lang=xx>b<p xml:lang=fr>c", [("c", "Foreign(name='fr')")], id="tags of languages"),
        pytest.param("<p class=MsoNormal><span lang=EN-US>Hej", [], id="Word knows no languages"),
    ],
)
def test_elements_declare_the_languages_of_parts(text: str, declared: list[tuple[str, str]]) -> None:
    assert parts(text) == declared


def test_a_line_in_another_language_is_a_paragraph_of_its_own() -> None:
    """Languages are told by paragraphs."""
    assert reading("<div lang=sv>a</div><div lang=en>b<br>c</div>") == "a\n\nb\nc"


@pytest.mark.parametrize("tag", ["div", "b", "p", "li", "table", "td", "blockquote", "button"])
def test_depth_is_no_matter(tag: str) -> None:
    depth = 20_000
    assert reading(f"<{tag}>" * depth + "a" + f"</{tag}>" * depth + "b").lstrip("> ")[0] == "a"
