"""How a script of these benchmarks ends when it cannot go on."""


class Stop(Exception):
    """Something the user can mend, said in one message."""
