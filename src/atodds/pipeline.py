"""The path on one screen: bytes -> document -> sentences -> claims -> ledger."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import msgspec
from msgspec.structs import replace

from atodds.errors import BadInput, UnreadableDocument
from atodds.extract.claims import claims
from atodds.language.pipeline import Language
from atodds.model.claim import Claim
from atodds.model.incident import Pair
from atodds.model.record import Record
from atodds.model.text import TABLE, Document, Problem, Sentence
from atodds.read.clean import flow
from atodds.read.documents import Found, Overrides, original, read
from atodds.read.paths import sources
from atodds.views.unread import unread

if TYPE_CHECKING:
    from atodds.disputes.comparison import Comparison
    from atodds.exchange.tables.columns import TableMap
    from atodds.ledger.ledger import Ledger, LedgerReader  # not loaded by those who only extract

_ENGLISH = (None, "en")  # what the rules read; a document in another language is kept and marked, not extracted


class Reading(Record, frozen=True, kw_only=True):
    """One document as it was read, with its original bytes and its claims; `problems`: what of it could not be read, and why."""

    document: Document
    original: bytes | None
    claims: tuple[Claim, ...] = ()
    unread: int = 0  # numbers that no claim holds, where they were counted
    problems: tuple[Problem, ...] = ()

    @property
    def name(self) -> str:
        return self.document.path or self.document.id


class Material(Record, frozen=True, kw_only=True):
    """Claims with the documents they stand in, and what people decided on pairs of them: all that a comparison needs."""

    claims: tuple[Claim, ...] = ()
    documents: dict[str, Document] = msgspec.field(default_factory=dict)
    judgements: tuple[Pair, ...] = ()
    problems: tuple[Problem, ...] = ()

    def compared(self) -> Comparison:
        """Incidents, origins, revisions and disputes of these claims."""
        from atodds.disputes.comparison import compare  # here, so that those who only read reports need not load it

        return compare(self.claims, self.documents, self.judgements)


@dataclass
class Summary:
    """What a run did. Nothing is left out silently: what was not read or not understood is counted and named."""

    read: int = 0
    unchanged: int = 0  # the ledger held them already
    claims: int = 0  # without the statements
    statements: int = 0
    unread: int = 0
    undated: list[str] = field(default_factory=list)
    foreign: list[str] = field(default_factory=list)
    adrift: list[str] = field(default_factory=list)  # claims that someone decided on and this reading no longer finds
    problems: list[Problem] = field(default_factory=list)


def must_exist(paths: Sequence[str]) -> None:
    """Raise NoSuchFile for a path that names nothing, before a ledger is made for it."""
    next(sources(paths), None)


def sentences_of(document: Document, language: Language) -> Sequence[Sentence]:
    """The sentences that the rules read; none of a table, nor of a document in a language they do not know."""
    read = document.language in _ENGLISH and document.media_type != TABLE
    return language.sentences(flow(document.text)) if read else ()


def claims_of(document: Document, language: Language) -> list[Claim]:
    """Every claim of one document, in the order of its text."""
    return claims(document, sentences_of(document, language))


def extract(paths: Sequence[str], overrides: Overrides, language: Language, *, count_unread: bool = False) -> Iterator[Reading | Problem]:
    """Each document with its claims as soon as it is read, or the problem that it is."""
    for found in read(paths, overrides):
        yield found if isinstance(found, Problem) else _reading(found, language, count_unread)


def tables(paths: Sequence[str], overrides: Overrides, table: TableMap | None = None) -> Iterator[Reading | Problem]:
    """Each table with the claims of its rows, in the voice of the recorder that `overrides.outlet` names; no ledger, no language.

    Without a map a table must be known by its columns. Raises NoSuchFile, and BadInput for a table that no map fits.
    """
    from atodds.exchange.tables.table import imported  # here, so that those who only read reports need not load it

    for source in sources(paths):
        if isinstance(source, Problem):
            yield source
            continue
        if source.format is not None:
            raise BadInput(f"{source.name} is no table", "import takes CSV; `atodds read` reads reports")
        try:
            found = imported(original(source), source.name, overrides, table)
        except OSError as fault:
            yield Problem(document=source.name, stage="open", message=f"{source.name}: it cannot be opened ({fault.strerror})")
        except UnreadableDocument as fault:
            yield Problem(document=source.name, stage="parse", message=f"{source.name}: {fault}")
        else:
            yield Reading(document=found.document, original=found.original, claims=found.claims, problems=found.problems)


def read_into(
    ledger: Ledger,
    paths: Sequence[str],
    overrides: Overrides,
    language: Language,
    watch: Callable[[str], None] = lambda name: None,
) -> Summary:
    """Read everything into the ledger, a transaction a document; a document that fails is a problem and the run goes on."""
    return record_all(ledger, extract(paths, overrides, language, count_unread=True), watch)


def record_all(ledger: Ledger, found: Iterable[Reading | Problem], watch: Callable[[str], None] = lambda name: None) -> Summary:
    """What was read, into the ledger, as it comes."""
    done = Summary()
    for each in found:
        if isinstance(each, Problem):
            ledger.problem(each)
            done.problems.append(each)
        else:
            _record(ledger, each, done)
        watch(each.name if isinstance(each, Reading) else each.document)
    return done


def material(found: Iterable[Reading | Problem]) -> Material:
    """What was read, held in memory to be compared; no ledger."""
    claims: list[Claim] = []
    documents: dict[str, Document] = {}
    problems: list[Problem] = []
    for each in found:
        if isinstance(each, Problem):
            problems.append(each)
            continue
        claims += each.claims
        documents[each.document.id] = each.document
        problems += each.problems
    return Material(claims=tuple(claims), documents=documents, problems=tuple(problems))


def kept(reader: LedgerReader) -> Material:
    """What a ledger holds: claims as people corrected them, without those that they rejected."""
    return Material(
        claims=tuple(held.claim for held in reader.claims()),
        documents={each.id: each for each in reader.documents()},
        judgements=reader.judgements(),
    )


def _reading(found: Found, language: Language, count_unread: bool) -> Reading:
    """The one place where any error is caught: one document must not stop ten thousand. KeyboardInterrupt passes."""
    document, reading = found.document, Reading(document=found.document, original=found.original)
    try:
        sentences = sentences_of(document, language)
        made = claims(document, sentences)
        left = sum(each.kind == "number" for each in unread(document, sentences, made)) if count_unread else 0
    except Exception as error:
        message = f"{reading.name}: no claims could be extracted ({type(error).__name__}: {error})"
        return replace(reading, problems=(Problem(document=document.id, stage="extract", message=message),))
    return replace(reading, claims=tuple(made), unread=left)


def _record(ledger: Ledger, reading: Reading, done: Summary) -> None:
    """One document into the ledger, and into the summary; what the ledger refuses to hold is a problem of that document."""
    document, problems = reading.document, reading.problems
    try:
        recorded = ledger.record(document, reading.original, reading.claims, problems)
    except BadInput as error:
        problem = Problem(document=reading.name, stage="record", message=f"{reading.name}: {error}")
        ledger.problem(problem)
        done.problems.append(problem)
        return
    done.read += recorded.entry is not None
    done.unchanged += recorded.entry is None
    said = sum(claim.kind == "statement" for claim in reading.claims)
    done.claims += len(reading.claims) - said
    done.statements += said
    done.unread += reading.unread
    done.undated += [reading.name] if document.published is None else []
    done.foreign += [reading.name] if document.language not in _ENGLISH else []
    done.adrift += recorded.adrift
    done.problems += problems
