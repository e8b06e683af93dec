"""One search of one solver in a process of its own, and what the judge says of its answer."""

import json
import pathlib
import subprocess
import sys
import time

from .judge import judge
from .registry import PEERS

HERE = pathlib.Path(__file__).resolve().parent


def threads_of(solver):
    """How many threads a solver may use; lastmile's are in its name."""
    name, _, threads = solver.partition("-")
    return int(threads) if name == "lastmile" else PEERS[name].THREADS


def command(solver, program, case, seconds, seed):
    limits = ["--seconds", f"{seconds:g}", "--seed", str(seed)]
    if solver.startswith("lastmile"):
        return [str(program), "route", str(case.file), "--json", "--threads", str(threads_of(solver)), *limits]
    return [sys.executable, "-m", "peers", solver, str(case.file), *limits]


def search(solver, program, case, instance, seconds, seed):
    """The row of results of one search. A solver that fails has a row too, with the reason."""
    row = {
        "family": case.family.key,
        "instance": case.name,
        "seed": seed,
        "solver": solver,
        "best": case.best,
        "optimal": case.optimal,
        "error": None,
    }
    begin = time.perf_counter()
    try:
        done = subprocess.run(
            command(solver, program, case, seconds, seed),
            cwd=HERE.parent,
            capture_output=True,
            text=True,
            # Ample, as reading a file and building a problem are no part of the search.
            timeout=3 * seconds + 180,
            check=False,
        )
        wall = time.perf_counter() - begin
        answer = json.loads(done.stdout)
        routes = [[int(number) for number in route] for route in answer["routes"]]
    except subprocess.TimeoutExpired:
        return {**row, "error": "did not end"}
    except (ValueError, KeyError, TypeError):
        last = done.stderr.strip().splitlines()[-1:] or ["no answer"]
        return {**row, "error": f"status {done.returncode}: {last[0][:200]}"}
    verdict = judge(instance, routes)
    return {
        **row,
        "cost": verdict.cost,
        "stated": answer["cost"],
        # No answer says it is infeasible by having left somebody out, which the judge finds too.
        "faults": verdict.faults[:5],
        "took": answer["seconds"],
        "wall": wall,
        "processor": answer["cpuSeconds"],
        "trace": answer["trace"],
        "routes": routes,
    }
