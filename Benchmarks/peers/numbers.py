"""Numbers of a text."""


def number(text):
    """An int if it is whole, so that sums stay exact."""
    value = float(text)
    return int(value) if value == int(value) else value


def numbers(line):
    return [number(word) for word in line.split()]
