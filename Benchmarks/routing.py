#!/usr/bin/env python3
"""Compares `lastmile route` with PyVRP, HGS-CVRP, VROOM and OR-Tools on public instances, in one run.

    swift build -c release --product lastmile
    Benchmarks/routing.py
    Benchmarks/routing.py --seconds 60 --seeds 3 --families x1000 gh1000
    Benchmarks/routing.py --resume
    Benchmarks/routing_report.py

Every solver gets the same seconds by the wall's clock for each instance and seed, one process at a time, in an order that changes with
every instance. Costs and feasibility are told by a judge of its own from the routes alone. Each result is a line of JSON in --results as
soon as it is there; routing_report.py makes tables and plots of them.

The instances are not part of the project. They are looked for in --datasets DIR, in $LASTMILE_DATASETS and in ../shared/datasets beside
the repository. The other solvers are installed from the package index that pip is set up for, into a virtual environment of their own
(--venv).

Needs Python 3.11, as PyVRP does.
"""

import argparse
import datetime
import hashlib
import importlib.metadata
import pathlib
import subprocess
import sys

from peers import environment, solutions
from peers.families import BY_KEY, FAMILIES, ROOT, cases, chosen, datasets_folder
from peers.instances import load
from peers.judge import judge
from peers.registry import PEERS
from peers.results import Results
from peers.searches import search
from peers.stop import Stop


def solvers_for(kind, settings):
    """Who can solve problems of a kind, lastmile first."""
    own = [f"lastmile-{threads}" for threads in settings["threads"]]
    return own + [name for name in settings["peers"] if kind in PEERS[name].KINDS]


def plan(picked, settings):
    """All searches in the order of the run.

    Seeds come last to last: a run that is broken off half way has half of the seeds of all instances.
    """
    turn = 0
    for seed in range(1, settings["seeds"] + 1):
        for case in picked:
            field = solvers_for(case.family.kind, settings)
            first = turn % len(field)
            turn += 1
            for solver in field[first:] + field[:first]:
                yield case, solver, seed


def versions(settings):
    return {name: importlib.metadata.version(PEERS[name].PACKAGE) for name in settings["peers"]}


def build(program):
    """What was measured: the commit if the program was built here, else the file's own sum."""
    print_of_file = hashlib.sha256(program.read_bytes()).hexdigest()[:12]
    if ROOT not in program.resolve().parents:
        return f"a program from elsewhere, SHA-256 {print_of_file}"
    git = ["git", "-C", str(ROOT)]
    commit = subprocess.run([*git, "rev-parse", "--short", "HEAD"], capture_output=True, text=True, check=False).stdout.strip()
    changed = subprocess.run([*git, "status", "--porcelain", "Sources"], capture_output=True, text=True, check=False).stdout
    return f"commit {commit or 'unknown'}{' with changes' if changed else ''}, SHA-256 {print_of_file}"


def opened(arguments, run):
    """The results to append to. Without --resume an older file is moved aside: an hour's results are not lost by a key press."""
    file = arguments.results
    if arguments.resume and file.is_file():
        results = Results.read(file)
        for what in ("settings", "lastmile", "versions"):
            if results.run[what] != run[what]:
                raise Stop(f"{file} is of another run: its {what} are {results.run[what]}, now {run[what]}.")
        results.rewrite()
        return results
    if file.is_file():
        moved = file.with_name(f"{file.stem}-{datetime.datetime.now():%Y%m%d-%H%M%S}{file.suffix}")
        file.rename(moved)
        print(f"The results that were there are now {moved}", file=sys.stderr)
    results = Results(file)
    results.begin(run)
    return results


def told(row):
    """A result in a few words."""
    if row["error"]:
        return row["error"]
    gap = f", {100 * (row['cost'] / row['best'] - 1):+.2f} %" if row["best"] else ""
    return f"{row['cost']:.10g}{gap}" + (f", INFEASIBLE: {row['faults'][0]}" if row["faults"] else "")


def compare(arguments, settings):
    picked = chosen(datasets_folder(arguments.datasets), settings["families"], settings["instances"])
    run = {
        "settings": settings,
        "date": f"{datetime.date.today()}",
        "machine": environment.machine(),
        "lastmile": build(arguments.program),
        "versions": versions(settings),
        "planned": len(list(plan(picked, settings))),
    }
    results = opened(arguments, run)
    done, loaded = results.done(), {}
    left = [step for step in plan(picked, settings) if (step[0].family.key, step[0].name, step[2], step[1]) not in done]
    minutes = len(left) * (settings["seconds"] + 0.7) / 60
    print(f"{len(left)} of {run['planned']} searches to do, about {minutes:.0f} minutes", file=sys.stderr)
    for number, (case, solver, seed) in enumerate(left, 1):
        if case.file not in loaded:
            loaded = {case.file: load(case.file)}
        row = search(solver, arguments.program.resolve(), case, loaded[case.file], settings["seconds"], seed)
        results.append(row)
        print(f"{number}/{len(left)} {case.family.key} {case.name}, seed {seed}, {solver}: {told(row)}", file=sys.stderr)
    print(f"Results: {arguments.results}. Tables and plots: Benchmarks/routing_report.py", file=sys.stderr)


def judge_solutions(arguments, settings):
    """Has the judge judge the solutions that lie beside the instances: their costs are known, so its own are tested."""
    folder, faulty, count = datasets_folder(arguments.datasets), 0, 0
    for family in settings["families"]:
        for case in cases(folder, BY_KEY[family]):
            file = case.file.with_suffix(".sol")
            if case.best is None or not file.is_file():
                continue
            routes, claimed = solutions.read(file)
            verdict = judge(load(case.file), routes)
            # A file may claim tenths or thousandths, or an older solution than the best known: either agreement will do.
            agrees = any(abs(verdict.cost - cost) <= 1e-6 * cost for cost in (case.best, claimed or case.best))
            count += 1
            if verdict.faults or not agrees:
                faulty += 1
                print(f"{family} {case.name}: judged {verdict.cost:.10g}, known {case.best:.10g}; {verdict.faults[:3]}")
    print(f"{count} solutions, {count - faulty} judged feasible and of the known cost.")
    return faulty == 0


def main():
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter, allow_abbrev=False
    )
    keys = [family.key for family in FAMILIES]
    parser.add_argument("--seconds", type=float, default=10, help="for each search (10)")
    parser.add_argument("--seeds", type=int, default=2, help="how many searches for each instance and solver, seeds from 1 (2)")
    parser.add_argument("--instances", type=int, default=2, help="how many of each family, evenly over it (2)")
    parser.add_argument("--families", nargs="+", default=keys, choices=keys, metavar="FAMILY", help=f"of {', '.join(keys)} (all)")
    parser.add_argument("--peers", nargs="*", default=list(PEERS), choices=list(PEERS), metavar="PEER", help=f"of {', '.join(PEERS)} (all)")
    parser.add_argument("--threads", type=int, nargs="+", default=[2, 1], help="of lastmile, each a solver of its own (2 1)")
    parser.add_argument("--program", type=pathlib.Path, default=ROOT / ".build" / "release" / "lastmile")
    parser.add_argument("--datasets", metavar="DIR", help="where the instances are")
    parser.add_argument("--results", type=pathlib.Path, default=ROOT / "out" / "bench-routing" / "results.jsonl")
    parser.add_argument("--resume", action="store_true", help="go on with a run that was interrupted")
    parser.add_argument("--venv", type=pathlib.Path, default=environment.usual_folder(), help="where the other solvers are")
    parser.add_argument("--judge-solutions", action="store_true", help="only judge the .sol files beside the instances")
    arguments = parser.parse_args()
    if min(arguments.seeds, arguments.instances, *arguments.threads) < 1 or arguments.seconds <= 0:
        parser.error("--seeds, --instances, --threads: at least 1; --seconds: above 0")
    names = ("seconds", "seeds", "instances", "families", "peers", "threads")
    settings = {name: getattr(arguments, name) for name in names}
    if arguments.judge_solutions:
        return 0 if judge_solutions(arguments, settings) else 1
    # What would end the run is said before anything is installed.
    if not arguments.program.is_file():
        raise Stop(f"{arguments.program} is not there. Build it: swift build -c release --product lastmile")
    datasets_folder(arguments.datasets)
    environment.enter(arguments.venv)
    compare(arguments, settings)
    return 0


if __name__ == "__main__":
    try:
        sys.exit(main())
    except Stop as reason:
        sys.exit(str(reason))
    except KeyboardInterrupt:
        sys.exit("Interrupted. With --resume it goes on where it stopped.")
