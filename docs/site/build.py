"""The documentation as a small static site that opens from the file system: no server, no script, no network.

Usage: ``python -m docs.site.build [FOLDER]``; the folder is ``site`` unless another is named.
"""

from __future__ import annotations

import html
import os
import re
import shutil
import sys
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from markdown_it import MarkdownIt

from tonelint.language_names import IN_THEMSELVES

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from markdown_it.token import Token

ROOT = Path(__file__).resolve().parent.parent.parent
STYLE = Path(__file__).with_name("style.css")

SECTIONS = {
    "Start": ("README.md", "docs/adoption.md"),
    "Using tonelint": (
        "docs/configuration.md",
        "docs/suppressions.md",
        "docs/formats.md",
        "docs/reports.md",
        "docs/ci.md",
        "docs/editors.md",
    ),
    "Rules": ("docs/rules/index.md", "docs/tutorial.md", "docs/notation.md"),
    "Background": ("docs/accuracy.md", "docs/architecture.md", "CHANGELOG.md"),
}
"""The pages of the menu, by their places in the repository."""

_HOME = "README.md"
_LANGUAGES = {name: language.value for language, name in IN_THEMSELVES.items()}
_EXTERNAL = re.compile(r"[a-z][a-z+.-]*:", re.IGNORECASE)
_NO_SLUG = re.compile(r"[^\w\- ]")


class Page(NamedTuple):
    """A page of the site.

    Attributes:
        source: the Markdown file, relative to the repository.
        target: the HTML file, relative to the site.
    """

    source: str
    target: str


def site_pages(root: Path) -> list[Page]:
    """All pages: those of the menu, and the reference of the rules."""
    named = [source for sources in SECTIONS.values() for source in sources]
    rules = sorted(path.relative_to(root).as_posix() for path in (root / "docs/rules").glob("*.md"))
    return [Page(source, _target(source)) for source in dict.fromkeys([*named, *rules])]


def build(root: Path, folder: Path) -> list[Path]:
    """Write the site.

    Args:
        root: the repository.
        folder: where the site is written; files of the same names are replaced, others left alone.

    Returns:
        The files written.
    """
    pages = site_pages(root)
    targets = {page.source: page.target for page in pages}
    menu = [(section, [(source, _title(root / source)) for source in sources]) for section, sources in SECTIONS.items()]
    written = []
    for page in pages:
        path = folder / page.target
        path.parent.mkdir(parents=True, exist_ok=True)
        body = render((root / page.source).read_text(encoding="utf-8"), page, targets)
        path.write_text(_document(body, _title(root / page.source), page, menu), encoding="utf-8")
        written.append(path)
    shutil.copyfile(STYLE, folder / STYLE.name)
    return [*written, folder / STYLE.name]


def render(text: str, page: Page, targets: Mapping[str, str]) -> str:
    """The body of a page as HTML.

    Args:
        text: its Markdown.
        page: which page it is; links are relative to it.
        targets: the pages of the site by the Markdown files that links name.
    """
    markdown = MarkdownIt("commonmark", {"html": True}).enable("table")
    tokens = markdown.parse(text)
    _mark_headings(tokens)
    for link in (child for token in tokens for child in token.children or () if child.type == "link_open"):
        link.attrSet("href", _link(str(link.attrGet("href")), page, targets))
    rendered: str = markdown.renderer.render(tokens, markdown.options, {})
    # A wide table scrolls by itself, and not the whole page with it.
    return rendered.replace("<table>", '<div class="table" tabindex="0"><table>').replace("</table>", "</table></div>")


def slug(heading: str) -> str:
    """The anchor of a heading, as code hosts make it: lower case, hyphens for spaces, signs left out."""
    return _NO_SLUG.sub("", heading.strip().lower()).replace(" ", "-")


def _mark_headings(tokens: Sequence[Token]) -> None:
    """Give headings their anchors, and the text below the name of a language that language."""
    seen: dict[str, int] = {}
    language = ""
    for token, following in zip(tokens, [*tokens[1:], None], strict=True):
        if token.type == "heading_open" and following is not None:
            words = _words(following)
            language = _LANGUAGES.get(words, "")
            anchor = slug(words)
            turn = seen[anchor] = seen.get(anchor, -1) + 1
            token.attrSet("id", f"{anchor}-{turn}" if turn else anchor)
        if language and token.nesting == 1 and token.level == 0:
            token.attrSet("lang", language)


def _words(inline: Token) -> str:
    return "".join(child.content for child in inline.children or ())


def _link(href: str, page: Page, targets: Mapping[str, str]) -> str:
    """A link between Markdown files as one between pages."""
    path, sign, anchor = href.partition("#")
    if not path or _EXTERNAL.match(href):
        return href
    source = os.path.normpath(os.path.join(os.path.dirname(page.source), path)).replace(os.sep, "/")
    return _relative(targets[source], page) + sign + anchor if source in targets else href


def _relative(target: str, page: Page) -> str:
    return os.path.relpath(target, os.path.dirname(page.target) or ".").replace(os.sep, "/")


def _target(source: str) -> str:
    if source == _HOME:
        return "index.html"
    return source.removeprefix("docs/").removesuffix(".md").lower() + ".html"


def _title(path: Path) -> str:
    """The first heading of a page."""
    heading = re.search(r"^# (.+)$", path.read_text(encoding="utf-8"), re.MULTILINE)
    return heading[1] if heading else path.stem


def _document(body: str, title: str, page: Page, menu: Sequence[tuple[str, Sequence[tuple[str, str]]]]) -> str:
    name = "tonelint" if page.source == _HOME else f"{title} – tonelint"
    return (
        '<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{html.escape(name)}</title>\n"
        f'<link rel="stylesheet" href="{_relative(STYLE.name, page)}">\n</head>\n<body>\n'
        '<a class="skip" href="#content">To the text</a>\n'
        f'<nav aria-label="Pages">\n{"".join(_menu(menu, page))}</nav>\n'
        f'<main id="content">\n{body}</main>\n</body>\n</html>\n'
    )


def _menu(menu: Sequence[tuple[str, Sequence[tuple[str, str]]]], page: Page) -> Iterator[str]:
    for section, entries in menu:
        yield f"<h2>{html.escape(section)}</h2>\n<ul>\n"
        for source, title in entries:
            here = ' aria-current="page"' if source == page.source else ""
            yield f'<li><a href="{_relative(_target(source), page)}"{here}>{html.escape(title)}</a></li>\n'
        yield "</ul>\n"


if __name__ == "__main__":
    wanted = Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT / "site"
    build(ROOT, wanted)
    print(f"open {wanted / 'index.html'}")
