"""Runs one solver on one file and prints one JSON object: `python -m peers SOLVER FILE --seconds S --seed N`.

A process of its own for each search: none inherits memory or threads of another, and one that crashes loses only its own answer.
Routes are numbered as in a solution file; costs are the solver's own, in the unit of the tables.
"""

import argparse
import contextlib
import json
import math
import os
import sys

# Libraries of linear algebra must not take threads beyond those that a solver is given.
for name in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"):
    os.environ[name] = "1"

from .answers import Clock
from .instances import load
from .registry import PEERS


@contextlib.contextmanager
def quiet():
    """Whatever a library in C prints goes to standard error: the object is all that is printed."""
    sys.stdout.flush()
    kept = os.dup(1)
    os.dup2(2, 1)
    try:
        yield
    finally:
        os.dup2(kept, 1)
        os.close(kept)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("solver", choices=PEERS)
    parser.add_argument("file")
    parser.add_argument("--seconds", type=float, required=True)
    parser.add_argument("--seed", type=int, default=1)
    arguments = parser.parse_args()
    instance, peer = load(arguments.file), PEERS[arguments.solver]
    if instance.kind not in peer.KINDS:
        sys.exit(f"{arguments.solver} knows nothing of {instance.kind}.")
    clock = Clock(arguments.seconds)
    with quiet():
        answer = peer.solve(instance, clock, arguments.seed)
        seconds, processor = clock.stop()
    print(
        json.dumps(
            {
                "routes": [[instance.numbers[place] for place in route] for route in answer.routes],
                # PyVRP calls the cost of a plan that breaks a rule infinite, for which JSON has no number.
                "cost": instance.told(answer.cost) if math.isfinite(answer.cost) else None,
                "seconds": seconds,
                "cpuSeconds": processor,
                "trace": [(now, instance.told(cost)) for now, cost in clock.trace],
            }
        )
    )


if __name__ == "__main__":
    main()
