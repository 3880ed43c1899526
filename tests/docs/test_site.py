"""The static site: every page, every link and every anchor is there, and nothing is fetched from elsewhere."""

from __future__ import annotations

from html.parser import HTMLParser
from typing import TYPE_CHECKING

import pytest

from docs.site.build import ROOT, Page, build, render, site_pages, slug

if TYPE_CHECKING:
    from pathlib import Path


class Links(HTMLParser):
    """Gathers what a page links to, loads, and can be linked to at."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.links: list[str] = []
        self.loaded: list[str] = []
        self.anchors: list[str] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        for name, value in attrs:
            if name == "id":
                self.anchors.append(value or "")
            elif name == "href" and tag == "a":
                self.links.append(value or "")
            elif name in {"href", "src"}:
                self.loaded.append(value or "")


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("site")
    build(ROOT, folder)
    return folder


@pytest.fixture(scope="module")
def pages(site: Path) -> dict[Path, Links]:
    return {path.resolve(): Links(path.read_text(encoding="utf-8")) for path in site.rglob("*.html")}


def test_every_document_of_the_repository_is_a_page() -> None:
    documents = {path.relative_to(ROOT).as_posix() for path in (ROOT / "docs").rglob("*.md")}
    assert documents <= {page.source for page in site_pages(ROOT)}


def test_links_lead_to_pages_and_anchors_that_are_there(pages: dict[Path, Links]) -> None:
    wrong = []
    for path, page in pages.items():
        for link in page.links:
            target, _, anchor = link.partition("#")
            if link.startswith("https://"):
                continue
            found = pages.get((path.parent / target).resolve() if target else path)
            if found is None or (anchor and anchor not in found.anchors):
                wrong.append(f"{path.name}: {link}")
    assert wrong == []


def test_nothing_is_loaded_but_the_style_sheet_beside_the_pages(site: Path, pages: dict[Path, Links]) -> None:
    for path, page in pages.items():
        assert [(path.parent / loaded).resolve() for loaded in page.loaded] == [site.resolve() / "style.css"]


def test_anchors_of_a_page_are_unique(pages: dict[Path, Links]) -> None:
    for page in pages.values():
        assert len(page.anchors) == len(set(page.anchors))


@pytest.mark.parametrize(
    ("heading", "anchor"),
    [
        ("Stage 1: look", "stage-1-look"),
        ("Scopes of `given`, `unless` and `hint-if`".replace("`", ""), "scopes-of-given-unless-and-hint-if"),
        ("Råd på svenska", "råd-på-svenska"),
    ],
)
def test_anchors_are_those_of_code_hosts(heading: str, anchor: str) -> None:
    """So that links in the Markdown files work in the repository and in the site."""
    assert slug(heading) == anchor


def test_a_heading_that_stands_twice_has_a_number() -> None:
    body = render("# A\n\n## B\n\n## B\n", Page("docs/a.md", "a.html"), {})
    assert 'id="b"' in body
    assert 'id="b-1"' in body


def test_text_below_the_name_of_a_language_is_in_it() -> None:
    """Screen readers pronounce it so."""
    body = render("### Svenska\n\nHej\n\n## More\n\nText\n", Page("docs/a.md", "a.html"), {})
    assert '<p lang="sv">Hej</p>' in body
    assert "<p>Text</p>" in body


def test_links_between_documents_become_links_between_pages() -> None:
    targets = {"docs/rules/stalling.md": "rules/stalling.html", "README.md": "index.html"}
    body = render("[a](rules/stalling.md#soon) [b](../README.md)", Page("docs/a.md", "a.html"), targets)
    assert 'href="rules/stalling.html#soon"' in body
    assert 'href="index.html"' in body
