"""Reader of VRPLIB's format: headers `KEY: value`, then sections of rows that begin with a node."""

from .instances import NONE, Instance, Vehicle
from .numbers import number
from .units import CONVENTIONS, whole


class Text:
    """Headers and sections of a file."""

    def __init__(self, lines):
        self.headers, self.sections, rows = {}, {}, None
        for line in lines:
            words = line.split()
            if not words or words[0] == "EOF":
                continue
            if words[0].endswith("_SECTION"):
                rows = self.sections.setdefault(words[0][: -len("_SECTION")], [])
            elif ":" in line:
                key, value = line.split(":", 1)
                self.headers[key.strip()] = value.strip()
            else:
                rows.append(words)
        self.size = int(self.headers["DIMENSION"])

    def column(self, name):
        """The value of each node, 0 where the section says nothing of it."""
        values = [0] * self.size
        for row in self.sections.get(name, []):
            values[int(row[0]) - 1] = number(row[1])
        return values

    def of_vehicles(self, name, count, missing):
        """The value of each vehicle, from a section, or one for all from a header."""
        if name in self.sections:
            return [number(row[1]) for row in self.sections[name]]
        return [number(self.headers[name]) if name in self.headers else missing] * count

    def lists(self, name):
        """Behind the first column of each row, nodes as locations."""
        return [tuple(int(word) - 1 for word in row[1:]) for row in self.sections.get(name, [])]


def read(file, lines):
    text = Text(lines)
    kind = text.headers["TYPE"].lower()
    if kind not in CONVENTIONS:
        raise ValueError(f"{file.name}: TYPE {text.headers['TYPE']} is not known")
    convention = CONVENTIONS[kind]

    def times(values):
        return [whole(value, convention) for value in values]

    depots = max(1, sum(int(row[0]) > 0 for row in text.sections.get("DEPOT", [])))
    prize = times(text.column("PRIZE"))
    groups = [[client for client in group] for group in text.lists("MUTUALLY_EXCLUSIVE_GROUP")]
    grouped = {client for group in groups for client in group}
    service = text.column("SERVICE_TIME")
    if "SERVICE_TIME" in text.headers:
        service = [0] * depots + [number(text.headers["SERVICE_TIME"])] * (text.size - depots)
    windows = [[(0, NONE)] for _ in range(text.size)]
    for row in text.sections.get("TIME_WINDOW", []):
        windows[int(row[0]) - 1] = [tuple(times(map(number, row[1:3])))]
    return Instance(
        name=file.stem,
        file=file,
        kind=kind,
        depots=depots,
        numbers=list(range(text.size)),
        vehicles=fleet(text, depots, windows, times),
        fleet_limited="VEHICLES" in text.headers,
        points=[(number(row[1]), number(row[2])) for row in text.sections["NODE_COORD"]] if "NODE_COORD" in text.sections else None,
        matrix=matrix(text) if text.headers["EDGE_WEIGHT_TYPE"] == "EXPLICIT" else None,
        delivery=text.column("DEMAND"),
        pickup=text.column("BACKHAUL"),
        service=times(service),
        windows=windows,
        release=times(text.column("RELEASE_TIME")),
        prize=prize,
        required=[place >= depots and not prize[place] and place not in grouped for place in range(text.size)],
        groups=groups,
    )


def fleet(text, depots, windows, times):
    count = int(text.headers.get("VEHICLES", text.size - depots))
    homes = [int(home) - 1 for home in text.of_vehicles("VEHICLES_DEPOT", count, 1)]
    allowed = [frozenset(clients) for clients in text.lists("VEHICLES_ALLOWED_CLIENTS")]
    reloads = text.lists("VEHICLES_RELOAD_DEPOT")
    return [
        Vehicle(home, capacity, fixed, unit, *windows[home][0], duration, distance, may, places, most)
        for home, capacity, fixed, unit, duration, distance, may, places, most in zip(
            homes,
            text.of_vehicles("CAPACITY", count, NONE),
            times(text.of_vehicles("VEHICLES_FIXED_COST", count, 0)),
            text.of_vehicles("VEHICLES_UNIT_DISTANCE_COST", count, 1),
            times(text.of_vehicles("VEHICLES_MAX_DURATION", count, NONE)),
            times(text.of_vehicles("VEHICLES_MAX_DISTANCE", count, NONE)),
            allowed or [None] * count,
            reloads or [()] * count,
            text.of_vehicles("VEHICLES_MAX_RELOADS", count, NONE),
        )
    ]


def matrix(text):
    """The whole matrix, of one of the layouts that the public files use."""
    values = iter([round(number(word)) for row in text.sections["EDGE_WEIGHT"] for word in row])
    layout, size = text.headers["EDGE_WEIGHT_FORMAT"], text.size
    if layout == "FULL_MATRIX":
        return [[next(values) for _ in range(size)] for _ in range(size)]
    if layout != "LOWER_ROW":
        raise ValueError(f"EDGE_WEIGHT_FORMAT {layout}, expected FULL_MATRIX or LOWER_ROW")
    table = [[0] * size for _ in range(size)]
    for row in range(size):
        for column in range(row):
            table[row][column] = table[column][row] = next(values)
    return table
