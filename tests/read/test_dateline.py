"""The masthead: stated things are found, and nothing is guessed."""

from __future__ import annotations

from datetime import date

import pytest

from atodds.read.clean import flow
from atodds.read.dateline import Masthead, dateline
from atodds.vocab.days import day, iso_day

STORY = "The harbour was shelled on Friday, and a doctor of the port hospital counted nine dead before noon, four of them dockers.\n"


def masthead(text: str) -> Masthead:
    return dateline(text, flow(text))


@pytest.mark.parametrize(
    ("words", "stated"),
    [
        ("Nov 2, 2007", date(2007, 11, 2)),
        ("Nov. 2nd, 2007", date(2007, 11, 2)),
        ("Friday, 2 November 2007", date(2007, 11, 2)),
        ("2007-11-02", date(2007, 11, 2)),
        ("2.11.2007", date(2007, 11, 2)),
        ("25/11/2007", date(2007, 11, 25)),
        ("11/25/2007", date(2007, 11, 25)),
        # a day or a month first? nobody can say
        ("02/11/2007", None),
        ("02/02/2007", date(2007, 2, 2)),
        ("3 JAN 90", date(1990, 1, 3)),
        ("Feb. 30, 2007", None),
        ("2007-13-01", None),
        ("the second of November", None),
        ("99/99/9999", None),
    ],
)
def test_days(words: str, stated: date | None) -> None:
    assert day(words) == stated


def test_a_time_stamp_names_the_day_that_it_states() -> None:
    assert iso_day("2013-11-04T23:30:00-08:00") == date(2013, 11, 4)
    assert iso_day("2013-11") is None
    assert iso_day("yesterday!") is None


@pytest.mark.parametrize(
    "line",
    [
        "Published Nov 2, 2007 11:49 PM",
        "Published: 2 November 2007",
        "Posted on Friday, November 2, 2007 at 10:15 GMT",
        "Release date: 2007-11-02",
        "By Ann Example, Nov. 2, 2007",
        "By Ann Example | 2 November 2007",
        "2007-11-02",
        "2 November 2007",
        "Friday, November 2, 2007",
        "The Daily Example | 2 November 2007",
        "PORT EXAMPLE, Utopia (Nov. 2, 2007)",
        "PORT EXAMPLE, 2 Nov 2007 (Wire) -- Shells fell.",
        "PORT EXAMPLE, 2 NOV 07 -- Shells fell.",
        # a dateline that names the country in brackets, or sets the place in small letters
        "PORT EXAMPLE (UTOPIA), 2 NOV 07 (WIRE) -- [TEXT] SHELLS FELL.",
        "PORT EXAMPLE, 2 NOV 07 [HARBOUR RADIO] -- [TEXT] SHELLS FELL.",
        "Port Example, Utopia (Nov. 2, 2007) - Shells fell.",
        # a slip of the pen: a stop for the comma
        "PORT EXAMPLE, Utopia (Nov. 2. 2007)",
        # the issue of a day
        "Joint Staff Evening Operational Update, Nov. 2, 2007",
    ],
)
def test_a_day_of_publication(line: str) -> None:
    assert masthead(f"Shells fall on the northern port\n\n{line}\n\n{STORY}").published == date(2007, 11, 2)


@pytest.mark.parametrize(
    "text",
    [
        f"{STORY}A paper of October 24 had warned of it.\n",
        "Nov. 2, 2007, near Hit, Utopia: after a review of the strike records, it was found that nobody was hurt.\n",
        f"Updated Nov 2, 2007\n\n{STORY}",
        f"The report of 2 November 2007 is wrong\n\n{STORY}",
        # a chronicle: each day dates what stands under it
        f"2 November 2007\n\n{STORY}\n3 November 2007\n\n{STORY}",
        # a day below the story
        f"{STORY}\n{STORY}\n2 November 2007\n",
        f"02/11/2007\n\n{STORY}",
        f"PORT EXAMPLE, Utopia (Nov. 2)\n{STORY}",
        f"PORT EXAMPLE, 2 NOV (WIRE) -- {STORY}",
        # no number of a release gives the year
        f"Nov. 2: Raids in Two Provinces\n\n{STORY}",
        # a day inside a sentence that begins with two names
        f"Port Example, Utopia, was shelled (Nov. 2, 2007) - or so it seems.\n{STORY}",
        f"The ministry released no update on 2 November 2007\n\n{STORY}",
    ],
)
def test_a_day_that_is_no_day_of_publication(text: str) -> None:
    assert masthead(text).published is None


def test_the_number_of_a_release_gives_the_year_of_its_dateline() -> None:
    assert masthead(f"2012-04-S-052\n\nPORT EXAMPLE, Utopia (Apr. 26)\n{STORY}").published == date(2012, 4, 26)
    assert masthead(f"2012-05-S-052\n\nPORT EXAMPLE, Utopia (Apr. 26)\n{STORY}").published is None
    assert masthead(f"Joint Staff - Utopia 2012-04-CA–XXX For Release\n\nPort Example, Utopia (Apr. 26) - {STORY}").published == date(
        2012, 4, 26
    )


def test_the_number_of_a_release_gives_the_year_of_its_headline() -> None:
    assert masthead(f"Apr. 26: Raids in Two Provinces\nNEWS 2012-04-S-052\n\n{STORY}").published == date(2012, 4, 26)
    # a dateline is nearer to the story than the headline
    assert masthead(f"Update, Apr. 25, 2012\n2012-04-S-052\n\nPORT EXAMPLE, Utopia (Apr. 26)\n{STORY}").published == date(2012, 4, 26)


@pytest.mark.parametrize(
    ("top", "title"),
    [
        ("Shells fall on the northern port\n\n", "Shells fall on the northern port"),
        ("HOME\n\nShells fall on the port as\n\nU.N. calls for a truce\n\n", "Shells fall on the port as U.N. calls for a truce"),
        ("2 November 2007\n\nShells fall on the northern port\n\n", "Shells fall on the northern port"),
        ("2012-04-S-052\n\nShells fall on the northern port\n\n", "Shells fall on the northern port"),
        ("# Shells fall\n\n", "Shells fall"),
        ("", None),
        ("2 November 2007\n\n", None),
        (f"{STORY}\nThe second day\n\n", None),
    ],
)
def test_titles(top: str, title: str | None) -> None:
    assert masthead(f"{top}{STORY}").title == title


@pytest.mark.parametrize(
    ("line", "outlet"),
    [
        ("© The Daily Example", "The Daily Example"),
        ("© 2013 The Daily Example. All rights reserved.", "The Daily Example"),
        ("Copyright © 2009-2013 The Daily Example", "The Daily Example"),
        ("Copyright 2013 by The Daily Example", "The Daily Example"),
        ("Follow example.org on\nTwitter", "example.org"),
        ("Follow www.example.org on Twitter | Facebook", "example.org"),
        ("www.example.org", "example.org"),
        ("https://example.org/", "example.org"),
        # credits of a picture and of a program
        ("© Getty Images", None),
        ("Powered by PageMill (www.tcpdf.org)", None),
        ("http://www.tcpdf.org", None),
        ("The Daily Example wrote so", None),
        ("© 2013", None),
        ("© The Daily Example\n\n© The Weekly Example", None),
    ],
)
def test_outlets(line: str, outlet: str | None) -> None:
    assert masthead(f"{STORY}\n{line}\n").outlet == outlet


@pytest.mark.parametrize(
    ("top", "outlet", "title"),
    [
        ("THE PORT COURIER\nFriday, May 3, 2013\n\nShells fall on the port\n\n", "THE PORT COURIER", "Shells fall on the port"),
        (
            "Port Press Agency\n\nShells fall on the port\n\nPORT, May 3, 2013 (Port Press) -- ",
            "Port Press Agency",
            "Shells fall on the port",
        ),
        ("PORT WIRE\n\nShells fall on the port\n\nPORT (Port Wire) - ", "Port Wire", "Shells fall on the port"),
        ("Shells fall on the port\n\nPORT (Wire) - ", "Wire", "Shells fall on the port"),
        ("The Red Boat - 3 May 2013\n\nShells fall on the port\n\n", "The Red Boat", "Shells fall on the port"),
        ("Outlet: The Red Boat\n\nShells fall on the port\n\n", "The Red Boat", "Shells fall on the port"),
        # sections, and headlines that end as the name of a paper does
        ("World News | 3 May 2013\n\nShells fall on the port\n\n", None, "Shells fall on the port"),
        ("Army says it fired at the press\n\nThe second day\n\n", None, "Army says it fired at the press"),
        ("Shells Fall On Courier\n\n", None, "Shells Fall On Courier"),
        ("A boat (the Wire) - ", None, None),
    ],
)
def test_nameplates_and_agencies(top: str, outlet: str | None, title: str | None) -> None:
    found = masthead(f"{top}{STORY}")
    assert (found.outlet, found.title) == (outlet, title)
