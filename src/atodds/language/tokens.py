"""Cutting a sentence into words and marks.

Hyphenated words stay whole ("16-year-old", "al-Qaeda"), ranges do not ("80-83" is three tokens); the possessive is a token of
its own; an abbreviation keeps its stop ("U.S.", "Oct.") where the list of abbreviations knows it.
"""

from __future__ import annotations

import re
from itertools import accumulate
from operator import sub

from atodds.model.text import Tokens
from atodds.vocab import load
from atodds.vocab.forms import forms_of

_ABBREVIATION = "|".join(
    sorted((re.escape(word[:-1]) for words in load("abbreviations").values() for word in words), key=len, reverse=True)
)

_TOKEN = re.compile(
    rf"""
    \s*+(?:                                     # taken along, so that no alternative is tried on white space
      [^\W\d_]++(?![\w.&'’$-])                  # nine of ten: a plain word that no mark joins to anything
    | (?:[A-Za-z]\.){{2,}}                      # U.S., a.m., N.D.
    | (?:{_ABBREVIATION})\.(?=\W|$)             # Oct., Gen.; not the end of "the sum of its parts."
    | \d+(?:[-–]\w+)?-(?:year|month|week|day)-old(?:s)?\b   # 16-year-old
    | \d+(?:,\d{{3}})+(?:\.\d+)?(?![\w])        # 150,000
    | \d+(?:\.\d+)?(?=(?:hundred|thousand|million|billion|trillion|bn|mn|m)\b)   # 64.8 of 64.8million
    | \d+\.\d+(?![\w])                          # 1.5
    | (?:US|A|C|NZ|HK)\$                        # US$
    | \d+(?:st|nd|rd|th|s)\b                    # 3rd, 1980s
    | \d+(?=[-–]\d)                             # 80 of 80-83
    | \d+(?:-[A-Za-z]\w*)+                      # 48-hour
    | [^\W\d_]+(?:[-.&](?=\w)[^\W_]+|['’](?![sS]\b)[^\W_]+)*   # al-Qaeda, don't, AT&T, wsws.org; not the 's of Pakistan's
    | ['’][sS]\b                                # the possessive
    | \w+                                       # 45km, 2pm, 67
    | \.\.\. | --
    | ''|``                                     # quotation marks of a typewriter
    | \S)
    """,
    re.VERBOSE,
)


def tokenize(text: str) -> Tokens:
    """The tokens of a sentence, with their offsets in it.

    >>> tokenize("Pakistan’s army said 80-83 died in the U.S. raid.").words
    ['Pakistan', '’s', 'army', 'said', '80', '-', '83', 'died', 'in', 'the', 'U.S.', 'raid', '.']
    """
    parts = _TOKEN.findall(text)  # they leave out nothing, so that their lengths add up to offsets
    ends = list(accumulate(map(len, parts)))
    words = list(map(str.lstrip, parts))
    starts = list(map(sub, ends, map(len, words)))
    return Tokens(words, forms_of(words), starts, ends)
