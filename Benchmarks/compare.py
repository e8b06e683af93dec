#!/usr/bin/env python3
"""Runs `lastmile route` on public routing instances and prints how far it is from the best known, as a Markdown table.

The instances are not part of the project. They are looked for in --datasets DIR, in $LASTMILE_DATASETS and in
../shared/datasets beside the repository: a folder with a `bks.json` of `{family: {instance: {"bks": cost}}}`, where the
file of an instance is `family/instance.vrp` or `family/instance.txt`.

A cost counts only if `lastmile check` finds the routes feasible and arrives at the same cost. Needs Python 3.9, and nothing else.

    swift build -c release --product lastmile
    Benchmarks/compare.py --seeds 3
    Benchmarks/compare.py --seconds 60 x/X-n110-k13 solomon/R101:5
"""

import argparse
import json
import os
import pathlib
import platform
import statistics
import subprocess
import sys
import tempfile
from dataclasses import dataclass

ROOT = pathlib.Path(__file__).resolve().parent.parent

# What is run if no instance is named: street distances, customers with windows narrow and wide, three sizes without windows,
# and two of 200 and 400 customers with windows. A number after a colon is seconds of its own.
USUAL = [
    "loggi/Loggi-n401-k23:30",
    "solomon/R101",
    "solomon/R211",
    "solomon/RC101",
    "solomon/RC208",
    "x/X-n110-k13",
    "x/X-n536-k96",
    "x/X-n979-k58",
    "gh/RC2_2_6",
    "gh/R1_4_2",
]


class Stop(Exception):
    """Something the user can mend, said in one message."""


@dataclass
class Instance:
    """One file and the best cost known for it."""

    name: str
    file: pathlib.Path
    best: float
    optimal: bool
    seconds: float


@dataclass
class Run:
    """What one search came to."""

    seed: int
    cost: float
    vehicles: int
    iterations: int
    seconds: float


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
            "CVRPLIB (X, Loggi) and SINTEF (Solomon, Gehring & Homberger)."
        )
    return folder


def instances(folder, names, seconds):
    """The instances of these names, all faults told at once."""
    with open(folder / "bks.json", encoding="utf-8") as file:
        known = json.load(file)
    found, missing = [], []
    for name in names:
        path, _, own = name.partition(":")
        family, _, stem = path.partition("/")
        files = [folder / family / f"{stem}{suffix}" for suffix in (".vrp", ".txt")]
        file = next((file for file in files if file.is_file()), None)
        best = known.get(family, {}).get(stem)
        try:
            limit = float(own) if own else seconds
        except ValueError:
            missing.append(f"{name}: {own!r} is no number of seconds")
            continue
        if file is None:
            missing.append(f"{name}: neither {family}/{stem}.vrp nor .txt is there")
        elif best is None:
            missing.append(f"{name}: bks.json has no best known cost")
        else:
            found.append(Instance(stem, file, best["bks"], best.get("optimal", False), limit))
    if missing:
        raise Stop(f"Not all instances are in {folder}:\n  " + "\n  ".join(missing))
    return found


def ask(command):
    """The JSON that a command prints. A command that fails ends the comparison: its figures would mislead."""
    done = subprocess.run([str(part) for part in command], capture_output=True, text=True, check=False)
    if done.returncode != 0:
        raise Stop(f"{' '.join(map(str, command))}\nended with status {done.returncode}:\n{done.stderr.strip()}")
    return json.loads(done.stdout)


def search(program, instance, seed, threads):
    """One search, judged by the checker."""
    answer = ask(
        [program, "route", instance.file, "--json", "--seconds", instance.seconds, "--threads", threads, "--seed", seed]
    )
    with tempfile.NamedTemporaryFile("w", suffix=".json", encoding="utf-8") as file:
        json.dump(answer, file)
        file.flush()
        verdict = ask([program, "check", instance.file, file.name, "--json"])
    if not verdict["feasible"] or verdict["cost"] != answer["cost"]:
        raise Stop(
            f"{instance.name}, seed {seed}: route says cost {answer['cost']}, "
            f"check says cost {verdict['cost']}, violations {verdict['violations']}"
        )
    return Run(seed, answer["cost"], answer["vehicles"], answer["iterations"], answer["seconds"])


def percent(cost, best):
    return 100 * (cost - best) / best


def number(value):
    """As the files of the family write it: with a decimal only if it has one."""
    return f"{value:.0f}" if value == int(value) else f"{value:.1f}"


def row(instance, runs):
    costs = [run.cost for run in runs]
    mean = statistics.fmean(costs)
    pace = statistics.fmean(run.iterations / run.seconds / 1000 for run in runs)
    return [
        instance.name,
        number(instance.best) + ("" if instance.optimal else "*"),
        number(round(mean, 1)),
        f"{percent(mean, instance.best):.2f}",
        number(min(costs)),
        f"{percent(min(costs), instance.best):.2f}",
        str(len(runs)),
        number(instance.seconds),
        f"{pace:.0f}",
    ]


def line(cells):
    return "| " + " | ".join(cells) + " |"


def main():
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter, allow_abbrev=False
    )
    parser.add_argument("instances", nargs="*", default=USUAL, metavar="FAMILY/NAME[:SECONDS]")
    parser.add_argument("--datasets", metavar="DIR", help="where the instances are")
    parser.add_argument("--program", type=pathlib.Path, default=ROOT / ".build" / "release" / "lastmile")
    parser.add_argument("--seconds", type=float, default=10, help="for each search (10)")
    parser.add_argument("--seeds", type=int, default=3, help="how many searches for each instance, seeds from 1 (3)")
    parser.add_argument("--threads", type=int, default=2, help="for each search (2)")
    arguments = parser.parse_args()
    if arguments.seeds < 1:
        parser.error("--seeds: at least one")
    if not arguments.program.is_file():
        raise Stop(f"{arguments.program} is not there. Build it: swift build -c release --product lastmile")

    chosen = instances(datasets_folder(arguments.datasets), arguments.instances, arguments.seconds)
    print(line(["instance", "best known", "mean cost", "mean gap %", "best cost", "best gap %", "seeds", "s", "1000 it/s"]))
    print(line(["---"] + ["---:"] * 8))
    gaps = []
    for instance in chosen:
        runs = []
        for seed in range(1, arguments.seeds + 1):
            runs.append(search(arguments.program, instance, seed, arguments.threads))
            print(f"{instance.name}, seed {seed}: {runs[-1].cost}", file=sys.stderr)
        gaps += [percent(run.cost, instance.best) for run in runs]
        print(line(row(instance, runs)), flush=True)
    print(f"\n* not proved optimal. {arguments.threads} threads, {os.cpu_count()} cores, {platform.machine()}.")
    print(f"Mean gap over {len(gaps)} searches: {statistics.fmean(gaps):.2f} %.")


if __name__ == "__main__":
    try:
        main()
    except Stop as reason:
        sys.exit(str(reason))
