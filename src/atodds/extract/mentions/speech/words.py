"""The words of attribution, ready for lookup: cues with what may follow them, speakers, outlets, and where clauses end."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from typing import Any, Literal, NamedTuple, cast

from atodds.model.claim import Stance
from atodds.model.text import Sentence
from atodds.vocab import load
from atodds.vocab.lexicon import Phrases
from atodds.vocab.screens import screen

Form = Literal["base", "s", "ed", "en", "ing"]
STANCES: tuple[Stance, ...] = ("asserts", "denies", "concedes", "doubts", "blames", "claims")
_OUTLETS = ("wire", "paper", "broadcaster", "monitor", "web")  # kinds, as `vocab/outlets.yml` has them
_TRIGGERS = ("source", "quoting", "quoted", "put", "tallies", "unproven", "true", "false", "minded", "named")  # lists of `vocab/cues.yml`
_LABELS = (":", "―")
_CITES = ("(", "[", *_LABELS)
_BEHIND_CITATION = " .!?\"'”’»"


class Verb(NamedTuple):
    """A cue verb in one of its forms."""

    base: str
    form: Form
    frames: frozenset[str]  # what may follow, as `vocab/cues.yml` says
    stance: Stance


class Lexicon(NamedTuple):
    """Every word list that the patterns of speech read; `sets` holds the plain ones by name."""

    verbs: Phrases[Verb]
    nouns: Mapping[str, Stance]  # "claim", "denial"
    outlets: Phrases[str]  # by lower-case name: its kind
    cited: Phrases[str]  # the same with the names that are an outlet only inside a citation
    titles: Phrases[bool]  # titles of persons, before a name
    sources: Phrases[bool]  # "according to"
    charges: Phrases[Stance]  # "accused of"
    charged: frozenset[str]  # a word of every charge: without one there is none
    unsaying: frozenset[str]  # and of every denial inside what is said
    charging: Mapping[str, tuple[str, Stance]]  # "accused": "of"
    sets: Mapping[str, frozenset[str]]
    months: Mapping[str, int]  # "oct." and "october": 10
    triggers: frozenset[str]  # no attribution without one of these bare words, or of the signs of a citation
    citing: frozenset[str]  # no citation without one of these


@cache
def lexicon() -> Lexicon:
    """The lists of `cues`, `clauses`, `speakers` and `outlets`, read once."""
    cues, speakers = load("cues"), load("speakers")
    verbs = dict(_verbs(cues))
    nouns = {word: stance for stance in STANCES for word in cues["nouns"].get(stance, ())}
    charges = {phrase: cast(Stance, stance) for stance, phrases in cues["charges"].items() for phrase in phrases}
    charging = {phrase.split()[-2] for phrase in charges}  # "suspicion" of "on suspicion of"
    outlets, cited = _outlets()
    return Lexicon(
        verbs=Phrases(verbs),
        nouns=nouns,
        outlets=Phrases(outlets),
        cited=Phrases(cited),
        titles=Phrases(dict.fromkeys((*speakers["titles"], *speakers["people"]), True)),
        sources=Phrases(dict.fromkeys(cues["source"], True)),
        charges=Phrases(charges),
        charged=frozenset(charging),
        unsaying=frozenset((*cues["unproven"], *cues["true"], *cues["false"], *cues["denied_nouns"])),
        charging={phrase.split()[0]: (phrase.split()[1], stance) for phrase, stance in charges.items() if phrase.split()[0].endswith("ed")},
        sets=_sets(cues, nouns),
        months=_months(),
        triggers=screen((*verbs, *nouns, *charging, *(word for name in _TRIGGERS for word in cues[name]))),
        citing=frozenset(_CITES),
    )


def _outlets() -> tuple[dict[str, str], dict[str, str]]:
    """Names of outlets with their kind; and the same with those that are an outlet only inside a citation."""
    outlets, press = load("outlets"), load("press")
    kinds = {name.lower(): kind for kind in _OUTLETS for name in outlets[kind]}
    listed = {name.lower() for names in press["outlets"].values() for entry in names for name in entry.split("|")} - kinds.keys()
    kinds |= dict.fromkeys(listed, "paper")
    only_cited = {name.lower() for name in (*outlets["only_cited"], *press["words"])} | {name for name in listed if " " not in name}
    return {name: kind for name, kind in kinds.items() if name not in only_cited}, {**kinds, **dict.fromkeys(only_cited, "paper")}


def _sets(cues: Any, nouns: Iterable[str]) -> dict[str, frozenset[str]]:
    """The plain lists by name, and those that are made of several."""
    outlets = load("outlets")
    plain = {**load("clauses"), **load("speakers"), **{key: cues[key] for key in cues if isinstance(cues[key], list)}}
    sets = {key: frozenset(str(word).lower() for word in value) for key, value in plain.items()}
    sets["outlet_nouns"] = frozenset(outlets["nouns"])
    sets["unnamed"] = frozenset(outlets["unnamed"])
    sets["outlet_heads"] = frozenset(outlets["heads"])
    sets["claiming"] = frozenset((*nouns, *sets["tallies"], *sets["named"]))
    return sets


def _months() -> dict[str, int]:
    """Months as citations write them, in full and shortened: "october", "oct.", "oct"."""
    clauses = load("clauses")
    whole = {word: number for number, word in enumerate(clauses["months"][:12], start=1)}
    short = {word: number for number, word in enumerate(clauses["short_months"], start=1)}
    return whole | short | {"sept.": 9, "sept": 9, "jun.": 6, "jul.": 7} | {word.rstrip("."): number for word, number in short.items()}


def may_speak(sentence: Sentence) -> bool:
    """May an attribution stand in this sentence? A citation closes it: brackets inside say nothing."""
    if not lexicon().triggers.isdisjoint(sentence.bare):
        return True
    text = sentence.text
    return any(sign in text for sign in _LABELS) or text.rstrip(_BEHIND_CITATION)[-1:] in (")", "]")


def _verbs(cues: Any) -> Iterator[tuple[str, Verb]]:
    """Every form of every cue verb, "told of" as one phrase."""
    frames: dict[str, set[str]] = {}
    for frame, bases in cues["verbs"].items():
        for base in bases:
            frames.setdefault(base, set()).add(frame)
    stances = {base: cast(Stance, stance) for stance, bases in cues["stances"].items() for base in bases}
    refused = set(cues["not_verbs"])
    for base, taken in frames.items():
        first, _, rest = base.partition(" ")
        for word, form in _forms(first, cues["irregular"]):
            if word not in refused:
                yield f"{word} {rest}".strip(), Verb(base, form, frozenset(taken), stances.get(base, "asserts"))


def _forms(base: str, irregular: Mapping[str, list[str]]) -> Iterator[tuple[str, Form]]:
    """The forms of one verb; of two with one spelling the commoner stands last and wins."""
    if base in irregular:
        present, *past, ing = irregular[base]
        yield from ((word, "en") for word in past[1:])
        yield from ((word, "ed") for word in past[:1])
    else:
        stem = base.removesuffix("e")
        present, ing = f"{base}s", f"{stem}ing"
        yield f"{stem}ed", "ed"
    yield base, "base"
    yield present, "s"
    yield ing, "ing"
