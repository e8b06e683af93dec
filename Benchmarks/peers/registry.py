"""The solvers that `lastmile` is compared with."""

from . import by_hgs, by_ortools, by_pyvrp, by_vroom

PEERS = {"pyvrp": by_pyvrp, "hgs": by_hgs, "vroom": by_vroom, "ortools": by_ortools}
TITLES = {"pyvrp": "PyVRP", "hgs": "HGS-CVRP", "vroom": "VROOM", "ortools": "OR-Tools"}
