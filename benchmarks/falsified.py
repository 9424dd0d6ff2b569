"""What the benchmarks of falsified results share: a falsification, and the table of how many were objected to."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class Case:
    """A falsification: its kind, where an objection must stand, what it says now, and whether there is one."""

    kind: str
    where: str
    now: str
    caught: bool


def print_rates(cases: Sequence[Case], missed: bool) -> tuple[float, float]:
    """Print how many were caught, by kind and in all, and those missed if wanted; return overall and lowest rate."""
    table: dict[str, list[Case]] = defaultdict(list)
    for case in cases:
        table[case.kind].append(case)
    for kind, rows in sorted(table.items()):
        _print_rate(kind, rows)
        for c in rows if missed else ():
            if not c.caught:
                print(f"    {c.where}: {c.now[:400]}")
    _print_rate("all", cases)
    return _rate(cases), min(map(_rate, table.values()))


def _print_rate(kind: str, cases: Sequence[Case]) -> None:
    print(f"{kind:36} {sum(c.caught for c in cases):4} of {len(cases):4}  {_rate(cases):6.1%}")


def _rate(cases: Sequence[Case]) -> float:
    return sum(c.caught for c in cases) / len(cases)


def print_alarms(name: str, wrong: Sequence[str], parts: int, missed: bool) -> float:
    """Print how many of some true `parts` are objected to, and which if wanted; return the rate."""
    rate = len(wrong) / max(1, parts)
    print(f"{name:36} {len(wrong):4} of {parts:4}  {rate:6.1%}")
    print(*(f"    {w}" for w in wrong if missed), sep="\n")
    return rate
