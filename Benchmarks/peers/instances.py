"""A routing problem of a public file, in whole numbers, the same for every solver."""

from __future__ import annotations

import math
from dataclasses import dataclass, field
from pathlib import Path

from .units import CONVENTIONS, SCALES, published_divisor, whole

NONE = math.inf


@dataclass(frozen=True)
class Vehicle:
    """One vehicle. Limits are infinite where the file sets none."""

    depot: int = 0
    capacity: float = NONE
    fixed: int = 0
    unit: int = 1
    early: float = 0
    late: float = NONE
    duration: float = NONE
    distance: float = NONE
    # Locations it may serve; None: all of them.
    allowed: frozenset | None = None
    # Depots at which it may load again between two trips.
    reloads: tuple = ()
    most_reloads: float = NONE


@dataclass
class Instance:
    """Locations 0 ..< depots are depots, those behind them clients; every list has an entry for each location."""

    name: str
    file: Path
    kind: str
    depots: int
    # What a solution file calls each location.
    numbers: list
    vehicles: list
    # Whether the file says how many vehicles there are; if not, `vehicles` has one for each client.
    fleet_limited: bool
    points: list | None = None
    matrix: list | None = None
    delivery: list = field(default_factory=list)
    pickup: list = field(default_factory=list)
    service: list = field(default_factory=list)
    # Of each location the windows in order; a service begins within one of them.
    windows: list = field(default_factory=list)
    release: list = field(default_factory=list)
    prize: list = field(default_factory=list)
    required: list = field(default_factory=list)
    # Of each group exactly one client is visited.
    groups: list = field(default_factory=list)
    # Pickup and delivery, by the same vehicle in that order.
    pairs: list = field(default_factory=list)

    def __post_init__(self):
        size = len(self.numbers)
        for name in ("delivery", "pickup", "service", "release", "prize"):
            setattr(self, name, getattr(self, name) or [0] * size)
        self.windows = self.windows or [[(0, NONE)]] * size
        self.required = self.required or [False] * self.depots + [True] * (size - self.depots)

    @property
    def size(self):
        return len(self.numbers)

    @property
    def scale(self):
        return SCALES[CONVENTIONS[self.kind]]

    @property
    def timed(self):
        return any(windows != [(0, NONE)] for windows in self.windows)

    def distance(self, here, there):
        """In whole units, one pair at a time: the judge needs few, and no library for them."""
        if self.matrix is not None:
            return self.matrix[here][there]
        (left, low), (right, high) = self.points[here], self.points[there]
        return whole(math.sqrt((left - right) ** 2 + (low - high) ** 2), CONVENTIONS[self.kind])

    def distances(self):
        """The same for all pairs, as numpy's matrix that solvers are given."""
        import numpy

        if self.matrix is not None:
            return numpy.array(self.matrix, dtype=numpy.int64)
        points = numpy.array(self.points, dtype=float)
        length = numpy.sqrt(((points[:, None] - points[None]) ** 2).sum(-1))
        if CONVENTIONS[self.kind] == "dimacs":
            return numpy.floor(10 * length + 1e-9).astype(numpy.int64)
        return numpy.floor(self.scale * length + 0.5).astype(numpy.int64)

    def told(self, cost):
        """A cost in whole units, in the unit of the tables."""
        return cost / published_divisor(self.kind)

    def fleet(self):
        """How many vehicles to offer to a solver that has to be given a number.

        Where a file sets none, one for each client would make some solvers slow for nothing: what HGS-CVRP takes by itself is ample.
        """
        if self.fleet_limited:
            return len(self.vehicles)
        return min(self.size - self.depots, math.ceil(1.3 * sum(self.delivery) / self.vehicles[0].capacity) + 3)


def load(file):
    """Reads a file of any of the formats, recognised by its content.

    Throws `ValueError` where a file is none of them, or of a kind that is not known.
    """
    from . import plain, vrplib

    file = Path(file)
    lines = [line.strip() for line in file.read_text(encoding="utf-8", errors="replace").splitlines()]
    if any(line.startswith("DIMENSION") for line in lines):
        return vrplib.read(file, lines)
    if "VEHICLE" in lines:
        return plain.solomon(file, lines)
    columns = len(next(line for line in lines if line).split())
    if columns == 3:
        return plain.li_lim(file, lines)
    if columns == 4:
        return plain.belhaiza(file, lines)
    raise ValueError(f"{file.name}: the format is none of VRPLIB, Solomon, Li & Lim and Belhaiza")
