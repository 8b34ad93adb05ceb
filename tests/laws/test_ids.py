"""Ids: the same claim in the same text has the same id, whoever reads it, in whatever order; another text has others."""

from __future__ import annotations

from hypothesis import assume, given
from hypothesis import strategies as st
from msgspec.structs import replace

from atodds.model.ids import claim_id, text_digest
from atodds.model.text import Document
from atodds.pipeline import claims_of
from tests.laws.reports import RULES, claims, document, texts


def ids(each: Document) -> list[str]:
    return [claim.id for claim in claims_of(each, RULES)]


@given(texts(), st.text(max_size=8), st.text(max_size=8))
def test_an_id_does_not_know_the_document_s_name(text: str, id: str, path: str) -> None:
    named = replace(document(text, id=id), path=path, url=path, bytes_sha256="0" * 64)
    assert ids(named) == [claim.id for claim in claims(text)]


@given(texts())
def test_ids_are_unique_in_a_document(text: str) -> None:
    found = [claim.id for claim in claims(text)]
    assert len(set(found)) == len(found)


@given(texts(), texts())
def test_another_text_has_other_ids(one: str, other: str) -> None:
    assume(one != other)
    assert {claim.id for claim in claims(one)}.isdisjoint(claim.id for claim in claims(other))


@given(st.lists(texts(), min_size=2, max_size=4), st.randoms(use_true_random=False))
def test_the_order_of_documents_does_not_matter(several: list[str], chance: object) -> None:
    documents = [document(text, id=str(number)) for number, text in enumerate(several)]
    in_order = {each.id: ids(each) for each in documents}
    assert {each.id: ids(each) for each in reversed(documents)} == in_order


@given(texts())
def test_an_id_is_over_the_content_alone(text: str) -> None:
    digest = text_digest(text)
    for claim in claims(text):
        assert claim.id == claim_id(claim, digest)
        renamed = replace(
            claim, id="", document="another", rule="another", review="look at it", part_of="a", within="b", spans={}, sentence=None
        )
        assert claim_id(renamed, digest) == claim.id


@given(texts())
def test_a_newer_gazetteer_or_lexicon_leaves_the_ids(text: str) -> None:
    digest = text_digest(text)
    for claim in claims(text):
        links = tuple(replace(link, actor="another-key") for link in claim.attribution)
        scope = claim.scope
        if scope is not None and scope.place is not None:
            scope = replace(scope, place=replace(scope.place, name="Another", country="NOR", geoname=1, lat=6.0, lon=5.0, precision=None))
        assert claim_id(replace(claim, attribution=links, scope=scope), digest) == claim.id


@given(texts())
def test_an_id_is_of_one_content(text: str) -> None:
    digest = text_digest(text)
    for claim in claims(text):
        others = [replace(claim, stance="doubts" if claim.stance != "doubts" else "denies"), replace(claim, end=claim.end + 1)]
        if claim.figure is not None:
            others.append(replace(claim, figure=replace(claim.figure, high=(claim.figure.high or 0) + 1)))
        assert claim.id not in {claim_id(other, digest) for other in others}
