"""The accuracy gate: the program is scored on hand-coded data, and a pinned floor that is not reached fails.

    python quality/gate.py                   every set that floors.toml names; ATODDS_GOLD is the folder of the data
    python quality/gate.py reports drone     these sets only
    python quality/gate.py --update          raise the floors that were beaten; they are lowered by hand, and nowhere else

Exit: 0 every floor holds (or there is no data to measure on, and it says so), 1 one does not, 2 the scorer or the data is not as expected.
"""

from __future__ import annotations

import argparse
import json
import math
import os
import re
import shlex
import subprocess
import sys
import tomllib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from hashlib import sha256
from pathlib import Path
from typing import Any, NamedTuple

FLOORS = Path(__file__).with_name("floors.toml")
# The program of this very interpreter, whether it is installed or only on PYTHONPATH; what it is asked for, where a set does not say.
ATODDS = (sys.executable, "-c", "from atodds.cli.main import main; main()")
EXTRACT = "extract --format jsonl"
_ROUNDING = 1e-9  # a floor is written with three digits, what is measured has sixteen

Floors = Mapping[str, Any]  # floors.toml as read
Result = Mapping[str, Any]  # one set as the scorer prints it


class Row(NamedTuple):
    """One metric of one set beside its pin. A ceiling is a pin from above, for what should not happen."""

    set: str
    metric: str
    pin: float
    now: float | None
    ceiling: bool = False

    @property
    def holds(self) -> bool:
        gain = self.gain
        return gain is not None and gain >= -_ROUNDING

    @property
    def gain(self) -> float | None:
        """How far it is on the right side of its pin; None where nothing was measured."""
        if self.now is None:
            return None
        return self.pin - self.now if self.ceiling else self.now - self.pin


def rows(floors: Floors, results: Iterable[Result]) -> Iterator[Row]:
    """Every pinned metric of the sets that were scored, in the order of floors.toml."""
    for result in results:
        pins = floors[result["set"]]
        values = {each["metric"]: each["value"] for each in result["metrics"]}
        for kind, ceiling in (("floors", False), ("ceilings", True)):
            for metric, pin in pins.get(kind, {}).items():
                yield Row(result["set"], metric, pin, values.get(metric), ceiling)


def breaches(floors: Floors, results: Iterable[Result]) -> Iterator[str]:
    """Claims that break the contract and are not expected to, a sentence a kind."""
    for result in results:
        expected = floors[result["set"]].get("problems", {})
        for problem, count in result["problems"].items():
            most = expected.get(problem, {}).get("most", 0)
            if count > most:
                yield f"{result['set']}: {problem}: {count} times, {most} at most"


def files(gold: Path, name: str) -> list[Path]:
    """The files that a set's numbers are measured on."""
    if name in ("reports", "disputes"):
        name = "reports"
        return [*sorted((gold / name).glob("*.yaml")), *sorted((gold.parent / name).glob("*.txt"))]
    return [gold / "sets" / name / each for each in ("docs.jsonl", "gold.jsonl")]


def data_digest(paths: Iterable[Path]) -> str:
    """SHA-256 over the names and bytes of the data."""
    whole = sha256()
    for path in paths:
        whole.update(path.name.encode() + b"\0" + sha256(path.read_bytes()).digest())
    return whole.hexdigest()


def strangers(floors: Floors, gold: Path, names: Iterable[str]) -> Iterator[str]:
    """Sets whose data are not those that their floors were measured on, a sentence each."""
    for name in names:
        paths = files(gold, name)
        absent = [path for path in paths if not path.is_file()]
        if absent or not paths:
            yield f"{name}: no data ({', '.join(map(str, absent)) or gold / name})"
        elif (found := data_digest(paths)) != floors[name]["data"]:
            yield f"{name}: other data than the floors were measured on; measure anew, then write data = {found!r}"


def table(found: Sequence[Row]) -> str:
    """The rows, aligned; a star where the pin does not hold.

    >>> print(table([Row("drone", "killed low", 0.65, 0.7), Row("reports", "false rejects count", 0, 1, ceiling=True)]))
      set      metric              floor   now  difference
      drone    killed low           .650  .700       +.050
    * reports  false rejects count   <=0     1          -1
    """
    cells = [("", "set", "metric", "floor", "now", "difference")]
    for row in found:
        pin = f"<={row.pin}" if row.ceiling else _short(row.pin)
        cells.append((" " if row.holds else "*", row.set, row.metric, pin, _short(row.now), _short(row.gain, signed=True)))
    widths = [max(len(line[column]) for line in cells) for column in range(6)]
    return "\n".join(
        " ".join((line[0].ljust(1), line[1].ljust(widths[1]) + " ", line[2].ljust(widths[2]) + " "))
        + "  ".join(line[column].rjust(widths[column]) for column in (3, 4, 5))
        for line in cells
    )


def _short(value: float | None, *, signed: bool = False) -> str:
    if value is None:
        return "-"
    sign = "+" if signed else ""
    return f"{value:{sign}d}" if isinstance(value, int) else re.sub(r"^([+-]?)0\.", r"\1.", f"{value:{sign}.3f}")


def raised(text: str, found: Iterable[Row]) -> str:
    r"""floors.toml with the pins that were beaten moved to what was reached, all else untouched.

    >>> print(raised('[drone.floors]\n"killed low" = 0.650  # the goal', [Row("drone", "killed low", 0.65, 0.71239)]))
    [drone.floors]
    "killed low" = 0.712  # the goal
    """
    better = {(row.set, "ceilings" if row.ceiling else "floors", row.metric): _pinned(row) for row in found if (row.gain or 0) > 0}
    section, lines = ("", ""), []
    for line in text.split("\n"):
        if header := re.fullmatch(r"\[([\w.]+)\]\s*", line):
            owner, _, kind = header[1].partition(".")
            section = (owner, kind)
        if (pin := re.match(r'("?)([^"=]+)\1(\s*=\s*)([\d.]+)', line)) and (new := better.get((*section, pin[2].strip()))):
            line = line[: pin.start(4)] + new + line[pin.end(4) :]
        lines.append(line)
    return "\n".join(lines)


def _pinned(row: Row) -> str:
    assert row.now is not None
    return f"{row.now:g}" if row.ceiling else f"{max(row.pin, math.floor(row.now * 1000) / 1000):.3f}"


def scored(gold: Path, floors: Floors, names: Sequence[str], program: str) -> list[Result]:
    """What the scorer prints for these sets. Raises CalledProcessError where it, or the program, fails."""
    by_command: dict[str, list[str]] = {}
    for name in names:
        by_command.setdefault(floors[name].get("command", EXTRACT), []).append(name)
    return [result for command, some in by_command.items() for result in _scored(gold, some, f"{program} {command}")]


def _scored(gold: Path, names: Sequence[str], command: str) -> list[Result]:
    call = [sys.executable, str(gold / "score.py"), *names, "--json", "--cmd", command]
    done = subprocess.run(call, capture_output=True, check=True, text=True)
    return [json.loads(line) for line in done.stdout.splitlines()]


def main() -> int:
    floors = tomllib.loads(FLOORS.read_text(encoding="utf-8"))
    options = _arguments(list(floors))
    gold = Path(os.environ.get("ATODDS_GOLD") or "-")
    if not (gold / "score.py").is_file():
        reason = "ATODDS_GOLD names no folder" if str(gold) == "-" else f"ATODDS_GOLD: nothing to measure on in {gold}"
        print(f"skipped: {reason}")
        return 0
    names = options.set or list(floors)
    if wrong := list(strangers(floors, gold, names)):
        return _fail(wrong, 2)
    try:
        results = scored(gold, floors, names, options.program)
    except subprocess.CalledProcessError as error:
        return _fail([f"the scorer failed:\n{error.stderr.strip()}"], 2)
    found = list(rows(floors, results))
    print(table(found))
    if options.update:
        FLOORS.write_text(raised(FLOORS.read_text(encoding="utf-8"), found), encoding="utf-8")
    missed = [f"{row.set}: {row.metric} does not hold" for row in found if not row.holds]
    return _fail([*missed, *breaches(floors, results)], 1)


def _fail(sentences: Sequence[str], code: int) -> int:
    for sentence in sentences:
        print(f"gate: {sentence}", file=sys.stderr)
    return code if sentences else 0


def _arguments(names: Sequence[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("set", nargs="*", help=f"sets to score, all by default: {', '.join(names)}")
    parser.add_argument("--program", default=shlex.join(ATODDS), help="another program that has the same commands")
    parser.add_argument("--update", action="store_true", help="raise the floors that were beaten")
    options = parser.parse_args()
    if unknown := set(options.set) - set(names):
        parser.error(f"no floors are pinned for {', '.join(sorted(unknown))}")
    return options


if __name__ == "__main__":
    sys.exit(main())
