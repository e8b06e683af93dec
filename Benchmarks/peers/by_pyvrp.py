"""PyVRP: hybrid genetic and iterated local search for every kind of problem here but several windows a customer."""

from .answers import Answer
from .instances import NONE

PACKAGE = "pyvrp"
THREADS = 1
KINDS = {"cvrp", "vrptw", "pdptw", "mdvrptw", "sdvrptw", "hfvrp", "vrpb", "mtvrptwr", "pcvrptw", "gvrp"}
# A cost above this is the stand-in for "no feasible plan yet".
UNKNOWN = 2**60


def limited(**values):
    """Keywords without those that stand for no limit, for which PyVRP has defaults of its own."""
    return {name: int(value) for name, value in values.items() if value < NONE}


def span(window):
    return limited(tw_early=window[0], tw_late=window[1])


def matrices(instance):
    """A matrix of distances for each set of clients that a vehicle may serve, and which is whose.

    What is forbidden gets a leg longer than any plan. The longest that PyVRP can count would do as well, but its local search takes
    very long to leave such legs.
    """
    import numpy

    base = instance.distances()
    forbidden = 2 * instance.size * int(base.max())
    if instance.kind == "vrpb":
        taken = numpy.array(instance.pickup) > 0
        brought = numpy.array(instance.delivery) > 0
        base[0, taken] = forbidden
        base[numpy.ix_(taken, brought)] = forbidden
    profiles = {allowed: index for index, allowed in enumerate(dict.fromkeys(vehicle.allowed for vehicle in instance.vehicles))}
    tables = []
    for allowed in profiles:
        table = base.copy()
        if allowed is not None:
            away = [place for place in range(instance.depots, instance.size) if place not in allowed]
            table[away, :] = table[:, away] = forbidden
            table[away, away] = 0
        tables.append(table)
    return tables, profiles


def clients(instance, load):
    """Clients of their own, and pairs as shipments."""
    from pyvrp import Client, Shipment

    if instance.pairs:
        shipments = []
        for pickup, delivery in instance.pairs:
            (early, late), (second_early, second_late) = instance.windows[pickup][0], instance.windows[delivery][0]
            shipments.append(
                Shipment(
                    pickup,
                    delivery,
                    pickup_tw_early=early,
                    pickup_tw_late=late,
                    pickup_service_duration=instance.service[pickup],
                    delivery_tw_early=second_early,
                    delivery_tw_late=second_late,
                    delivery_service_duration=instance.service[delivery],
                    amount=[load * instance.pickup[pickup]],
                )
            )
        return [], shipments
    alone = {group[0] for group in instance.groups if len(group) == 1}
    group_of = {place: index for index, group in enumerate(real_groups(instance)) for place in group}
    return [
        Client(
            place,
            delivery=[load * instance.delivery[place]],
            pickup=[load * instance.pickup[place]],
            service_duration=instance.service[place],
            release_time=instance.release[place],
            prize=instance.prize[place],
            required=instance.required[place] or place in alone,
            group=group_of.get(place),
            **span(instance.windows[place][0]),
        )
        for place in range(instance.depots, instance.size)
    ], []


def real_groups(instance):
    """A group of one is a client that has to be visited."""
    return [group for group in instance.groups if len(group) > 1]


def solve(instance, clock, seed):
    import pyvrp

    # Its penalties begin on the scale of the file, so loads have to grow with the distances.
    load = instance.scale
    tables, profiles = matrices(instance)
    members = {}
    for index, vehicle in enumerate(instance.vehicles):
        members.setdefault(vehicle, []).append(index)
    types = [
        pyvrp.VehicleType(
            len(indices),
            capacity=[load * vehicle.capacity if vehicle.capacity < NONE else 2**40],
            start_depot=vehicle.depot,
            end_depot=vehicle.depot,
            fixed_cost=vehicle.fixed,
            unit_distance_cost=vehicle.unit,
            profile=profiles[vehicle.allowed],
            reload_depots=list(vehicle.reloads),
            **span((vehicle.early, vehicle.late)),
            **limited(shift_duration=vehicle.duration, max_distance=vehicle.distance, max_reloads=vehicle.most_reloads),
        )
        for vehicle, indices in members.items()
    ]
    single, shipments = clients(instance, load)
    data = pyvrp.ProblemData(
        locations=[pyvrp.Location(x, y) for x, y in instance.points or [(0, 0)] * instance.size],
        clients=single,
        depots=[pyvrp.Depot(place) for place in range(instance.depots)],
        vehicle_types=types,
        distance_matrices=tables,
        duration_matrices=tables,
        groups=[pyvrp.ClientGroup([place - instance.depots for place in group]) for group in real_groups(instance)],
        shipments=shipments,
    )
    clock.start()
    # Asked once an iteration whether to stop, with the best cost so far: the one place where it tells how the search goes.
    result = pyvrp.solve(
        data,
        stop=lambda best: (clock.saw(best) if best < UNKNOWN else clock.elapsed()) >= clock.limit,
        seed=seed,
        collect_stats=False,
        display=False,
    )
    free = [iter(indices) for indices in members.values()]
    routes = [[] for _ in instance.vehicles]
    for route in result.best.routes():
        routes[next(free[route.vehicle_type()])] = [location(instance, activity) for activity in list(route)[1:-1]]
    return Answer(routes, result.cost())


def location(instance, activity):
    """PyVRP counts clients, depots and shipments each from 0."""
    if activity.is_client():
        return activity.idx + instance.depots
    if activity.is_depot():
        return activity.idx
    return instance.pairs[activity.idx][0 if activity.is_pickup() else 1]
