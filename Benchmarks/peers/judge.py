"""Tells the true cost of a plan and everything it breaks, from its routes and nothing else.

It shares no code with any solver, and no distances but those of the file: what a solver says of itself is not believed.
"""

from dataclasses import dataclass

from .instances import NONE


@dataclass
class Verdict:
    """Cost in the unit of the tables, and the faults, each in words; a plan without faults is feasible."""

    cost: float
    faults: list


def judge(instance, numbered):
    """Routes as a solution file numbers them. Where vehicles differ, route k is that of vehicle k, and may be empty."""
    place_of = {number: place for place, number in enumerate(instance.numbers)}
    faults = [f"nobody is called {number}" for route in numbered for number in route if number not in place_of]
    routes = [[place_of[number] for number in route if number in place_of] for route in numbered]
    if len(set(instance.vehicles)) == 1:
        routes = [route for route in routes if route]
    if len([route for route in routes if route]) > len(instance.vehicles) or any(routes[len(instance.vehicles) :]):
        faults.append(f"{len(routes)} routes, {len(instance.vehicles)} vehicles")
    faults += visits(instance, routes)
    cost = 0
    for index, (route, vehicle) in enumerate(zip(routes, instance.vehicles)):
        if route:
            more, broken = drive(instance, vehicle, route)
            cost += more
            faults += [f"route {index + 1}: {fault}" for fault in broken]
    visited = {place for route in routes for place in route}
    cost += sum(prize for place, prize in enumerate(instance.prize) if place >= instance.depots and place not in visited)
    return Verdict(instance.told(cost), faults)


def visits(instance, routes):
    """What is wrong with who is visited, whatever the way there."""
    faults, at = [], {}
    for index, route in enumerate(routes):
        for position, place in enumerate(route):
            if place >= instance.depots:
                if place in at:
                    faults.append(f"client {instance.numbers[place]} is visited twice")
                at[place] = (index, position)
    for place in range(instance.depots, instance.size):
        if instance.required[place] and place not in at:
            faults.append(f"client {instance.numbers[place]} is not visited")
    for group in instance.groups:
        count = sum(place in at for place in group)
        if count != 1:
            faults.append(f"{count} of the group of client {instance.numbers[group[0]]} are visited, not one")
    for pickup, delivery in instance.pairs:
        first, second = at.get(pickup, (None, 0)), at.get(delivery, (None, 0))
        if first[0] != second[0] or (first[0] is not None and first[1] > second[1]):
            faults.append(f"client {instance.numbers[delivery]} does not get what client {instance.numbers[pickup]} hands over")
    return faults


def drive(instance, vehicle, route):
    """What one vehicle's day costs, and its faults. A depot within the route is a place where it loads again."""
    faults = []
    trips, places = [[]], [vehicle.depot]
    for place in route:
        if place >= instance.depots:
            trips[-1].append(place)
            if vehicle.allowed is not None and place not in vehicle.allowed:
                faults.append(f"the vehicle may not serve client {instance.numbers[place]}")
        else:
            if place not in vehicle.reloads:
                faults.append(f"the vehicle may not load at depot {instance.numbers[place]}")
            trips.append([])
            places.append(place)
    places.append(vehicle.depot)
    if len(trips) - 1 > vehicle.most_reloads:
        faults.append(f"{len(trips) - 1} times loaded again, {vehicle.most_reloads} allowed")
    for trip in trips:
        faults += loads(instance, vehicle, trip)
    length = 0
    for trip, begin, end in zip(trips, places, places[1:]):
        for here, there in zip([begin, *trip], [*trip, end]):
            length += instance.distance(here, there)
    if length > vehicle.distance:
        faults.append(f"{length} far, {vehicle.distance} allowed")
    faults += times(instance, vehicle, trips, places)
    return vehicle.fixed + vehicle.unit * length, faults


def loads(instance, vehicle, trip):
    """Faults of what is on board, and of the order in which a vehicle with backhauls has to work."""
    faults = []
    handed_over = {delivery for _, delivery in instance.pairs}
    load = highest = sum(instance.delivery[place] for place in trip if place not in handed_over)
    for place in trip:
        load += instance.pickup[place] - instance.delivery[place]
        highest = max(highest, load)
    if highest > vehicle.capacity:
        faults.append(f"{highest} on board, room for {vehicle.capacity}")
    if instance.kind == "vrpb":
        taken = [instance.pickup[place] > 0 for place in trip]
        if taken and (taken != sorted(taken) or all(taken)):
            faults.append("something is taken before all is delivered, or nothing is delivered")
    return faults


def times(instance, vehicle, trips, places):
    """Faults of windows and of the length of the day."""
    faults = []
    # Each step: how long since the step before, and the windows within which it has to begin.
    steps = []
    here, travel = places[0], 0
    for index, trip in enumerate(trips):
        # Nothing leaves before everything of the trip has arrived at the depot.
        ready = max([vehicle.early] + [instance.release[place] for place in trip])
        steps.append((here, travel, [(ready, vehicle.late)]))
        travel = 0
        for place in trip:
            travel += instance.distance(here, place)
            steps.append((place, travel, instance.windows[place]))
            here, travel = place, instance.service[place]
        travel += instance.distance(here, places[index + 1])
        here = places[index + 1]
    steps.append((here, travel, [(vehicle.early, vehicle.late)]))

    clock = vehicle.early
    begins = []
    for place, travel, windows in steps:
        clock += travel
        window = next((window for window in windows if clock <= window[1]), None)
        if window is None:
            # Counted once: what follows is judged as if it had been in time.
            faults.append(f"at {instance.numbers[place]} at {clock}, latest {windows[-1][1]}")
            window = windows[-1]
        clock = min(max(clock, window[0]), window[1])
        begins.append((travel, window))
    if vehicle.duration < NONE and not faults:
        latest = clock
        for (travel, _), (_, window) in zip(reversed(begins), reversed([(0, (0, NONE))] + begins[:-1])):
            latest = min(latest - travel, window[1])
        # With one window each, leaving as late as possible for the earliest end makes the shortest day.
        if clock - latest > vehicle.duration:
            faults.append(f"a day of {clock - latest}, {vehicle.duration} allowed")
    return faults
