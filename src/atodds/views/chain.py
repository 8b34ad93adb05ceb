"""Who says so, through whom: an attribution chain in one line, the innermost speaker first."""

from __future__ import annotations

from atodds.model.claim import Claim
from atodds.model.source import Link
from atodds.model.text import Document
from atodds.vocab import load
from atodds.vocab.shown import folded

VIA = "   via\N{NO-BREAK SPACE}\N{NO-BREAK SPACE}"  # no line ends in "via"; `labelled` prints blanks


def outlet(document: Document) -> str:
    """Who printed the report, as surely as it is known: its outlet, its title, its file, its id."""
    return folded(document.outlet or document.title or document.path or document.id)


def printed(document: Document) -> str:
    """The report itself as the outermost voice, with its day where it has one."""
    day = f", {document.published.isoformat()}" if document.published else ""
    return outlet(document) + day


def link_words(link: Link) -> str:
    """One voice: its name as written, the role it is given, the day it spoke.

    >>> link_words(Link(speaker="Ben Emmerson", role="UN special rapporteur"))
    'Ben Emmerson (UN special rapporteur)'
    """
    role = f" ({folded(link.role)})" if link.role else ""
    day = f", {link.date.isoformat()}" if link.date else ""
    return _name(link) + role + day


def voices(claim: Claim) -> list[str]:
    """The names of the chain, innermost first; behind a pronoun in brackets whom it stands for, where the report tells."""
    return [_name(link) for link in claim.attribution]


def _name(link: Link) -> str:
    """A voice by its name.

    >>> _name(Link(speaker="she", actor="laleh-quillfeather"))
    'she [laleh-quillfeather]'
    """
    words = folded(link.speaker)
    return f"{words} [{link.actor}]" if link.actor is not None and words.lower() in load("speakers")["pronouns"] else words


def chain(claim: Claim, document: Document) -> str:
    """Every voice between the claim and the reader, the report last."""
    if not claim.attribution:
        return f"report's own voice: {printed(document)}"
    voices = [link_words(link) for link in claim.attribution]
    if not _is_report(claim.attribution[-1], document):
        voices.append(printed(document))
    return VIA.join(voices)


def speaker(claim: Claim) -> str | None:
    """The innermost speaker as written; None is the report's own voice."""
    return claim.attribution[0].speaker if claim.attribution else None


def _is_report(link: Link, document: Document) -> bool:
    """Does the outermost link already name the report's own outlet?"""
    return document.outlet is not None and folded(link.speaker).casefold() == folded(document.outlet).casefold()
