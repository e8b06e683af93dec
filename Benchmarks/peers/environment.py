"""The virtual environment in which the other solvers are, and what there is to say of a machine beside its figures."""

import os
import pathlib
import platform
import subprocess
import sys
import venv

from .stop import Stop

# Whole versions are named because PyVRP's interface changes with the second number, and so that figures can be had again.
PACKAGES = ["numpy", "pyvrp==0.14.1", "ortools==9.15.6755", "pyvroom==1.15.2", "hygese==0.1.0", "matplotlib"]


def usual_folder():
    cache = pathlib.Path(os.environ.get("XDG_CACHE_HOME") or pathlib.Path.home() / ".cache")
    return cache / "lastmile-benchmarks-routing"


def enter(folder):
    """Goes on in a virtual environment that has the packages, which is made if it is not there."""
    python, ready = folder / "bin" / "python", folder / "ready"
    if pathlib.Path(sys.prefix).resolve() == folder.resolve():
        return
    if not ready.is_file() or ready.read_text(encoding="utf-8").split() != PACKAGES:
        print(f"Installing {', '.join(PACKAGES)} into {folder}", file=sys.stderr)
        venv.create(folder, with_pip=True)
        command = [str(python), "-m", "pip", "install", "--quiet", "--disable-pip-version-check", *PACKAGES]
        if subprocess.run(command, check=False).returncode != 0:
            raise Stop(f"pip cannot install {', '.join(PACKAGES)} into {folder}. PyVRP needs Python 3.11.")
        ready.write_text("\n".join(PACKAGES) + "\n", encoding="utf-8")
    os.execv(str(python), [str(python), str(pathlib.Path(sys.argv[0]).resolve()), *sys.argv[1:]])


def machine():
    """Processor and system in a few words."""
    words = [f"{os.cpu_count()} cores"]
    try:
        with open("/proc/cpuinfo", encoding="utf-8") as file:
            words += [line.split(":", 1)[1].strip() for line in file if line.startswith("model name")][:1]
    except OSError:
        pass
    words.append(platform.machine())
    try:
        words.append(platform.freedesktop_os_release()["PRETTY_NAME"])
    except OSError:
        words.append(platform.system())
    return ", ".join(words)
