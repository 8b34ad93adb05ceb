"""Times: which words of a sentence name one, which days they mean, and whether they date the deed or the telling."""

from __future__ import annotations

import timeit
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from atodds.extract.mentions.times import times
from atodds.language.tokens import tokenize
from atodds.model.mention import Marks, Time
from atodds.model.text import Block, Document, Flow, Sentence

MONDAY = "2013-11-04"  # the day of publication in most rows


def sentence(text: str) -> Sentence:
    flow = Flow(text=text, blocks=(Block(start=0, end=len(text)),), pieces=((0, 0),))
    return Sentence(text=text, start=0, index=0, block=0, flow=flow, split=tokenize)


def read(text: str, published: date | None) -> tuple[Time, ...]:
    return times(sentence(text), Marks(), Document(id="r1", text=text, sha256="0" * 64, published=published))


def day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None


def shown(time: Time) -> str:
    """A time on one line: "2013-10-31/2013-11-01 span", "unresolved day", "2008-01-01/ span"."""
    when = time.when
    if when.unresolved:
        return f"unresolved {when.precision}"
    if when.earliest is None and when.latest is None:
        return when.precision
    return f"{when.earliest or ''}/{when.latest or ''} {when.precision}"


# Sentence, day of publication, the words of each time and what they mean.
ROWS: list[tuple[str, str | None, list[tuple[str, str]]]] = [
    # a full date needs no day of publication, in any order of its parts
    ("The depot burned on 18 October 2007.", None, [("18 October 2007", "2007-10-18/2007-10-18 day")]),
    ("On Oct. 18, 2007, the depot burned.", None, [("Oct. 18, 2007", "2007-10-18/2007-10-18 day")]),
    ("The depot burned on October 18th, 2007.", None, [("October 18th, 2007", "2007-10-18/2007-10-18 day")]),
    ("It burned on the 18th of October 2007.", None, [("the 18th of October 2007", "2007-10-18/2007-10-18 day")]),
    ("It burned on Thursday, Oct. 18, 2007.", None, [("Thursday, Oct. 18, 2007", "2007-10-18/2007-10-18 day")]),
    ("It burned on Wed. 17 October 2007.", None, [("Wed. 17 October 2007", "2007-10-17/2007-10-17 day")]),
    ("Log of 2012-05-03: two dead.", None, [("2012-05-03", "2012-05-03/2012-05-03 day")]),
    ("Entry 18.10.2007, two dead.", None, [("18.10.2007", "2007-10-18/2007-10-18 day")]),
    ("Entry 10/18/2007, two dead.", None, [("10/18/2007", "2007-10-18/2007-10-18 day")]),
    ("Entry 05/05/2012, two dead.", None, [("05/05/2012", "2012-05-05/2012-05-05 day")]),
    ("Filed 3-May-2012 by the clinic.", None, [("3-May-2012", "2012-05-03/2012-05-03 day")]),
    ("A truce was signed on Sept. 1, 2010 and broken on 2 Sept 2010.", None,
     [("Sept. 1, 2010", "2010-09-01/2010-09-01 day"), ("2 Sept 2010", "2010-09-02/2010-09-02 day")]),
    # date-time groups of signals, days in one word, time stamps
    ("Log 101530ZOCT11: shots fired.", None, [("101530ZOCT11", "2011-10-10/2011-10-10 day")]),
    ("Log 101530Z OCT 11: shots fired.", None, [("101530Z OCT 11", "2011-10-10/2011-10-10 day")]),
    ("Log 10Oct2011: shots fired.", None, [("10Oct2011", "2011-10-10/2011-10-10 day")]),
    ("Log 2011-10-10T15:30:00Z: shots fired.", None, [("2011-10-10T15:30:00Z", "2011-10-10/2011-10-10 day")]),
    ("Log 391530ZOCT11: shots fired at grid 38SMB4488.", None, []),
    # a month in figures, a season of two years
    ("Nine died in 10/2012.", None, [("10/2012", "2012-10-01/2012-10-31 month")]),
    ("Nine died in 2012/13.", None, [("2012/13", "2012-01-01/2013-12-31 span")]),
    ("Nine died on 10/2012 duty.", None, []),
    # two figures for the year only in the short dates of the wires: 50-99 are of the last century
    ("THE BRIDGE FELL ON 25 MAR 89.", None, [("25 MAR 89", "1989-03-25/1989-03-25 day")]),
    ("THE BRIDGE FELL ON 25 MAR 04.", None, [("25 MAR 04", "2004-03-25/2004-03-25 day")]),
    ("On 25 March 89 farmers marched.", MONDAY, [("25 March", "2013-03-25/2013-03-25 day")]),
    # in small letters only where no word follows that the figures could count
    ("Log 13 Oct 11: shots fired.", MONDAY, [("13 Oct 11", "2011-10-13/2011-10-13 day")]),
    ("On 13 Oct 11 farmers marched.", MONDAY, [("13 Oct", "2013-10-13/2013-10-13 day")]),
    # a date that may be two days, or none, is not read
    ("Entry 04/05/2012, two dead.", MONDAY, []),
    ("Entry 2012-13-45, two dead.", MONDAY, []),
    ("They met on 31 June.", MONDAY, []),
    # a day without a year is the latest on or before the day of publication
    ("The convoy left on Oct. 18.", MONDAY, [("Oct. 18", "2013-10-18/2013-10-18 day")]),
    ("The convoy left on December 18.", MONDAY, [("December 18", "2012-12-18/2012-12-18 day")]),
    ("The convoy left on 4 November.", MONDAY, [("4 November", "2013-11-04/2013-11-04 day")]),
    ("The convoy left on 29 February.", MONDAY, [("29 February", "2012-02-29/2012-02-29 day")]),
    ("The convoy left on Oct. 18.", None, [("Oct. 18", "unresolved day")]),
    # a weekday that does not fit its date: one of the two is wrong
    ("The convoy left on Thursday, Oct. 18.", MONDAY, [("Thursday, Oct. 18", "unresolved day")]),
    ("The convoy left on Friday, Oct. 18.", MONDAY, [("Friday, Oct. 18", "2013-10-18/2013-10-18 day")]),
    # a street, a movement, and a vote whose year nobody says
    ("Shots fell in 9 October Avenue and the 19 April Movement.", MONDAY, []),
    ("The 11 November legislative elections are near.", MONDAY, [("The 11 November", "unresolved day")]),
    ("The 11 November talks will fail.", MONDAY, [("The 11 November", "unresolved day")]),
    # days that name an event are not the latest such day
    ("Aid doubled since Sept. 11.", MONDAY, [("since Sept. 11", "unresolved span")]),
    ("He compared it to the Sept. 11 attacks.", MONDAY, [("Sept. 11", "unresolved day")]),
    ("He lost a son on 9/11.", MONDAY, [("9/11", "unresolved day")]),
    ("The clinic was hit on Sept. 11.", MONDAY, [("Sept. 11", "2013-09-11/2013-09-11 day")]),
    ("The ferry sank on Christmas Day.", MONDAY, [("Christmas Day", "2012-12-25/2012-12-25 day")]),
    ("The ferry sank on New Year's Eve 2010.", None, [("New Year's Eve 2010", "2010-12-31/2010-12-31 day")]),
    # the fifth of this month, or of the one before
    ("The ferry sank on the 3rd.", MONDAY, [("the 3rd", "2013-11-03/2013-11-03 day")]),
    ("The ferry sank on the 5th, he said.", MONDAY, [("the 5th", "2013-10-05/2013-10-05 day")]),
    ("The ferry sank on the 5th of last month.", MONDAY, [("the 5th of last month", "2013-10-05/2013-10-05 day")]),
    ("The ferry sank on the 31st.", "2013-10-30", [("the 31st", "unresolved day")]),
    ("Fire broke out on the 5th floor of the 5th Brigade.", MONDAY, []),
    # one day told in two words is one time; where the words differ, the date counts, or neither
    ("The ferry sank yesterday (Sunday).", MONDAY, [("yesterday (Sunday)", "2013-11-03/2013-11-03 day")]),
    ("The ferry sank today, Monday, Nov. 4.", MONDAY, [("today, Monday, Nov. 4", "2013-11-04/2013-11-04 day")]),
    ("The ferry sank on Wednesday (30 October).", MONDAY, [("Wednesday (30 October)", "2013-10-30/2013-10-30 day")]),
    ("The ferry sank on Oct. 30 (Wednesday).", MONDAY, [("Oct. 30 (Wednesday)", "2013-10-30/2013-10-30 day")]),
    ("The ferry sank yesterday, Nov. 2.", MONDAY, [("yesterday, Nov. 2", "2013-11-02/2013-11-02 day")]),
    ("The ferry sank today, Friday.", MONDAY, [("today, Friday", "unresolved day")]),
    # feasts that follow the moon or move: a time, but which days nobody says here
    ("Nine died during Ramadan.", MONDAY, [("Ramadan", "unresolved month")]),
    ("Nine died since Ramadan began.", MONDAY, [("since Ramadan", "unresolved span")]),
    ("Nine died on the eve of Ashura.", MONDAY, [("Ashura", "unresolved day")]),
    ("He met Mr. Ramadan and Taha Ramadan.", MONDAY, []),
    ("It was agreed with Ramadan Shallah.", MONDAY, []),
    # months
    ("Nine died in May 2012.", None, [("May 2012", "2012-05-01/2012-05-31 month")]),
    ("Nine died in February, 2012.", None, [("February, 2012", "2012-02-01/2012-02-29 month")]),
    ("Nine died in July of 2012.", None, [("July of 2012", "2012-07-01/2012-07-31 month")]),
    ("Nine died in October.", MONDAY, [("October", "2013-10-01/2013-10-31 month")]),
    ("Nine died in December.", MONDAY, [("December", "2012-12-01/2012-12-31 month")]),
    ("Nine died in May.", MONDAY, [("May", "2013-05-01/2013-05-31 month")]),
    ("Nine died in May.", None, [("May", "unresolved month")]),
    ("NINE DIED IN MAY.", MONDAY, [("MAY", "2013-05-01/2013-05-31 month")]),
    ("Nine died in July last year.", MONDAY, [("July last year", "2012-07-01/2012-07-31 month")]),
    ("Nine died in July last year.", None, [("July last year", "unresolved month")]),
    ("The July offensive cost nine lives.", MONDAY, [("July", "2013-07-01/2013-07-31 month")]),
    ("The May bombing cost nine lives.", MONDAY, [("May", "2013-05-01/2013-05-31 month")]),
    # a number behind "in October" counts people; behind "on October" it is the day
    ("In October 18 people were killed.", MONDAY, [("October", "2013-10-01/2013-10-31 month")]),
    ("On October 18 people were killed.", MONDAY, [("October 18", "2013-10-18/2013-10-18 day")]),
    ("On May 3 and 7 civilians died.", MONDAY, [("May 3", "2013-05-03/2013-05-03 day")]),
    # words that look like months and weekdays
    ("They may have been warned in march step.", MONDAY, []),
    ("Rebels may march on the capital.", MONDAY, []),
    ("THE COLUMN MAY MARCH ON THE CAPITAL.", MONDAY, []),
    ("The sun rose and the guard sat down.", MONDAY, []),
    ("Mrs May met Jan and April.", MONDAY, []),
    ("We second that, and will the second column?", MONDAY, []),
    # years, where the words before them prove it
    ("Strikes went on in 2012.", None, [("2012", "2012-01-01/2012-12-31 year")]),
    ("Strikes went on during the year 2012.", None, [("the year 2012", "2012-01-01/2012-12-31 year")]),
    ("In 2012 civilians were killed in both valleys.", None, [("2012", "2012-01-01/2012-12-31 year")]),
    ("It recalled the 2008 attacks.", None, [("2008", "2008-01-01/2008-12-31 year")]),
    ("It followed Kenya's 2007 vote.", None, [("2007", "2007-01-01/2007-12-31 year")]),
    ("It ended the war of 1967.", None, [("1967", "1967-01-01/1967-12-31 year")]),
    ("Fighting in 2012-13 cost more.", None, [("2012-13", "2012-01-01/2013-12-31 span")]),
    ("Fighting in 2012–2014 cost more.", None, [("2012–2014", "2012-01-01/2014-12-31 span")]),
    # four figures that count, name or tell the hour
    ("2000 people were killed.", MONDAY, []),
    ("Some 2,008 people fled.", MONDAY, []),
    ("Troops searched the 2000 people in 2000 homes.", MONDAY, []),
    ("Doctors saw it in 1995 cases.", MONDAY, []),
    ("A total of 1950 were held by a force of 2000.", MONDAY, []),
    ("The council passed Resolution 1973.", MONDAY, []),
    ("Firing began at 1945 GMT on Highway 2012.", MONDAY, []),
    ("The 187th Infantry took 12 AK-47 rifles and $2012 from a 16-year-old.", MONDAY, []),
    ("On Oct. 18, 2007 people were killed.", MONDAY, [("Oct. 18", "2013-10-18/2013-10-18 day")]),
    # ranges
    ("Clashes between 2007 and 2011 killed many.", None, [("between 2007 and 2011", "2007-01-01/2011-12-31 span")]),
    ("Clashes from 2007 to 2011 killed many.", None, [("from 2007 to 2011", "2007-01-01/2011-12-31 span")]),
    ("Clashes between January and March 2012 killed many.", None, [("between January and March 2012", "2012-01-01/2012-03-31 span")]),
    ("Clashes between December and March 2012 killed many.", None, [("between December and March 2012", "2011-12-01/2012-03-31 span")]),
    ("Clashes between January and March killed many.", MONDAY, [("between January and March", "2013-01-01/2013-03-31 span")]),
    ("Clashes between January and March killed many.", None, [("between January and March", "unresolved span")]),
    ("Clashes from 3 to 7 May 2011 killed many.", None, [("from 3 to 7 May 2011", "2011-05-03/2011-05-07 span")]),
    ("Clashes on 1-3 May 2012 killed many.", None, [("1-3 May 2012", "2012-05-01/2012-05-03 span")]),
    ("Clashes on May 3–7, 2011, killed many.", None, [("May 3–7, 2011", "2011-05-03/2011-05-07 span")]),
    ("Clashes on Oct. 31-Nov. 1 killed many.", MONDAY, [("Oct. 31-Nov. 1", "2013-10-31/2013-11-01 span")]),
    ("Clashes in January-March 2012 killed many.", None, [("January-March 2012", "2012-01-01/2012-03-31 span")]),
    ("Clashes from Dec. 28, 2011 to Jan. 3 killed many.", None, [("from Dec. 28, 2011 to Jan. 3", "2011-12-28/2012-01-03 span")]),
    ("Clashes from May 2010 to July 2011 killed many.", None, [("from May 2010 to July 2011", "2010-05-01/2011-07-31 span")]),
    ("Clashes from Friday to Sunday killed many.", MONDAY, [("from Friday to Sunday", "2013-11-01/2013-11-03 span")]),
    ("Between 3 and 7 fighters died.", MONDAY, []),
    # lists: one interval where each follows on the one before, else one by one
    ("Sixty strikes hit the valley in 2012 and 2013.", None, [("2012 and 2013", "2012-01-01/2013-12-31 span")]),
    ("Sixty strikes hit it in 2008, 2009 and 2010.", None, [("2008, 2009 and 2010", "2008-01-01/2010-12-31 span")]),
    ("Strikes hit it in 2008 and 2012.", None, [("2008", "2008-01-01/2008-12-31 year"), ("2012", "2012-01-01/2012-12-31 year")]),
    ("Two raids Thursday and Friday killed six.", MONDAY, [("Thursday and Friday", "2013-10-31/2013-11-01 span")]),
    ("Two raids on Sunday and Monday killed six.", MONDAY, [("Sunday and Monday", "2013-11-03/2013-11-04 span")]),
    ("Two raids on Sunday and Monday killed six.", "2013-11-03", [("Sunday and Monday", "2013-10-27/2013-10-28 span")]),
    ("Two raids Thursday and Friday killed six.", None, [("Thursday and Friday", "unresolved span")]),
    ("Two raids on Monday and Friday killed six.", MONDAY,
     [("Monday", "2013-11-04/2013-11-04 day"), ("Friday", "2013-11-01/2013-11-01 day")]),
    ("Raids on 18 and 19 October killed six.", MONDAY, [("18 and 19 October", "2013-10-18/2013-10-19 span")]),
    ("Raids on May 1, 2 and 3, 2011, killed six.", None, [("May 1, 2 and 3, 2011", "2011-05-01/2011-05-03 span")]),
    ("Raids on 18 and 25 October killed six.", MONDAY, [("18 and 25 October", "unresolved span")]),
    ("Raids in May and June 2012 killed six.", None, [("May and June 2012", "2012-05-01/2012-06-30 span")]),
    # parts of a year: thirds of four months; its end is its last month
    ("Attacks rose in early 2012.", None, [("early 2012", "2012-01-01/2012-04-30 span")]),
    ("Attacks rose in mid-2012.", None, [("mid-2012", "2012-05-01/2012-08-31 span")]),
    ("Attacks rose late in 2012.", None, [("late in 2012", "2012-09-01/2012-12-31 span")]),
    ("Attacks rose at the end of 2012.", None, [("the end of 2012", "2012-12-01/2012-12-31 span")]),
    ("Attacks rose late last year.", MONDAY, [("late last year", "2012-09-01/2012-12-31 span")]),
    ("Attacks rose in the first six months of 2012.", None, [("the first six months of 2012", "2012-01-01/2012-06-30 span")]),
    ("Attacks rose in the second half of 2012.", None, [("the second half of 2012", "2012-07-01/2012-12-31 span")]),
    ("Attacks rose in the third quarter of 2012.", None, [("the third quarter of 2012", "2012-07-01/2012-09-30 span")]),
    ("Attacks rose in the summer of 2010.", None, [("the summer of 2010", "2010-06-01/2010-08-31 span")]),
    ("Attacks rose in the winter of 2010.", None, [("the winter of 2010", "unresolved span")]),
    ("Attacks rose over the summer.", MONDAY, [("the summer", "unresolved span")]),
    ("Attacks rose last summer.", MONDAY, [("last summer", "unresolved span")]),
    ("Attacks rose in the 1980s and the early 1990s.", None,
     [("the 1980s", "1980-01-01/1989-12-31 span"), ("the early 1990s", "1990-01-01/1999-12-31 span")]),
    # parts of a month
    ("Attacks rose in early May 2012.", None, [("early May 2012", "2012-05-01/2012-05-10 span")]),
    ("Attacks rose in mid-May.", MONDAY, [("mid-May", "2013-05-11/2013-05-20 span")]),
    ("Attacks rose in late May.", MONDAY, [("late May", "2013-05-21/2013-05-31 span")]),
    ("Attacks rose in late May.", None, [("late May", "unresolved span")]),
    ("The last week in October, troops moved in.", "2007-11-02", [("The last week in October", "2007-10-25/2007-10-31 week")]),
    ("Troops moved in the first week of May 2012.", None, [("the first week of May 2012", "2012-05-01/2012-05-07 week")]),
    ("Troops moved in the third week of May 2012.", None, [("the third week of May 2012", "2012-05-15/2012-05-21 week")]),
    ("Troops moved in the week of May 8, 2012.", None, [("the week of May 8, 2012", "2012-05-07/2012-05-13 week")]),
    ("Troops moved on the last day of May 2012.", None, [("the last day of May 2012", "2012-05-31/2012-05-31 day")]),
    # "first days", without a count: as early or late in it
    ("Attacks rose in the last days of June 2012.", None, [("the last days of June 2012", "2012-06-21/2012-06-30 span")]),
    ("Attacks rose in the first weeks of 2012.", None, [("the first weeks of 2012", "2012-01-01/2012-04-30 span")]),
    # back from the end that is named
    ("Six fell in the week to Oct. 20.", MONDAY, [("the week to Oct. 20", "2013-10-14/2013-10-20 span")]),
    ("Six fell in the week ending 20 October 2013.", None, [("the week ending 20 October 2013", "2013-10-14/2013-10-20 span")]),
    ("Six fell in the 12 months to March 2012.", None, [("the 12 months to March 2012", "2011-04-01/2012-03-31 span")]),
    ("Six fell in the year to October.", None, [("the year to October", "unresolved span")]),
    # bounds: "since" ends with the publication, where that is known
    ("Only 67 were killed since 2008.", MONDAY, [("since 2008", "2008-01-01/2013-11-04 span")]),
    ("Only 67 were killed since 2008.", None, [("since 2008", "2008-01-01/ span")]),
    ("At least 40 fell since at least 2004.", MONDAY, [("since at least 2004", "2004-01-01/2013-11-04 span")]),
    ("None fell since January 2012.", MONDAY, [("since January 2012", "2012-01-01/2013-11-04 span")]),
    ("None fell since January.", MONDAY, [("since January", "2013-01-01/2013-11-04 span")]),
    ("None fell since January.", None, [("since January", "unresolved span")]),
    ("None fell since last July.", MONDAY, [("since last July", "2013-07-01/2013-11-04 span")]),
    ("None fell since the start of the year.", MONDAY, [("since the start of the year", "2013-01-01/2013-11-04 span")]),
    ("None fell since mid-2012.", MONDAY, [("since mid-2012", "2012-05-01/2013-11-04 span")]),
    ("Millions fled since the 2001 invasion.", MONDAY, [("since the 2001", "2001-01-01/2013-11-04 span")]),
    ("From 2008 onwards none fell.", MONDAY, [("From 2008 onwards", "2008-01-01/2013-11-04 span")]),
    ("None fell since then.", MONDAY, [("since then", "unresolved span")]),
    # a superlative compares; it lays no period under the figure
    ("It was the deadliest strike since 2008, killing 30.", MONDAY, [("since 2008", "open")]),
    ("Fighting went on until May 2012.", None, [("until May 2012", "/2012-05-31 span")]),
    ("Fighting went on through May 2012.", None, [("through May 2012", "/2012-05-31 span")]),
    ("By the end of 2012, nine had died.", None, [("By the end of 2012", "/2012-12-31 span")]),
    ("As of 30 June 2012, nine had died.", None, [("As of 30 June 2012", "/2012-06-30 span")]),
    ("Few died before 2010.", None, [("before 2010", "/2009-12-31 span")]),
    ("Few died after 2010.", None, [("after 2010", "2011-01-01/ span")]),
    ("Few died before the 2010 vote.", None, [("before the 2010", "/2010-12-31 span")]),
    ("Few died after the 2001 invasion.", None, [("after the 2001", "2001-01-01/ span")]),
    ("Nine were killed by Thursday's blast.", MONDAY, [("Thursday", "2013-10-31/2013-10-31 day")]),
    # weekdays: the latest on or before the day of publication, which counts itself
    ("The market was hit Thursday.", MONDAY, [("Thursday", "2013-10-31/2013-10-31 day")]),
    ("The market was hit on Monday night.", MONDAY, [("Monday night", "2013-11-04/2013-11-04 day")]),
    ("The market was hit last Monday.", MONDAY, [("last Monday", "2013-10-28/2013-10-28 day")]),
    ("The market was hit on Friday last week.", MONDAY, [("Friday last week", "2013-11-01/2013-11-01 day")]),
    ("The market was hit early on Sunday.", MONDAY, [("early on Sunday", "2013-11-03/2013-11-03 day")]),
    ("The market was hit Thursday.", None, [("Thursday", "unresolved day")]),
    ("THE MARKET WAS HIT ON THURSDAY.", MONDAY, [("THURSDAY", "2013-10-31/2013-10-31 day")]),
    # days to come are no days of the report
    ("Talks are scheduled for Thursday.", MONDAY, [("Thursday", "unresolved day")]),
    ("He will travel in December.", MONDAY, [("December", "unresolved month")]),
    ("He leaves next Monday.", MONDAY, [("next Monday", "unresolved day")]),
    ("He left on the following Monday.", MONDAY, [("following Monday", "unresolved day")]),
    # names with a weekday in them, and weekdays at large
    ("The Sunday Times printed it on Good Friday.", MONDAY, []),
    ("Every Friday they marched after Friday prayers.", MONDAY, []),
    ("USA Today printed it, and so did Valley This Morning.", MONDAY, []),
    # near days and calendar units
    ("Shells fell today and yesterday.", MONDAY, [("today", "2013-11-04/2013-11-04 day"), ("yesterday", "2013-11-03/2013-11-03 day")]),
    ("Shells fell this morning.", MONDAY, [("this morning", "2013-11-04/2013-11-04 day")]),
    ("Shells fell late last night.", MONDAY, [("late last night", "2013-11-03/2013-11-03 day")]),
    ("Shells fell the day before yesterday.", MONDAY, [("the day before yesterday", "2013-11-02/2013-11-02 day")]),
    ("Shells fell yesterday.", None, [("yesterday", "unresolved day")]),
    ("Shells fell last week.", MONDAY, [("last week", "2013-10-28/2013-11-03 week")]),
    ("Shells fell last month.", MONDAY, [("last month", "2013-10-01/2013-10-31 month")]),
    ("Shells fell last month.", None, [("last month", "unresolved month")]),
    ("Shells fell last month.", "2013-01-31", [("last month", "2012-12-01/2012-12-31 month")]),
    ("Shells fell last year.", MONDAY, [("last year", "2012-01-01/2012-12-31 year")]),
    ("Shells fell earlier this month.", MONDAY, [("earlier this month", "2013-11-01/2013-11-04 month")]),
    ("Shells fell this year.", MONDAY, [("this year", "2013-01-01/2013-11-04 year")]),
    ("Shells fell over the weekend.", MONDAY, [("the weekend", "2013-11-02/2013-11-03 span")]),
    ("Shells fell over the weekend.", "2013-11-03", [("the weekend", "unresolved span")]),
    # counted back from the publication
    ("Shells fell two days ago.", MONDAY, [("two days ago", "2013-11-02/2013-11-02 day")]),
    ("Shells fell a week ago.", MONDAY, [("a week ago", "2013-10-28/2013-11-03 week")]),
    ("Shells fell three weeks ago.", MONDAY, [("three weeks ago", "2013-10-14/2013-10-20 week")]),
    ("Shells fell 10 years ago.", MONDAY, [("10 years ago", "2003-01-01/2003-12-31 year")]),
    ("Shells fell nearly two years ago.", MONDAY, [("two years ago", "unresolved year")]),
    ("Shells fell a few days ago.", MONDAY, [("a few days ago", "unresolved open")]),
    ("Shells fell over the past month.", MONDAY, [("the past month", "2013-10-04/2013-11-04 month")]),
    ("Shells fell in the last three weeks.", MONDAY, [("the last three weeks", "2013-10-14/2013-11-04 span")]),
    ("Shells fell in the past 24 hours.", MONDAY, [("the past 24 hours", "2013-11-03/2013-11-04 span")]),
    ("Shells fell in recent days.", MONDAY, [("recent days", "unresolved open")]),
    # counted from a day that is named: that very day
    ("A year ago today shells fell.", MONDAY, [("A year ago today", "2012-11-04/2012-11-04 day")]),
    ("Shells fell a week ago Friday.", MONDAY, [("a week ago Friday", "2013-10-25/2013-10-25 day")]),
    ("Shells fell a week ago today.", None, [("a week ago today", "unresolved day")]),
    # hours ago and overnight may be the day before; minutes ago are today's
    ("Shells fell minutes ago.", MONDAY, [("minutes ago", "2013-11-04/2013-11-04 day")]),
    ("Shells fell a few hours ago.", MONDAY, [("a few hours ago", "2013-11-03/2013-11-04 span")]),
    ("Shells fell overnight.", MONDAY, [("overnight", "2013-11-03/2013-11-04 span")]),
    ("Shells fell overnight.", None, [("overnight", "unresolved span")]),
    ("Shells fell in an overnight attack yesterday.", MONDAY, [("yesterday", "2013-11-03/2013-11-03 day")]),
    ("Shells fell overnight on Friday.", MONDAY, [("Friday", "2013-11-01/2013-11-01 day")]),
    ("Shells fell overnight Friday-Saturday.", MONDAY, [("Friday-Saturday", "2013-11-01/2013-11-02 span")]),
    ("Shells fell in the night of 3-4 May 2012.", None, [("3-4 May 2012", "2012-05-03/2012-05-04 span")]),
    # told from the story's clock, which the publication does not set
    ("A week earlier, he had landed.", MONDAY, [("A week earlier", "unresolved week")]),
    ("The next day shells fell.", MONDAY, [("The next day", "unresolved day")]),
    ("Shells fell three days later.", MONDAY, [("three days later", "unresolved day")]),
    # durations, ages and ordinals are no times
    ("The siege lasted for three days before they fled.", MONDAY, []),
    ("A 48-hour truce ended three years of war.", MONDAY, []),
    ("The first attack came in the last two weeks of the campaign.", MONDAY, []),
]  # fmt: skip


@pytest.mark.parametrize(("text", "published", "expected"), ROWS, ids=[f"{text} ({published})" for text, published, _ in ROWS])
def test_words_and_days(text: str, published: str | None, expected: list[tuple[str, str]]) -> None:
    assert [(time.when.text, shown(time)) for time in read(text, day(published))] == expected


SAID = [
    # right behind the verb of saying, or over hearers, documents and places only
    "The ministry said on {Wednesday} that nine had died.",
    "The ministry said {Wednesday} 12 people were killed.",
    "The envoy said in his report {last month} at least 40 civilians died.",
    "The envoy told reporters in Geneva on {Thursday} that nine had died.",
    "The envoy told a crowded news conference {Thursday} that nine had died.",
    "THE ENVOY CONFIRMED {TODAY} THAT NINE HAD DIED.",
    "“It may fail,” wrote the Harbour Wire bluntly on {Oct. 20}.",
    # a document's own date
    "{Friday}'s report named nine dead.",
    "Nine died, according to a report published in {May}.",
    "A Harbour Wire report on {October 24} named nine dead.",
    "The {October 24} Wire report named nine dead.",
    "In a statement released on {Friday} the ministry denied it.",
    "The bus burned. (Harbour Wire, {Oct. 29})",
    # the first verb behind an opening time is one of saying
    "On {Wednesday}, the government released new casualty figures.",
    "On {Wednesday} the ministry said nine had died.",
    "Officials on {Thursday} said nine had died.",
    "PORT EXAMPLE (WIRE) -- [TEXT] {TODAY} THE MINISTRY FLATLY DENIED CHARGES.",
    # a reaction to the deed
    "The envoy {this morning} also condemned the killing.",
    "The envoy condemned on {Friday} the killing of nine clerks.",
    "THE ENVOY PROTESTED {TODAY} THE MURDER OF A CLERK.",
    "The cabinet {today} ordered an inquiry into the murder of nine clerks.",
    "The clerk told al-Bayan on {Monday} that nine had died.",
    # datelines
    "NO CITY (UTOPIA), {20 OCT 89} -- [SPEECH] NINE HAVE DIED.",
    "KABUL, Afghanistan ({Jan. 25, 2013}) – A patrol killed three men.",
    "SAN SALVADOR, {25 MAR 89} (ACAN) -- TWO MEN DIED.",
]

DONE = [
    # words of the deed stand nearer
    "The ministry said 12 people were killed on {Thursday}.",
    "On {Thursday} a bomb killed five, police said.",
    "On {Thursday}, police said, a bomb went off.",
    "The blast on {Thursday} claimed 12 lives.",
    "Nine were killed at a press conference on {Friday}.",
    "A bomb went off on {Friday} said a monitor.",
    "THE ENVOY REPORTED THAT TWO BOMBS EXPLODED {LAST NIGHT}.",
    # the date belongs to what the report is about, or to who was freed
    "She wrote a report on the {May 3} attack.",
    "The activists said the {late Monday} strike killed nine.",
    "Prisoners released on {Friday} went home.",
    "Police released video of {Monday}'s shooting.",
    # a protest has a day of its own
    "Thousands protested on {Friday} in the port.",
    # no saying at all
    "Two raids {Thursday and Friday} killed six.",
    "{Since 2008}, the ministry has said nothing.",
]


@pytest.mark.parametrize(("marked", "speech"), [*((text, True) for text in SAID), *((text, False) for text in DONE)])
def test_deed_or_telling(marked: str, speech: bool) -> None:
    words = marked[marked.index("{") + 1 : marked.index("}")]
    found = read(marked.replace("{", "").replace("}", ""), date(2013, 11, 4))
    assert [(time.when.text, time.speech) for time in found] == [(words, speech)]


SENTENCES = st.sampled_from([text for text, _, _ in ROWS] + [text.replace("{", "").replace("}", "") for text in SAID + DONE])
DAYS = st.dates(date(1950, 1, 1), date(2099, 12, 31))
VOCABULARY = (
    "the a of in on by from to and since between last this next first early late 3 12 18 31 2007 2012 2000 89 May March Oct. October Jan "
    "Thursday Friday night week month year days ago weeks years earlier , - . ( ) / ’s people killed said report 1980s mid-May 31-Nov today"
)
WORDS = st.sampled_from(VOCABULARY.split())


@given(st.lists(WORDS, min_size=1, max_size=14), st.none() | DAYS)
def test_any_words_give_intervals_in_order_and_slices(words: list[str], published: date | None) -> None:
    text = " ".join(words)
    whole, end = sentence(text), 0
    for time in read(text, published):
        assert time.at.start >= end
        assert time.at.end > time.at.start
        end = time.at.end
        assert time.when.text == whole.words(time.at)
        assert time.when.text in text
        if time.when.unresolved or time.when.precision == "open":
            assert time.when.earliest is None
            assert time.when.latest is None
        if time.when.earliest and time.when.latest:
            assert time.when.earliest <= time.when.latest


@given(SENTENCES, DAYS)
def test_upper_case_changes_no_day_of_a_date_with_its_year(text: str, published: date) -> None:
    dated = [time.when for time in read(text, None) if time.when.precision == "day" and time.when.earliest]
    shouted = [time.when for time in read(text.upper(), None) if time.when.precision == "day" and time.when.earliest]
    assert [when.earliest for when in dated] == [when.earliest for when in shouted]


PROVED_BY_CAPITALS = (
    "The May bombing cost nine lives.",
    "They may have been warned in march step.",
    "USA Today printed it, and so did Valley This Morning.",
)


@pytest.mark.parametrize(("text", "published"), [(text, published) for text, published, _ in ROWS if text not in PROVED_BY_CAPITALS])
def test_upper_case_changes_no_time_that_its_capital_does_not_prove(text: str, published: str | None) -> None:
    calm, shouted = read(text, day(published)), read(text.upper(), day(published))
    assert [((time.when.text or "").lower(), shown(time)) for time in calm] == [
        ((time.when.text or "").lower(), shown(time)) for time in shouted
    ]


@given(st.sampled_from(["Monday", "Thursday night", "last Friday", "Friday last week", "Thursday and Friday", "Sunday", "last week"]), DAYS)
def test_a_week_later_is_read_a_week_later(words: str, published: date) -> None:
    later = published + timedelta(days=7)
    (first,), (second,) = read(f"Shells fell {words}.", published), read(f"Shells fell {words}.", later)
    assert first.when.earliest is not None
    assert first.when.latest is not None
    assert second.when.earliest == first.when.earliest + timedelta(days=7)
    assert second.when.latest == first.when.latest + timedelta(days=7)


@given(st.sampled_from(["Oct. 18", "29 February", "Thursday", "yesterday", "last Friday", "last month", "two days ago"]), DAYS)
def test_what_has_happened_is_not_after_the_publication(words: str, published: date) -> None:
    (time,) = read(f"Shells fell on {words}.", published)
    assert time.when.latest is not None
    assert time.when.latest <= published


@given(SENTENCES)
def test_a_year_in_the_words_needs_no_publication(text: str) -> None:
    alone = {time.at: time.when for time in read(text, None)}
    for time in read(text, date(2013, 11, 4)):
        before = alone[time.at]
        if before.earliest and before.latest:
            assert time.when == before


@given(st.lists(st.text("bcdfghjklmnpqrvwxz", min_size=5, max_size=9) | st.integers(32, 999).map(str), max_size=20))
def test_random_words_hold_no_time(words: list[str]) -> None:
    assert read(" ".join(words), date(2013, 11, 4)) == ()


def test_a_sentence_without_time_words_costs_next_to_nothing() -> None:
    plain = sentence("The foreign ministry took a softer tone, and 12 of its clerks who had heard of the strike went home to 14 villages.")
    document, marks = Document(id="r1", text=plain.text, sha256="0" * 64, published=date(2013, 11, 4)), Marks()
    assert plain.tokens.words
    best = min(timeit.repeat(lambda: times(plain, marks, document), number=200, repeat=50)) / 200
    assert best < 15e-6  # seconds; about one on an idle machine
