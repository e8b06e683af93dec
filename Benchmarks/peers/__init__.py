"""Other solvers of routing problems, called on public instances, and a judge of whatever anybody answers.

What a problem is: `instances`, read by `vrplib` and `plain`, in the `units` of its family; which files are run: `families`.
Who solves it: a module `by_…` for each solver, listed in `registry`; `python -m peers` runs one of them on one file, `searches` does so
and has `judge` tell the cost. What came of it: `results` on disk, `standings` in numbers, `tables` and `curves` to look at.
"""
