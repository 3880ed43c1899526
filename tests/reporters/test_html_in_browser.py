"""The report as a browser shows it: nothing hostile runs, all of it can be reached, and filters do what they say."""

from __future__ import annotations

import json
import shutil
from dataclasses import replace
from importlib.resources import files
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

import pytest

from tests.reporters.runs import ERROR, INFO, WARNING
from tonelint.errors import Fault
from tonelint.model import Language, Mark, MarkedReply, Snippet, Span, Suppressed, Unjudged, Upkeep
from tonelint.reporters.html import render_html
from tonelint.reporters.html.markup import shown
from tonelint.reporters.run import Run, Style

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from selenium.webdriver import Chrome

    Open = Callable[..., None]

CHROMIUM = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
DRIVER = shutil.which("chromedriver")

pytestmark = pytest.mark.skipif(not (CHROMIUM and DRIVER), reason="needs Chromium and chromedriver on the path")

SWEDISH = MarkedReply(
    "mail/a.txt",
    1,
    "",
    "Hej!\n\nDu borde ha läst villkoren.\nDet kommer snart.",
    (Mark(Span(6, 22), WARNING), Mark(Span(34, 50), INFO)),
)
THREAT = replace(ERROR, path="mail/b.txt", language=Language.EN, advice="Say what happens next.")
BLAME = replace(WARNING, path="mail/b.txt", language=Language.EN, line=3, advice="Say what applies.")
ENGLISH = MarkedReply(
    "mail/b.txt", 1, "", "You should have read that, or else.", (Mark(Span(0, 20), BLAME), Mark(Span(11, 34), THREAT))
)
UNUSED = replace(
    WARNING,
    path="mail/c.txt",
    rule="suppression/unused",
    category=Upkeep.SUPPRESSION,
    language=None,
    snippet=Snippet("# tonelint: allow stalling", 2, 26),
)
EVERYTHING = Run(
    (WARNING, INFO, BLAME, THREAT, UNUSED),
    (Fault("d.yaml", "not a mapping", 3, 4, "- a"), Fault("e.md", "no such file")),
    files=5,
    notices=("a.txt: read as windows-1252",),
    unjudged=(Unjudged("a.txt", 7, "in German"),),
    suppressed=(Suppressed(INFO, "agreed with legal", "tonelint.yaml", 12), Suppressed(INFO, "", "a.txt", 1)),
    known=12,
    gone=2,
    unchanged=3,
    replies=(SWEDISH, ENGLISH),
)
ALL = Style(suppressed=True)


def start_browser(*, javascript: bool = True) -> Chrome:
    from selenium import webdriver
    from selenium.webdriver.chrome.service import Service

    options = webdriver.ChromeOptions()
    options.binary_location = CHROMIUM or ""
    for argument in ("--headless=new", "--no-sandbox", "--disable-gpu", "--disable-background-networking"):
        options.add_argument(argument)
    if not javascript:
        # The browser's own setting: what is switched by the debugging protocol may come too late for a page.
        options.add_experimental_option("prefs", {"profile.default_content_setting_values.javascript": 2})
    options.set_capability("goog:loggingPrefs", {"browser": "ALL", "performance": "ALL"})
    return webdriver.Chrome(options=options, service=Service(DRIVER))


@pytest.fixture(scope="module")
def chrome() -> Iterator[Chrome]:
    browser = start_browser()
    yield browser
    browser.quit()


@pytest.fixture
def show(chrome: Chrome, tmp_path: Path) -> Iterator[Open]:
    """Opens a run as a file, in a window of a size and with the preferences of a reader; undone afterwards."""

    def show(run: Run, style: Style = ALL, *, fragment: str = "", width: int = 1280, scheme: str = "light") -> None:
        path = tmp_path / "report.html"
        path.write_text(render_html(run, style), encoding="utf-8")
        metrics = {"width": width, "height": 900, "deviceScaleFactor": 1, "mobile": False}
        chrome.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", metrics)
        prefer(chrome, scheme=scheme)
        chrome.get("about:blank")
        chrome.get(path.as_uri() + fragment)

    yield show
    prefer(chrome)
    errors = [each for each in log(chrome, "browser") if each["level"] in {"SEVERE", "WARNING"}]
    assert errors == []


def log(chrome: Chrome, kind: str) -> list[dict[str, Any]]:
    """What the browser has logged since it was last asked."""
    entries: list[dict[str, Any]] = chrome.get_log(kind)  # type: ignore[no-untyped-call]
    return entries


def prefer(chrome: Chrome, *, scheme: str = "light", media: str = "") -> None:
    features = [{"name": "prefers-color-scheme", "value": scheme}]
    chrome.execute_cdp_cmd("Emulation.setEmulatedMedia", {"media": media, "features": features})


def run_script(chrome: Chrome, script: str, *arguments: Any) -> Any:
    return chrome.execute_script(script, *arguments)


def texts(chrome: Chrome, selector: str) -> list[str]:
    """The text content of elements that are displayed."""
    found: list[str] = run_script(
        chrome,
        "return [...document.querySelectorAll(arguments[0])].filter((e) => e.checkVisibility())"
        ".map((e) => e.textContent)",
        selector,
    )
    return found


def tick(chrome: Chrome, value: str) -> None:
    chrome.find_element("css selector", f"input[value='{value}']").click()


def search(chrome: Chrome, words: str) -> None:
    """Type words, and wait until the address holds them."""
    from selenium.webdriver.support.wait import WebDriverWait

    box = chrome.find_element("id", "q")
    box.clear()
    box.send_keys(words)
    WebDriverWait(chrome, 5).until(lambda browser: f"q={words}" in browser.current_url)


def fragment_of(chrome: Chrome) -> str:
    return chrome.current_url.partition("#")[2]


def places(chrome: Chrome) -> list[str]:
    """Where the findings stand that are displayed."""
    return texts(chrome, "article > ol > li .place code")


def colour(chrome: Chrome) -> str:
    found: str = run_script(chrome, "return getComputedStyle(document.body).backgroundColor")
    return found


def test_the_page_is_opened_without_the_network(chrome: Chrome, show: Open) -> None:
    """Style sheet and script are in force under the policy, and nothing but the file is asked for."""
    log(chrome, "performance")
    show(EVERYTHING)
    assert colour(chrome) == "rgb(250, 249, 246)"
    assert texts(chrome, "#left") == ["5 findings"]
    messages = [json.loads(each["message"])["message"] for each in log(chrome, "performance")]
    asked = {each["params"]["request"]["url"] for each in messages if each["method"] == "Network.requestWillBeSent"}
    assert {url.rpartition("/")[2] for url in asked} == {"report.html"}


def test_the_policy_stops_every_other_script(chrome: Chrome, show: Open) -> None:
    """Should anything ever slip through the escaping, it does not run."""
    show(EVERYTHING)
    added = "const script = document.createElement('script'); script.textContent = \"document.title = 'ran'\";"
    run_script(chrome, f"{added} document.body.append(script); document.body.setAttribute('onclick', 'x()')")
    chrome.find_element("css selector", "h1").click()
    assert chrome.title != "ran"
    refused = [each["message"] for each in log(chrome, "browser")]
    assert len(refused) == 2
    assert all("Content Security Policy" in message for message in refused)


@pytest.mark.parametrize("width", [1280, 320])
@pytest.mark.parametrize(
    ("run", "style", "fragment"),
    [
        (Run(files=2), ALL, ""),
        (EVERYTHING, ALL, ""),
        (EVERYTHING, ALL, "#severity=error&q=read"),
        (EVERYTHING, ALL, "#f3"),
        (EVERYTHING, Style(excerpts=False), ""),
    ],
    ids=["nothing", "everything", "filtered", "at a finding", "without excerpts"],
)
def test_it_is_accessible(chrome: Chrome, show: Open, run: Run, style: Style, fragment: str, width: int) -> None:
    """None of axe's rules is broken in either colour scheme, neither those for WCAG nor its best practices."""
    show(run, style, fragment=fragment, width=width)
    run_script(chrome, files("axe_core_python").joinpath("axe.min.js").read_text(encoding="utf-8"))
    for scheme in ("light", "dark"):
        prefer(chrome, scheme=scheme)
        broken = chrome.execute_async_script(
            "const done = arguments[arguments.length - 1];"
            "axe.run(document, {resultTypes: ['violations']}).then((result) => done(result.violations"
            ".map((each) => [each.id, each.nodes.map((node) => node.html + node.failureSummary)])))"
        )
        assert broken == []


@pytest.mark.parametrize("width", [320, 640, 1280])
def test_nothing_is_wider_than_the_window(chrome: Chrome, show: Open, width: int) -> None:
    """Not even long words and paths make a reader scroll sideways."""
    path = "replies/" + "very-long-name-" * 12 + ".txt"
    finding = replace(WARNING, path=path, rule=f"blame-shifting/{'x' * 80}", advice="å" * 200)
    reply = MarkedReply(path, 1, "macros[3].actions[0].value" * 8, "borde" * 60, (Mark(Span(0, 9), finding),))
    show(Run((finding, replace(finding, line=9)), (Fault(path, "x" * 90, 1, 1, "y" * 300),), replies=(reply,)))
    for media in ("screen", "print"):
        prefer(chrome, media=media)
        sizes = "return [document.documentElement.scrollWidth, document.documentElement.clientWidth]"
        wide, window = run_script(chrome, sizes)
        assert wide <= window


HOSTILE = (
    "<script>document.title = 'ran'</script>",
    "</script><script>document.title = 'ran'</script>",
    "</style></blockquote><img src=x onerror=\"document.title = 'ran'\">",
    "\"' autofocus onfocus=\"document.title='ran'\" x='",
    "]]> <!-- --> &lt;b&gt; &amp; javascript:alert(1)",
    "\u2028 \u2029 \u202eabc \r\n \t \x85",
    "\0 \x1b[2J \x7f \ud800 \udfff",
)


@pytest.mark.parametrize("text", HOSTILE)
def test_whatever_stands_in_a_run_is_shown_and_never_runs(chrome: Chrome, show: Open, text: str) -> None:
    finding = replace(
        WARNING,
        path=text,
        rule=text,
        message=text,
        why=text,
        advice=text,
        cues=(text,),
        excerpt=text,
        location=text,
        snippet=Snippet(text, 1, 4),
    )
    other = replace(finding, line=8)
    reply = MarkedReply(text, 1, text, text, (Mark(Span(1, 6), finding), Mark(Span(3, len(text)), finding)))
    run = Run(
        (finding, other),
        (Fault(text, text, 1, 1, text),),
        notices=(text,),
        unjudged=(Unjudged(text, 1, text),),
        suppressed=(Suppressed(finding, text, text, 1),),
        replies=(reply,),
    )
    show(run)
    assert chrome.title == "1 reply has something to mend – tonelint"
    assert texts(chrome, "article > blockquote") == [shown(text)]
    assert texts(chrome, "li > blockquote") == [shown(text)]
    foreign = "script:not(body > script), img, [onerror], [onfocus], [autofocus]"
    assert run_script(chrome, "return document.querySelectorAll(arguments[0]).length", foreign) == 0
    run_script(chrome, "document.querySelector('input[name=file]').click()")
    assert texts(chrome, "#left") == ["2 findings"]
    show(run, fragment=f"#{fragment_of(chrome)}")
    assert run_script(chrome, "return document.querySelector('input[name=file]').checked")


def test_without_script_everything_can_be_read(tmp_path: Path) -> None:
    (tmp_path / "report.html").write_text(render_html(EVERYTHING, ALL), encoding="utf-8")
    chrome = start_browser(javascript=False)
    try:
        chrome.get((tmp_path / "report.html").as_uri())
        assert texts(chrome, "article > blockquote") == [SWEDISH.text, ENGLISH.text]
        assert places(chrome) == [
            "mail/a.txt:2:1",
            "mail/a.txt:2:18",
            "mail/b.txt:3:1",
            "mail/b.txt:2:1",
            "mail/c.txt:2:1",
        ]
        assert texts(chrome, "input, button, [role=search]") == []
    finally:
        chrome.quit()


@pytest.mark.parametrize(
    ("ticked", "left"),
    [
        (["stalling"], ["mail/a.txt:2:18"]),
        (["stalling", "hostility"], ["mail/a.txt:2:18", "mail/b.txt:2:1"]),
        (["error"], ["mail/b.txt:2:1"]),
        (["en", "warning"], ["mail/b.txt:3:1"]),
        (["mail/c.txt"], ["mail/c.txt:2:1"]),
        (["none"], ["mail/c.txt:2:1"]),
        (["stalling", "error"], []),
    ],
)
def test_filters_narrow_what_is_shown(chrome: Chrome, show: Open, ticked: list[str], left: list[str]) -> None:
    """Values of one filter add up, filters narrow each other; the address tells them again."""
    show(EVERYTHING)
    for value in ticked:
        tick(chrome, value)
    assert places(chrome) == left
    assert texts(chrome, "#left") == [f"{len(left) or 'None'} of 5 findings"]
    shared = fragment_of(chrome)
    show(EVERYTHING, fragment=f"#{shared}")
    assert places(chrome) == left
    chrome.find_element("id", "clear").click()
    assert len(places(chrome)) == len(EVERYTHING.findings)
    assert fragment_of(chrome) == ""


@pytest.mark.parametrize(
    ("words", "left"),
    [
        ("snart", ["mail/a.txt:2:1", "mail/a.txt:2:18"]),
        ("LÄST", ["mail/a.txt:2:1", "mail/a.txt:2:18"]),
        ("happens", ["mail/b.txt:2:1"]),
        ("b.txt", ["mail/b.txt:3:1", "mail/b.txt:2:1"]),
        ("unused", ["mail/c.txt:2:1"]),
        ("zebra", []),
    ],
)
def test_search_finds_words_of_replies_advice_rules_and_files(
    chrome: Chrome, show: Open, words: str, left: list[str]
) -> None:
    """Words of a reply keep all of its findings."""
    show(EVERYTHING, fragment=f"#q={quote(words)}")
    assert places(chrome) == left


def test_searching_is_kept_in_the_address(chrome: Chrome, show: Open) -> None:
    show(EVERYTHING)
    tick(chrome, "stalling")
    search(chrome, "snart")
    assert fragment_of(chrome) == "category=stalling&q=snart"
    assert places(chrome) == ["mail/a.txt:2:18"]


def test_an_address_that_points_to_a_finding_leaves_the_filters_alone(chrome: Chrome, show: Open) -> None:
    show(EVERYTHING, fragment="#severity=warning")
    run_script(chrome, "document.getElementById('m1').click()")
    assert fragment_of(chrome) == "f1"
    assert len(places(chrome)) == 3
    chrome.back()
    assert fragment_of(chrome) == "severity=warning"
    assert len(places(chrome)) == 3


def test_words_of_findings_that_are_filtered_out_are_not_marked(chrome: Chrome, show: Open) -> None:
    """Their text stays; where findings overlap, the words of the one that is left stay marked."""
    show(EVERYTHING, fragment="#severity=error")
    assert texts(chrome, "article > blockquote") == [ENGLISH.text]
    assert "".join(texts(chrome, "mark[data-of]:not(.off)")) == ENGLISH.text[11:34]
    assert len(texts(chrome, "a[data-turn]")) == 1


def test_words_of_two_findings_are_marked_by_the_one_that_is_left(chrome: Chrome, show: Open) -> None:
    def classes() -> list[str]:
        return [str(each.get_attribute("class")) for each in chrome.find_elements("css selector", "mark[data-of~='3']")]

    show(EVERYTHING)
    assert classes() == ["warning", "error"]
    show(EVERYTHING, fragment="#severity=warning")
    assert classes() == ["warning", "warning"]


def test_marks_and_advice_light_up_together(chrome: Chrome, show: Open) -> None:
    from selenium.webdriver.common.action_chains import ActionChains

    def lit() -> list[str]:
        found: list[str] = run_script(
            chrome, "return [...document.querySelectorAll('.lit')].map((e) => e.id || e.textContent)"
        )
        return found

    show(EVERYTHING)
    ActionChains(chrome).move_to_element(chrome.find_element("css selector", "mark[data-of='4']")).perform()
    assert lit() == ["have read", " that, or else", "m4", "f4"]
    run_script(chrome, "document.querySelector('#f1 .number').focus()")
    assert lit() == ["Du borde ha läst", "m1", "f1"]


def test_the_keyboard_reaches_marks_and_their_advice(chrome: Chrome, show: Open) -> None:
    from selenium.webdriver.common.keys import Keys

    show(EVERYTHING)
    run_script(chrome, "document.getElementById('clear').hidden = true; document.getElementById('q').focus()")
    chrome.switch_to.active_element.send_keys(Keys.TAB)
    assert chrome.switch_to.active_element.get_attribute("id") == "m1"
    assert chrome.switch_to.active_element.accessible_name == ("Finding 1, warning: blame-shifting/should-have-known")
    assert run_script(chrome, "return getComputedStyle(document.activeElement).outlineStyle") == "solid"
    chrome.switch_to.active_element.send_keys(Keys.ENTER)
    assert fragment_of(chrome) == "f1"
    assert chrome.switch_to.active_element.get_attribute("id") == "f1"


def test_colours_are_those_that_the_reader_chooses(chrome: Chrome, show: Open) -> None:
    show(EVERYTHING, scheme="dark")
    dark = colour(chrome)
    assert dark == "rgb(24, 23, 21)"
    chrome.find_element("id", "scheme").click()
    assert colour(chrome) == "rgb(250, 249, 246)"
    assert chrome.find_element("id", "scheme").text == "Dark colours"
    show(EVERYTHING, scheme="dark")
    assert colour(chrome) == "rgb(250, 249, 246)"
    chrome.find_element("id", "scheme").click()
    assert colour(chrome) == dark
    run_script(chrome, "localStorage.clear()")


def test_colours_change_where_the_browser_remembers_nothing(chrome: Chrome, show: Open) -> None:
    """As browsers may decide for pages that are opened as files."""
    refuse = "Object.defineProperty(window, 'localStorage', {get() { throw new DOMException('no', 'SecurityError'); }})"
    added = chrome.execute_cdp_cmd("Page.addScriptToEvaluateOnNewDocument", {"source": refuse})
    show(EVERYTHING)
    chrome.find_element("id", "scheme").click()
    assert colour(chrome) == "rgb(24, 23, 21)"
    chrome.execute_cdp_cmd("Page.removeScriptToEvaluateOnNewDocument", added)


def test_on_paper_the_replies_stand_without_the_controls(chrome: Chrome, show: Open) -> None:
    show(EVERYTHING, scheme="dark")
    prefer(chrome, scheme="dark", media="print")
    assert texts(chrome, "[role=search], #scheme, input, .skip") == []
    assert texts(chrome, "article > blockquote") == [SWEDISH.text, ENGLISH.text]
    assert len(places(chrome)) == len(EVERYTHING.findings)
    assert run_script(chrome, "return getComputedStyle(document.documentElement).colorScheme") == "light"
