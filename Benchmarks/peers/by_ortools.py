"""OR-Tools' routing library: guided local search from the cheapest parallel insertion, as its guide recommends."""

from .answers import Answer

PACKAGE = "ortools"
THREADS = 1
KINDS = {"cvrp", "vrptw", "pdptw"}


def solve(instance, clock, seed):
    """Nothing in it is decided by chance: a seed changes nothing."""
    from ortools.constraint_solver import pywrapcp, routing_enums_pb2

    distances = instance.distances()
    fleet = instance.fleet()
    nodes = pywrapcp.RoutingIndexManager(instance.size, fleet, 0)
    model = pywrapcp.RoutingModel(nodes)
    model.SetArcCostEvaluatorOfAllVehicles(model.RegisterTransitMatrix(distances.tolist()))
    # Pairs fill a vehicle on its way; without pairs what is delivered adds up along the route.
    demand = instance.delivery if not instance.pairs else [p - d for p, d in zip(instance.pickup, instance.delivery)]
    model.AddDimension(model.RegisterUnaryTransitVector(demand), 0, int(instance.vehicles[0].capacity), True, "load")
    if instance.timed:
        add_time(instance, nodes, model, distances)
    settings = pywrapcp.DefaultRoutingSearchParameters()
    settings.first_solution_strategy = routing_enums_pb2.FirstSolutionStrategy.PARALLEL_CHEAPEST_INSERTION
    settings.local_search_metaheuristic = routing_enums_pb2.LocalSearchMetaheuristic.GUIDED_LOCAL_SEARCH
    settings.time_limit.FromMilliseconds(int(clock.limit * 1000))
    clock.start()
    model.AddAtSolutionCallback(lambda: clock.saw(model.CostVar().Max()))
    answer = model.SolveWithParameters(settings)
    if answer is None:
        return Answer([], 0)
    return Answer([stops(nodes, model, answer, vehicle) for vehicle in range(fleet)], answer.ObjectiveValue())


def add_time(instance, nodes, model, distances):
    """Windows, and that a pair is driven by one vehicle, the pickup first."""
    service = [0] + instance.service[1:]
    steps = [[int(step) + service[here] for step in row] for here, row in enumerate(distances)]
    horizon = int(instance.windows[0][0][1])
    model.AddDimension(model.RegisterTransitMatrix(steps), horizon, horizon, False, "time")
    clocks = model.GetDimensionOrDie("time")
    for place in range(1, instance.size):
        early, late = instance.windows[place][0]
        clocks.CumulVar(nodes.NodeToIndex(place)).SetRange(int(early), int(min(late, horizon)))
    for pair in instance.pairs:
        pickup, delivery = (nodes.NodeToIndex(place) for place in pair)
        model.AddPickupAndDelivery(pickup, delivery)
        model.solver().Add(model.VehicleVar(pickup) == model.VehicleVar(delivery))
        model.solver().Add(clocks.CumulVar(pickup) <= clocks.CumulVar(delivery))


def stops(nodes, model, answer, vehicle):
    """The nodes that a vehicle visits between the depot and the depot."""
    route, at = [], answer.Value(model.NextVar(model.Start(vehicle)))
    while not model.IsEnd(at):
        route.append(nodes.IndexToNode(at))
        at = answer.Value(model.NextVar(at))
    return route
