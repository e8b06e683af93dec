"""Markdown of a run: what was run, a line for each family, a line for each instance."""

from __future__ import annotations

import shlex
import statistics

from .families import FAMILIES
from .registry import PEERS, TITLES
from .standings import mis_stated, title, valid


def line(cells):
    return "| " + " | ".join(cells) + " |"


def table(head, rows, left):
    """The first `left` columns are text."""
    return [line(head), line(["---"] * left + ["---:"] * (len(head) - left)), *map(line, rows), ""]


def percent(value):
    """Without the sign of a zero: a best known cost that was published rounded may lie a little above the true one."""
    text = f"{value:.2f}"
    return "0.00" if text == "-0.00" else text


def cell(standings, family, names, solver):
    """The mean gap over all valid answers, and what is wrong with the others; empty if the solver was not asked."""
    rows = [row for name in names for row in standings.of(family, name, solver)]
    if not rows:
        return ""
    gaps = [standings.gap(family, row) for row in rows if valid(row)]
    remarks = standings.remarks(rows)
    return (percent(statistics.fmean(gaps)) if gaps else "none") + (f" ({remarks})" if remarks else "")


def seeds(standings, family):
    """How many seeds every instance of the family has been solved with, by every solver."""
    counts = {
        len(standings.of(family, name, solver))
        for name in standings.instances(family)
        for solver in standings.solvers
        if standings.of(family, name, solver)
    }
    return f"{min(counts)}" if len(counts) == 1 else f"{min(counts)} to {max(counts)}"


def family_table(standings):
    versus = [f"{title(own)}: wins / ties / losses" for own in standings.own]
    head = ["family", "instances", "seeds", "s", *map(title, standings.solvers), *versus]
    rows, sums = [], [[0, 0, 0] for _ in standings.own]
    for family in standings.families:
        names = standings.instances(family)
        known = all(row["best"] for row in standings.rows if row["family"] == family.key)
        cells = [family.title + ("" if known else " †"), str(len(names)), seeds(standings, family), f"{standings.settings['seconds']:g}"]
        cells += [cell(standings, family, names, solver) for solver in standings.solvers]
        for index, own in enumerate(standings.own):
            counts = standings.against(family, own)
            cells.append(" / ".join(map(str, counts)) if any(counts) else "")
            sums[index] = [total + count for total, count in zip(sums[index], counts)]
        rows.append(cells)
    blank = [""] * (3 + len(standings.solvers))
    rows.append(["all", *blank, *(" / ".join(map(str, total)) for total in sums)])
    return table(head, rows, 1)


def instance_table(standings):
    head = ["instance", "reference", *map(title, standings.solvers)]
    rows = []
    for family in standings.families:
        for name in standings.instances(family):
            every = [row for solver in standings.solvers for row in standings.of(family, name, solver)]
            reference = standings.reference(family, name)
            mark = "†" if every[0]["best"] is None else "" if every[0]["optimal"] else "*"
            told = "none" if reference is None else f"{round(reference, 3):.10g}{mark}"
            rows.append([name, told, *(cell(standings, family, [name], solver) for solver in standings.solvers)])
    return table(head, rows, 1)


def make_command(settings):
    """As one gives it to make: only what is not the usual."""
    words = [
        f"BENCH_SECONDS={settings['seconds']:g}",
        f"BENCH_SEEDS={settings['seeds']}",
        f"BENCH_INSTANCES={settings['instances']}",
    ]
    if settings["families"] != [family.key for family in FAMILIES]:
        words.append(shlex.quote("BENCH_FAMILIES=" + " ".join(settings["families"])))
    return " ".join(["make bench-routing", *words])


def command(settings):
    """The call that repeats the run."""
    if settings["threads"] == [2, 1] and settings["peers"] == list(PEERS):
        return make_command(settings)
    words = ["--seconds", f"{settings['seconds']:g}", "--seeds", settings["seeds"], "--instances", settings["instances"]]
    for name in ("families", "peers", "threads"):
        words += [f"--{name}", *settings[name]]
    return shlex.join(["Benchmarks/routing.py", *map(str, words)])


def introduction(standings, run):
    """What was run, where and when, and how the tables are meant."""
    settings = run["settings"]
    versions = ", ".join(f"{TITLES[name]} {'by hygese ' if name == 'hgs' else ''}{version}" for name, version in run["versions"].items())
    lines = [f"`{command(settings)}`, {run['date']}, {run['machine']}. lastmile: {run['lastmile']}. {versions}.", ""]
    if len(standings.rows) < run["planned"]:
        lines += [f"**The run is not complete: {len(standings.rows)} of {run['planned']} searches.**", ""]
    share = standings.quiet()
    if share:
        had = f"Searches of one thread had {100 * share[0]:.0f} % of a processor on average and {100 * share[1]:.0f} % at least: "
        lines += [had + "less than some 97 % means that the machine had other work too, and the figures are those of a slower one.", ""]
    return lines


def below(standings):
    """Names the answers that are better than what is called the best known: a find, or a fault of the list."""
    found = []
    for family in standings.families:
        for name in standings.instances(family):
            rows = [row for solver in standings.solvers for row in standings.of(family, name, solver) if valid(row) and row["best"]]
            best = min(rows, key=lambda row: row["cost"], default=None)
            # Some best known costs are published without their last digits.
            if best and best["cost"] < best["best"] - max(0.02, 1e-6 * best["best"]):
                optimal = ", there called optimal" if best["optimal"] else ""
                found.append(f"{name} {best['cost']:.10g} by {title(best['solver'])} ({best['best']:.10g} known{optimal})")
    if not found:
        return []
    return [f"Below the best known cost of the list that the run was given, and judged feasible: {'; '.join(found)}.", ""]


def troubles(standings, most=20):
    """What was wrong with each answer that has no gap, or whose cost is not what was stated."""
    found = []
    for row in standings.rows:
        where = f"- {row['instance']}, seed {row['seed']}, {title(row['solver'])}: "
        if row["error"]:
            found.append(f"{where}failed, {row['error']}")
        elif row["faults"]:
            found.append(f"{where}infeasible, {row['faults'][0]}")
        elif mis_stated(row):
            found.append(f"{where}stated {row['stated']}, is {row['cost']:.10g}")
    if not found:
        return ["No answer was infeasible or mis-stated, and none failed.", ""]
    rest = [f"- and {len(found) - most} more"] if len(found) > most else []
    return ["Answers with faults:", "", *found[:most], *rest, ""]


NOTES = """Gaps are per cent above the best known cost, means over instances and seeds. † marks a family or instance without one: there the gap is
that to the best cost of this run; * marks a best known cost that is not proved optimal. Empty: the solver was not asked, because it does not
know the problem or is not called for it here. Every cost is the judge's, from the routes alone. An answer that is infeasible or failed has no
gap and is counted beside the mean of the others; so is one whose cost was mis-stated (its true cost counts), and one that took over a
second and 5 % more than it was given. Wins, ties and losses are against the best of the other solvers, chosen anew for each instance by
the mean over the seeds; an instance of which one answer is not valid is lost.

PyVRP, HGS-CVRP and OR-Tools use one thread each: `lastmile, 1 thread` is the comparison on equal processors, `lastmile, 2 threads` what
the command does by itself. VROOM may use two, and ends by itself when it has nothing left to try. OR-Tools and VROOM decide nothing by
chance. HGS-CVRP counts the processor's time, which on a quiet machine is the wall's."""

CURVES = """The mean gap of all instances and seeds of a family by the seconds since the search began, both axes logarithmic; where a solver comes close
to the best known, the lowest part is linear so that 0 is on it, and what is above 100 % is left out. A curve begins when there is a plan for
every search. HGS-CVRP and VROOM tell only of their end, which is a mark. What a solver says on the way is its own word; only the end is
the judge's. Searches whose answer was not valid are not in it."""


def section(standings, run, images):
    """All that is written into the document; `images` are pairs of a title and a path."""
    lines = introduction(standings, run)
    lines += [*family_table(standings), *troubles(standings), *below(standings), NOTES, ""]
    if images:
        lines += ["### Gap over time", "", CURVES, ""]
        for name, path in images:
            lines += [f"![{name}: mean gap over time of each solver]({path})", ""]
    lines += ["### Instance by instance", "", "Mean gap over the seeds, per cent. Costs are in the unit of the file, of HFVRP in hundreds of it.", ""]
    return "\n".join([*lines, *instance_table(standings)])
