"""Words of events: every form of a phrase is found, and says what it can be."""

from __future__ import annotations

import pytest

from atodds.model.claim import Event
from atodds.vocab import load
from atodds.vocab.events import event_words

# PLOVER's types and modes, as docs/claim.md names them; a null mode is left out.
TYPES = {
    "AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT", "REQUEST", "ACCUSE", "REJECT", "THREATEN", "PROTEST",
    "SANCTION", "MOBILIZE", "COERCE", "ASSAULT",
}  # fmt: skip


@pytest.mark.parametrize(
    ("phrase", "form", "kind", "mode"),
    [
        # the first word of a phrase is inflected
        ("opened fire on", "past", "ASSAULT", "firearms"),
        # a doubled consonant
        ("kidnapping", "ing", "ASSAULT", "abduct"),
        # an irregular participle
        ("beaten", "participle", "ASSAULT", "beat"),
        # capitals of a wire service are looked up in lower case
        ("machinegunned", "past", "ASSAULT", "firearms"),
        # a noun in the plural
        ("drone strikes", "nouns", "ASSAULT", "drone"),
        ("declared a ceasefire", "past", "RETREAT", "ceasefire"),
    ],
)
def test_a_form_leads_to_its_word(phrase: str, form: str, kind: str, mode: str) -> None:
    found = event_words().at(phrase.split(), 0)
    assert found is not None
    assert (form, kind, mode) in [(word.form, word.type, word.mode) for word in found[1]]


@pytest.mark.parametrize("phrase", ["heart attack", "murder charges", "under fire from critics", "bombing suspect"])
def test_a_phrase_that_tells_of_no_event_has_no_word(phrase: str) -> None:
    found = event_words().at(phrase.split(), 0)
    assert found == (len(phrase.split()), ())


def test_every_group_is_of_a_type_of_plover() -> None:
    groups = [*load("events")["verbs"], *load("events")["nouns"]]
    assert {group["type"] for group in groups} == TYPES
    assert all(Event(type=group["type"], mode=group.get("mode")) for group in groups)
