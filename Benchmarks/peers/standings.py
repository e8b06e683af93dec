"""What the rows of a run come to: gaps, their means, and who is ahead where."""

from __future__ import annotations

import statistics

from .families import BY_KEY
from .registry import PEERS, TITLES
from .searches import threads_of

# Two gaps, in per cent, that differ by less are the same: costs are whole numbers, their means are not.
SAME = 1e-4


def title(solver):
    if solver.startswith("lastmile"):
        threads = threads_of(solver)
        return f"lastmile, {threads} thread{'s' if threads > 1 else ''}"
    return TITLES[solver]


class Standings:
    """The rows of a run by instance and solver."""

    def __init__(self, results):
        self.settings, self.rows = results.run["settings"], results.rows
        self.own = [f"lastmile-{threads}" for threads in self.settings["threads"]]
        self.solvers = self.own + [name for name in PEERS if name in self.settings["peers"]]
        self.families = [BY_KEY[key] for key in BY_KEY if any(row["family"] == key for row in self.rows)]
        self.groups = {}
        for row in self.rows:
            self.groups.setdefault((row["family"], row["instance"], row["solver"]), []).append(row)

    def instances(self, family):
        """Names of the family's instances in the order of the run."""
        return list(dict.fromkeys(row["instance"] for row in self.rows if row["family"] == family.key))

    def of(self, family, name, solver):
        return self.groups.get((family.key, name, solver), [])

    def reference(self, family, name):
        """What gaps are measured from: the best known cost, else the best of this run."""
        rows = [row for solver in self.solvers for row in self.of(family, name, solver)]
        known = next((row["best"] for row in rows if row["best"]), None)
        return known or min((row["cost"] for row in rows if valid(row)), default=None)

    def gap(self, family, row):
        """In per cent. Throws nothing: only a valid row has one."""
        return 100 * (row["cost"] / self.reference(family, row["instance"]) - 1) if valid(row) else None

    def gaps(self, family, name, solver):
        return [self.gap(family, row) for row in self.of(family, name, solver) if valid(row)]

    def score(self, family, name, solver):
        """The mean gap over the seeds; `None` if one of them has no valid answer, or there is none."""
        rows = self.of(family, name, solver)
        return statistics.fmean(self.gaps(family, name, solver)) if rows and all(map(valid, rows)) else None

    def against(self, family, own):
        """Wins, ties and losses against the best peer of each instance. An answer that is not valid loses."""
        wins = ties = losses = 0
        for name in self.instances(family):
            peers = [solver for solver in self.solvers if solver not in self.own and self.of(family, name, solver)]
            if not peers or not self.of(family, name, own):
                continue
            mine = self.score(family, name, own)
            best = min((score for score in (self.score(family, name, peer) for peer in peers) if score is not None), default=None)
            if mine is None:
                losses += 1
            elif best is None or mine < best - SAME:
                wins += 1
            elif mine <= best + SAME:
                ties += 1
            else:
                losses += 1
        return wins, ties, losses

    def remarks(self, rows):
        """What is wrong with some of these answers, each with how many."""
        limit = self.settings["seconds"]
        counts = {
            "failed": sum(bool(row["error"]) for row in rows),
            "infeasible": sum(bool(not row["error"] and row["faults"]) for row in rows),
            "mis-stated": sum(mis_stated(row) for row in rows),
            # Reading the file is no part of the search; a second more than asked is.
            "late": sum(not row["error"] and row["took"] > 1.05 * limit + 1 for row in rows),
        }
        return ", ".join(f"{count} {what}" for what, count in counts.items() if count)

    def quiet(self):
        """The share of a processor that searches of one thread had, on average and at least: 1 on a machine without other work."""
        shares = [
            row["processor"] / row["took"]
            for row in self.rows
            # HGS-CVRP ends by the processor's time, which is why it says nothing here.
            if not row["error"] and row["solver"] != "hgs" and threads_of(row["solver"]) == 1 and row["took"] > 0
        ]
        return (statistics.fmean(shares), min(shares)) if shares else None


def valid(row):
    return not row["error"] and not row["faults"]


def mis_stated(row):
    """Whether a feasible answer's cost is not what its solver says; half a thousandth is the rounding of what is printed."""
    return valid(row) and (row["stated"] is None or abs(row["stated"] - row["cost"]) > max(0.0006, 1e-9 * abs(row["cost"])))
