"""Origins: the mouth that each claim goes back to, so that one voice is counted once (section 3 of docs/methodology.md)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from functools import lru_cache

from msgspec.structs import replace

from atodds.incidents.copies import copies, text_of
from atodds.incidents.credits import credit
from atodds.incidents.drawing import Said, draws_on
from atodds.incidents.parties import Party, party
from atodds.incidents.voices import Voices, listed_keys
from atodds.model.claim import Claim
from atodds.model.origin import Origin
from atodds.model.text import TABLE, Document
from atodds.vocab.bodies import key_of


def origins(claims: Iterable[Claim], documents: Mapping[str, Document]) -> dict[str, Origin]:
    """The origin of every claim, by claim id.

    A claim that several documents hold, word for word, goes back to the earliest of them.
    """
    by_document: dict[str, list[Claim]] = {}
    for claim in claims:
        by_document.setdefault(claim.document, []).append(claim)
    repeated = copies({id: documents[id] for id in by_document if documents[id].media_type != TABLE})
    own = {id: _outlet(documents[id]) for id in by_document}
    found: dict[str, Origin] = {}
    for id in sorted(by_document, key=lambda id: (documents[id].published or date.max, id)):
        earlier = [documents[each] for each in repeated.get(id, ())]
        for key, origin in _of_document(documents[id], by_document[id], own, earlier):
            found.setdefault(key, origin)
    return found


def _of_document(
    document: Document, claims: Sequence[Claim], own: Mapping[str, Origin], earlier: Sequence[Document]
) -> Iterator[tuple[str, Origin]]:
    """Each claim of one document with its origin; `own` are the origins of what each report says in its own voice."""
    voices = Voices(replace(document, text="") if document.media_type == TABLE else document, claims)  # a table tells no story
    drawn = draws_on(document, _said(voices, claims)) if document.media_type != TABLE else {}
    for claim in claims:
        if claim.attribution:
            origin = _speaker(claim, voices, own[document.id])
        else:
            source = next((each for each in earlier if text_of(each).holds(claim.quote)), None)
            origin = own[document.id] if source is None else replace(own[source.id], copied=source.id)
        yield claim.id, replace(origin, draws_on=drawn[origin.key]) if origin.key in drawn else origin


def _speaker(claim: Claim, voices: Voices, outlet: Origin) -> Origin:
    """The innermost speaker who is somebody: a name, or an unnamed one of a named body. Else the innermost, a voice in his document."""
    chain = [voices.of(link) for link in claim.attribution]
    made = next((link.date for link in claim.attribution if link.date is not None), outlet.made)
    whose = next((each for each in chain if each.identified or each.side != each.key), None)
    if whose is not None and whose.identified:
        return Origin(key=whose.key, side=whose.side, name=whose.name, made=made)
    voice = whose or chain[0]
    side = voice.side if voice.side != voice.key else outlet.side
    return Origin(key=f"{voice.key}@{claim.document}", side=side, name=voice.name, made=made)


def _outlet(document: Document) -> Origin:
    """Whose own voice a report is: the agency that it credits, its outlet, or the report itself."""
    credited = credit(document)
    if credited is not None:
        return _origin(credited, document)
    if document.outlet is None:
        return Origin(key=document.id, side=document.id, name=document.title or document.path or document.id, made=document.published)
    named = _outlet_by_name(document.outlet)
    key = named.key if named.identified else key_of(document.outlet)
    return _origin(Party(key, named.side if named.identified else key, document.outlet, True), document)


@lru_cache(maxsize=4096)
def _outlet_by_name(outlet: str) -> Party:
    """The listed body that an outlet's name is, in any letter case, with or without its article: "sana", "ahram"."""
    forms = [party(each) for each in (outlet, outlet.upper(), outlet.title(), f"Al-{outlet.title()}")]
    return next((each for each in forms if each.identified and each.key in listed_keys()), forms[0])


def _origin(voice: Party, document: Document) -> Origin:
    return Origin(key=voice.key, side=voice.side, name=voice.name, made=document.published)


def _said(voices: Voices, claims: Iterable[Claim]) -> Iterator[Said]:
    """Where each voice that is somebody is named, as the spans of the chains have it."""
    for claim in claims:
        for link in claim.attribution:
            if link.start is not None and (voice := voices.of(link)).identified:
                yield Said(link.start, voice.key)
