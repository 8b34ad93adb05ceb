"""Every rule by which a claim is found, kind by kind: what `atodds rules` lists and `docs/rules.md` shows."""

from __future__ import annotations

from atodds.extract.charges.rules import DENIALS, RESPONSIBILITY
from atodds.extract.events.rules import EVENTS
from atodds.extract.figures.rules import ALL_RULES as FIGURES
from atodds.extract.mentions.speech.forms import FORMS
from atodds.extract.rule import Rule
from atodds.extract.tables import TABLE_RULES

# In the order of the page, each list with its heading; the figures have a page part of their own.
BESIDE_FIGURES: dict[str, tuple[Rule, ...]] = {
    "Denials": DENIALS,
    "Events": EVENTS,
    "Responsibility": RESPONSIBILITY,
    "Statements": tuple(FORMS.values()),
}
ALL_RULES: tuple[Rule, ...] = (*FIGURES, *(rule for rules in BESIDE_FIGURES.values() for rule in rules))
EVERY_RULE = (*ALL_RULES, *TABLE_RULES)  # of reports, which a test has read their own sentences, and of tables, which have rows
