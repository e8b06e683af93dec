#!/usr/bin/env python3
"""What `lastmile route --bound` proves of public instances, beside the optimum and the bound that OR-Tools' routing library states.

    swift build -c release --product lastmile
    Benchmarks/bounds.py                          # 60 seconds for each of Solomon's 56, about three quarters of an hour
    Benchmarks/bounds.py --family gh200           # twelve of Gehring and Homberger's with 200 customers
    Benchmarks/bounds.py --seconds 20 R101 RC208

The instances and their optimal costs (bks.json) are not part of the project: they are looked for in --datasets DIR, in $LASTMILE_DATASETS and
in ../shared/datasets beside the repository. A bound above the optimum, or an answer that the judge refuses, ends the run with status 1.
Costs are in the unit of the file, distances cut off after one decimal as in the 12th DIMACS Implementation Challenge. OR-Tools gets
--peer-seconds (5): what it states does not grow with time.
"""

import argparse
import json
import pathlib
import subprocess
import sys
import time

from peers import environment
from peers.families import BY_KEY, ROOT, cases, datasets_folder
from peers.instances import load
from peers.judge import judge
from peers.stop import Stop


def ours(program, file, seconds):
    """The answer, as the command prints it."""
    command = [str(program), "route", str(file), "--seconds", str(seconds), "--bound", "--json", "--threads", "2"]
    run = subprocess.run(command, capture_output=True, text=True, check=False)
    if run.returncode not in (0, 1):
        raise Stop(f"{file.name}: {run.stderr.strip()}")
    return json.loads(run.stdout)


def of_or_tools(instance, seconds):
    """The bound that its routing library states after a search."""
    from ortools.constraint_solver import pywrapcp, routing_enums_pb2

    from peers import by_ortools

    distances = instance.distances()
    nodes = pywrapcp.RoutingIndexManager(instance.size, instance.fleet(), 0)
    model = pywrapcp.RoutingModel(nodes)
    model.SetArcCostEvaluatorOfAllVehicles(model.RegisterTransitMatrix(distances.tolist()))
    demand = model.RegisterUnaryTransitVector(instance.delivery)
    model.AddDimension(demand, 0, int(instance.vehicles[0].capacity), True, "load")
    by_ortools.add_time(instance, nodes, model, distances)
    settings = pywrapcp.DefaultRoutingSearchParameters()
    settings.first_solution_strategy = routing_enums_pb2.FirstSolutionStrategy.PARALLEL_CHEAPEST_INSERTION
    settings.local_search_metaheuristic = routing_enums_pb2.LocalSearchMetaheuristic.GUIDED_LOCAL_SEARCH
    settings.time_limit.FromMilliseconds(int(seconds * 1000))
    model.CloseModelWithParameters(settings)
    assigned = model.ComputeLowerBound()
    model.SolveWithParameters(settings)
    return max(assigned, model.objective_lower_bound())


def table(rows):
    """Markdown."""
    yield "| instance | optimum | lastmile cost | bound | gap % | s | OR-Tools bound |"
    yield "| --- | ---: | ---: | ---: | ---: | ---: | ---: |"
    for row in rows:
        yield "| {name} | {optimum} | {cost} | {bound} | {gap:.2f} | {seconds:.0f} | {peer} |".format(**row)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("names", nargs="*", metavar="NAME", help="some of the instances (all)")
    parser.add_argument("--family", choices=[key for key, family in BY_KEY.items() if family.kind == "vrptw"], default="solomon",
                        help="whose instances (solomon)")
    parser.add_argument("--seconds", type=float, default=60, help="for each instance, search and proof together (60)")
    parser.add_argument("--peer-seconds", type=float, default=5, help="for OR-Tools; 0 leaves it out (5)")
    parser.add_argument("--program", type=pathlib.Path, default=ROOT / ".build" / "release" / "lastmile")
    parser.add_argument("--datasets", metavar="DIR", help="where the instances are")
    parser.add_argument("--venv", type=pathlib.Path, default=environment.usual_folder(), help="where OR-Tools is")
    parser.add_argument("--results", type=pathlib.Path, default=ROOT / "out" / "bench-bounds" / "results.jsonl")
    arguments = parser.parse_args()
    if arguments.peer_seconds > 0:
        environment.enter(arguments.venv)
    folder = datasets_folder(arguments.datasets)
    chosen = [case for case in cases(folder, BY_KEY[arguments.family])
              if case.optimal and (not arguments.names or case.name in arguments.names)]
    unknown = set(arguments.names) - {case.name for case in chosen}
    if unknown:
        raise Stop(f"No instance of {arguments.family} with a proven optimum is called {', '.join(sorted(unknown))}.")
    arguments.results.parent.mkdir(parents=True, exist_ok=True)
    rows, wrong = [], 0
    with arguments.results.open("w") as results:
        for case in chosen:
            name, file, optimum = case.name, case.file, case.best
            began = time.monotonic()
            answer = ours(arguments.program, file, arguments.seconds)
            seconds = time.monotonic() - began
            instance = load(file)
            verdict = judge(instance, answer["routes"])
            bound = answer["bound"]
            row = {"name": name, "optimum": optimum, "cost": answer["cost"], "bound": bound, "seconds": seconds,
                   "gap": 100 * (optimum - (bound or 0)) / optimum, "peer": ""}
            if arguments.peer_seconds > 0:
                row["peer"] = of_or_tools(instance, arguments.peer_seconds) / 10
            if verdict.faults or abs(verdict.cost - answer["cost"]) > 1e-6:
                wrong += 1
                print(f"{name}: {verdict.faults or verdict.cost} where the cost is said to be {answer['cost']}", file=sys.stderr)
            if (bound or 0) > optimum + 1e-6:
                wrong += 1
                print(f"{name}: the bound {bound} is above the optimum {optimum}", file=sys.stderr)
            rows.append(row)
            results.write(json.dumps(row) + "\n")
            results.flush()
            print(f"{name}  optimum {optimum}  cost {answer['cost']}  bound {bound}  gap {row['gap']:.2f} %  {seconds:.0f} s", file=sys.stderr)
    print("\n".join(table(rows)))
    tight = sum(row["gap"] <= 0.1 for row in rows)
    closed = sum(row["gap"] <= 1e-9 for row in rows)
    print(f"\nMean gap {sum(row['gap'] for row in rows) / len(rows):.2f} %; within 0.1 %: {tight} of {len(rows)}; closed: {closed}.")
    return 1 if wrong else 0


if __name__ == "__main__":
    try:
        sys.exit(main())
    except Stop as stop:
        print(stop, file=sys.stderr)
        sys.exit(1)
