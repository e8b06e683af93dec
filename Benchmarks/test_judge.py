#!/usr/bin/env python3
"""Tests of the judge by plans that break one rule each: what it does not see, a table would praise.

    Benchmarks/test_judge.py

Needs Python 3.9, and nothing else; `Benchmarks/routing.py --judge-solutions` is the other half, on published solutions.
"""

import pathlib
import unittest

from peers.instances import Instance, Vehicle
from peers.judge import judge

# The depot in the middle of a line, three clients to the right at 10, 20 and 30.
LINE = [(0, 0), (10, 0), (20, 0), (30, 0)]


def instance(kind="cvrp", vehicles=2, **more):
    """Two vehicles with room for two of three clients, unless said otherwise."""
    fleet = vehicles if isinstance(vehicles, list) else [Vehicle(capacity=2)] * vehicles
    given = {"delivery": [0, 1, 1, 1], "points": LINE, **more}
    return Instance("line", pathlib.Path("line"), kind, 1, list(range(len(given["points"]))), fleet, True, **given)


class JudgeTests(unittest.TestCase):
    def faults(self, problem, routes, count=1):
        """Exactly so many faults: one that is found twice would hide another."""
        found = judge(problem, routes).faults
        self.assertEqual(len(found), count, found)
        return found

    def test_cost_is_that_of_the_ways(self):
        self.assertEqual(judge(instance(), [[1, 2], [3]]).cost, 40 + 60)
        self.faults(instance(), [[1, 2], [3]], 0)

    def test_cost_has_fixed_costs_and_prizes(self):
        problem = instance(vehicles=[Vehicle(fixed=7, unit=2)] * 2, prize=[0, 5, 5, 5], required=[False] * 4)
        self.assertEqual(judge(problem, [[1]]).cost, 7 + 2 * 20 + 10)

    def test_dimacs_cuts_off_tenths(self):
        problem = instance("vrptw", points=[(0, 0), (1, 1), (1, 1), (1, 1)])
        self.assertEqual(judge(problem, [[1, 2], [3]]).cost, 4 * 1.4)

    def test_everybody_is_visited_once(self):
        self.assertIn("not visited", self.faults(instance(), [[1, 2]])[0])
        self.assertIn("twice", self.faults(instance(), [[1, 2], [3, 1]])[0])
        self.assertIn("nobody", self.faults(instance(), [[1, 2], [3, 9]])[0])

    def test_room_and_number_of_vehicles(self):
        self.assertIn("on board", self.faults(instance(), [[1, 2, 3]])[0])
        self.assertIn("vehicles", self.faults(instance(), [[1], [2], [3]])[0])

    def test_window_is_kept_with_service_and_waiting(self):
        late = [[(0, 1000)], [(15, 20)], [(0, 29)], [(0, 1000)]]
        self.assertIn("latest 29", self.faults(instance(windows=late, service=[0, 5, 0, 0]), [[1, 2], [3]])[0])
        self.faults(instance(windows=late, service=[0, 4, 0, 0]), [[1, 2], [3]], 0)

    def test_one_of_several_windows(self):
        between = [[(0, 1000)], [(0, 5), (12, 30)], [(0, 1000)], [(0, 1000)]]
        self.faults(instance(windows=between), [[1, 2], [3]], 0)
        self.faults(instance(windows=[between[0], [(0, 5), (6, 9)], *between[2:]]), [[1, 2], [3]])

    def test_day_and_way_are_limited(self):
        self.assertIn("a day", self.faults(instance(vehicles=[Vehicle(duration=59)] * 2), [[1, 2], [3]])[0])
        self.assertIn("far", self.faults(instance(vehicles=[Vehicle(distance=59)] * 2), [[1, 2], [3]])[0])
        # It leaves late rather than wait, so that the day is no longer than the way.
        waits = [[(0, 1000)], [(500, 600)], [(0, 1000)], [(0, 1000)]]
        self.faults(instance(vehicles=[Vehicle(duration=60)] * 2, windows=waits), [[1, 2], [3]], 0)

    def test_sites_and_vehicles_by_their_place(self):
        fleet = [Vehicle(allowed=frozenset([1, 2])), Vehicle(allowed=frozenset([3]))]
        self.faults(instance(vehicles=fleet), [[1, 2], [3]], 0)
        self.faults(instance(vehicles=fleet), [[3], [1, 2]], 3)

    def test_backhauls_come_last(self):
        problem = instance("vrpb", delivery=[0, 1, 1, 0], pickup=[0, 0, 0, 1])
        self.faults(problem, [[1, 3], [2]], 0)
        self.assertIn("before all", self.faults(problem, [[3, 1], [2]])[0])
        self.faults(problem, [[1, 2], [3]])

    def test_trips_load_again_and_wait_for_releases(self):
        fleet = [Vehicle(capacity=2, reloads=(0,), late=100, most_reloads=1)]
        self.faults(instance(vehicles=fleet), [[1, 2, 0, 3]], 0)
        self.assertIn("loaded again", self.faults(instance(vehicles=fleet), [[1, 0, 2, 0, 3]], 2)[0])
        self.faults(instance(vehicles=fleet, release=[0, 0, 0, 41]), [[1, 2, 0, 3]])
        self.assertIn("may not load", self.faults(instance(vehicles=[Vehicle(capacity=2)]), [[1, 2, 0, 3]])[0])

    def test_one_of_a_group(self):
        problem = instance(required=[False] * 4, groups=[[1, 2], [3]])
        self.faults(problem, [[1, 3]], 0)
        self.faults(problem, [[1, 2], [3]])
        self.faults(problem, [[1]])

    def test_pairs_by_one_vehicle_in_order(self):
        problem = instance("pdptw", delivery=[0, 0, 1, 0], pickup=[0, 1, 0, 0], pairs=[(1, 2)])
        self.faults(problem, [[1, 2, 3]], 0)
        self.faults(problem, [[2, 1, 3]])
        self.faults(problem, [[1, 3], [2]])


if __name__ == "__main__":
    unittest.main()
