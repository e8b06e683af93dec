"""The conventions by which distances of a file become whole numbers, and the unit in which costs are told.

Solvers count in whole numbers, so what is compared has to be rounded in the way the best known values were:

    rounded   to the nearest unit                 CVRP, VRPB, GVRP, and every matrix that a file brings
    dimacs    tenths, cut off                     VRPTW, PDPTW, MTVRPTWR, PCVRPTW
    exact     thousandths, to the nearest         MDVRPTW, SDVRPTW, HFVRP, several windows a customer

Times, windows, prizes and limits follow the distances. Costs are told in the unit of the file, except for HFVRP: its files carry
a hundred times the costs that are published.
"""

import math

SCALES = {"rounded": 1, "dimacs": 10, "exact": 1000}

CONVENTIONS = {
    "cvrp": "rounded",
    "vrpb": "rounded",
    "gvrp": "rounded",
    "vrptw": "dimacs",
    "pdptw": "dimacs",
    "mtvrptwr": "dimacs",
    "pcvrptw": "dimacs",
    "mdvrptw": "exact",
    "sdvrptw": "exact",
    "hfvrp": "exact",
    "mtw": "exact",
}

# What a published cost has to be divided by to be in the unit of these benchmarks; the text is that of bks.json.
PUBLISHED = {
    None: 1,
    "file unit": 1,
    "file unit / 100": 1,
    "tenths of the file unit": 10,
    "thousandths of the file unit": 1000,
}


def whole(value, convention):
    """A distance, time or price of a file in whole units; infinity stays, for "no limit"."""
    if value == math.inf:
        return value
    if convention == "dimacs":
        # Values such as 0.3 lie a little below three tenths.
        return math.floor(10 * value + 1e-9)
    return math.floor(SCALES[convention] * value + 0.5)


def published_divisor(kind):
    """What a cost in whole units is divided by to be told."""
    return SCALES[CONVENTIONS[kind]] * (100 if kind == "hfvrp" else 1)
