"""Write `docs/policies.md` from the policies themselves: `python docs/make_policies.py`. A test compares the two."""

from __future__ import annotations

from pathlib import Path

from atodds.policy.base import Policy
from atodds.policy.policies import POLICIES

PAGE = Path(__file__).with_name("policies.md")
HEAD = """# Ways to roll claims up

*Made from the policies themselves by `docs/make_policies.py`; do not edit.*

A ledger of claims adds nothing up. Whoever needs one row an incident asks for it by name: `atodds policy ucdp`. A policy is a named way
to make rows of claims, after the published practice of those who code the dead. Each prints its methodology first, and with each row the
claims behind its numbers, the claims that it suppressed, and why. Where the coders' own rules leave something open, the page says how we
fill it, and says that it is ours. The version goes up with every change that can change a row; quote it with the numbers.

No policy says what happened. The rows are what such a coder would make of these reports, knowing nothing else.

## What holds for all of them

- Claims that a person rejected are not looked at; corrections stand in the place of what was read. Claims that nobody has looked at are
  used, unless `--reviewed` is given; the page above the rows says which.
- One origin is one account, however many reports print it; bodies of one state do not confirm each other (section 3 of [how accounts are
  compared](methodology.md)).
- What a speaker denies or doubts counts nobody. A figure that the same origin revised later is history. What the report makes of a claim
  counts for nothing: a figure that it calls a lie has still been given.
- A figure that only names people ("Omar Said, a commander, was killed") counts nobody else, and gives way where others count.
- Hedged, vague and approximate figures count by the rule of the policy; the notes name their words.
- A word that carries a judgement (“militants”) stands in the notes as its speaker has it.
- Every figure is used in a row, suppressed in one, or left out of all, with the reason. Nothing disappears.

| policy | after | numbers |
|---|---|---|
"""


def page() -> str:
    """The whole page, a section for each policy."""
    table = "".join(f"| [`{each.name}`](#{each.name}) {each.version} | {each.after} | {_numbers(each)} |\n" for each in POLICIES)
    return "\n".join([HEAD + table, *map(_section, POLICIES)])


def _numbers(policy: Policy) -> str:
    return ", ".join(f"`{each}`" for each in policy.result or ("low", "high"))


def _section(policy: Policy) -> str:
    columns = ", ".join(f"`{each}`" for each in policy.columns)
    return f"## {policy.name}\n\nVersion {policy.version}, after {policy.after}.\n\n{policy.methodology}\n**Columns**: {columns}.\n"


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
