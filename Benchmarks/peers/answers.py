"""What passes between a solver and the process that runs it."""

import math
import time
from dataclasses import dataclass


@dataclass
class Answer:
    """Routes as lists of locations, route k that of vehicle k where vehicles differ, and the cost that the solver states."""

    routes: list
    cost: float


class Clock:
    """Seconds since the search began, by the wall and by the processor, and when it improved.

    A solver's adapter starts it when the problem is built, so that every solver has the same seconds for its search.
    """

    def __init__(self, limit):
        self.limit = limit
        self.trace = []
        self.best = math.inf
        self.start()

    def start(self):
        self.wall, self.processor = time.perf_counter(), time.process_time()

    def elapsed(self):
        return time.perf_counter() - self.wall

    def saw(self, cost):
        """Remembers a cost if it is the best so far, and returns the seconds since the start."""
        now = self.elapsed()
        if cost < self.best:
            self.best = cost
            self.trace.append((now, cost))
        return now

    def stop(self):
        """Seconds by the wall and by the processor."""
        return self.elapsed(), time.process_time() - self.processor
