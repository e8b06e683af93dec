"""HGS-CVRP of Vidal by its wrapper hygese: hybrid genetic search for capacities alone.

It limits the time of the processor, not the wall's, and tells nothing of the search until it ends.
"""

from .answers import Answer

PACKAGE = "hygese"
THREADS = 1
KINDS = {"cvrp"}


def solve(instance, clock, seed):
    import hygese
    import numpy

    problem = {
        "distance_matrix": instance.distances().astype(float),
        "demands": numpy.array(instance.delivery, dtype=float),
        "vehicle_capacity": instance.vehicles[0].capacity,
        "num_vehicles": instance.fleet(),
        "depot": 0,
    }
    if instance.points:
        # They sort neighbours by angle; the distances are those of the matrix. It takes none below zero.
        points = numpy.array(instance.points, dtype=float)
        problem["x_coordinates"], problem["y_coordinates"] = (points - points.min(axis=0)).T.copy()
    settings = hygese.AlgorithmParameters(timeLimit=clock.limit, nbIter=10**9, seed=seed)
    solver = hygese.Solver(settings, verbose=False)
    clock.start()
    result = solver.solve_cvrp(problem, rounding=False)
    return Answer([[int(place) for place in route] for route in result.routes], result.cost)
