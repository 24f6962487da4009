"""HTML: one safe file that a screen reader and a printer understand."""

from html.parser import HTMLParser

from msgspec.structs import replace

from letters.letter import PageBreak, Paragraph, texts
from letters.writers.html import to_fragment, to_html
from letters.writers.writing import write

from .sample import COMPLAINT, NASTY, NASTY_TEXT, SHEET, runs

VOID = {"meta", "br", "col"}


class Outline(HTMLParser):
    """Collects tags with attributes, checks that they nest, and gathers the words of `main`."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.lines: list[str] = []
        self.feed(html)
        self.close()
        assert self.open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        if tag == "br":
            self.lines[-1] += "\n"
        elif tag in {"p", "li", "td", "th", "h1", "h2", "h3"}:
            self.lines.append("")
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if "main" in self.open and data.strip():
            self.lines[-1] += data


def test_same_words_in_the_same_order() -> None:
    found = [line for line in Outline(to_html(COMPLAINT).decode()).lines if line]
    assert [line.removeprefix("1. ").removeprefix("2. ") for line in found] == [t for t in texts(COMPLAINT.body) if t]


def test_values_are_never_markup() -> None:
    outline = Outline(to_html(NASTY).decode())
    assert sum(NASTY_TEXT in line for line in outline.lines) == 9
    assert not {"script", "img", "w:p"} & {tag for tag, _ in outline.tags}
    assert "&lt;w:p/&gt;" in to_html(NASTY).decode()


def test_one_file_without_anything_from_outside() -> None:
    html = to_html(COMPLAINT).decode()
    for outside in ("http:", "https:", "<script", "<link", "url(", "@import"):
        assert outside not in html
    assert "default-src 'none'" in html


def test_headings_and_tables_speak() -> None:
    outline = Outline(to_html(COMPLAINT).decode())
    assert [tag for tag, _ in outline.tags if tag in {"h1", "h2", "h3"}] == ["h1", "h2", "h2", "h3", "h2"]
    assert outline.tags[0] == ("html", {"lang": "zh-CN"})
    scopes = [attributes["scope"] for tag, attributes in outline.tags if tag == "th"]
    assert scopes == ["col"] * 5 + ["rowgroup"] * 2
    sheet = Outline(to_html(SHEET).decode())
    assert [attributes["scope"] for tag, attributes in sheet.tags if tag == "th"] == ["row"] * 3


def test_prints_on_a4_and_reads_on_a_phone() -> None:
    html = to_html(COMPLAINT).decode()
    assert "@page{size:A4;margin:37mm 26mm 35mm 28mm" in html
    assert "width=device-width" in html


def test_page_break_and_control_characters() -> None:
    fragment = to_fragment((Paragraph(runs("甲\x00")), PageBreak(), Paragraph(runs("乙"))))
    assert fragment == '<p>甲</p>\n<p class="fresh">乙</p>'


def test_same_bytes_and_by_name() -> None:
    assert to_html(COMPLAINT) == write(replace(COMPLAINT), "html")
