"""Laws of origins: they hang on the set of claims and documents, one name is one origin, and a copy goes back to an earlier text."""

from __future__ import annotations

from datetime import date, timedelta
from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st

from atodds.incidents.copies import copies
from atodds.incidents.origins import origins
from atodds.incidents.parties import Party, party, within
from atodds.model.claim import Claim
from atodds.model.text import Document
from tests.incidents.speaking import DAY, report, said
from tests.laws import OFTEN

NAMES = (
    "Pakistan’s Ministry of Defence", "the Ministry of Defence", "Ben Emmerson", "Emmerson", "survivors", "Officials", "the TTP",
    "the Pakistani Taliban", "the Syrian army", "regime forces", "US officials", "the CIA", "Reuters", "a source at Aleppo Police Command",
    "the source", "Syrian rebels", "Hill Watch", "the group", "SANA", "Russia and the Syrian army", "the Observatory", "a monitor",
    "the Syrian Observatory for Human Rights", "gunmen", "America",
)  # fmt: skip
_NAME = st.sampled_from(NAMES)
_SENTENCES = st.lists(st.tuples(_NAME, st.sampled_from(NAMES[:8]), st.integers(1, 40)), min_size=1, max_size=5)
_STORIES = st.lists(
    st.tuples(st.integers(0, 2), st.integers(0, 3), st.sampled_from((None, "Reuters", "sana", "Hill Gazette")), _SENTENCES),
    min_size=1, max_size=5,
)  # fmt: skip


def world(stories: list[tuple[int, int, str | None, list[tuple[str, str, int]]]]) -> tuple[list[Claim], dict[str, Document]]:
    """Reports that share stories, with claims said by one or two voices or by the report itself."""
    claims: list[Claim] = []
    documents: dict[str, Document] = {}
    for number, (story, day, outlet, sentences) in enumerate(stories):
        words = " ".join(f"word{place * 7919 % 10007}" for place in range(story * 500, story * 500 + 60))
        own = " ".join(f"{first} told {second} that {count} died." for first, second, count in sentences)
        published = DAY + timedelta(days=day) if day else None
        document = report(f"{words}. {own} In all 77 died.", id=f"r{number}", outlet=outlet, published=published)
        documents[document.id] = document
        for first, second, count in sentences:
            claims.append(said(document, f"{count} died", first, second) if count % 2 else said(document, f"{count} died", first))
        claims.append(said(document, "77 died"))
    return claims, documents


@settings(max_examples=OFTEN)
@given(_STORIES, st.randoms(use_true_random=False))
def test_5_11_order_changes_nothing(stories: list[tuple[int, int, str | None, list[tuple[str, str, int]]]], random: Random) -> None:
    claims, documents = world(stories)
    shuffled, items = list(claims), list(documents.items())
    random.shuffle(shuffled)
    random.shuffle(items)
    assert origins(shuffled, dict(items)) == origins(claims, documents)
    assert copies(dict(items)) == copies(documents)


@settings(max_examples=OFTEN)
@given(_STORIES)
def test_every_claim_has_one_origin_with_a_key_and_a_side(stories: list[tuple[int, int, str | None, list[tuple[str, str, int]]]]) -> None:
    claims, documents = world(stories)
    found = origins(claims, documents)
    assert found.keys() == {claim.id for claim in claims}
    assert all(each.key and each.side and each.name for each in found.values())
    sides: dict[str, set[str]] = {}
    for each in found.values():
        sides.setdefault(each.key, set()).add(each.side)
    assert all(len(each) == 1 for each in sides.values())  # one mouth is on one side


@settings(max_examples=OFTEN)
@given(_STORIES)
def test_3_4_a_copy_is_of_an_earlier_document_of_its_text(stories: list[tuple[int, int, str | None, list[tuple[str, str, int]]]]) -> None:
    claims, documents = world(stories)

    def when(id: str) -> tuple[date, str]:
        return (documents[id].published or date.max, id)

    for id, earlier in copies(documents).items():
        assert list(earlier) == sorted(earlier, key=when)
        assert all(when(each) < when(id) for each in earlier)
        assert set(copies(documents).get(earlier[0], ())) == set()  # the first of a text is no copy
    for origin in origins(claims, documents).values():
        assert origin.copied is None or origin.copied in documents


@settings(max_examples=OFTEN)
@given(_STORIES)
def test_3_1_nobody_of_one_report_speaks_in_another(stories: list[tuple[int, int, str | None, list[tuple[str, str, int]]]]) -> None:
    claims, documents = world(stories)
    found = origins(claims, documents)
    homes: dict[str, set[str]] = {}
    for claim in claims:
        if "@" in found[claim.id].key:
            homes.setdefault(found[claim.id].key, set()).add(documents[claim.document].sha256)
    assert all(len(each) == 1 for each in homes.values())


@settings(max_examples=OFTEN)
@given(_NAME, _NAME, _NAME)
def test_2_3_within_is_an_order(one: str, other: str, third: str) -> None:
    first, second, last = party(one), party(other), party(third)
    assert within(first, first) is first.identified
    if within(first, second) and within(second, first):
        assert first.key == second.key
    if within(first, second) and within(second, last):
        assert within(first, last)


@settings(max_examples=OFTEN)
@given(_NAME, st.sampled_from(NAMES))
def test_a_party_is_itself_by_its_words_alone(name: str, text: str) -> None:
    found = party(name)
    assert found == party(f"  {name} ", None, "")
    assert isinstance(found, Party)
    assert party(name, None, text).identified or not found.identified  # a text may tell more, not less
