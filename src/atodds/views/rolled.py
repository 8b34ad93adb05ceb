"""What a policy made of the claims: its methodology first, then its rows, each with the claims it used and left out, and why."""

from __future__ import annotations

from collections.abc import Collection, Container, Iterable, Iterator, Mapping, Sequence
from textwrap import wrap

from atodds.model.claim import Claim
from atodds.model.incident import Incident
from atodds.model.text import Document
from atodds.policy.base import Overlap, Policy, Rolled, Row, Suppressed, Value
from atodds.policy.spread import Spread
from atodds.views.chain import outlet, voices
from atodds.views.lines import KEPT, WIDTH, facts, heading, labelled
from atodds.views.names import short
from atodds.vocab.periods_shown import period
from atodds.vocab.places_shown import place_words
from atodds.vocab.shown import folded, many, means_words

_OVERLAPS = 12  # lines of a ledger that a page shows unasked
_DOERS = ("by ", "accused:")  # parts of a head that say who did it
_LABEL = 12  # columns of "suppressed  "
_IN_HEAD = ("date_start", "date_end", "event_date", "country", "adm_1", "adm_2", "location", "latitude", "longitude")


class Told:
    """What the rows are told with: claims, reports and incidents by id."""

    def __init__(self, claims: Iterable[Claim], documents: Mapping[str, Document], incidents: Iterable[Incident]) -> None:
        self.claims = {claim.id: claim for claim in claims}
        self.documents = documents
        self.incidents = {incident.id: incident for incident in incidents}

    def by(self, key: str) -> str:
        """A claim by its id, with what it says and who says it."""
        claim = self.claims[key]
        who = " via ".join(voices(claim) or [f"{outlet(self.documents[claim.document])}, in its own voice"])
        parts = heading(claim).replace(KEPT, " ").split(" · ")
        doers = [part for part in parts[1:3] if part.startswith(_DOERS)] if claim.figure is None else []
        said = " ".join([parts[0], *doers])
        return f"{short(key)}  {said}: {who}"


def basis(claims: Collection[Claim], documents: Collection[str], decided: Container[str] | None, *, left: int = 0) -> str:
    """Which claims a page is made from, and whether a person has looked at them.

    `decided`: those that a person has decided on; None where the reports were read just now. `left`: how many claims were left out
    because nobody has.
    """
    found = [claim for claim in claims if claim.kind != "statement"]
    told = f"From {many(len(found), 'claim')} of {many(len(documents), 'report')}"
    if decided is None:
        return f"{told}, read just now: nobody has looked at them."
    corrected = "as people corrected them, without those that they rejected"
    if left:
        return f"{told}, {corrected}: only those that a person has decided on (--reviewed)."
    seen = sum(claim.id in decided for claim in found)
    others = "the others are used as they were read (--reviewed leaves them out)"
    return f"{told}, {corrected}. A person has decided on {seen:,}; {others}."


def listed(policies: Iterable[Policy]) -> Iterator[str]:
    """Every policy with its version, whose practice it follows and its methodology in short."""
    for each in policies:
        yield from wrap(f"{each.title}, after {each.after}", WIDTH)
        yield from wrap(each.short, WIDTH, initial_indent="    ", subsequent_indent="    ")
        yield ""


def rolled_lines(policy: Policy, rolled: Rolled, told: Told, *, basis: str, explain: bool = False) -> Iterator[str]:
    """The page: methodology, rows, what was left out. `basis` says which claims it is made from."""
    yield from (*wrap(f"{policy.title}, after {policy.after}", WIDTH), "")
    yield from policy.methodology.splitlines() if explain else wrap(policy.short, WIDTH)
    yield from ("", *wrap(basis, WIDTH), "", many(len(rolled.rows), "row"))
    above = ""
    for number, row in enumerate(rolled.rows, start=1):
        head = _head(row, told)
        if head != above:
            yield from ("", *wrap(head, WIDTH, subsequent_indent="    "))
        above = head
        yield from _row(number, row, told, policy.result, explain=explain)
    yield from _left_out(rolled.left_out, told, explain=explain)


def _head(row: Row, told: Told) -> str:
    """When, where and how; of a total the claim itself."""
    if row.total is not None:
        return f"a total: {heading(told.claims[row.total]).replace(KEPT, ' ')}"
    incident = told.incidents[row.incident or ""]
    parts = [period(incident.time), place_words(incident.place) if incident.place is not None else "no place told"]
    parts += [means_words(incident.means)] if incident.means is not None else []
    return f"{' · '.join(parts)} · incident {short(incident.id)}"


def _row(number: int, row: Row, told: Told, result: Sequence[str], *, explain: bool) -> Iterator[str]:
    yield from _line(f"[{number}]", _values(row.values, result))
    yield from _line("", _values({name: value for name, value in row.values.items() if name not in result}, ())) if result else ()
    for note in row.notes:
        yield from _line("note", note)
    shown = row.overlaps if explain else row.overlaps[:_OVERLAPS]
    for each in shown:
        yield from _line("overlap", _overlap(each))
    if len(shown) < len(row.overlaps):
        yield from _line("", f"and {len(row.overlaps) - len(shown):,} more (--explain)")
    for key in row.used:
        yield from _line("used", told.by(key))
        yield from _explained(key, told) if explain else ()
    for gone in row.suppressed:
        yield from _line("suppressed", f"{told.by(gone.claim)} - {_why(gone)}")
        yield from _explained(gone.claim, told) if explain else ()


def _values(values: Mapping[str, Value], first: Sequence[str]) -> str:
    """What the row says that its head does not, or the values looked for first; a value that nobody tells is left out."""
    if "measure" in values:
        return _range(values)
    wanted = first or [name for name in values if name not in _IN_HEAD]
    shown = {name: values[name] for name in wanted if values.get(name) is not None}
    return " · ".join(f"{name} {folded(value) if isinstance(value, str) else f'{value:,}'}" for name, value in shown.items())


def _range(values: Mapping[str, Value]) -> str:
    least, most = values["least"], values["most"]
    assert isinstance(least, int | float)
    assert isinstance(most, int | float)
    numbers = Spread(least, most, values["low"] is None, values["high"] is None)
    voices = f"{values['origins']} {'origin' if values['origins'] == 1 else 'origins'}, {values['independent']} independent"
    return f"{values['measure']}, {values['kind']}: {numbers} · {voices}"


def _overlap(each: Overlap) -> str:
    numbers = f"{each.low:,}" if each.low == each.high else f"{each.low:,}-{each.high:,}"
    return f"{each.how}: incident {short(each.incident)}, {numbers} ({each.reason})"


def _why(gone: Suppressed) -> str:
    return gone.reason if gone.by is None else f"{gone.reason} (claim {short(gone.by)})"


def _explained(key: str, told: Told) -> Iterator[str]:
    claim = told.claims[key]
    for each in labelled(facts(claim, told.documents[claim.document]), width=WIDTH - _LABEL):
        yield " " * _LABEL + each


def _left_out(left: Iterable[Suppressed], told: Told, *, explain: bool) -> Iterator[str]:
    """What is in no row, by reason; the claims themselves where an explanation is asked for."""
    by_reason: dict[str, list[Suppressed]] = {}
    for each in left:
        by_reason.setdefault(each.reason, []).append(each)
    if by_reason:
        yield from ("", "Left out of every row")
    for reason in sorted(by_reason, key=lambda each: (-len(by_reason[each]), each)):
        yield from _line(f"{len(by_reason[reason]):>8,}", reason)
        for each in by_reason[reason] if explain else ():
            yield from _line("", f"{told.by(each.claim)}{f' (claim {short(each.by)})' if each.by is not None else ''}")


def _line(label: str, words: str) -> Iterator[str]:
    """A labelled row, wrapped under its first word."""
    yield from wrap(
        words, WIDTH, initial_indent=f"{label:<{_LABEL}}", subsequent_indent=" " * _LABEL, break_long_words=False, break_on_hyphens=False
    )
