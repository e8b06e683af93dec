#!/usr/bin/env python3
"""Compares `lastmile assign` with others on the same problems, in one run, and prints a Markdown table.

    swift build -c release --product lastmile
    Benchmarks/assign.py
    Benchmarks/assign.py --sizes 100 1000 --kinds geographic --seeds 5

Tasks to vehicles: scipy's linear_sum_assignment, HiGHS and GLPK's dual simplex on the linear program of all pairs. Every answer is
compared with scipy's; one that differs ends the run. Trips to vehicles: HiGHS and GLPK with their own branch and bound on one program
in which units flow along lines of time; a bound of one above a plan of another ends the run. GLPK and HiGHS get a limit of time
(--limit) and, of matrices, are not asked beyond a size.

The others are installed from the package index that pip is set up for, into a virtual environment of their own (--venv).

Needs Python 3.9.
"""

import argparse
import contextlib
import json
import os
import pathlib
import platform
import statistics
import subprocess
import sys
import tempfile
import time
import venv

ROOT = pathlib.Path(__file__).resolve().parent.parent
PACKAGES = ["numpy", "scipy", "highspy", "swiglpk"]


class Stop(Exception):
    """Something the user can mend, said in one message."""


def enter(folder):
    """Goes on in a virtual environment that has the packages, which is made if it is not there."""
    python = folder / "bin" / "python"
    if pathlib.Path(sys.prefix).resolve() == folder.resolve():
        return
    ready = folder / "ready"
    if not ready.is_file():
        print(f"Installing {', '.join(PACKAGES)} into {folder}", file=sys.stderr)
        venv.create(folder, with_pip=True)
        done = subprocess.run(
            [str(python), "-m", "pip", "install", "--quiet", "--disable-pip-version-check", *PACKAGES], check=False
        )
        if done.returncode != 0:
            raise Stop(f"pip cannot install {', '.join(PACKAGES)} into {folder}.")
        ready.touch()
    os.execv(str(python), [str(python), str(pathlib.Path(__file__).resolve()), *sys.argv[1:]])


# Linux counts what a process held before it became another program, so the one that starts them has to be small.
STARTER = """
import json, os, sys, time
begin = time.perf_counter()
child = os.fork()
if child == 0:
    os.execv(sys.argv[1], sys.argv[1:])
_, status, usage = os.wait4(child, 0)
print(json.dumps([os.waitstatus_to_exitcode(status), time.perf_counter() - begin, usage.ru_maxrss]), file=sys.stderr)
"""


def run(command):
    """A process: what it prints as JSON, its time by the clock, and its greatest memory in megabytes."""
    starter = [sys.executable, "-S", "-E", "-c", STARTER]
    done = subprocess.run(starter + [str(part) for part in command], capture_output=True, text=True, check=True)
    status, took, peak = json.loads(done.stderr.splitlines()[-1])
    if status != 0:
        raise Stop(f"{' '.join(map(str, command))}\nended with status {status}:\n{done.stderr.strip()}")
    # Bytes on macOS, kilobytes elsewhere.
    return json.loads(done.stdout), took, peak / (1e6 if platform.system() == "Darwin" else 1e3)


def line(cells):
    return "| " + " | ".join(cells) + " |"


def seconds(values):
    """The median as a cell; a dash if it was not asked, the limit if it did not finish."""
    if not values:
        return "–"
    if any(value is None for value in values):
        return "no end"
    value = statistics.median(values)
    return f"{value:.4f}" if value < 0.1 else f"{value:.2f}"


def same(cost, other, tolerance):
    return abs(cost - other) <= tolerance * max(1.0, abs(cost))


# ---------------------------------------------------------------- tasks to vehicles


KINDS = ["uniform", "geographic", "plane"]


def costs(kind, size, seed):
    """A square matrix: whole numbers at random, or distances in metres between points of a city 20 km wide."""
    import numpy

    random = numpy.random.default_rng([seed, size])
    if kind == "uniform":
        return random.integers(1, 1_000_001, (size, size)).astype(float)
    tasks, vehicles = random.random((size, 2)) * 20_000, random.random((size, 2)) * 20_000
    metres = numpy.hypot(tasks[:, None, 0] - vehicles[None, :, 0], tasks[:, None, 1] - vehicles[None, :, 1])
    return numpy.rint(metres) if kind == "geographic" else metres


def by_scipy(matrix):
    from scipy.optimize import linear_sum_assignment

    begin = time.perf_counter()
    rows, columns = linear_sum_assignment(matrix)
    return matrix[rows, columns].sum(), time.perf_counter() - begin


@contextlib.contextmanager
def quiet():
    """Whatever a library in C prints goes to standard error: the table is all that is printed."""
    sys.stdout.flush()
    kept = os.dup(1)
    os.dup2(2, 1)
    try:
        yield
    finally:
        os.dup2(kept, 1)
        os.close(kept)


def by_highs(matrix, limit):
    import highspy
    import numpy

    size = len(matrix)
    program = highspy.HighsLp()
    program.num_col_, program.num_row_ = size * size, 2 * size
    program.col_cost_ = matrix.ravel()
    program.col_lower_, program.col_upper_ = numpy.zeros(size * size), numpy.full(size * size, highspy.kHighsInf)
    program.row_lower_ = numpy.concatenate([numpy.ones(size), numpy.full(size, -highspy.kHighsInf)])
    program.row_upper_ = numpy.ones(2 * size)
    program.a_matrix_.format_ = highspy.MatrixFormat.kColwise
    program.a_matrix_.start_ = numpy.arange(0, 2 * size * size + 1, 2, dtype=numpy.int32)
    pairs = numpy.stack([numpy.repeat(numpy.arange(size), size), size + numpy.tile(numpy.arange(size), size)], axis=1)
    program.a_matrix_.index_ = pairs.ravel().astype(numpy.int32)
    program.a_matrix_.value_ = numpy.ones(2 * size * size)
    solver = highspy.Highs()
    solver.setOptionValue("output_flag", False)
    solver.setOptionValue("time_limit", float(limit))
    solver.passModel(program)
    begin = time.perf_counter()
    solver.run()
    took = time.perf_counter() - begin
    if solver.getModelStatus() != highspy.HighsModelStatus.kOptimal:
        return None, None
    return solver.getInfo().objective_function_value, took


def by_glpk(matrix, limit):
    import swiglpk as glpk

    size = len(matrix)
    glpk.glp_term_out(glpk.GLP_OFF)
    problem = glpk.glp_create_prob()
    glpk.glp_add_rows(problem, 2 * size)
    for row in range(size):
        glpk.glp_set_row_bnds(problem, row + 1, glpk.GLP_FX, 1, 1)
        glpk.glp_set_row_bnds(problem, size + row + 1, glpk.GLP_UP, 0, 1)
    glpk.glp_add_cols(problem, size * size)
    places, values = glpk.intArray(3), glpk.doubleArray(3)
    values[1] = values[2] = 1
    for row in range(size):
        for column in range(size):
            pair = row * size + column + 1
            glpk.glp_set_col_bnds(problem, pair, glpk.GLP_LO, 0, 0)
            glpk.glp_set_obj_coef(problem, pair, float(matrix[row, column]))
            places[1], places[2] = row + 1, size + column + 1
            glpk.glp_set_mat_col(problem, pair, 2, places, values)
    settings = glpk.glp_smcp()
    glpk.glp_init_smcp(settings)
    settings.meth = glpk.GLP_DUALP
    settings.presolve = glpk.GLP_OFF
    settings.tm_lim = int(1000 * limit)
    begin = time.perf_counter()
    code = glpk.glp_simplex(problem, settings)
    took = time.perf_counter() - begin
    cost = glpk.glp_get_obj_val(problem)
    optimal = code == 0 and glpk.glp_get_status(problem) == glpk.GLP_OPT
    glpk.glp_delete_prob(problem)
    return (cost, took) if optimal else (None, None)


def matrix_table(arguments):
    """Tasks to vehicles: the same matrices to all, medians over the seeds."""
    print(line(["costs", "n", "lastmile s", "process s", "peak MB", "scipy s", "lastmile / scipy", "HiGHS s", "GLPK s"]))
    print(line(["---"] + ["---:"] * 8), flush=True)
    for kind in arguments.kinds:
        for size in arguments.sizes:
            ours, walls, peaks, scipys, ratios, highs, glpks = [], [], [], [], [], [], []
            for seed in range(1, arguments.seeds + 1):
                matrix = costs(kind, size, seed)
                with tempfile.NamedTemporaryFile("w", suffix=".json", encoding="utf-8") as file:
                    whole = kind != "plane"
                    json.dump({"costs": (matrix.astype(int) if whole else matrix).tolist()}, file)
                    file.flush()
                    answer, wall, peak = run([arguments.program, "assign", file.name, "--json"])
                expected, took = by_scipy(matrix)
                if answer["status"] != "optimal" or not same(answer["cost"], expected, 1e-9):
                    raise Stop(f"{kind}, n = {size}, seed {seed}: lastmile says {answer['cost']}, scipy {expected}")
                ours.append(answer["seconds"])
                walls.append(wall)
                peaks.append(peak)
                scipys.append(took)
                ratios.append(answer["seconds"] / took)
                for name, solve, most, taken in [
                    ("HiGHS", by_highs, arguments.highs_most, highs),
                    ("GLPK", by_glpk, arguments.glpk_most, glpks),
                ]:
                    # One that did not finish once is not asked again.
                    if size > most or None in taken:
                        continue
                    with quiet():
                        cost, took = solve(matrix, arguments.limit)
                    taken.append(took)
                    if cost is not None and not same(cost, expected, 1e-6):
                        raise Stop(f"{kind}, n = {size}, seed {seed}: {name} says {cost}, scipy {expected}")
                print(f"{kind}, {size}, seed {seed}: {answer['solver']}", file=sys.stderr)
            ratio = f"{statistics.median(ratios):.2f}"
            cells = [kind, str(size), seconds(ours), seconds(walls), f"{max(peaks):.0f}", seconds(scipys), ratio]
            print(line(cells + [seconds(highs), seconds(glpks)]), flush=True)


# ---------------------------------------------------------------- trips to vehicles


def fleet(trips, classes, depots, seed):
    """A day of planned trips: rounds of 20 minutes to four hours between 6:00 and 20:00, and classes of vehicles that differ in
    depot, size, shift, skills, cost and the number of trips that a unit may drive."""
    import random

    of = random.Random(f"{seed} {trips} {classes} {depots}")
    names = [f"D{index + 1}" for index in range(depots)]
    skills = ["cold", "lift", "long"]
    vehicles = []
    for index in range(classes):
        room = of.choice([[300, 3], [900, 6], [1500, 10], [3500, 18]])
        start = of.choice([21_600, 25_200, 28_800])
        vehicles.append({
            "id": f"class {index + 1}", "depot": names[index % depots], "count": max(1, trips // classes // of.choice([2, 3, 4, 6])),
            "start": start, "end": start + 3600 * of.choice([8, 9, 10, 12]), "capacity": room,
            "skills": of.sample(skills, of.choice([0, 1, 1, 2])), "fixedCost": 8_000 + 12 * room[0] + of.randrange(4_000),
            "costPerSecond": round(of.uniform(0.5, 1.5), 2), "costPerMetre": round(of.uniform(0.1, 0.5), 2),
            "maxTrips": of.choice([None, None, 2, 3, 4]),
        })
    planned = []
    for index in range(trips):
        length = int(of.triangular(1_200, 14_400, 4_000))
        start = of.randrange(21_600, 72_000 - length)
        weight = int(of.triangular(20, 1_600, 100))
        planned.append({
            "id": f"t{index + 1}", "depot": of.choice(names), "start": start, "end": start + length,
            "distance": int(length * of.uniform(4, 12)), "load": [weight, 1 + weight // 250],
            "skills": [of.choice(skills)] if of.random() < 0.1 else [], "dropCost": round(of.uniform(20_000, 150_000), 2),
        })
    return {"turnaround": of.choice([0, 600, 900, 1_800]), "vehicles": vehicles, "trips": planned}


class Flow:
    """The same problem as one program without chains: units of a class flow along a line of time, and a trip takes one out when it
    begins and gives it back when it ends. Where a unit may drive so many trips only, there is a line for each number driven."""

    def __init__(self, problem):
        self.costs, self.upper, self.whole, self.rows = [], [], [], []
        cover = {trip["id"]: [(self.column(trip["dropCost"], 1, False), 1.0)] for trip in problem["trips"]}
        for vehicle in problem["vehicles"]:
            self.add(vehicle, [trip for trip in problem["trips"] if fits(vehicle, trip)], problem["turnaround"], cover)
        for terms in cover.values():
            self.rows.append((terms, 1.0, 1.0))

    def column(self, cost, upper, whole):
        self.costs.append(cost)
        self.upper.append(upper)
        self.whole.append(whole)
        return len(self.costs) - 1

    def add(self, vehicle, trips, turnaround, cover):
        units = self.column(vehicle["fixedCost"], vehicle["count"], True)
        limit = vehicle["maxTrips"] if vehicle["maxTrips"] is not None else len(trips)
        # The longest chain there is takes the trip that ends first, again and again.
        longest, free = 0, float("-inf")
        for trip in sorted(trips, key=lambda trip: trip["end"]):
            if trip["start"] >= free:
                longest, free = longest + 1, trip["end"] + turnaround
        lines = limit if limit < longest else 1
        driven = []
        for _ in range(lines):
            driven.append([])
            for trip in trips:
                cost = (trip["end"] - trip["start"]) * vehicle["costPerSecond"] + trip["distance"] * vehicle["costPerMetre"]
                driven[-1].append(self.column(cost, 1, True))
                cover[trip["id"]].append((driven[-1][-1], 1.0))
        for index in range(lines):
            # Who leaves this line, and who arrives on it: on a single line those who come back, on others those of the line before.
            events = [(trip["start"], 1, driven[index][place]) for place, trip in enumerate(trips)]
            back = driven[0] if lines == 1 else driven[index - 1] if index > 0 else []
            events += [(trips[place]["end"] + turnaround, 0, column) for place, column in enumerate(back)]
            waiting = [(units, 1.0)] if index == 0 else []
            for _, leaves, column in sorted(events):
                waiting.append((column, -1.0 if leaves else 1.0))
                if leaves:
                    rest = self.column(0.0, float("inf"), False)
                    self.rows.append((waiting + [(rest, -1.0)], 0.0, 0.0))
                    waiting = [(rest, 1.0)]


def fits(vehicle, trip):
    return (
        vehicle["depot"] == trip["depot"] and vehicle["start"] <= trip["start"] and trip["end"] <= vehicle["end"]
        and all(load <= room for load, room in zip(trip["load"], vehicle["capacity"]))
        and set(trip["skills"]) <= set(vehicle["skills"])
    )


def flow_by_highs(flow, limit):
    """Cost, proven bound and seconds."""
    import highspy
    import numpy

    program = highspy.HighsLp()
    program.num_col_, program.num_row_ = len(flow.costs), len(flow.rows)
    program.col_cost_ = numpy.array(flow.costs)
    program.col_lower_ = numpy.zeros(len(flow.costs))
    program.col_upper_ = numpy.minimum(numpy.array(flow.upper, dtype=float), highspy.kHighsInf)
    program.row_lower_ = numpy.array([row[1] for row in flow.rows])
    program.row_upper_ = numpy.array([row[2] for row in flow.rows])
    program.a_matrix_.format_ = highspy.MatrixFormat.kRowwise
    program.a_matrix_.start_ = numpy.cumsum([0] + [len(row[0]) for row in flow.rows]).astype(numpy.int32)
    program.a_matrix_.index_ = numpy.array([column for row in flow.rows for column, _ in row[0]], dtype=numpy.int32)
    program.a_matrix_.value_ = numpy.array([value for row in flow.rows for _, value in row[0]])
    program.integrality_ = [highspy.HighsVarType.kInteger if whole else highspy.HighsVarType.kContinuous for whole in flow.whole]
    solver = highspy.Highs()
    solver.setOptionValue("output_flag", False)
    solver.setOptionValue("time_limit", float(limit))
    solver.setOptionValue("mip_rel_gap", 1e-9)
    solver.setOptionValue("threads", 2)
    solver.passModel(program)
    begin = time.perf_counter()
    solver.run()
    took = time.perf_counter() - begin
    info = solver.getInfo()
    found = info.primal_solution_status == 2
    return info.objective_function_value if found else None, info.mip_dual_bound, took


def flow_by_glpk(flow, limit):
    """Cost, proven bound and seconds of GLPK's own branch and bound, after its dual simplex method."""
    import swiglpk as glpk

    glpk.glp_term_out(glpk.GLP_OFF)
    problem = glpk.glp_create_prob()
    glpk.glp_add_cols(problem, len(flow.costs))
    for index, (cost, upper, whole) in enumerate(zip(flow.costs, flow.upper, flow.whole)):
        if upper == float("inf"):
            glpk.glp_set_col_bnds(problem, index + 1, glpk.GLP_LO, 0, 0)
        else:
            glpk.glp_set_col_bnds(problem, index + 1, glpk.GLP_DB if upper > 0 else glpk.GLP_FX, 0, upper)
        glpk.glp_set_obj_coef(problem, index + 1, cost)
        glpk.glp_set_col_kind(problem, index + 1, glpk.GLP_IV if whole else glpk.GLP_CV)
    glpk.glp_add_rows(problem, len(flow.rows))
    for index, (terms, lower, _) in enumerate(flow.rows):
        glpk.glp_set_row_bnds(problem, index + 1, glpk.GLP_FX, lower, lower)
        places, values = glpk.intArray(len(terms) + 1), glpk.doubleArray(len(terms) + 1)
        for place, (column, value) in enumerate(terms):
            places[place + 1], values[place + 1] = column + 1, value
        glpk.glp_set_mat_row(problem, index + 1, len(terms), places, values)
    begin = time.perf_counter()
    settings = glpk.glp_smcp()
    glpk.glp_init_smcp(settings)
    settings.meth = glpk.GLP_DUALP
    settings.tm_lim = int(1000 * limit)
    cost = bound = None
    if glpk.glp_simplex(problem, settings) == 0 and glpk.glp_get_status(problem) == glpk.GLP_OPT:
        bound = glpk.glp_get_obj_val(problem)
        search = glpk.glp_iocp()
        glpk.glp_init_iocp(search)
        search.tm_lim = max(1, int(1000 * (limit - (time.perf_counter() - begin))))
        code = glpk.glp_intopt(problem, search)
        if glpk.glp_mip_status(problem) in (glpk.GLP_OPT, glpk.GLP_FEAS):
            cost = glpk.glp_mip_obj_val(problem)
            if code == 0:
                bound = cost
    took = time.perf_counter() - begin
    glpk.glp_delete_prob(problem)
    return cost, bound, took


def percent(cost, bound):
    """The proven gap as a cell."""
    if cost is None or bound is None:
        return "no plan"
    gap = max(0.0, (cost - bound) / max(1e-9, abs(cost)))
    return "0" if gap < 1e-8 else f"{100 * gap:.3f}"


def trips_table(arguments):
    """Trips to vehicles: the same problems to all, a line each."""
    print(line(["trips", "classes", "depots", "seed", "lastmile s", "gap %", "HiGHS s", "gap %", "GLPK s", "gap %"]))
    print(line(["---:"] * 10), flush=True)
    for trips, classes, depots in [(100, 3, 1), (300, 6, 2), (1000, 8, 4), (1000, 8, 1), (3000, 12, 4)]:
        for seed in range(1, arguments.seeds + 1):
            problem = fleet(trips, classes, depots, seed)
            with tempfile.NamedTemporaryFile("w", suffix=".json", encoding="utf-8") as file:
                json.dump(problem, file)
                file.flush()
                answer, _, _ = run([arguments.program, "assign", file.name, "--json", "--seconds", f"{arguments.limit:g}"])
            cells = [f"{answer['seconds']:.2f}", percent(answer["cost"], answer["bound"])]
            flow = Flow(problem)
            known = [(answer["cost"], answer["bound"])]
            for name, solve in [("HiGHS", flow_by_highs), ("GLPK", flow_by_glpk)]:
                with quiet():
                    cost, bound, took = solve(flow, arguments.limit)
                cells += [f"{took:.2f}", percent(cost, bound)]
                known.append((cost, bound))
                # Whatever one proves, no plan of another may be below.
                costs_found = [cost for cost, _ in known if cost is not None]
                bounds_proved = [bound for _, bound in known if bound is not None]
                if costs_found and bounds_proved and max(bounds_proved) > min(costs_found) * (1 + 1e-6) + 1e-6:
                    raise Stop(f"{trips} trips, seed {seed}: a bound of {max(bounds_proved)} and, by {name}, a plan of {min(costs_found)}")
            print(line([str(trips), str(classes), str(depots), str(seed)] + cells), flush=True)


# ---------------------------------------------------------------- all tables

TABLES = {"matrix": matrix_table, "trips": trips_table}


def main():
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter, allow_abbrev=False
    )
    cache = pathlib.Path(os.environ.get("XDG_CACHE_HOME") or pathlib.Path.home() / ".cache")
    parser.add_argument("tables", nargs="*", default=list(TABLES), metavar="TABLE", help=f"of {', '.join(TABLES)} (all)")
    parser.add_argument("--program", type=pathlib.Path, default=ROOT / ".build" / "release" / "lastmile")
    parser.add_argument("--venv", type=pathlib.Path, default=cache / "lastmile-benchmarks", help="where the others are")
    parser.add_argument("--sizes", type=int, nargs="+", default=[50, 100, 200, 500, 1000, 2000, 3000])
    parser.add_argument("--kinds", nargs="+", default=KINDS, choices=KINDS, help="plane: distances that are not rounded")
    parser.add_argument("--seeds", type=int, default=3, help="how many problems of a kind and size (3)")
    parser.add_argument("--limit", type=float, default=60, help="seconds for GLPK and HiGHS on a problem (60)")
    parser.add_argument("--highs-most", type=int, default=500, help="the greatest size that HiGHS is asked (500)")
    parser.add_argument("--glpk-most", type=int, default=500, help="the greatest size that GLPK is asked (500)")
    arguments = parser.parse_args()
    unknown = [table for table in arguments.tables if table not in TABLES]
    if unknown:
        parser.error(f"no table {', '.join(unknown)}: there are {', '.join(TABLES)}")
    if arguments.seeds < 1 or min(arguments.sizes) < 1:
        parser.error("--seeds and --sizes: at least 1")
    if not arguments.program.is_file():
        raise Stop(f"{arguments.program} is not there. Build it: swift build -c release --product lastmile")
    enter(arguments.venv)
    for table in arguments.tables:
        TABLES[table](arguments)
    print(f"\n{os.cpu_count()} cores, {platform.machine()}, {arguments.seeds} seeds each.")


if __name__ == "__main__":
    try:
        main()
    except Stop as reason:
        sys.exit(str(reason))
