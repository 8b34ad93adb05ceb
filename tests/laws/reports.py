"""Reports as the laws draw them: sentences of the trade, broken, quoted and spelled in every way that a document can be."""

from __future__ import annotations

from datetime import date

from hypothesis import strategies as st

from atodds.language.pipeline import load
from atodds.model.claim import Claim
from atodds.model.ids import text_digest
from atodds.model.text import Document
from atodds.pipeline import claims_of

RULES = load("rules")

NUMBERS = (
    "67", "only 19", "at least 400", "no fewer than 12", "more than 1,500", "up to 25", "as many as 30", "fewer than 9", "about 40",
    "some 150,000", "between 4 and 7", "80-83", "4–7", "dozens of", "hundreds of", "several", "twenty-three", "one hundred and four",
    "no", "a", "two", "at least three and as many as 25", "12 or more", "nearly 2.5 million", "0", "007", "٣", "½", "²", "1,2,3",
    "99999999999999999999",
)  # fmt: skip
PEOPLE = (
    "civilians", "“militants”", "policemen", "women and children", "soldiers", "labourers", "people", "16-year-old girls",
    "Afghan-\nborn guards", "suspected insurgents", "others", "members of one family", "deaths", "drone strikes", "US missiles",
    "tanks", "shopkeepers (including two boys)",
)  # fmt: skip
DEEDS = (
    "were killed", "were wounded", "died", "were killed or injured", "have been displaced", "fled", "were hit",
    "had been detained on Monday", "lost their lives", "were\nkilled", "were kil-\nled", "gathered", "were deployed", "were not killed",
    "may have been killed", "KILLED",
)  # fmt: skip
SCOPES = (
    "", " in Swat", " in North Waziristan on October 29", " since 2008", " last week", " in 2012 and 2013", ", including 50 guards",
    ", among them Ali Rehan", " by drones", " near Karachi, Pakistan", " during the last week of October", " in two attacks",
    " on Thurs-\nday", " in Ḥalab", " in İzmir",
)  # fmt: skip
SPEAKERS = (
    "Colonel Tarn", "the Ministry of Public Works", "Gen. Orla Whitcombe, the army’s spokesman,",
    "an official who asked not to be named", "residents", "Amal Haddad", "the Harbour Wire", "İrem Çelik", "police",
    "the Inte-\nrior Ministry", "Ana-Maria O’Dell", "the UN special rapporteur",
)  # fmt: skip
BREAKS = (
    " ", " ", " ", " ", "\n", "\n\n", "\r\n", "\t", "  ", "-\n", " - ", "\u00a0", "\u2028", "\x0c", "\u200b", "\ufffe", "", "\n\n\n",
    "\x85",
)  # fmt: skip
ODD = (
    "“", "”", "\"", "’", "‘", "(", ")", "(AP, Oct. 29)", "—", "...", "…", "•", "1.", "e\u0301", "😀", "\u202e", "\x00", "ﬁ", "ß", "\ud83d",
    "[1]", "HOME", "U.S.", "Mr.", "$6 billion", "%", "http://x.example/y?z=1", "&amp;", "<b>", "\ufeff", "İ", "of them", "and", "said",
    "according to",
)  # fmt: skip
FORMS = (
    "{core}.", "{speaker} said {core}.", "“{core},” said {speaker}.", "According to {speaker}, {core}.", "{speaker} denied that {core}.",
    "{core}, {speaker} told reporters.", "The claim that {core} is absurd.", "{core} (AP, Oct. 29).",
)  # fmt: skip


def words(*lists: tuple[str, ...]) -> st.SearchStrategy[str]:
    return st.sampled_from([word for each in lists for word in each])


@st.composite
def sentences(draw: st.DrawFn) -> str:
    """One sentence that claims a figure, with or without a speaker."""
    core = f"{draw(words(NUMBERS))} {draw(words(PEOPLE))} {draw(words(DEEDS))}{draw(words(SCOPES))}"
    speaker = draw(words(SPEAKERS))
    said = draw(words(FORMS)).format(core=core, speaker=speaker)
    return said[:1].upper() + said[1:]


@st.composite
def texts(draw: st.DrawFn) -> str:
    """Sentences and scraps in any order, with any breaks between them; some breaks fall inside a sentence."""
    parts = draw(st.lists(st.one_of(sentences(), sentences(), words(ODD, NUMBERS, PEOPLE, DEEDS, SPEAKERS)), min_size=1, max_size=8))
    text = "".join(part + draw(words(BREAKS)) for part in parts)
    for _ in range(draw(st.integers(0, 3))):
        place = draw(st.integers(0, len(text)))
        text = text[:place] + draw(words(BREAKS, ODD)) + text[place:]
    return text


def document(text: str, *, id: str = "r1", outlet: str | None = None, published: date | None = date(2013, 11, 4)) -> Document:
    return Document(id=id, text=text, sha256=text_digest(text), outlet=outlet, published=published, language="en")


def claims(text: str) -> list[Claim]:
    return claims_of(document(text), RULES)
