"""The families of public instances, and which of their files are run."""

from __future__ import annotations

import json
import os
import pathlib
import re
from dataclasses import dataclass

from .stop import Stop
from .units import PUBLISHED

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent


@dataclass(frozen=True)
class Family:
    """Files of a folder, those with more than `above` and at most `most` customers where the folder has several sizes."""

    key: str
    title: str
    kind: str
    folder: str
    above: int = 0
    most: int = 10**9


FAMILIES = [
    Family("solomon", "Solomon 100", "vrptw", "solomon"),
    Family("gh200", "Gehring & Homberger 200", "vrptw", "gh", 100, 200),
    Family("gh400", "Gehring & Homberger 400", "vrptw", "gh", 200, 400),
    Family("gh600", "Gehring & Homberger 600", "vrptw", "gh", 400, 600),
    Family("gh800", "Gehring & Homberger 800", "vrptw", "gh", 600, 800),
    Family("gh1000", "Gehring & Homberger 1000", "vrptw", "gh", 800, 1000),
    Family("x300", "X up to 300", "cvrp", "x", 0, 300),
    Family("x500", "X 300 to 500", "cvrp", "x", 300, 500),
    Family("x1000", "X 500 to 1000", "cvrp", "x", 500, 1001),
    Family("loggi", "Loggi", "cvrp", "loggi"),
    Family("ortec", "ORTEC", "cvrp", "ortec"),
    Family("hfvrp", "Heterogeneous fleet", "hfvrp", "hfvrp"),
    Family("mdvrptw", "Several depots, windows", "mdvrptw", "mdvrptw"),
    Family("sdvrptw", "Vehicles tied to sites, windows", "sdvrptw", "sdvrptw"),
    Family("vrpb", "Backhauls", "vrpb", "vrpb"),
    Family("mtvrptwr", "Several trips, releases, windows", "mtvrptwr", "mtvrptwr"),
    Family("pcvrptw", "Prizes, windows", "pcvrptw", "pcvrptw"),
    Family("gvrp", "Groups of clients", "gvrp", "gvrp"),
    Family("pdptw", "Pickup and delivery, windows", "pdptw", "pdptw"),
    Family("mtw", "Several windows a customer", "mtw", "mtw"),
]
BY_KEY = {family.key: family for family in FAMILIES}


@dataclass(frozen=True)
class Case:
    """One file of a family, and the best cost known for it in the unit of the tables, if there is one."""

    family: Family
    file: pathlib.Path
    best: float | None
    optimal: bool

    @property
    def name(self):
        return self.file.stem


def datasets_folder(given):
    """The folder of the instances.

    A folder that was named is the one meant: another is not taken in its place, whatever lies there.
    """
    named = given or os.environ.get("LASTMILE_DATASETS")
    folder = pathlib.Path(named) if named else ROOT.parent / "shared" / "datasets"
    if not (folder / "bks.json").is_file():
        raise Stop(
            f"No data: there is no bks.json in {folder}.\n"
            "Name the folder of the instances with --datasets DIR or in LASTMILE_DATASETS. It holds bks.json, as\n"
            '  {"x": {"X-n110-k13": {"bks": 14971, "optimal": true}}}\n'
            "and a folder for each family with its files, as x/X-n110-k13.vrp or solomon/R101.txt. They are published by\n"
            "CVRPLIB (X, Loggi, ORTEC), SINTEF (Solomon, Gehring & Homberger, Li & Lim), PyVRP (the other .vrp files) and\n"
            "S. Belhaiza (several windows a customer)."
        )
    return folder.resolve()


def customers(file):
    """How many customers a file of X or of Gehring & Homberger has, as its name says; of others it does not matter."""
    found = re.match(r"X-n(\d+)-", file.name)
    if found:
        return int(found[1]) - 1
    found = re.match(r"[RC]+\d_(\d+)_", file.name)
    return 100 * int(found[1]) if found else 1


def cases(folder, family):
    """All files of a family."""
    known = json.loads((folder / "bks.json").read_text(encoding="utf-8")).get(family.folder, {})
    found = []
    for file in sorted((folder / family.folder).glob("*")):
        if file.suffix in (".vrp", ".txt") and family.above < customers(file) <= family.most:
            entry = known.get(file.stem)
            best = entry["bks"] / PUBLISHED[entry.get("unit")] if entry else None
            found.append(Case(family, file, best, bool(entry and entry.get("optimal", False))))
    return found


def spread(items, count):
    """So many of them, evenly over the list: neighbours by name are much alike."""
    if count >= len(items):
        return items
    return [items[int((index + 0.5) * len(items) / count)] for index in range(count)]


def chosen(folder, keys, count):
    """The files to run of each family; a family without files is a fault, told with all others."""
    picked, missing = [], []
    for key in keys:
        files = spread(cases(folder, BY_KEY[key]), count)
        if not files:
            missing.append(f"{key}: no file in {BY_KEY[key].folder}/")
        picked += files
    if missing:
        raise Stop(f"Not all families are in {folder}:\n  " + "\n  ".join(missing))
    return picked
