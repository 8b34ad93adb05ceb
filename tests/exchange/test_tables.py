"""A recorder's table as claims: cells to bounds, days and places; maps; and the two data sets known by their columns."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from msgspec.structs import replace

from atodds.errors import BadInput, UnreadableDocument
from atodds.exchange.tables.cells import delimiter_of, records
from atodds.exchange.tables.columns import KNOWN, recognised, shipped, table_map
from atodds.exchange.tables.counts import Unreadable, bounds, count
from atodds.exchange.tables.days import period, stated
from atodds.exchange.tables.places import country, looked_up
from atodds.exchange.tables.table import MOST_PROBLEMS, Imported, imported
from atodds.model.claim import Claim
from atodds.model.where import Place
from atodds.read.documents import Overrides
from tests.exchange.coded import ACLED, GED, table

WATCH = Overrides(outlet="Hill Watch")
KILLED = '[[figures]]\ncount = "killed"\n'


def read(text: str, map_: str | None = KILLED, **overrides: Any) -> Imported:
    return imported(
        text.encode(), "hills.csv", replace(WATCH, **overrides), None if map_ is None else table_map(map_.encode(), "hills.toml")
    )


def figures(found: Imported) -> list[tuple[Any, ...]]:
    return [(each.figure.low, each.figure.high, each.figure.modality) for each in found.claims if each.figure is not None]


@pytest.mark.parametrize(
    ("words", "low", "high", "modality"),
    [
        ("12", 12, 12, "exact"),
        # a spreadsheet's way of writing a count
        ("12.0", 12, 12, "exact"), ("1,200", 1200, 1200, "exact"), ("1 200", 1200, 1200, "exact"), ("007", 7, 7, "exact"),
        # zero is a claim
        ("0", 0, 0, "none"), ("0.0", 0, 0, "none"), ("none", 0, 0, "none"),
        # a range in one cell
        ("4-7", 4, 7, "exact"), ("4 – 7", 4, 7, "exact"), ("between 4 and 7", 4, 7, "exact"),
        # marks
        ("5+", 5, None, "at_least"), ("≥5", 5, None, "at_least"), (">= 5", 5, None, "at_least"), (">5", 6, None, "more_than"),
        ("<5", None, 4, "less_than"), ("≤ 5", None, 5, "at_most"), ("~5", 5, 5, "about"),
        # words, as in a report
        ("at least 400", 400, None, "at_least"), ("dozens", 24, None, "vague"), ("up to 25", None, 25, "at_most"),
        ("twelve", 12, 12, "exact"),
    ],
)  # fmt: skip
def test_a_cell_as_a_count(words: str, low: int | None, high: int | None, modality: str) -> None:
    assert count(words) == (low, high, modality)


# Codes for "missing", money, ranks, halves, a range upside down, two numbers, and a number among other words.
@pytest.mark.parametrize(
    "words", ["-99", "$5", "1st", "2.5", "7-4", "4, 7", "12 or so others, 3 of them", "see notes", "≥5+", "1,2,3", "9" * 40]
)
def test_what_is_no_count_is_not_guessed(words: str) -> None:
    with pytest.raises(Unreadable):
        count(words)


@pytest.mark.parametrize(
    ("low", "high", "found"),
    [
        ("4", "7", (4, 7, "exact")), ("4", "4", (4, 4, "exact")), ("0", "0", (0, 0, "none")), ("0", "7", (0, 7, "exact")),
        # an empty side is open, never zero
        ("4", None, (4, None, "at_least")), (None, "7", (None, 7, "at_most")), ("0", None, (0, None, "at_least")), (None, None, None),
    ],
)  # fmt: skip
def test_two_cells_as_bounds(low: str | None, high: str | None, found: tuple[Any, ...] | None) -> None:
    assert bounds(low, high) == found


@pytest.mark.parametrize(("low", "high"), [("7", "4"), ("4-7", "9"), ("dozens", None)])
def test_bounds_that_are_none(low: str, high: str | None) -> None:
    with pytest.raises(Unreadable):
        bounds(low, high)


@pytest.mark.parametrize(
    ("words", "form", "first", "last", "precision"),
    [
        ("2012-07-06", None, "2012-07-06", "2012-07-06", "day"),
        ("2012-07-06 00:00:00.000", None, "2012-07-06", "2012-07-06", "day"),
        ("06 July 2012", None, "2012-07-06", "2012-07-06", "day"),
        ("06-Jul-12", None, "2012-07-06", "2012-07-06", "day"),
        ("2012-02", None, "2012-02-01", "2012-02-29", "month"),
        ("July 2012", None, "2012-07-01", "2012-07-31", "month"),
        ("2012", None, "2012-01-01", "2012-12-31", "year"),
        # 13 is no month
        ("13/07/2012", None, "2012-07-13", "2012-07-13", "day"),
        ("06/07/2012", "%d/%m/%Y", "2012-07-06", "2012-07-06", "day"),
        ("7/6/2012 0:00:00", "%m/%d/%Y", "2012-07-06", "2012-07-06", "day"),
    ],
)
def test_a_cell_as_days(words: str, form: str | None, first: str, last: str, precision: str) -> None:
    when = stated(words, form)
    assert (str(when.earliest), str(when.latest), when.precision) == (first, last, precision)


@pytest.mark.parametrize("words", ["06/07/2012", "2012-02-30", "2012-13", "early July", "0000", "41095"])
def test_what_is_no_day_or_two_is_not_guessed(words: str) -> None:
    with pytest.raises(Unreadable):
        stated(words)


@pytest.mark.parametrize(
    ("start", "end", "precision", "first", "last", "told"),
    [
        ("2012-07-06", None, None, "2012-07-06", "2012-07-06", "day"),
        ("2012-07-06", "2012-07-09", None, "2012-07-06", "2012-07-09", "span"),
        ("2012-07-06", "2012-07-09", "span", "2012-07-06", "2012-07-09", "span"),
        # what the table itself calls a day is none where it has two
        ("2012-07-06", "2012-07-09", "day", "2012-07-06", "2012-07-09", "span"),
        # a day that stands for some day of its week, month, year: never a midpoint
        ("2012-07-15", None, "week", "2012-07-09", "2012-07-21", "week"),
        ("2012-07-15", None, "month", "2012-07-01", "2012-07-31", "month"),
        ("2012-07-15", None, "year", "2012-01-01", "2012-12-31", "year"),
        # an interval that the table gives stays as it is
        ("2012-07-02", "2012-07-08", "week", "2012-07-02", "2012-07-08", "week"),
        ("2012-06-01", "2012-09-30", "year", "2012-06-01", "2012-09-30", "year"),
    ],
)
def test_days_and_a_precision_as_a_period(start: str, end: str | None, precision: Any, first: str, last: str, told: str) -> None:
    when = period(stated(start), None if end is None else stated(end), precision)
    assert (str(when.earliest), str(when.latest), when.precision) == (first, last, told)


def test_a_period_does_not_end_before_it_begins() -> None:
    with pytest.raises(Unreadable):
        period(stated("2012-07-06"), stated("2012-07-01"), None)


def test_countries_by_name_and_code() -> None:
    assert [country(name) for name in ("Syria", "SYR", "Myanmar (Burma)", "ivory coast")] == ["SYR", "SYR", "MMR", "CIV"]
    with pytest.raises(Unreadable):
        country("Atlantis")


def test_the_gazetteer_answers_only_where_one_place_agrees_with_all_that_the_row_says() -> None:
    found = looked_up(Place(text="Miranshah", country="PAK", admin2="North Waziristan"))
    assert (found.name, found.precision, found.text) == ("Miran Shah", "town", "Miranshah")
    assert looked_up(Place(text="Miranshah", country="AFG")).geoname is None
    assert looked_up(Place(text="Miranshah", country="PAK", admin2="Orakzai")).geoname is None
    assert looked_up(Place(text="Kesta", country="PAK")).geoname is None
    pinned = Place(text="Miranshah", country="PAK", lat=1.0, lon=2.0)
    assert looked_up(pinned) == pinned


@pytest.mark.parametrize(
    ("text", "delimiter"),
    [
        ("a,b\n1,2\n", ","),
        ("a;b,c\n1;2,5\n", ";"),
        ("a\tb\n1,2\t3\n", "\t"),
        ("a|b\nx, y|2\n", "|"),
        ('a,"b;c;d"\n1,2\n', ","),
        ("a\n1\n", ","),
    ],
)
def test_the_delimiter_is_told_by_the_table(text: str, delimiter: str) -> None:
    assert delimiter_of(text) == delimiter


def test_a_quotation_mark_that_is_never_closed_costs_one_row() -> None:
    found = read('day,killed\n2012,3\n2012,"4\n2012,5\n')
    assert figures(found) == [(3, 3, "exact"), (5, 5, "exact")]
    assert [each.message for each in found.problems] == [
        "hills.csv, row 3: a quotation mark is opened and not closed; double it, or close it"
    ]


def test_rows_are_counted_as_a_spreadsheet_counts_them() -> None:
    assert [record.number for record in records('a,b\n\n"x\ny",1\n1,2\n', ",")] == [1, 3, 4]


def test_a_mark_of_byte_order_and_line_ends_are_no_words() -> None:
    found = read("\ufeffkilled,place\r\n3,Kesta\r\n")
    assert figures(found) == [(3, 3, "exact")]
    assert found.claims[0].quote == "3,Kesta"
    assert found.document.media_type == "text/csv"
    assert found.document.outlet == "Hill Watch"


def test_a_row_or_cell_that_cannot_be_read_is_named_and_the_others_are_read() -> None:
    map_ = '[time]\nstart = "day"\n' + KILLED
    found = read("day,killed\n2012-07-06,3\n2012-07-07,many more\nThursday,5\n2012-07-08\n", map_)
    assert figures(found) == [(3, 3, "exact"), (5, 5, "exact")]
    assert [each.message.split(": ")[0] for each in found.problems] == [
        "hills.csv, row 3, column killed", "hills.csv, row 4, column day", "hills.csv, row 5",
    ]  # fmt: skip
    assert all(each.document == found.document.id for each in found.problems)
    when = found.claims[1].scope.time  # type: ignore[union-attr]
    assert when is not None
    assert (when.unresolved, when.text, when.earliest) == (True, "Thursday", None)


def test_a_wrong_map_is_not_told_a_thousand_times() -> None:
    found = read("killed,x\n" + "".join(f"n{row},1\n" for row in range(300)))
    assert len(found.problems) == MOST_PROBLEMS + 1
    assert found.problems[-1].message == "hills.csv: 200 more cells or rows could not be read; does the map fit the table?"


def test_bounds_lead_to_their_cells() -> None:
    map_ = '[[figures]]\nlow = "least"\nhigh = "most"\n'
    beside, apart = read("least,most,x\n4,7,1\n", map_), read("least,x,most\n4,1,7\n", map_)
    for found, text in ((beside, "4,7"), (apart, "4")):
        claim = found.claims[0]
        assert claim.figure is not None
        assert claim.figure.text == text
        spans = {name: found.document.text[start:end] for name, (start, end) in claim.spans.items()}
        assert spans == {"figure.text": text, "figure.low": "4", "figure.high": "7"}


def test_a_claim_quotes_its_row_or_its_cell() -> None:
    assert read("killed,x\n3,1\n").claims[0].quote == "3,1"
    assert read("killed,x\n3,1\n", '[rows]\nquote = "cell"\n' + KILLED).claims[0].quote == "3"


def test_a_total_is_one_and_an_unlisted_word_is_named() -> None:
    map_ = '[rows]\nextent = { column = "kind", words = { strike = "incident", year = "total", odd = "" } }\n' + KILLED
    found = read("kind,killed\nstrike,3\nYear,30\nodd,1\nmonth,9\n", map_)
    assert [(each.scope.extent, each.scope.aggregate) for each in found.claims if each.scope is not None] == [
        ("incident", False), ("total", True), (None, False), (None, False),
    ]  # fmt: skip
    assert "row 5, column kind: 'month' is not among the words of rows.extent" in found.problems[0].message


def test_a_source_is_a_link_where_the_map_says_so_and_not_else() -> None:
    text = 'killed,source,said\n3,"Harbour  ""Wire""",2012-07-07\n4,,\n5,' + "word " * 13 + ",\n"
    map_ = KILLED + '[source]\nspeaker = "source"\ndate = "said"\n'
    assert [each.attribution for each in read(text).claims] == [(), (), ()]
    found = read(text, map_)
    (link,) = found.claims[0].attribution
    assert (link.speaker, link.date, found.document.text[link.start : link.end]) == (
        'Harbour "Wire"', date(2012, 7, 7), 'Harbour  ""Wire""',
    )  # fmt: skip
    assert [each.attribution for each in found.claims[1:]] == [(), ()]
    assert "more than 12 words" in found.problems[0].message


def test_what_the_map_gives_for_all_rows_is_of_the_document() -> None:
    found = read("killed,x\n3,1\n", KILLED + '[place]\ncountry = { value = "PAK" }\n[means]\nvalue = "drone"\n')
    scope = found.claims[0].scope
    assert scope is not None
    assert scope.place is not None
    assert (scope.place.text, scope.place.country, scope.place.from_) == ("Pakistan", "PAK", "document")
    assert (scope.means, scope.means_from) == ("drone", "document")
    assert set(found.claims[0].spans) == {"figure.text"}


def test_a_country_nobody_can_read_lets_no_other_be_found() -> None:
    found = read("killed,place,country\n3,Miranshah,Atlantis\n", KILLED + '[place]\nname = "place"\ncountry = "country"\n')
    place = found.claims[0].scope.place  # type: ignore[union-attr]
    assert place == Place(text="Miranshah")
    assert "'Atlantis' is a country on no list" in found.problems[0].message


@pytest.mark.parametrize(
    ("map_", "wrong"),
    [
        ("", "neither [[figures]] nor an [event]"),
        ("[[figures]]\n", "names no column"),
        ('[[figures]]\ncolumn = "x"\n', "unknown field `column`"),
        ('[[figures]]\ncount = "killed"\npart_of = "all"\n', "no figure before it has that name"),
        ('[[figures]]\ncount = "killed"\ncategory = "militant"\n', "Invalid enum value 'militant'"),
        (KILLED + '[means]\nvalue = "wand"\n', "means cannot be 'wand'"),
        (KILLED + '[rows]\ndelimiter = "::"\n', "one character"),
        ("figures = {", "not TOML"),
    ],
)
def test_a_map_that_is_none_says_which_key(map_: str, wrong: str) -> None:
    with pytest.raises(BadInput, match=wrong.replace("[", r"\[")):
        table_map(map_.encode(), "hills.toml")


def test_a_map_of_another_table_says_which_column() -> None:
    with pytest.raises(BadInput, match="it has no column 'killed', which the map names; its columns are dead, x"):
        read("dead,x\n3,1\n")
    with pytest.raises(BadInput, match="it has 2 columns 'killed'"):
        read("killed,killed\n3,1\n")
    with pytest.raises(BadInput, match="not a table that is known by its columns"):
        read("killed,x\n3,1\n", None)


@pytest.mark.parametrize("data", [b"", b"  \n", b"PK\x03\x04 a workbook", b"one column\n3\n", b'"open,x\n'])
def test_bytes_that_hold_no_table(data: bytes) -> None:
    with pytest.raises(UnreadableDocument):
        imported(data, "hills.csv", WATCH)


def by(found: Imported, row: str) -> dict[str, Claim]:
    """The claims of a row by what they count: of its id, category and rule."""
    claims = [claim for claim in found.claims if claim.quote.startswith(f"{row},")]
    return {_key(claim): claim for claim in claims}


def _key(claim: Claim) -> str:
    figure = claim.figure
    return "event" if figure is None else f"{figure.category} {figure.as_claimed or ''} {claim.rule}".replace("  ", " ")


@pytest.mark.parametrize(("name", "header"), [*zip(KNOWN, (GED[0], ACLED[0]), strict=True)])
def test_a_known_map_names_what_the_data_set_has(name: str, header: list[str]) -> None:
    found = shipped(name)
    assert {*found.recognised_by, *found.columns} <= set(header)


def test_columns_tell_a_data_set_in_any_order() -> None:
    assert recognised(list(reversed(GED[0]))) == shipped("ucdp_ged")
    assert recognised(list(reversed(ACLED[0]))) == shipped("acled")
    assert recognised([column for column in GED[0] if column != "date_prec"]) is None


def test_columns_in_capitals_are_the_same_columns() -> None:
    found = imported(table([[column.upper() for column in ACLED[0]], *ACLED[1:]]), "acled.csv", Overrides(outlet="ACLED"))
    assert len(found.claims) == 5


def test_events_of_ucdp() -> None:
    found = imported(table(GED), "ged.csv", Overrides(outlet="UCDP"))
    assert found.problems == ()
    battle, onesided, between = by(found, "1"), by(found, "2"), by(found, "3")
    # state-based: bounds, the best estimate beside them, and the dead of each side as parts, all estimates
    assert list(battle) == [
        "event", "unknown table_range", "unknown table_best", "civilian table_best",
        "security_forces Government of Norland table_best", "combatant Ridge Army table_best",
    ]  # fmt: skip
    whole = battle["unknown table_range"]
    assert whole.figure is not None
    assert (whole.figure.low, whole.figure.high, whole.figure.modality) == (5, 9, "exact")
    assert {each.part_of for each in battle.values() if each.figure is not None and each.figure.category != "unknown"} == {whole.id}
    zero = battle["civilian table_best"].figure
    assert zero is not None
    assert (zero.low, zero.high, zero.modality) == (0, 0, "about")
    assert whole.scope is not None
    assert whole.scope.agent is None
    assert whole.attribution == ()
    # one-sided: side A is the perpetrator, of the figures and of the event; a month, and a province by its name, without its point
    scope = onesided["civilian table_best"].scope
    assert scope is not None
    assert scope.time is not None
    assert scope.place is not None
    assert (scope.agent, scope.extent, str(scope.time.latest), scope.time.precision) == ("Ridge Army", "incidents", "2012-07-31", "month")
    assert (scope.place.text, scope.place.precision, scope.place.lat, scope.place.country) == ("Kesta province", "admin1", None, "COD")
    event = onesided["event"].event
    assert event is not None
    assert (event.type, event.agent) == ("ASSAULT", "Ridge Army")
    # between two groups: each side's dead under its name
    assert {"combatant Ridge Army table_best", "combatant Ford Front table_best"} <= set(between)


def test_events_of_acled() -> None:
    found = imported(table(ACLED), "acled.csv", Overrides(outlet="ACLED"))
    assert found.problems == ()
    strike, protest, treaty = (by(found, f"NOR{number}") for number in (1, 2, 3))
    figure, scope = strike["unknown table_best"].figure, strike["unknown table_best"].scope
    assert figure is not None
    assert scope is not None
    assert scope.time is not None
    assert scope.place is not None
    assert (figure.low, figure.high, figure.modality) == (12, 12, "about")
    # actor 1 is nobody's perpetrator, an air or drone strike is neither
    assert (scope.agent, scope.means) == (None, None)
    assert (str(scope.time.earliest), str(scope.time.latest), scope.time.precision) == ("2012-06-30", "2012-07-12", "week")
    assert (scope.place.text, scope.place.precision, scope.place.country, scope.place.lat) == ("Kesta", "town", "AFG", 34.1)
    assert (protest["event"].event.type, protest["event"].event.mode) == ("PROTEST", "demo")  # type: ignore[union-attr]
    assert protest["unknown table_best"].figure.high == 0  # type: ignore[union-attr]
    assert list(treaty) == ["unknown table_best"]
