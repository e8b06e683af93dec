"""Readers of the formats that are rows of numbers: Solomon's, Li & Lim's and Belhaiza's."""

from .instances import NONE, Instance, Vehicle
from .numbers import numbers
from .units import CONVENTIONS, whole


def solomon(file, lines):
    """VRPTW of M. Solomon and of Gehring & Homberger: `number x y demand ready due service`, the depot first."""
    rows = [numbers(line) for line in lines if line[:1].isdigit()]
    count, capacity = rows[0]
    rows = rows[1:]
    convention = CONVENTIONS["vrptw"]
    windows = [[(whole(row[4], convention), whole(row[5], convention))] for row in rows]
    early, late = windows[0][0]
    return Instance(
        name=file.stem,
        file=file,
        kind="vrptw",
        depots=1,
        numbers=[row[0] for row in rows],
        vehicles=[Vehicle(capacity=capacity, early=early, late=late)] * count,
        fleet_limited=True,
        points=[(row[1], row[2]) for row in rows],
        delivery=[row[3] for row in rows],
        service=[whole(row[6], convention) for row in rows],
        windows=windows,
    )


def li_lim(file, lines):
    """PDPTW: `number x y demand ready due service pickup delivery`, where 0 stands for none; demand above 0 is picked up."""
    head, *rows = [numbers(line) for line in lines if line]
    count, capacity = head[:2]
    convention = CONVENTIONS["pdptw"]
    windows = [[(whole(row[4], convention), whole(row[5], convention))] for row in rows]
    early, late = windows[0][0]
    return Instance(
        name=file.stem,
        file=file,
        kind="pdptw",
        depots=1,
        numbers=[row[0] for row in rows],
        vehicles=[Vehicle(capacity=capacity, early=early, late=late)] * count,
        fleet_limited=True,
        points=[(row[1], row[2]) for row in rows],
        delivery=[max(0, -row[3]) for row in rows],
        pickup=[max(0, row[3]) for row in rows],
        service=[whole(row[6], convention) for row in rows],
        windows=windows,
        pairs=[(place, row[8]) for place, row in enumerate(rows) if place and row[8]],
    )


def belhaiza(file, lines):
    """Several windows a customer: Cordeau's type 4, where the list of a customer counts the windows that follow.

    A row is `number x y service demand frequency lists`, then how many windows and those; the depot's has its only one at the end.
    """
    head, limits, *rows = [numbers(line) for line in lines if line]
    kind, count, _, _ = head
    if kind != 4:
        raise ValueError(f"{file.name}: Cordeau's type {kind}, expected 4")
    convention = CONVENTIONS["mtw"]

    def windows(row):
        ends = [whole(value, convention) for value in (row[8:] if row[6] else row[-2:])]
        return sorted(zip(ends[::2], ends[1::2]))

    all_windows = [windows(row) for row in rows]
    early, late = all_windows[0][0]
    duration, capacity = limits
    return Instance(
        name=file.stem,
        file=file,
        kind="mtw",
        depots=1,
        numbers=[row[0] for row in rows],
        vehicles=[
            Vehicle(
                capacity=capacity or NONE,
                early=early,
                late=late,
                duration=whole(duration, convention) if duration else NONE,
            )
        ]
        * count,
        fleet_limited=True,
        points=[(row[1], row[2]) for row in rows],
        delivery=[row[4] for row in rows],
        service=[whole(row[3], convention) for row in rows],
        windows=all_windows,
    )
