"""Pages: the report's own text, and only what the page states of itself."""

from __future__ import annotations

from contextlib import suppress
from datetime import date

import pytest

from atodds.errors import UnreadableDocument
from atodds.read.html import read_html

STORY = """<article><h1>Shells fall on the port</h1>
<p>At least nine dockers were killed on Friday when shells fell on the northern port,
a doctor of the port hospital said.</p>
<p>The navy denied it. Its spokesman told reporters that the port had <b>not</b> been a target<br>and that nobody was hurt.</p>
<h2>The second day</h2>
<p>On Saturday the port stayed closed, and families waited at its gate until the evening.</p>
<ul><li>Four dockers were buried in the town.</li><li>Five were taken to their villages.</li></ul></article>"""


def page(head: str = "", story: str = STORY, attributes: str = "lang=en") -> bytes:
    navigation = "<nav><ul><li><a href=/>Home</a></li><li><a href=/news>News</a></li></ul></nav>"
    body = f"<body>{navigation}{story}<footer>© 2009 The Daily</footer></body>"
    return f"<!DOCTYPE html><html {attributes}><head>{head}</head>{body}</html>".encode()


def test_paragraphs_headings_and_items_without_the_page_around_them() -> None:
    assert read_html(page()).text.split("\n\n") == [
        "Shells fall on the port",
        "At least nine dockers were killed on Friday when shells fell on the northern port, a doctor of the port hospital said.",
        "The navy denied it. Its spokesman told reporters that the port had not been a target\nand that nobody was hurt.",
        "The second day",
        "On Saturday the port stayed closed, and families waited at its gate until the evening.",
        "• Four dockers were buried in the town.\n• Five were taken to their villages.",
    ]


@pytest.mark.parametrize(
    ("head", "field", "value"),
    [
        ("<title>Shells fall | The Daily</title><meta property='og:site_name' content='The Daily'>", "outlet", "The Daily"),
        (
            "<meta property='og:title' content='Nine die | The Daily'><meta property='og:site_name' content='The Daily'>",
            "title",
            "Nine die",
        ),
        (
            '<script type="application/ld+json">{"@type":"NewsArticle","publisher":{"name":"The Daily"}}</script>',
            "outlet",
            "The Daily",
        ),
        ('<script type="application/ld+json">{broken</script>', "outlet", None),
        ("<link rel=canonical href='https://www.daily.example/a/2013/05/02/x'>", "outlet", "daily.example"),
        ("<link rel=canonical href='https://www.daily.example/a'>", "url", "https://www.daily.example/a"),
        ("<meta property='article:published_time' content='2013-05-02T23:30:00+05:00'>", "published", date(2013, 5, 2)),
        (
            '<script type="application/ld+json">[{"@graph":[{"datePublished":"2013-05-02"}]}]</script>',
            "published",
            date(2013, 5, 2),
        ),
        ("<meta name=date content='2 May 2013'>", "published", date(2013, 5, 2)),
        # an address and a footer state nothing of the day
        ("<link rel=canonical href='https://www.daily.example/2013/05/02/x'>", "published", None),
        ("<meta property='article:modified_time' content='2013-05-02'>", "published", None),
        ("<title>Port news</title>", "title", "Shells fall on the port"),
    ],
)
def test_what_a_page_states_of_itself(head: str, field: str, value: object) -> None:
    assert getattr(read_html(page(head)), field) == value


def test_the_only_time_of_a_page_is_its_day_and_one_of_two_is_not() -> None:
    one = STORY.replace("</h1>", "</h1><time datetime='2013-05-02T10:00'>Thursday</time>")
    assert read_html(page(story=one)).published == date(2013, 5, 2)
    assert read_html(page(story=one.replace("</h2>", "</h2><time datetime='2013-05-03'>Friday</time>"))).published is None
    marked = one.replace("</h2>", "</h2><time datetime='2013-05-03' itemprop=datePublished>Friday</time>")
    assert read_html(page(story=marked)).published == date(2013, 5, 3)


def test_the_language_of_the_page() -> None:
    assert read_html(page(attributes="lang='en-GB'")).language == "en"
    assert read_html(page(attributes="")).language is None


@pytest.mark.parametrize("declared", ["iso-8859-1", "windows-1252", "utf-8", "no-such-thing"])
def test_the_encoding_is_what_the_bytes_are(declared: str) -> None:
    words = "<p>The army’s spokesman in Mérida said that nine people were killed – “no more”.</p>"
    html = f"<html><head><meta charset={declared}></head><body>{words}</body></html>"
    assert "army’s spokesman in Mérida" in read_html(html.encode("cp1252")).text


def test_a_page_of_two_sentences() -> None:
    assert read_html(b"<p>Nine people died. The army denies it.</p>").text == "Nine people died. The army denies it."


def test_a_table_keeps_its_rows() -> None:
    table = "<table><tr><th>Killed</th><th>Hurt</th></tr><tr><td>9</td><td>14</td></tr></table>"
    assert "Killed | Hurt\n9 | 14" in read_html(page(story=STORY.replace("</ul>", f"</ul>{table}"))).text


@pytest.mark.parametrize(
    ("html", "words"),
    [
        ("<html><body>" + "<div>" * 200_000 + "Nine people died.", "deep"),
        ("<html><body><div " + " ".join(f"a{n}=1" for n in range(300_000)) + ">Nine people died.</div>", "attributes"),
        # the attributes hide behind a quoted angle
        ("<div x='>' " + "a " * 300_000 + ">Nine people died.</div>", "attributes"),
        ("<br>" * 400_000, "tags"),
        ("<html><body>" + "<script>var a = 1;</script>" * 10_000 + "</body></html>", "gave no text"),
    ],
)
def test_hostile_pages_are_refused(html: str, words: str) -> None:
    with pytest.raises(UnreadableDocument, match=words):
        read_html(html.encode())


def test_a_huge_paragraph_is_not_lost() -> None:
    sentence = "Nine people died in the raid on the market of the town. "
    html = f"<html><body><article><p>{sentence * 200_000}</p></article></body></html>"
    assert len(read_html(html.encode()).text) > 10_000_000


@pytest.mark.parametrize("data", [b"<html></html>", b"<!-- -->", b"<", b"<html>\x00\x0b\xff</html>", b"&#0;&#xD800;<p>"])
def test_pages_with_nothing_in_them(data: bytes) -> None:
    with suppress(UnreadableDocument):
        assert len(read_html(data).text) < 20
