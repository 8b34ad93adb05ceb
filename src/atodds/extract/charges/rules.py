"""The rules by which denials and responsibility are found; the code of each stands beside this file."""

from __future__ import annotations

from atodds.extract.rule import Rule

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

RESPONSIBILITY: tuple[Rule, ...] = (
    Rule("blamed_for", "Somebody blames somebody for a deed, or a deed on somebody.", "Residents blamed the army for the shelling."),
    Rule(
        "accused_of",
        "Somebody is accused or suspected of a deed of violence, or charged with it.",
        "The mayor accused the rebels of burning the village.",
    ),
    Rule(
        "attributed_to",
        "A deed is attributed to somebody, or said to be somebody's work.",
        "Police attributed the bombing to Al Qaeda.",
    ),
    Rule(
        "stands_behind",
        "Somebody is said to be behind a deed, responsible for it, or to blame.",
        "The mayor said that the army was behind the killings.",
    ),
    Rule(
        "at_request",
        "A deed was done at somebody's request or on his orders, or planned by him.",
        "The paper said that the raid came at the request of the government.",
    ),
    Rule("claimed_own", "Somebody says that a deed was his own.", "The Taliban claimed responsibility for the blast."),
    Rule("denied_part", "Somebody denies that he had a part in a deed.", "Hamas denied any involvement in the attack."),
    Rule("admitted_own", "Somebody owns up to a deed.", "The army admitted that its soldiers had shot the farmers."),
)
