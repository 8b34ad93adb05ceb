"""The picture: golden, well formed for any words, nothing over anything else, and the same as the text and the table."""

from __future__ import annotations

import csv
import io
import re
from itertools import combinations
from pathlib import Path
from typing import NamedTuple
from xml.etree import ElementTree

import pytest
from msgspec.structs import replace

from atodds.exchange.compared import json_lines, write_csv
from atodds.model.text import Document
from atodds.views.asking import asking
from atodds.views.chart import svg
from atodds.views.compare import Compared, compare
from atodds.views.cuts import ALL as MOST
from atodds.views.cuts import EACH
from atodds.views.plot import plot
from atodds.views.svg import width
from tests.views.rivals import (
    ALL,
    AT_LEAST,
    DOCUMENTS,
    FINDINGS,
    GROUPING,
    HOSTILE,
    NONE_IN_2012,
    REVISIONS,
    SINCE_2008,
    claim,
    report,
    span,
)

HERE = Path(__file__).parent
SVG = "{http://www.w3.org/2000/svg}"
ASKED = asking("civilians killed by drones in Pakistan since 2008, roughly")
CITED = ["AtOdds, 2013-11-05, from ledger head 16 0123456789abcdef."]


def drones() -> Compared:
    return compare(ASKED, ALL, DOCUMENTS, grouping=GROUPING, revisions=REVISIONS, findings=FINDINGS)


def hostile() -> Compared:
    """Every name that could break a file, a page or a line, as speaker, voice and outlet."""
    reports = [report(each) for each in HOSTILE]
    claims = [
        claim(name[:40], 10 * number, None if number % 2 else 10 * number, said, says=name, via=(name,), time=span(2012, 2012), hedge=name)
        for number, (name, said) in enumerate(zip(HOSTILE, reports, strict=True))
    ]
    asked = ASKED._replace(unread=HOSTILE)
    return compare(asked, claims, {each.id: each for each in reports})


def many(number: int) -> Compared:
    claims = [claim(f"claim {each}", each, each, says=f"Voice {each}", time=span(2012, 2012)) for each in range(1, number + 1)]
    return compare(ASKED, claims, DOCUMENTS)


class Written(NamedTuple):
    """A line of text on the page."""

    words: str
    left: float
    right: float
    top: float
    bottom: float


def written(picture: str) -> list[Written]:
    """Every line, as wide as it can be in any common font."""
    found = []
    for each in ElementTree.fromstring(picture).iter(f"{SVG}text"):
        size, words = float(each.attrib["font-size"]), each.text or ""
        wide = width(words, size, bold=each.get("font-weight") == "bold")
        x, y = float(each.attrib["x"]), float(each.attrib["y"])
        left = {"start": x, "middle": x - wide / 2, "end": x - wide}[each.get("text-anchor", "start")]
        found.append(Written(words, left, left + wide, y - 0.75 * size, y + 0.22 * size))
    return found


@pytest.mark.parametrize("name", ["compare.svg", "compare.txt"])
def test_golden(name: str, request: pytest.FixtureRequest) -> None:
    made = svg(drones(), cited=CITED) if name.endswith("svg") else plot(drones(), cited=CITED)
    if request.config.getoption("--accept"):
        (HERE / name).write_text(made, encoding="utf-8")
    assert made == (HERE / name).read_text(encoding="utf-8")


@pytest.mark.parametrize("wide", [360, 679, 680, 960, 1600])
@pytest.mark.parametrize("compared", [drones(), hostile(), many(90)], ids=["drones", "hostile", "many"])
def test_no_line_lies_over_another_or_leaves_the_page(compared: Compared, wide: int) -> None:
    lines = written(svg(compared, cited=CITED, wide=wide))
    for each in lines:
        assert each.left >= 0
        assert each.right <= wide + 0.01, each
    for one, other in combinations(lines, 2):
        apart = one.right <= other.left or other.right <= one.left or one.bottom <= other.top or other.bottom <= one.top
        assert apart, (one, other)


def test_the_picture_says_what_it_is_to_those_who_cannot_see_it() -> None:
    root = ElementTree.fromstring(svg(drones(), cited=CITED))
    title, described = root.find(f"{SVG}title"), root.find(f"{SVG}desc")
    assert title is not None
    assert described is not None
    assert root.attrib["role"] == "img"
    assert root.attrib["aria-labelledby"] == f"{title.attrib['id']} {described.attrib['id']}"
    assert title.text == "How many civilians were killed by drone strikes in Pakistan since 2008?"
    assert "Pakistan’s Ministry of Defence, via Register of Harm · 2017-01-20: 0 civilians killed." in (described.text or "")
    assert "lie in 2012, for which Pakistan’s Ministry of Defence claims 0" in (described.text or "")


def test_nothing_in_it_runs_or_is_fetched() -> None:
    for compared in (drones(), hostile()):
        picture = svg(compared)
        names = {each.tag.removeprefix(SVG) for each in ElementTree.fromstring(picture).iter()}
        assert names <= {"svg", "title", "desc", "style", "rect", "g", "text", "path", "circle"}
        attributes = {key for each in ElementTree.fromstring(picture).iter() for key in each.attrib}
        assert not {key for key in attributes if key.startswith("on") or "href" in key or key == "style"}
        assert "url(" not in picture
        assert "@import" not in picture


def test_words_that_steer_the_reading_are_shown_as_marks() -> None:
    picture = svg(hostile())
    assert not re.search("[\x00-\x08\x0b-\x1f\x7f-\x9f\u200f\u202a-\u202e\u2066-\u2069\ufffe\uffff\ud800-\udfff]", picture)
    assert "\N{REPLACEMENT CHARACTER}gnilims" in picture
    assert "وزارة\u200e الدفاع\u200e · 2013-11-04" in picture  # the day is not drawn in among the letters
    picture.encode("utf-8")


@pytest.mark.parametrize("wide", [360, 960])
def test_every_mark_lies_on_the_page(wide: int) -> None:
    for each in ElementTree.fromstring(svg(drones(), wide=wide)).iter(f"{SVG}g"):
        for part in each.iter(f"{SVG}path") if "mark" in each.get("class", "") else ():
            start = re.match(r"M([\d.]+) [\d.]+(?:H([\d.]+))?", part.attrib["d"])
            assert start is not None
            assert all(16 <= float(x) <= wide - 16 for x in start.groups() if x is not None)


def words_of(printed: str) -> str:
    """A plot without its marks, on one line."""
    return " ".join(re.sub("[·●◆○×├┤►◄─╌]", "", printed).split())


def lanes_drawn(picture: str) -> list[str]:
    return [each.attrib["data-claim"] for each in ElementTree.fromstring(picture).iter(f"{SVG}g") if each.get("class") == "lane"]


def test_every_claim_is_one_lane_of_picture_text_and_table() -> None:
    compared, out = drones(), io.StringIO()
    write_csv(compared, out)
    rows = list(csv.DictReader(io.StringIO(out.getvalue())))
    ids = [each.claim for each in compared.lanes]
    assert [row["claim"] for row in rows] == ids
    assert lanes_drawn(svg(compared)) == ids
    assert re.findall(r"claim ([0-9a-f]{10})", plot(compared)) == [each[:10] for each in ids]
    assert len(list(json_lines(compared))) == 1 + len(ids) + len(compared.odds)
    for row, lane in zip(rows, compared.lanes, strict=True):
        bounds = [None if row[side] == "" else float(row[side]) for side in ("low", "high")]
        assert bounds == [lane.low, lane.high]
        assert row["amount"] == lane.amount
        assert f"{lane.speaker}: {lane.amount}" in words_of(plot(compared))


def test_a_claimed_zero_is_a_hollow_mark_and_a_row_of_its_own() -> None:
    compared = compare(ASKED, [NONE_IN_2012, SINCE_2008], DOCUMENTS)
    assert svg(compared).count('class="hollow"') == 2  # the mark and its sample in the legend
    assert plot(compared).count("○") == 2
    assert svg(compare(ASKED, [SINCE_2008], DOCUMENTS)).count('class="hollow"') == 0


def test_an_open_end_is_an_arrow_to_the_end_of_the_axis() -> None:
    line = next(each for each in plot(compare(ASKED, [AT_LEAST], DOCUMENTS)).splitlines() if each.startswith("[1]"))
    assert line.endswith("►")
    assert len(line) == 79


@pytest.mark.parametrize("number", [EACH, EACH + 1, 2000])
def test_a_long_group_shows_its_lowest_and_its_highest_and_says_how_many_it_hides(number: int) -> None:
    compared = many(number)
    drawn = lanes_drawn(svg(compared))
    assert len(drawn) == min(number, EACH)
    assert drawn[0] == compared.lanes[0].claim
    assert drawn[-1] == compared.lanes[-1].claim
    said = f"{number - EACH} of {number} claims are not drawn here"
    assert (said in svg(compared)) == (said in plot(compared)) == (number > EACH)
    out = io.StringIO()
    write_csv(compared, out)
    assert out.getvalue().count("\n") == number + 1


def test_many_groups_are_cut_as_well() -> None:
    claims = [claim(f"in {year}", year, year, time=span(year, year)) for year in range(1000, 2000)]
    compared = compare(asking("civilians killed in Pakistan"), claims, DOCUMENTS)
    assert len(compared.groups) == 1000
    assert len(lanes_drawn(svg(compared))) == MOST
    for shown in (svg(compared), " ".join(plot(compared).split())):
        assert f"{1000 - MOST} groups more with {1000 - MOST} claims are not drawn here" in shown


def test_a_spreadsheet_runs_none_of_it() -> None:
    said: Document = report("=HYPERLINK(0)")
    compared = compare(ASKED, [replace(SINCE_2008, document=said.id, quote="+cmd")], {said.id: said})
    out = io.StringIO()
    write_csv(compared, out)
    row = next(csv.DictReader(io.StringIO(out.getvalue())))
    assert (row["outlet"], row["quote"]) == ("'=HYPERLINK(0)", "'+cmd")


def test_a_page_too_narrow_is_refused() -> None:
    with pytest.raises(ValueError, match="too narrow"):
        svg(drones(), wide=359)
