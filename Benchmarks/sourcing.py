#!/usr/bin/env python3
"""Replays real orders of a Brazilian marketplace (Olist) on a network of twenty nodes under several rules of sourcing.

    swift build -c release --product lastmile
    Benchmarks/sourcing.py
    Benchmarks/sourcing.py --seeds 3 --stock 0.8

The orders, their products, weights and places are real; the network is not: a node in each of the twenty largest municipalities that are
250 km apart or more, with stock of the products that is drawn by a seed. The first half of the orders is history. All rules replay the
second half, on the same stock. Two of them count what units are worth to orders to come: as in a wave of the history, or in draws of a
forecast. The forecast knows what any buyer of the house knows on the first day: how many of each product were stocked, because so many
are expected, and from the history where orders come from and how many units they want; not one of the orders that come.

The data are not part of the project (Olist: CC BY-NC-SA 4.0). They are looked for in --datasets DIR, in $LASTMILE_DATASETS and in
../shared/datasets beside the repository. Needs Python 3.9.
"""

import argparse
import collections
import csv
import json
import math
import os
import pathlib
import random
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parent.parent


def kilometres(a, b):
    """Great circle between (latitude, longitude) in degrees."""
    p, q = math.radians(a[0]), math.radians(b[0])
    h = math.sin((q - p) / 2) ** 2 + math.cos(p) * math.cos(q) * math.sin(math.radians(b[1] - a[1]) / 2) ** 2
    return 12742 * math.asin(math.sqrt(h))


def folder(given):
    for place in (given, os.environ.get("LASTMILE_DATASETS"), ROOT.parent / "shared" / "datasets"):
        if place and (pathlib.Path(place) / "olist" / "orders.csv").is_file():
            return pathlib.Path(place)
    sys.exit("No olist/orders.csv: give --datasets DIR or set LASTMILE_DATASETS.")


def rows(file):
    with open(file, encoding="utf-8") as text:
        return list(csv.DictReader(text))


def cities(data, count, apart):
    """The largest municipalities, each at least so many kilometres from all larger ones that were taken."""
    table = rows(data / "geo" / "cities500_latam_es.csv")
    names = table[0].keys()
    key = {want: next(name for name in names if name.lower() in any_of) for want, any_of in {
        "name": ("name", "asciiname"), "lat": ("lat", "latitude"), "lng": ("lng", "lon", "longitude"),
        "country": ("country", "country_code", "cc"), "population": ("population", "pop")}.items()}
    taken = []
    for row in sorted((r for r in table if r[key["country"]] == "BR"), key=lambda r: -int(r[key["population"]] or 0)):
        place = (float(row[key["lat"]]), float(row[key["lng"]]))
        if all(kilometres(place, other) >= apart for _, other, _ in taken):
            taken.append((row[key["name"]], place, int(row[key["population"]])))
        if len(taken) == count:
            return taken
    return taken


def problem(orders, items, weights, nodes, stock):
    """Orders and nodes as `lastmile source` reads them; costs in cents."""
    written = []
    for order in orders:
        door = (float(order["cust_lat"]), float(order["cust_lng"]))
        lines = collections.Counter(item["product_id"] for item in items[order["order_id"]])
        price = {item["product_id"]: float(item["price"]) for item in items[order["order_id"]]}
        grams = sum(weights.get(sku, 500) * count for sku, count in lines.items())
        lanes = []
        for name, place, _ in sorted(nodes, key=lambda node: kilometres(node[1], door)):
            far = kilometres(place, door)
            # A tariff like that of the mail: a base by distance, and more for each kilogram of what a unit weighs here.
            lanes.append({"node": name, "parcelCost": round(900 + 1.1 * far), "unitCost": round(150 + grams / sum(lines.values()) * (0.15 + far / 8000))})
        written.append({"id": order["order_id"], "lanes": lanes, "lines": [
            # What is lost with a sale: a third of the price.
            {"sku": sku, "quantity": count, "unfilledCost": round(100 * price[sku] / 3 + 1500)} for sku, count in lines.items()]})
    return {"nodes": [{"id": name, "stock": stock[name]} for name, _, _ in nodes], "orders": written}


def forecast(count, history, items, prices, stock, chance):
    """Orders as they may come: doors and quantities of past orders, products by how many were stocked."""
    totals = collections.Counter()
    for units in stock.values():
        totals.update({sku: count for sku, count in units.items() if sku in prices})
    skus = sorted(totals)
    orders, wanted = [], {}
    for number, sku in enumerate(chance.choices(skus, [totals[sku] for sku in skus], k=count)):
        past = chance.choice(history)
        units = collections.Counter(item["product_id"] for item in items[past["order_id"]]).most_common(1)[0][1]
        orders.append({**past, "order_id": f"expected {number}"})
        wanted[f"expected {number}"] = [{"product_id": sku, "price": prices[sku]}] * min(units, totals[sku])
    return orders, wanted


def lastmile(program, folder, data, *arguments):
    file = folder / "orders.json"
    file.write_text(json.dumps(data))
    run = subprocess.run([str(program), "source", str(file), "--json", *arguments], capture_output=True, text=True, check=False)
    if run.returncode != 0:
        sys.exit(run.stderr)
    return json.loads(run.stdout)


def driven(answer, places, doors):
    """Kilometres of all parcels as the crow flies."""
    return sum(kilometres(places[parcel["node"]], doors[order["id"]]) for order in answer["orders"] for parcel in order["parcels"])


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--datasets", metavar="DIR")
    parser.add_argument("--program", type=pathlib.Path, default=ROOT / ".build" / "release" / "lastmile")
    parser.add_argument("--seeds", type=int, default=1, help="networks with other stock (1)")
    parser.add_argument("--stock", type=float, default=1.0, help="units in stock for each unit that will be wanted (1.0)")
    parser.add_argument("--orders", type=int, default=8000, help="orders at most, history among them (8000)")
    parser.add_argument("--seconds", type=float, default=12, help="for each wave (12)")
    parser.add_argument("--samples", type=int, default=4, help="draws of the forecast each time (4)")
    parser.add_argument("--every", type=int, default=200, help="orders after which the forecast is drawn anew (200)")
    arguments = parser.parse_args()
    data = folder(arguments.datasets)
    orders = sorted(rows(data / "olist" / "orders.csv"), key=lambda row: row["purchase_ts"])
    items = collections.defaultdict(list)
    for item in rows(data / "olist" / "items.csv"):
        items[item["order_id"]].append(item)
    weights = {row["product_id"]: float(row["product_weight_g"] or 500) for row in rows(data / "olist" / "products.csv")}
    orders = [order for order in orders if items[order["order_id"]] and order["cust_lat"]][-arguments.orders:]
    history, present = orders[: len(orders) // 2], orders[len(orders) // 2 :]
    nodes = cities(data, 20, 250)
    places = {name: place for name, place, _ in nodes}
    doors = {order["order_id"]: (float(order["cust_lat"]), float(order["cust_lng"])) for order in orders}
    titles = ("rule", "cost in cents", "split orders", "parcels", "units left out", "km of parcels")
    print(f"{len(present)} orders replayed, {len(history)} before them, {len(nodes)} nodes, {arguments.stock} units in stock for each wanted")
    for seed in range(1, arguments.seeds + 1):
        chance = random.Random(seed)
        stock = {name: {} for name, _, _ in nodes}
        for wanted in (history, present):
            counts = collections.Counter(item["product_id"] for order in wanted for item in items[order["order_id"]])
            for sku, count in counts.items():
                for _ in range(max(1, round(count * arguments.stock))):
                    name = chance.choices([n for n, _, _ in nodes], [p for _, _, p in nodes])[0]
                    if wanted is present or sku not in stock[name]:
                        stock[name][sku] = stock[name].get(sku, 0) + 1
        with tempfile.TemporaryDirectory() as temporary:
            temporary = pathlib.Path(temporary)
            past = lastmile(arguments.program, temporary, problem(history, items, weights, nodes, stock), "--mode", "batch", "--seconds", str(arguments.seconds))
            prices = {item["product_id"]: item["price"] for order in present for item in items[order["order_id"]]}
            expected, wanted = forecast(len(present), history, items, prices, stock, chance)
            (temporary / "expected.json").write_text(json.dumps(problem(expected, wanted, weights, nodes, stock)))
            outlook = {
                "orders": "expected.json", "expected": len(present), "samples": arguments.samples, "every": arguments.every}
            files = {}
            for name, rules in {
                "nearest first": {"choice": "ranked"}, "fewest splits": {"choice": "fewestParcels"},
                "with opportunity costs of the history": {"choice": "leastCost", "stockPrices": past["stockPrices"]},
                "with opportunity costs of a forecast": {"choice": "leastCost", "outlook": outlook},
                "the same, and may refuse": {"choice": "leastCost", "outlook": {**outlook, "mayRefuse": True}},
            }.items():
                files[name] = temporary / f"{name}.json"
                files[name].write_text(json.dumps(rules))
            now = problem(present, items, weights, nodes, stock)
            table = []
            each = lastmile(arguments.program, temporary, now, *(word for file in files.values() for word in ("--shadow", str(file))))
            wave = lastmile(arguments.program, temporary, now, "--mode", "batch", "--seconds", str(arguments.seconds))
            answers = [*zip(files, each["shadows"]), ("order by order, exact", each), (f"wave, gap {100 * wave['gap']:.2f} %", wave)]
            for name, answer in answers:
                parcels = [len(order["parcels"]) for order in answer["orders"]]
                left_out = sum(line["quantity"] for order in answer["orders"] for line in order["unfilled"])
                table.append((name, answer["cost"], sum(count > 1 for count in parcels), sum(parcels), left_out, driven(answer, places, doors)))
        print(f"\nseed {seed}\n| " + " | ".join(titles) + " |\n|---" + "|---:" * (len(titles) - 1) + "|")
        for row in sorted(table, key=lambda row: -row[1]):
            print("| " + " | ".join(cell if isinstance(cell, str) else f"{cell:,.0f}" if cell > 100 else f"{cell:g}" for cell in row) + " |")


if __name__ == "__main__":
    main()
