#!/usr/bin/env python3
"""Compares `lastmile assign` with others on the same problems, in one run, and prints a Markdown table.

    swift build -c release --product lastmile
    Benchmarks/assign.py
    Benchmarks/assign.py --sizes 100 1000 --kinds geographic --seeds 5

The others are scipy's linear_sum_assignment, HiGHS and GLPK's dual simplex on the linear program of all pairs. They are installed from
the package index that pip is set up for, into a virtual environment of their own (--venv). Every answer is compared with scipy's; one that
differs ends the run. GLPK and HiGHS get a limit of time and are not asked beyond a size.

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


# ---------------------------------------------------------------- all tables

TABLES = {"matrix": matrix_table}


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
