"""Make the sample PDFs from the texts of `src/`, printed as a browser prints an article.

    python examples/make_pdf.py

A source has a head of `Name: value` lines, a blank line, and the report with the line ends that the page will have. Outlet and
date run along the top of each page, address and notice along the bottom, so that a page's end cuts through the report.
The same source gives the same bytes.
"""

from __future__ import annotations

from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

from reportlab.lib.pagesizes import A5
from reportlab.pdfgen.canvas import Canvas

HERE = Path(__file__).parent
REPORTS = HERE / "reports"
SOURCES = HERE / "src"

MARGIN = 54  # points, all round
LINE = 15  # points from line to line
LINES_A_PAGE = 30  # what A5 holds between the running lines
BODY = ("Times-Roman", 11)
TITLE = ("Times-Bold", 14)
RUNNING = ("Helvetica", 7)


@dataclass(frozen=True, kw_only=True)
class Source:
    """A report as it lies in `src/`: what its head says, and its lines."""

    outlet: str
    address: str
    published: str
    title: str
    notice: str
    body: tuple[str, ...]


def read_source(path: Path) -> Source:
    """The report in one file of `src/`."""
    head, _, body = path.read_text(encoding="utf-8").partition("\n\n")
    fields = dict(line.split(": ", 1) for line in head.splitlines())
    return Source(**{name.lower(): value for name, value in fields.items()}, body=tuple(body.splitlines()))


def pages(source: Source) -> list[list[str]]:
    """The lines of each page between its running lines; the title takes two lines of the first."""
    first = LINES_A_PAGE - 2
    rest = source.body[first:]
    return [list(source.body[:first]), *(list(rest[at : at + LINES_A_PAGE]) for at in range(0, len(rest), LINES_A_PAGE))]


def page_text(source: Source) -> list[list[str]]:
    """Every printed line of each page, from top to bottom: one above the report, two below it."""
    sheets = pages(source)
    above = f"{source.outlet} - {source.published}"
    below = [[f"{source.address} {number}/{len(sheets)}", source.notice] for number in range(1, len(sheets) + 1)]
    titles = [[source.title], *([] for _ in sheets[1:])]
    return [[above, *title, *lines, *foot] for title, lines, foot in zip(titles, sheets, below, strict=True)]


def render(source: Source) -> bytes:
    """The PDF of a report, without the day or the machine that made it."""
    buffer = BytesIO()
    # Uncompressed, so that another build of zlib makes the same file.
    canvas = Canvas(buffer, pagesize=A5, invariant=1, pageCompression=0)
    canvas.setTitle(source.title)
    canvas.setAuthor(source.outlet)
    for number, lines in enumerate(page_text(source)):
        _draw_page(canvas, lines, titled=number == 0)
        canvas.showPage()
    canvas.save()
    return buffer.getvalue()


def _draw_page(canvas: Canvas, lines: list[str], *, titled: bool) -> None:
    above, *report, address, notice = lines
    _draw(canvas, [above], height=A5[1] - 32, font=RUNNING)
    top = A5[1] - MARGIN - LINE
    if titled:
        _draw(canvas, report[:1], height=top, font=TITLE)
        report, top = report[1:], top - 2 * LINE
    _draw(canvas, report, height=top, font=BODY)
    _draw(canvas, [address, notice], height=36, font=RUNNING, line=10)


def _draw(canvas: Canvas, lines: list[str], *, height: float, font: tuple[str, int], line: float = LINE) -> None:
    canvas.setFont(*font)
    for number, words in enumerate(lines):
        canvas.drawString(MARGIN, height - number * line, words)


def main() -> None:
    for path in sorted(SOURCES.glob("*.txt")):
        (REPORTS / path.with_suffix(".pdf").name).write_bytes(render(read_source(path)))


if __name__ == "__main__":
    main()
