"""Fields: the value at a dotted path of a claim, changed and checked, as `figure.low` or `attribution.0.speaker`."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import msgspec
from msgspec import inspect

from atodds.errors import BadInput
from atodds.model.claim import Claim
from atodds.model.ids import canonical

# Facts of the document or of the reading: another value would make it another claim. `aggregate` follows `extent`.
FIXED = frozenset(("id", "type", "document", "quote", "start", "end", "spans", "sentence", "rule", "scope.aggregate"))

_DECODER = msgspec.json.Decoder(Claim)
_PLAIN = {
    inspect.IntType: "a whole number", inspect.FloatType: "a number", inspect.StrType: "text",
    inspect.BoolType: "true or false", inspect.DateType: "a day as 2013-11-04", inspect.NoneType: "null",
    inspect.VarTupleType: "a list", inspect.StructType: "an object",
}  # fmt: skip


def decode(body: str | bytes) -> Claim:
    """A claim from its canonical form."""
    return _DECODER.decode(body)


def change(claim: Claim, field: str, value: Any) -> Claim:
    """The claim with another value at `field`. Raises BadInput, naming what is legal there."""
    legal = _legal(field)
    content = msgspec.json.decode(canonical(claim))
    _put(content, field.split("."), value, field)
    if field in ("scope", "scope.extent") and isinstance(content.get("scope"), dict):
        content["scope"]["aggregate"] = content["scope"].get("extent") == "total"
    try:
        changed = msgspec.convert(content, Claim)
    except msgspec.ValidationError as error:
        raise BadInput(f"{field} cannot be {msgspec.json.encode(value).decode()} ({error})", f"legal: {legal}") from None
    figure = changed.figure
    if figure is not None and figure.low is not None and figure.high is not None and figure.low > figure.high:
        crossed = f"figure.low {figure.low} above figure.high {figure.high}"
        raise BadInput(f"{field} would put {crossed}", "correct the other bound first, or `figure` as a whole")
    return changed


def _put(content: Any, steps: list[str], value: Any, field: str) -> None:
    """Set the value at a path; records on the way that the claim lacks are begun, list items are not."""
    *way, last = steps
    for step in way:
        if isinstance(content, list):
            content = content[_position(content, step, field)]
        else:
            if content.get(step) is None:
                content[step] = {}
            content = content[step]
    if isinstance(content, list):
        content[_position(content, last, field)] = value
    else:
        content[last] = value


def _position(items: list[Any], step: str, field: str) -> int:
    if not step.isdecimal() or int(step) >= len(items):
        raise BadInput(f"{field}: there is no item {step}", f"items are numbered from 0; there are {len(items)}")
    return int(step)


def _legal(field: str) -> str:
    """What may stand at a field, in words. Raises BadInput for a field that does not exist or is no matter of opinion."""
    if field in FIXED or field.split(".")[0] in FIXED:
        raise BadInput(f"{field} cannot be corrected", "it is a fact of the document; reject the claim instead")
    here: tuple[inspect.Type, ...] = (inspect.type_info(Claim),)
    for step in field.split("."):
        names = {name: kind for each in here for name, kind in _inside(each, step)}
        if step not in names:
            known = ", ".join(sorted(names.keys() - FIXED)) or "nothing inside it"
            raise BadInput(f"a claim has no field {field}", f"there is: {known}")
        here = tuple(_alternatives(names[step]))
    return "; ".join(_words(each) for each in here)


def _inside(kind: inspect.Type, step: str) -> Iterator[tuple[str, inspect.Type]]:
    if isinstance(kind, inspect.StructType):
        yield from ((each.encode_name, each.type) for each in kind.fields)
    elif isinstance(kind, inspect.VarTupleType):
        yield (step if step.isdecimal() else "0"), kind.item_type


def _alternatives(kind: inspect.Type) -> Iterator[inspect.Type]:
    if isinstance(kind, inspect.UnionType):
        for each in kind.types:
            yield from _alternatives(each)
    else:
        yield kind


def _words(kind: inspect.Type) -> str:
    if isinstance(kind, inspect.LiteralType):
        return ", ".join(str(each) for each in kind.values)
    return _PLAIN[type(kind)]
