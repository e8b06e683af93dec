"""Results as lines of JSON: what the run is in the first, then a line for each search as soon as it is over."""

import json

from .stop import Stop


class Results:
    """A file that grows. A run that was interrupted finds there what it need not do again."""

    def __init__(self, file):
        self.file = file
        self.run, self.rows = None, []

    @classmethod
    def read(cls, file):
        """Throws `Stop` if there is no such file, or it is none of a run."""
        results = cls(file)
        try:
            lines = file.read_text(encoding="utf-8").splitlines()
        except OSError as reason:
            raise Stop(f"No results: {reason}") from None
        for number, line in enumerate(lines, 1):
            try:
                results.rows.append(json.loads(line))
            except ValueError:
                # The power may fail in the midst of a line, but only of the last.
                if number < len(lines):
                    raise Stop(f"{file}: line {number} is no JSON") from None
        if not results.rows or "settings" not in results.rows[0]:
            raise Stop(f"{file}: the first line does not say what was run")
        results.run = results.rows.pop(0)
        return results

    def begin(self, run):
        self.file.parent.mkdir(parents=True, exist_ok=True)
        self.run = run
        self.rewrite()

    def rewrite(self):
        """The whole file anew, without a last line that was cut off."""
        with open(self.file, "w", encoding="utf-8") as file:
            file.writelines(json.dumps(line) + "\n" for line in [self.run, *self.rows])

    def append(self, row):
        self.rows.append(row)
        with open(self.file, "a", encoding="utf-8") as file:
            file.write(json.dumps(row) + "\n")

    def done(self):
        return {key(row) for row in self.rows}


def key(row):
    """What tells one search of a run from all others."""
    return row["family"], row["instance"], row["seed"], row["solver"]
