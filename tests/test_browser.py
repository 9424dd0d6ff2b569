"""The HTML report in a real browser: lighting, filters, keyboard, paper, and that it loads and leaks nothing."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import invented
import pypdfium2
import pytest

from brief.comparison import Comparison, Contrast
from brief.document import Block, Document
from brief.evidence import Claim
from brief.renderers import render

CHROMIUM = Path("/usr/bin/chromium")
FLAGS = [
    "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
    "--disable-background-networking", "--disable-component-update", "--disable-sync",
]  # fmt: skip
REQUIRED = os.environ.get("BRIEF_REQUIRE_BROWSER") == "1"
pytestmark = [
    pytest.mark.browser,
    pytest.mark.slow,
    pytest.mark.skipif(not CHROMIUM.exists() and not REQUIRED, reason="no Chromium here"),
]
RESULTS = {
    "brief": invented.stroud,
    "comparison": invented.comparison,
    "matrix": lambda: invented.matrix(20),
    "matrix-of-two": invented.matrix,
}


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        running = playwright.chromium.launch(executable_path=str(CHROMIUM), args=FLAGS)
        yield running
        running.close()


class Visit:
    """A page opened from a file; whatever it says on the console, asks for, or trips over is kept."""

    def __init__(self, browser: Any, path: Path, fragment: str = "", **context: Any) -> None:
        self.context = browser.new_context(viewport={"width": 1280, "height": 900}, **context)
        self.page = self.context.new_page()
        self.page.set_default_timeout(8000)
        self.complaints: list[str] = []
        self.requests: list[str] = []
        self.page.on("console", lambda message: self.complaints.append(message.text))
        self.page.on("pageerror", lambda error: self.complaints.append(str(error)))
        self.page.on("request", lambda request: self.requests.append(request.url))
        self.page.goto(path.as_uri() + fragment)


@pytest.fixture
def visit(browser: Any, tmp_path: Path) -> Iterator[Any]:
    open_visits = []

    def go(result: object, fragment: str = "", **context: Any) -> Visit:
        path = tmp_path / "report.html"
        path.write_text(str(render(result, "html", documents=invented.DOCUMENTS)), encoding="utf-8")  # type: ignore[arg-type]
        open_visits.append(Visit(browser, path, fragment, **context))
        return open_visits[-1]

    yield go
    for each in open_visits:
        assert each.complaints == []
        assert [url for url in each.requests if not url.startswith("file:")] == []
        assert len(each.requests) == 1
        each.context.close()


def lit(page: Any, pane: str) -> list[str]:
    return [" ".join(text.split()) for text in page.locator(f".pane.{pane} a.lit.on").all_inner_texts()]


def test_a_row_lights_its_sentences_in_both_panes_and_scrolls_to_them(visit: Any) -> None:
    page = visit(invented.comparison()).page
    page.locator("#r1-part-1 th").click()

    assert lit(page, "A") == ["We therefore urge you not to issue any of the twelve licenses."]
    assert lit(page, "B") == ["We therefore urge you to direct the Secretary of Commerce to issue the twelve"]
    for side in "AB":
        box, pane = page.locator(f".pane.{side} a.lit.on").bounding_box(), page.locator(f".pane.{side}").bounding_box()
        assert pane["y"] <= box["y"] <= pane["y"] + pane["height"]
    assert page.locator("[role=status]").inner_text() == "2 passages marked in the letters"
    assert page.url.endswith("#at=part-1")


def test_a_sentence_leads_back_to_each_of_its_rows(visit: Any) -> None:
    page = visit(invented.comparison()).page
    sentence = page.locator(".pane.A a.lit", has_text="We therefore urge you not to issue")
    rows = (sentence.get_attribute("data-for") or "").split()
    assert len(rows) == 3
    for key in rows:
        sentence.click()
        assert page.evaluate("document.activeElement.closest('[data-key]').dataset.key") == key
        assert page.locator("[aria-current=true]").count() == 3


def test_filters_hide_the_other_relations_and_stay_in_the_address(visit: Any) -> None:
    page = visit(invented.comparison()).page
    page.get_by_role("button", name="Conflict").click()

    assert page.url.endswith("#show=conflict")
    assert page.locator("tr[data-kind=differ]").is_hidden()
    assert page.locator("tr[data-kind=conflict]").first.is_visible()
    assert page.locator("#r1-only-b").is_hidden()
    again = visit(invented.comparison(), "#show=conflict,only_b&at=part-1").page
    assert again.get_by_role("button", name="Only B").get_attribute("aria-pressed") == "true"
    assert again.locator("tr[data-kind=agree]").is_hidden()
    assert lit(again, "B")
    again.get_by_role("button", name="All").click()
    assert again.locator("tr[data-kind=agree]").is_visible()


def test_the_keyboard_goes_from_row_to_sentence_and_back(visit: Any) -> None:
    page = visit(invented.comparison()).page
    page.locator("#r1-part-1 a.ref").first.focus()
    page.keyboard.press("ArrowDown")
    assert page.evaluate("document.activeElement.closest('[data-key]').dataset.key") == "part-2"
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.className") == "lit on"
    assert page.evaluate("getComputedStyle(document.activeElement).outlineStyle") == "solid"
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.closest('[data-key]').dataset.key") == "part-2"
    page.keyboard.press("Escape")
    assert page.locator("a.lit.on").count() == 0


def test_without_javascript_rows_and_sentences_are_linked_anchors(visit: Any) -> None:
    page = visit(invented.comparison(), java_script_enabled=False).page
    link = page.locator("#r1-part-1 a.ref").first
    target = page.locator(link.get_attribute("href") or "")
    link.click()

    assert "not to issue any of the twelve" in target.inner_text()
    assert page.locator(target.get_attribute("href") or "").count() == 1
    assert page.locator(".bar").is_hidden()


def test_a_cell_of_the_matrix_opens_its_evidence(visit: Any) -> None:
    page = visit(invented.matrix(20)).page
    page.locator("td.opposes summary").first.click()
    page.locator("td.opposes .pop a.ref").first.click()

    assert page.locator("details.pane").first.get_attribute("open") is not None
    assert "We write to oppose" in page.evaluate("document.activeElement.textContent")


def test_one_cell_is_open_at_a_time_and_escape_closes_it(visit: Any) -> None:
    page = visit(invented.matrix(20)).page
    page.locator("td.opposes summary").first.click()
    page.locator("td.supports summary").first.focus()
    page.keyboard.press("Enter")
    assert page.locator(".stance details[open]").count() == 1
    page.keyboard.press("Escape")
    assert page.locator(".stance details[open]").count() == 0
    assert page.evaluate("document.activeElement.tagName") == "SUMMARY"


def test_nothing_can_be_loaded_or_run_from_the_page(browser: Any, tmp_path: Path) -> None:
    path = tmp_path / "report.html"
    text = str(render(invented.comparison(), "html", documents=invented.DOCUMENTS))
    attack = (
        '<script>window.done=1</script><img src="http://127.0.0.1:9/x.png"><p style="color:red" onclick="done=1">x</p>'
    )
    path.write_text(text.replace("</main>", attack + "</main>"), encoding="utf-8")
    seen = Visit(browser, path)
    blocked = [c for c in seen.complaints if "Content Security Policy" in c]

    assert seen.page.evaluate("'done' in window") is False
    assert len(blocked) >= 3
    seen.context.close()


@pytest.mark.parametrize("width", [1280, 390])
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("name", sorted(RESULTS))
def test_axe_finds_no_violation(visit: Any, name: str, scheme: str, width: int) -> None:
    from axe_playwright_python.sync_playwright import Axe

    page = visit(RESULTS[name](), color_scheme=scheme, bypass_csp=True).page
    page.set_viewport_size({"width": width, "height": 844})
    if name == "comparison":
        page.locator("#r1-part-1 .text").first.click()
    found = Axe().run(page)

    assert found.response["violations"] == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width


@pytest.mark.parametrize("paper", ["letter", "a4"])
@pytest.mark.parametrize("name", sorted(RESULTS))
def test_print_gives_the_page_alone(browser: Any, tmp_path: Path, name: str, paper: str) -> None:
    path = tmp_path / "report.html"
    result = RESULTS[name]()
    path.write_text(str(render(result, "html", documents=invented.DOCUMENTS, paper=paper)), encoding="utf-8")  # type: ignore[arg-type]
    seen = Visit(browser, path)
    pdf = pypdfium2.PdfDocument(seen.page.pdf(prefer_css_page_size=True))
    seen.context.close()

    assert len(pdf) == 1
    assert round(pdf[0].get_width()) == {"letter": 612, "a4": 595}[paper]


def lengthened(doc: Document) -> Document:
    """The letter with 45 paragraphs more: about ten pages."""
    more = [f"Paragraph {n} of the longer letter. " + "It says what it says. " * 30 for n in range(45)]
    text = "\n\n".join([doc.text, *more])
    found = re.finditer(r"Paragraph \d+ of.*", text)
    return replace(doc, text=text, blocks=(*doc.blocks, *(Block("paragraph", m.start(), m.end()) for m in found)))


def long_comparison() -> tuple[Comparison, dict[str, Document]]:
    """Two letters of ten pages each, with a contrast in every paragraph."""
    base = invented.comparison()
    documents = {name: lengthened(doc) for name, doc in invented.DOCUMENTS.items()}

    def said(letter: str, n: int) -> Claim:
        evidence = invented.quoted(documents[letter], f"Paragraph {n} of the longer letter.", letter)
        return Claim(text=f"What paragraph {n} says.", evidence=(evidence,), status="supported")

    more = tuple(
        Contrast(
            topic=f"Topic {n}", relation="differ", aspect="means", a=said(base.a.id, n), b=said(base.b.id, n), rank=n
        )
        for n in range(45)
    )
    return base.model_copy(update={"contrasts": (*base.contrasts, *more)}), documents


def test_large_reports_run_and_stay_under_two_megabytes(browser: Any, tmp_path: Path) -> None:
    result, documents = long_comparison()
    assert all(len(d.text) > 30_000 for d in documents.values())
    for name, text in (
        ("matrix", render(invented.matrix(20), "html", documents=invented.DOCUMENTS)),
        ("comparison", render(result, "html", documents=documents)),
    ):
        path = tmp_path / f"{name}.html"
        path.write_text(str(text), encoding="utf-8")
        seen = Visit(browser, path)
        assert path.stat().st_size < 2_000_000
        assert seen.page.locator(".live").count() == 1  # the script has run over all of it
        seen.context.close()
