"""Reads the solution files that lie beside public instances, to see that the judge counts as their authors do."""

import re


def read(file):
    """Routes by their number, those that are missing empty, and the cost that the file claims."""
    routes, cost = [], None
    for line in file.read_text(encoding="utf-8").splitlines():
        route = re.match(r"\s*Route\s*#?\s*(\d+)\s*:(.*)", line, re.IGNORECASE)
        claim = re.match(r"\s*Cost\s*:?\s*([\d.]+)", line, re.IGNORECASE)
        if route:
            routes += [[] for _ in range(int(route[1]) - len(routes))]
            routes[int(route[1]) - 1] = [int(word) for word in route[2].split()]
        elif claim:
            cost = float(claim[1])
    return routes, cost
