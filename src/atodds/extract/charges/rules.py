"""The rules by which denials are found; the code of each stands in `denied.py`."""

from __future__ import annotations

from atodds.extract.figures.rules import Rule

DENIALS: tuple[Rule, ...] = (
    Rule(
        "act_denied",
        "An act of war that, it is said, nobody did, or that the one named did not do.",
        "The army said that no air strikes were conducted in the area.",
    ),
    Rule(
        "harm_denied",
        "Harm to people that, it is said, was not done or did not come about.",
        "Civilian casualties did not occur as a result of a Coalition strike.",
    ),
    Rule(
        "harm_unproven",
        "Harm to people that, it is said, nothing shows: it is left open, and excludes nothing.",
        "There was insufficient evidence to find that civilians were harmed.",
    ),
    Rule(
        "allegation_dismissed",
        "An allegation that is called unfounded or not credible.",
        "The allegation of civilian deaths was found to be not credible.",
    ),
    Rule(
        "allegation_unproven",
        "An allegation that is left open for want of proof or detail.",
        "The report contains insufficient detail to assess its credibility.",
    ),
)
