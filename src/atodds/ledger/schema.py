"""The tables of a ledger: the log, which is the record, and what is derived from it, which can be thrown away.

Two rules keep a lawful erasure possible without a break in the chain:

- An entry says nothing of what it is about but a digest over a random salt, the object and the payload. Where the payload, the
  salt and the object are dropped, the chain still closes, and nobody who guesses the text can confirm the guess by hashing it.
- Texts and original bytes stand apart, by their SHA-256, and no entry holds them.

Originals are kept in a table, compressed, and not in a folder beside the ledger: a ledger is then one file, copied, backed up
and handed to a court as one thing, and a document is either there with its original or not there at all.
"""

from __future__ import annotations

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    Date,
    Double,
    ForeignKey,
    ForeignKeyConstraint,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    String,
    Table,
    Text,
    UniqueConstraint,
)

# Of these tables. A program refuses a ledger whose version is higher than its own, and makes the derived tables of a lower one anew.
VERSION = 3

# Ids are ordered by code point on every engine; PostgreSQL would otherwise follow the language of the server.
_KEY = String().with_variant(String(collation="C"), "postgresql")
# SQLite numbers its rows only under the very name INTEGER.
_NUMBER = BigInteger().with_variant(Integer, "sqlite")

metadata = MetaData()

about = Table(
    "about",
    metadata,
    Column("key", _KEY, primary_key=True),
    Column("value", Text, nullable=False),
)

# The log

payloads = Table(
    "payloads",
    metadata,
    Column("digest", _KEY, primary_key=True),  # SHA-256 over salt, object and body
    Column("salt", LargeBinary),  # null once erased
    Column("body", LargeBinary),  # canonical JSON, zlib; null once erased
)

entries = Table(
    "entries",
    metadata,
    Column("seq", _NUMBER, primary_key=True, autoincrement=False),
    Column("time", _KEY, nullable=False),  # UTC, ISO 8601, kept as the text that was hashed
    Column("actor", Text, nullable=False),
    Column("act", _KEY, nullable=False),
    Column("object", _KEY, nullable=False, index=True),  # id of a document or claim; bound through the payload's digest
    Column("payload_digest", _KEY, ForeignKey(payloads.c.digest), nullable=False),
    Column("previous", _KEY, nullable=False),
    Column("digest", _KEY, nullable=False),
)

objects = Table(
    "objects",
    metadata,
    Column("sha256", _KEY, primary_key=True),  # of the bytes as they were read; a document's text is UTF-8
    Column("size", _NUMBER, nullable=False),  # before compression
    Column("body", LargeBinary, nullable=False),  # zlib
)

# Derived from the log, and from nothing else. No row says when it was read, so that the order of reading leaves no trace here.

documents = Table(
    "documents",
    metadata,
    Column("id", _KEY, primary_key=True),
    Column("sha256", _KEY, nullable=False),  # of the text
    Column("bytes_sha256", _KEY),
    Column("media_type", Text, nullable=False),
    Column("path", Text),  # where the newest reading found it: the one thing here that may differ between two machines
    Column("title", Text),
    Column("outlet", Text),
    Column("published", Date),
    Column("language", Text),
    Column("url", Text),
    Column("version", _KEY, nullable=False),  # digest of the reading: document, claims, problems, without the path
    Column("body", Text, nullable=False),  # the canonical document, without its text and path
)

claims = Table(
    "claims",
    metadata,
    # The same words in two documents make one claim id: a claim is a fact about a text.
    Column("document", _KEY, ForeignKey(documents.c.id), primary_key=True),
    Column("id", _KEY, primary_key=True),
    Column("text_sha256", _KEY, nullable=False),  # the text that its spans point into
    Column("current", Boolean, nullable=False),  # found by the newest reading of the document
    Column("rejected", _KEY),  # id of the standing decision that rejects it
    Column("rule", _KEY, nullable=False),
    Column("start", Integer, nullable=False),
    # What follows is that of the claim as corrected; words are folded for search.
    Column("kind", _KEY, nullable=False),
    Column("measure", _KEY),
    Column("low", Double),
    Column("high", Double),
    Column("category", _KEY),
    Column("speaker", Text),  # innermost
    Column("earliest", Date),
    Column("latest", Date),
    Column("place", Text),
    Column("country", _KEY),
    Column("means", _KEY),
    Column("agent", Text),  # who did it: of the scope of a figure, of the event else
    Column("type", _KEY),
    Column("mode", _KEY),
    Column("recipient", Text),
    Column("accused", Text),
    Column("status", _KEY),
    Column("stance", _KEY, nullable=False),
    Column("author", _KEY, nullable=False),
    Column("body", Text, nullable=False),  # the canonical claim as extracted: never changes
    Column("corrected", Text),  # the canonical claim with its corrections, where it has any
    Index("claims_in_order", "document", "start", "id"),
    Index("claims_by_id", "id"),
    Index("claims_by_measure", "measure", "category"),
    Index("claims_by_type", "type", "mode"),
    Index("claims_by_time", "earliest", "latest"),
)

links = Table(
    "links",
    metadata,
    Column("document", _KEY, primary_key=True),
    Column("claim", _KEY, primary_key=True),
    Column("position", Integer, primary_key=True, autoincrement=False),  # 0: innermost
    Column("speaker", Text, nullable=False, index=True),
    Column("date", Date),
    ForeignKeyConstraint(["document", "claim"], [claims.c.document, claims.c.id]),
)

problems = Table(
    "problems",
    metadata,
    Column("id", _KEY, primary_key=True),  # digest of what it says
    Column("document", _KEY, nullable=False, index=True),
    Column("stage", _KEY, nullable=False),
    Column("message", Text, nullable=False),
)

decisions = Table(
    "decisions",
    metadata,
    Column("id", _KEY, primary_key=True),
    Column("claim", _KEY, nullable=False),
    Column("position", Integer, nullable=False),  # among the decisions on this claim
    Column("act", _KEY, nullable=False),
    Column("standing", Boolean, nullable=False),  # not taken back
    Column("actor", Text, nullable=False),
    Column("time", _KEY, nullable=False),
    Column("body", Text, nullable=False),  # the canonical decision
    UniqueConstraint("claim", "position"),
)

judgements = Table(
    "judgements",
    metadata,
    Column("id", _KEY, primary_key=True),
    Column("one", _KEY, nullable=False),
    Column("other", _KEY, nullable=False, index=True),  # one < other
    Column("position", Integer, nullable=False),  # among the decisions on this pair
    Column("act", _KEY, nullable=False),
    Column("standing", Boolean, nullable=False),  # not taken back
    Column("actor", Text, nullable=False),
    Column("time", _KEY, nullable=False),
    Column("body", Text, nullable=False),  # the canonical decision
    UniqueConstraint("one", "other", "position"),
)

DERIVED = (documents, claims, links, problems, decisions, judgements)
