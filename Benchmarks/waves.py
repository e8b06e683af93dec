#!/usr/bin/env python3
"""Plans waves of orders with `lastmile source --mode batch` and with HiGHS on the same model, and prints a Markdown table.

    swift build -c release --product lastmile
    Benchmarks/waves.py
    Benchmarks/waves.py --sizes 10000x300x2000 --seeds 1 --limit 60
    Benchmarks/waves.py --write 1000 50 300 1 wave.json

A wave has nodes and doors uniform in a unit square, a parcel price of 250 and 900 for the length of the square, one to three products an
order (the i-th is wanted as often as 1/i^0.7), one or two units of each, and 1.1 units in stock for each wanted, each unit at a node
drawn at random. `--write` writes such a wave and ends.

HiGHS gets the whole model, one column for each lane and each product on it that its node has, as long as that has no more than
--columns columns; else only the cheapest --lanes lanes of each order, which the table says: its bound is then none of the wave's. A bound
of one above a plan of another ends the run. Every plan of `lastmile` is checked against the file. HiGHS is the Python module highspy;
without it the others' columns stay empty.

Needs Python 3.9.
"""

import argparse
import json
import math
import pathlib
import platform
import random
import subprocess
import sys
import tempfile
import time

ROOT = pathlib.Path(__file__).resolve().parent.parent

try:
    import highspy
    import numpy
except ImportError:
    highspy = None


def wave(orders, nodes, skus, seed):
    """A problem as `lastmile source` reads it."""
    chance = random.Random(seed)
    places = [(chance.random(), chance.random()) for _ in range(nodes)]
    popularity = [1 / (number + 1) ** 0.7 for number in range(skus)]
    demand = [0] * skus
    written = []
    for number in range(orders):
        door = (chance.random(), chance.random())
        lines = []
        for sku in dict.fromkeys(chance.choices(range(skus), popularity)[0] for _ in range(chance.randint(1, 3))):
            quantity = chance.randint(1, 2)
            demand[sku] += quantity
            lines.append({"sku": f"s{sku}", "quantity": quantity, "unfilledCost": chance.randint(1500, 6000)})
        lanes = [
            {"node": f"n{node}", "parcelCost": round(250 + 900 * math.dist(door, place)), "unitCost": chance.randint(10, 20)}
            for node, place in enumerate(places)
        ]
        written.append({"id": f"o{number}", "lines": lines, "lanes": lanes})
    stock = [{} for _ in places]
    for sku, wanted in enumerate(demand):
        for _ in range(round(1.1 * wanted)):
            here = stock[chance.randrange(nodes)]
            here[f"s{sku}"] = here.get(f"s{sku}", 0) + 1
    return {"nodes": [{"id": f"n{node}", "stock": here} for node, here in enumerate(stock)], "orders": written}


def lastmile(program, file, seconds, threads):
    """The answer, seconds by the clock and megabytes at most, of the whole command."""
    starter = (
        "import os,resource,subprocess,sys,time\nbegin=time.perf_counter()\ncode=subprocess.call(sys.argv[1:])\n"
        "print(time.perf_counter()-begin,resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss,file=sys.stderr)\nsys.exit(code)"
    )
    command = [program, "source", file, "--mode", "batch", "--seconds", seconds, "--threads", threads, "--json"]
    run = subprocess.run(
        [sys.executable, "-S", "-c", starter, *map(str, command)], capture_output=True, text=True, check=False
    )
    if run.returncode != 0:
        sys.exit(run.stderr)
    took, peak = run.stderr.splitlines()[-1].split()
    # Bytes on macOS, kilobytes elsewhere.
    return json.loads(run.stdout), float(took), float(peak) / (1e6 if platform.system() == "Darwin" else 1e3)


def judge(problem, answer):
    """The cost of a plan from the file alone; ends the run if it breaks a rule."""
    left = {node["id"]: dict(node["stock"]) for node in problem["nodes"]}
    total = 0
    for order, plan in zip(problem["orders"], answer["orders"]):
        lanes = {lane["node"]: lane for lane in order["lanes"]}
        missing = {line["sku"]: line["quantity"] for line in order["lines"]}
        assert order["id"] == plan["id"] and len({parcel["node"] for parcel in plan["parcels"]}) == len(plan["parcels"])
        for parcel in plan["parcels"]:
            total += lanes[parcel["node"]]["parcelCost"]
            for line in parcel["lines"]:
                total += line["quantity"] * lanes[parcel["node"]]["unitCost"]
                missing[line["sku"]] -= line["quantity"]
                left[parcel["node"]][line["sku"]] -= line["quantity"]
                assert left[parcel["node"]][line["sku"]] >= 0, f"{order['id']} takes more than there is"
        assert all(units >= 0 for units in missing.values()), f"{order['id']} gets more than it wants"
        total += sum(missing[line["sku"]] * line["unfilledCost"] for line in order["lines"])
    assert abs(total - answer["cost"]) < 1e-6 * total, f"says {answer['cost']}, costs {total}"
    return total


def model(problem, lanes_each):
    """The program for HiGHS, and how many columns it has; only so many of the cheapest lanes of each order, if not `None`."""
    stock = {node["id"]: node["stock"] for node in problem["nodes"]}
    cost, upper, whole = [], [], []
    starts, index, value, low, high = [0], [], [], [], []
    takers = {}

    def column(price, most, integer):
        cost.append(price)
        upper.append(most)
        whole.append(integer)
        return len(cost) - 1

    def row(terms, least, most):
        index.extend(place for place, _ in terms)
        value.extend(amount for _, amount in terms)
        starts.append(len(index))
        low.append(least)
        high.append(most)

    for order in problem["orders"]:
        demand = {line["sku"]: [(column(line["unfilledCost"], line["quantity"], False), 1)] for line in order["lines"]}
        useful = [lane for lane in order["lanes"] if any(line["sku"] in stock[lane["node"]] for line in order["lines"])]
        useful.sort(key=lambda lane: lane["parcelCost"])
        for lane in useful[:lanes_each]:
            used = column(lane["parcelCost"], 1, True)
            for line in order["lines"]:
                units = min(line["quantity"], stock[lane["node"]].get(line["sku"], 0))
                if units:
                    ships = column(lane["unitCost"], units, True)
                    row([(ships, 1), (used, -units)], -math.inf, 0)
                    demand[line["sku"]].append((ships, 1))
                    takers.setdefault((lane["node"], line["sku"]), []).append((ships, 1))
        for line in order["lines"]:
            row(demand[line["sku"]], line["quantity"], line["quantity"])
    for (node, sku), terms in takers.items():
        row(terms, -math.inf, stock[node][sku])
    program = highspy.HighsLp()
    program.num_col_, program.num_row_ = len(cost), len(low)
    program.col_cost_ = numpy.array(cost, dtype=float)
    program.col_lower_, program.col_upper_ = numpy.zeros(len(cost)), numpy.array(upper, dtype=float)
    program.row_lower_, program.row_upper_ = numpy.array(low, dtype=float), numpy.array(high, dtype=float)
    program.a_matrix_.format_ = highspy.MatrixFormat.kRowwise
    program.a_matrix_.start_ = numpy.array(starts, dtype=numpy.int32)
    program.a_matrix_.index_ = numpy.array(index, dtype=numpy.int32)
    program.a_matrix_.value_ = numpy.array(value, dtype=float)
    program.integrality_ = [highspy.HighsVarType.kInteger if it else highspy.HighsVarType.kContinuous for it in whole]
    return program


def highs(program, seconds, threads):
    """Cost, bound and seconds; `None` for what it did not find."""
    solver = highspy.Highs()
    solver.setOptionValue("output_flag", False)
    solver.setOptionValue("time_limit", float(seconds))
    solver.setOptionValue("mip_rel_gap", 1e-9)
    solver.setOptionValue("threads", threads)
    solver.passModel(program)
    begin = time.perf_counter()
    solver.run()
    info = solver.getInfo()
    found = info.objective_function_value if info.primal_solution_status == 2 else None
    bound = info.mip_dual_bound if math.isfinite(info.mip_dual_bound) else None
    return found, bound, time.perf_counter() - begin


def number(value, form=",.0f"):
    return "–" if value is None else format(value, form)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--program", type=pathlib.Path, default=ROOT / ".build" / "release" / "lastmile")
    parser.add_argument(
        "--sizes", nargs="+", default=["300x30x60", "1000x50x300", "10000x300x2000"], help="orders x nodes x products"
    )
    parser.add_argument("--seeds", type=int, default=2, help="waves of each size (2)")
    parser.add_argument("--seconds", type=float, default=12, help="for the search of `lastmile` (12)")
    parser.add_argument("--limit", type=float, default=60, help="seconds for HiGHS (60)")
    parser.add_argument("--threads", type=int, default=2, help="for either (2)")
    parser.add_argument("--columns", type=int, default=1_500_000, help="HiGHS gets the whole model up to so many columns (1500000)")
    parser.add_argument("--lanes", type=int, default=20, help="of each order, for HiGHS, where the model has more (20)")
    parser.add_argument("--write", nargs=5, metavar=("ORDERS", "NODES", "SKUS", "SEED", "FILE"), help="only write a wave")
    arguments = parser.parse_args()
    if arguments.write:
        *numbers, file = arguments.write
        pathlib.Path(file).write_text(json.dumps(wave(*map(int, numbers)), separators=(",", ":")))
        return
    if highspy is None:
        print("highspy is not installed: no comparison.", file=sys.stderr)
    titles = ("wave", "cost", "own bound", "own gap %", "seconds", "MB", "HiGHS: model", "cost", "bound", "seconds", "cost against it %")
    print("| " + " | ".join(titles) + " |\n|---" + "|---:" * (len(titles) - 1) + "|")
    for size in arguments.sizes:
        for seed in range(1, arguments.seeds + 1):
            problem = wave(*map(int, size.split("x")), seed)
            with tempfile.TemporaryDirectory() as folder:
                file = pathlib.Path(folder) / "wave.json"
                file.write_text(json.dumps(problem, separators=(",", ":")))
                answer, took, peak = lastmile(arguments.program, file, arguments.seconds, arguments.threads)
            cost = judge(problem, answer)
            cells = [f"{size}, {seed}", number(cost), number(answer["bound"]), f"{100 * answer['gap']:.2f}", f"{took:.1f}", number(peak)]
            if highspy is not None:
                program, whole = model(problem, None), True
                if program.num_col_ > arguments.columns:
                    program, whole = model(problem, arguments.lanes), False
                best, bound, spent = highs(program, arguments.limit, arguments.threads)
                if whole and (bound or 0) > cost + 1e-6 * cost or best is not None and best < answer["bound"] - 1e-6 * best:
                    sys.exit(f"{size}, {seed}: a bound above a plan: {cost} and {answer['bound']}, HiGHS {best} and {bound}")
                kind = "whole" if whole else f"{arguments.lanes} lanes an order"
                against = None if best is None else 100 * (cost - best) / best
                cells += [kind, number(best), number(bound if whole else None), f"{spent:.1f}", number(against, "+.2f")]
            else:
                cells += ["–"] * 5
            print("| " + " | ".join(cells) + " |", flush=True)


if __name__ == "__main__":
    main()
