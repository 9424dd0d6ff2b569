"""Web pages: nothing is lost, lists keep their numbers, noise is marked, hidden text is reported."""

from __future__ import annotations

import pytest

from brief.document import Document
from brief.errors import EmptyDocument, UnknownFormat
from brief.ingest import read

AWKWARD = """<!DOCTYPE html><html><head><title>Not text</title><style>p{color:red}</style></head>
<body class="page has-sidebar"><p>Before the first heading.</p>
<div class="nav"><a href="/">Home</a> <a href="/n">News</a></div>
<h1>Lee asks <em>Rivers</em> for&nbsp;answers</h1>
Loose text in the body.
<p>One<br>two<br><br>three</p>
<ol start="3"><li>Third<ol type="a"><li>sub a</li><li value="4">sub d<ul><li>dot</li></ul></li></ol></li>
<li><p>Fourth</p><p>goes on</p></li></ol>
<ol type="I"><li>One</li></ol><ol reversed><li>x</li><li>y</li></ol>
<p>(a) typed item<br>(b) another<br>2. a third</p>
<blockquote><p>Quoted words.</p></blockquote>
<table><tr><th>Name</th><th>State</th></tr><tr><td>Ann Lee</td><td>Ohio</td></tr></table>
<table><tr><td><p>Laid out</p></td><td><p>beside</p></td></tr></table>
<pre>  kept   as it is
2nd line</pre>
<p hidden>Secret one.</p><div style="DISPLAY : none">Secret two.</div><script>var x = "Secret three"</script>
<p>Last &lt;b&gt; words &amp; more text so that the page is long enough to have a middle and two ends.</p>
<aside>Related</aside><footer><p>Office</p></footer></body></html>"""


def shape(document: Document) -> list[tuple[str, int, str | None, str]]:
    return [(b.kind, b.level, b.marker, document.text[b.start : b.end]) for b in document.blocks]


def test_an_awkward_page_keeps_its_order_its_numbers_and_its_text() -> None:
    document = read(AWKWARD.encode())

    assert document.media_type == "text/html"
    assert shape(document) == [
        ("paragraph", 0, None, "Before the first heading."),
        ("noise", 0, None, "Home News"),
        ("heading", 1, None, "Lee asks Rivers for\xa0answers"),
        ("paragraph", 0, None, "Loose text in the body."),
        ("paragraph", 0, None, "One\ntwo"),
        ("paragraph", 0, None, "three"),
        ("item", 1, "3.", "3. Third"),
        ("item", 2, "a.", "a. sub a"),
        ("item", 2, "d.", "d. sub d"),
        ("item", 3, "•", "• dot"),
        ("item", 1, "4.", "4. Fourth"),
        ("paragraph", 0, None, "goes on"),
        ("item", 1, "I.", "I. One"),
        ("item", 1, "2.", "2. x"),
        ("item", 1, "1.", "1. y"),
        ("item", 1, "(a)", "(a) typed item"),
        ("item", 1, "(b)", "(b) another"),
        ("item", 2, "2.", "2. a third"),
        ("quote", 0, None, "Quoted words."),
        ("table", 0, None, "Name\tState\nAnn Lee\tOhio"),
        ("paragraph", 0, None, "Laid out"),
        ("paragraph", 0, None, "beside"),
        ("paragraph", 0, None, "  kept   as it is\n2nd line"),
        ("paragraph", 0, None, shape(document)[23][3]),
        ("noise", 0, None, "Related"),
        ("noise", 0, None, "Office"),
    ]
    assert shape(document)[23][3].startswith("Last <b> words & more")
    assert "Secret" not in document.text
    assert document.warnings == ("22 characters that the page hides were left out",)


def test_a_form_around_the_whole_page_is_no_noise() -> None:
    document = read(f"<html><form><h1>Title</h1><p>{'We write to you. ' * 40}</p></form></html>".encode())

    assert [b.kind for b in document.blocks] == ["heading", "paragraph"]


def test_the_kind_is_told_by_content_before_the_ending() -> None:
    assert read(b"<!-- saved --><HTML><p>Hello there</p>", name="x.txt").media_type == "text/html"
    assert read(b"Dear <name>,\n\nwe write.", name="x.txt").media_type == "text/plain"
    assert read(b"Dear all,\n\nno tags here", name="x.html").media_type == "text/plain"
    assert read(b"<p>A fragment", name="x.html").text == "A fragment"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "cp1252"])
def test_a_page_in_any_encoding_is_read(encoding: str) -> None:
    page = (
        "<html><head><meta charset='windows-1252'></head><p>Café “now” – the Secretary’s plan is not ours.</p></html>"
    )

    assert read(page.encode(encoding)).text == "Café “now” – the Secretary’s plan is not ours."


def test_a_page_without_text_is_empty() -> None:
    with pytest.raises(EmptyDocument, match="no text"):
        read(b"<html><body><script>1</script></body></html>", name="e.html")
    with pytest.raises(EmptyDocument, match="no text"):
        read(b"<!DOCTYPE html>", name="e.html")


@pytest.mark.parametrize("tag", ["div", "b", "ol><li", "blockquote", "table><tr><td"])
def test_tags_nested_beyond_all_sense_are_a_named_error_not_a_text_cut_short(tag: str) -> None:
    page = b"<html><p>Dear Sir</p>" + f"<{tag}>".encode() * 200_000 + b"deep"

    with pytest.raises(UnknownFormat, match=r"deep\.html: cannot be parsed as HTML \(Excessive depth"):
        read(page, name="deep.html")


def test_tags_nested_deep_but_in_sense_are_read() -> None:
    page = b"<html><p>Dear Sir</p>" + b"<div>" * 1_000 + b"deep" + b"</div>" * 1_000 + b"<p>end"

    assert read(page).text == "Dear Sir\n\ndeep\n\nend"


def test_a_page_cannot_make_the_parser_open_other_files() -> None:
    page = b'<!DOCTYPE html [<!ENTITY x SYSTEM "file:///etc/passwd">]><html><p>Dear &x; Sir</p></html>'

    assert "root:" not in read(page).text
