"""Tiny reports of several outlets, read, extracted and grouped as a recorder would group them."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml

from atodds.incidents.grouping import group
from atodds.language.pipeline import load
from atodds.model.claim import Claim
from atodds.model.ids import text_digest
from atodds.model.text import Document
from atodds.pipeline import claims_of

STORIES = yaml.safe_load(Path(__file__).with_name("reports.yml").read_text(encoding="utf-8"))


def document(given: dict[str, Any]) -> Document:
    printed = given["published"]
    assert isinstance(printed, date)
    text = given["text"]
    outlet, title = given["outlet"], given.get("title")
    return Document(id=outlet, text=text, sha256=text_digest(text), outlet=outlet, title=title, published=printed)


def held(asked: str, claims: list[Claim]) -> set[str]:
    """The claims of an outlet whose words hold the words asked for."""
    outlet, _, words = asked.partition("/")
    mine = [each for each in claims if each.document == outlet and each.kind != "statement"]
    found = {each.id for each in mine if words in " ".join(each.quote.split())}
    assert found, f"no claim of {asked}"
    return found


@pytest.mark.parametrize("story", STORIES, ids=[each["about"] for each in STORIES])
def test_a_recorder_would_group_them_so(story: dict[str, Any]) -> None:
    documents = [document(each) for each in story["reports"]]
    claims = [claim for each in documents for claim in claims_of(each, load())]
    incident_of = {id: each.id for each in group(claims, {each.id: each for each in documents}).incidents for id in each.claims}
    seen: list[str] = []
    for members in story["incidents"]:
        incidents = {incident_of[id] for asked in members for id in held(asked, claims)}
        assert len(incidents) == 1, members
        seen += incidents
    assert len(set(seen)) == len(seen), "two incidents were joined"
    for asked in story.get("of_no_incident", ()):
        assert held(asked, claims).isdisjoint(incident_of), asked
