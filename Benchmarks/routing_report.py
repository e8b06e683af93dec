#!/usr/bin/env python3
"""Makes tables and plots of what Benchmarks/routing.py found, and writes them into docs/benchmarks.md between two marks.

    Benchmarks/routing_report.py
    Benchmarks/routing_report.py --results FILE --document FILE

The plots go into the folder `images` beside the document. Needs Python 3.11.
"""

import argparse
import pathlib
import sys

from peers import environment
from peers.curves import draw
from peers.families import ROOT
from peers.results import Results
from peers.standings import Standings
from peers.stop import Stop
from peers.tables import section

BEGIN, END = "<!-- bench-routing: begin -->", "<!-- bench-routing: end -->"


def write(document, text):
    """Puts the text between the marks. What is around them stays."""
    whole = document.read_text(encoding="utf-8")
    if whole.count(BEGIN) != 1 or whole.count(END) != 1 or whole.index(BEGIN) > whole.index(END):
        raise Stop(f"{document} does not have {BEGIN} and {END} once each, in that order.")
    before, rest = whole.split(BEGIN)
    document.write_text(f"{before}{BEGIN}\n\n{text.strip()}\n\n{END}{rest.split(END)[1]}", encoding="utf-8")


def main():
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter, allow_abbrev=False
    )
    parser.add_argument("--results", type=pathlib.Path, default=ROOT / "out" / "bench-routing" / "results.jsonl")
    parser.add_argument("--document", type=pathlib.Path, default=ROOT / "docs" / "benchmarks.md")
    parser.add_argument("--venv", type=pathlib.Path, default=environment.usual_folder(), help="where matplotlib is")
    arguments = parser.parse_args()
    results = Results.read(arguments.results)
    if not results.rows:
        raise Stop(f"{arguments.results} has no results yet.")
    environment.enter(arguments.venv)
    standings = Standings(results)
    images = arguments.document.parent / "images"
    images.mkdir(parents=True, exist_ok=True)
    made = [(title, f"images/{file}") for title, file in draw(standings, images)]
    write(arguments.document, section(standings, results.run, made))
    print(f"Written: {arguments.document} and {', '.join(path for _, path in made)}", file=sys.stderr)


if __name__ == "__main__":
    try:
        main()
    except Stop as reason:
        sys.exit(str(reason))
