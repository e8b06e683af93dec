"""Plots of how the mean gap of each family falls over time."""

from __future__ import annotations

import bisect
import statistics

from .standings import title, valid

GROUPS = [
    ("routing-windows", "Customers with windows", ["solomon", "gh200", "gh400", "gh600", "gh800", "gh1000"]),
    ("routing-capacities", "Capacities alone", ["x300", "x500", "x1000", "loggi", "ortec"]),
    ("routing-rules", "More rules", ["hfvrp", "mdvrptw", "sdvrptw", "vrpb", "mtvrptwr", "pcvrptw", "gvrp", "pdptw", "mtw"]),
]

# Colours of Okabe and Ito, some darker so that labels in them can be read; dashes and marks tell them apart without colours.
STYLES = {
    "pyvrp": {"color": "#C04F00", "linestyle": "-", "marker": "s"},
    "hgs": {"color": "#00785A", "marker": "^"},
    "vroom": {"color": "#A33A7C", "marker": "D"},
    "ortools": {"color": "#555555", "linestyle": (0, (1, 1.5)), "marker": "v"},
}
OWN = [
    {"color": "#0072B2", "linestyle": "-", "linewidth": 2.6, "marker": "o", "zorder": 5},
    {"color": "#0072B2", "linestyle": (0, (4, 1.5)), "linewidth": 1.8, "marker": "o", "zorder": 4},
]
# Seconds before which nothing is shown, and per cent above which: what the first plans are like matters to nobody.
EARLIEST = 0.02
HIGHEST = 100
# Below this gap, in per cent, the axis is linear.
LINEAR = 0.1
# Inches: of a panel, beside and between panels, and for the heading.
WIDTH, HEIGHT, LEFT, RIGHT, GAP, HEAD = 3.1, 2.1, 0.6, 1.9, 0.75, 0.45


def style(standings, solver):
    if solver in standings.own:
        return OWN[min(standings.own.index(solver), len(OWN) - 1)]
    return STYLES[solver]


def steps(standings, family, row):
    """Times and gaps of one search, its end as judged."""
    reference = standings.reference(family, row["instance"])
    limit = standings.settings["seconds"]
    points = [(now, 100 * (cost / reference - 1)) for now, cost in row["trace"] if now <= limit]
    return [*points, (min(row["took"], limit), standings.gap(family, row))]


def at(points, now):
    """The gap at a time; `None` before the first plan."""
    place = bisect.bisect_right(points, now, key=lambda point: point[0])
    return points[place - 1][1] if place else None


def curve(standings, family, solver):
    """Times and mean gaps over all valid searches of a family, from when each has a plan; empty if there is none."""
    rows = [row for name in standings.instances(family) for row in standings.of(family, name, solver) if valid(row)]
    if not rows:
        return [], []
    searches = [steps(standings, family, row) for row in rows]
    # Without a trace there is only the end, which comes at different times.
    if not any(row["trace"] for row in rows):
        ends = [points[-1] for points in searches]
        return [statistics.fmean(now for now, _ in ends)], [statistics.fmean(gap for _, gap in ends)]
    limit = standings.settings["seconds"]
    times = sorted({max(EARLIEST, now) for points in searches for now, _ in points} | {limit})
    means = [(now, [at(points, now) for points in searches]) for now in times]
    known = [(now, statistics.fmean(gaps)) for now, gaps in means if None not in gaps]
    return [now for now, _ in known], [gap for _, gap in known]


def spread(places, least):
    """Moves labels apart, each at least so far above the one below, the lowest first."""
    order = sorted(range(len(places)), key=places.__getitem__)
    moved, lowest, highest = list(places), 0.0, 1.0
    for index in order:
        moved[index] = max(moved[index], lowest)
        lowest = moved[index] + least
    # What grew out of the panel comes down again, pushing what is below.
    for index in reversed(order):
        moved[index] = min(moved[index], highest)
        highest = moved[index] - least
    return moved


def panel(axis, standings, family):
    """One family: a curve for each solver, its name at the end of it."""
    limit = standings.settings["seconds"]
    drawn = []
    for solver in standings.solvers:
        times, gaps = curve(standings, family, solver)
        if not times:
            continue
        look = style(standings, solver)
        if len(times) > 1:
            lines = {key: value for key, value in look.items() if key != "marker"}
            axis.plot(times, gaps, drawstyle="steps-post", **{"linewidth": 1.8, **lines})
        mark = {"linestyle": "", "marker": look["marker"], "color": look["color"], "markersize": 5, "zorder": 6}
        axis.plot(times[-1], gaps[-1], clip_on=gaps[-1] > HIGHEST, **mark)
        drawn.append((solver, times[-1], gaps[-1], look["color"]))
    names = standings.instances(family)
    known = all(row["best"] for row in standings.rows if row["family"] == family.key)
    note = "" if known else ", gap to the best of this run"
    axis.set_title(f"{family.title} ({len(names)} instance{'s' if len(names) > 1 else ''}{note})", fontsize=10, loc="left")
    axis.set_xscale("log")
    axis.set_xlim(EARLIEST, limit)
    scale(axis, [gap for _, _, gap, _ in drawn])
    seconds = [tick for tick in (0.1, 1, 10, 100, 1000) if EARLIEST <= tick <= limit]
    axis.set_xticks(seconds, [f"{tick:g} s" for tick in seconds])
    axis.minorticks_off()
    axis.grid(color="#DDDDDD", linewidth=0.6)
    for side in ("top", "right"):
        axis.spines[side].set_visible(False)
    write_labels(axis, drawn)


def scale(axis, ends):
    """The axis of gaps, from a little below the least end; with 0 on it where that is near."""
    drawn = [gap for line in axis.lines for gap in line.get_ydata()]
    highest = min(HIGHEST, 1.3 * max([*drawn, 1]))
    least = min(ends, default=0)
    if least > 5 * LINEAR:
        axis.set_yscale("log")
        axis.set_ylim(least / 2, max(highest, 4 * least))
    else:
        axis.set_yscale("symlog", linthresh=LINEAR, linscale=0.5)
        axis.set_ylim(min(-0.02, 1.3 * least), highest)
    lowest, highest = axis.get_ylim()
    shown = [tick for tick in (0, 0.1, 0.3, 1, 3, 10, 30, 100) if lowest <= tick <= highest]
    axis.set_yticks(shown, [f"{tick:g} %" for tick in shown])


def write_labels(axis, drawn):
    """Names to the right of the panel, joined to where their curves end."""
    to_panel = axis.transData + axis.transAxes.inverted()
    ends = [to_panel.transform((now, min(gap, axis.get_ylim()[1]))) for _, now, gap, _ in drawn]
    places = spread([end[1] for end in ends], 0.1)
    for (solver, _, gap, color), end, place in zip(drawn, ends, places):
        axis.annotate(
            f"{gap:.2f} {title(solver)}".replace("-0.00", "0.00"),
            xy=tuple(end),
            xytext=(1.04, place),
            xycoords="axes fraction",
            textcoords="axes fraction",
            fontsize=9,
            color=color,
            va="center",
            arrowprops={"arrowstyle": "-", "color": color, "linewidth": 0.6, "alpha": 0.6, "shrinkA": 1, "shrinkB": 3, "relpos": (0, 0.5)},
            annotation_clip=False,
        )


def draw(standings, folder):
    """Writes an SVG for each group of families that was run. Returns their titles and file names."""
    import matplotlib

    matplotlib.use("Agg")
    # The same results make the same bytes.
    matplotlib.rcParams["svg.hashsalt"] = "lastmile"
    from matplotlib import pyplot

    made = []
    for name, heading, keys in GROUPS:
        families = [family for family in standings.families if family.key in keys]
        if not families:
            continue
        columns = min(2, len(families))
        lines = (len(families) + columns - 1) // columns
        wide, high = columns * (LEFT + WIDTH + RIGHT), lines * (HEIGHT + GAP) + HEAD
        # All is placed in inches: a figure of one line of panels has the same room for labels as one of five.
        figure, axes = pyplot.subplots(lines, columns, figsize=(wide, high), squeeze=False)
        figure.subplots_adjust(
            left=LEFT / wide,
            right=1 - RIGHT / wide,
            bottom=0.35 / high,
            top=1 - (HEAD + GAP - 0.35) / high,
            wspace=(LEFT + RIGHT) / WIDTH,
            hspace=GAP / HEIGHT,
        )
        figure.text(LEFT / wide, 1 - 0.3 / high, f"{heading}: mean gap over time", fontsize=12)
        cells = [axis for row in axes for axis in row]
        for axis, family in zip(cells, families):
            panel(axis, standings, family)
        for axis in cells[len(families) :]:
            axis.set_visible(False)
        file = f"{name}.svg"
        figure.savefig(folder / file, facecolor="white", metadata={"Date": None})
        pyplot.close(figure)
        made.append((heading, file))
    return made
