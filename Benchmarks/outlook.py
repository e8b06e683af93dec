#!/usr/bin/env python3
"""What it is worth to source orders with an outlook on those to come: streams of orders, sourced one after the other.

    swift build -c release --product lastmile
    Benchmarks/outlook.py
    Benchmarks/outlook.py --products 10 30 100 --seeds 3

A stream is a wave of Benchmarks/waves.py cut in two: the first half is the past, for which the stock was bought (1.1 units for each that
was wanted, each at a node drawn at random); the second half comes order by order. Four ways to source it: the nearest node first; each
order at its least cost; the same with what units are worth to draws of past orders in place of those still to come, where orders are
never left without a unit for others' sake, or may be; and all together, which knows the future. "closed" is how much of the way from the
second to the last an outlook goes. Needs Python 3.9.
"""

import argparse
import json
import pathlib
import random
import subprocess
import sys
import tempfile

import waves


def stream(orders, nodes, skus, seed, stocked):
    """The past and the present of a stream, with one stock."""
    whole = waves.wave(2 * orders, nodes, skus, seed)
    past, present = whole["orders"][:orders], whole["orders"][orders:]
    wanted = {}
    for order in past:
        for line in order["lines"]:
            wanted[line["sku"]] = wanted.get(line["sku"], 0) + line["quantity"]
    chance = random.Random(~seed)
    stock = [{"id": f"n{node}", "stock": {}} for node in range(nodes)]
    for sku, units in wanted.items():
        for _ in range(max(1, round(units * stocked))):
            cells = chance.choice(stock)["stock"]
            cells[sku] = cells.get(sku, 0) + 1
    for order in present:
        order["lanes"].sort(key=lambda lane: lane["parcelCost"])
    return {"nodes": stock, "orders": past}, {"nodes": stock, "orders": present}


def source(program, *arguments):
    run = subprocess.run([str(program), "source", "--json", *map(str, arguments)], capture_output=True, text=True, check=False)
    if run.returncode != 0:
        sys.exit(run.stderr)
    return json.loads(run.stdout)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--program", type=pathlib.Path, default=waves.ROOT / ".build" / "release" / "lastmile")
    parser.add_argument("--orders", type=int, default=1500)
    parser.add_argument("--nodes", type=int, default=20)
    parser.add_argument("--products", type=int, nargs="+", default=[10, 30, 100])
    parser.add_argument("--seeds", type=int, default=3)
    parser.add_argument("--stock", type=float, default=1.1)
    parser.add_argument("--every", type=int, default=100, help="orders after which prices are worked out anew (100)")
    parser.add_argument("--seconds", type=float, default=8, help="for all orders together (8)")
    arguments = parser.parse_args()
    print("| products, seed | nearest | least cost | outlook | closed % | outlook that refuses | closed % | together | its bound |")
    print("|---" + "|---:" * 8 + "|")
    for skus in arguments.products:
        for seed in range(1, arguments.seeds + 1):
            with tempfile.TemporaryDirectory() as folder:
                folder = pathlib.Path(folder)
                past, present = stream(arguments.orders, arguments.nodes, skus, seed, arguments.stock)
                (folder / "past.json").write_text(json.dumps(past))
                (folder / "present.json").write_text(json.dumps(present))
                shadows = []
                outlook = {"orders": "past.json", "expected": arguments.orders, "every": arguments.every}
                for name, rules in {
                    "nearest": {"choice": "ranked"}, "outlook": {"choice": "leastCost", "outlook": outlook},
                    "refusing": {"choice": "leastCost", "outlook": {**outlook, "mayRefuse": True}},
                }.items():
                    (folder / f"{name}.json").write_text(json.dumps(rules))
                    shadows += ["--shadow", folder / f"{name}.json"]
                each = source(arguments.program, folder / "present.json", *shadows)
                wave = source(
                    arguments.program, folder / "present.json", "--mode", "batch", "--seconds", arguments.seconds)
            nearest, outlook, refusing = (shadow["cost"] for shadow in each["shadows"])
            gap = each["cost"] - wave["cost"]
            closed = [100 * (each["cost"] - cost) / gap if gap else 0 for cost in (outlook, refusing)]
            print(
                f"| {skus}, {seed} | {nearest:,.0f} | {each['cost']:,.0f} | {outlook:,.0f} | {closed[0]:.1f} | {refusing:,.0f} "
                f"| {closed[1]:.1f} | {wave['cost']:,.0f} | {wave['bound']:,.0f} |", flush=True)


if __name__ == "__main__":
    main()
