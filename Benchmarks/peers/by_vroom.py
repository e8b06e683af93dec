"""VROOM by its wrapper pyvroom, with its most thorough setting: it ends by itself, or when its time is over.

It may use two threads. Nothing in it is decided by chance: a seed changes nothing.
"""

import datetime

from .answers import Answer
from .instances import NONE

PACKAGE = "pyvroom"
THREADS = 2
KINDS = {"cvrp", "vrptw", "pdptw"}


def solve(instance, clock, seed):
    import numpy
    import vroom

    def windows(place):
        return [vroom.TimeWindow(early, late) for early, late in instance.windows[place] if late < NONE]

    def when(place):
        return {"default_service": instance.service[place], "time_windows": windows(place)}

    problem = vroom.Input()
    problem.set_durations_matrix("car", instance.distances().astype(numpy.uint32))
    shift = windows(0)
    for index in range(instance.fleet()):
        vehicle = vroom.Vehicle(
            index + 1,
            start=0,
            end=0,
            capacity=[int(instance.vehicles[index].capacity)],
            time_window=shift[0] if shift else None,
        )
        problem.add_vehicle(vehicle)
    for pickup, delivery in instance.pairs:
        first = vroom.ShipmentStep(pickup, location=pickup, **when(pickup))
        second = vroom.ShipmentStep(delivery, location=delivery, **when(delivery))
        problem.add_job(vroom.Shipment(first, second, amount=[instance.pickup[pickup]]))
    if not instance.pairs:
        for place in range(1, instance.size):
            problem.add_job(vroom.Job(place, location=place, delivery=[instance.delivery[place]], **when(place)))
    clock.start()
    solution = problem.solve(exploration_level=5, nb_threads=THREADS, timeout=datetime.timedelta(seconds=clock.limit))
    routes = [
        [int(place) for place, kind in zip(steps.id, steps.type) if kind not in ("start", "end", "break")]
        for _, steps in solution.routes.groupby("vehicle_id", sort=False)
    ]
    return Answer(routes, solution.summary.cost)
