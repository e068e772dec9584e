#!/usr/bin/env python3
"""CPU seconds (user + system) and peak memory of a command, and the table of what script/bench measured.

    MEASURED=FILE.json measure.py REPEATS COMMAND…      the smallest of the runs; output into FILE.out
    measure.py --table FOLDER
"""
import json
import os
import pathlib
import sys


def run(command, output):
    pid = os.fork()
    if pid == 0:
        os.dup2(os.open(output, os.O_WRONLY | os.O_CREAT | os.O_TRUNC), 1)
        os.dup2(os.open(os.devnull, os.O_WRONLY), 2)
        os.execvp(command[0], command)
    # Of this command and its children alone: RUSAGE_CHILDREN would keep the largest of all runs.
    _, status, usage = os.wait4(pid, 0)
    if status != 0:
        sys.exit(f"failed: {' '.join(command)}\n{pathlib.Path(output).read_text()}")
    return {"cpu": usage.ru_utime + usage.ru_stime, "mib": usage.ru_maxrss / 1024}


def table(folder):
    found = {path.stem: json.loads(path.read_text()) for path in pathlib.Path(folder).glob("*.json")}
    rows = []
    for title, own, peer, bars in (
        ("ETL, the same job", "etl-mlpipe", "etl-peer", {"cpu": 0.20}),
        ("ETL, peer without checks", "etl-mlpipe", "lean-peer", {}),
        ("whole job", "job-mlpipe", "job-peer", {"cpu": 0.90, "mib": 0.35}),
    ):
        if own in found and peer in found:
            for unit, name in (("cpu", "CPU s"), ("mib", "peak MiB")):
                rows.append((f"{title}, {name}", found[own][unit], found[peer][unit], bars.get(unit)))
    if "serve" in found:
        rows.append(("serving one row, p50 ms", found["serve"]["own"], found["serve"]["peer"], 0.10))
    print(f"{'':36} {'mlpipe':>9} {'Python':>9} {'ratio':>7}   bar")
    missed = False
    for title, own, peer, bar in rows:
        is_met = bar is None or own / peer <= bar
        missed = missed or not is_met
        verdict = "" if bar is None else f"{bar:.2f} {'met' if is_met else 'MISSED'}"
        print(f"{title:36} {own:9.2f} {peer:9.2f} {own / peer:7.3f}   {verdict}")
    sys.exit(1 if missed else 0)


if __name__ == "__main__":
    if sys.argv[1] == "--table":
        table(sys.argv[2])
    target = pathlib.Path(os.environ["MEASURED"])
    runs = [run(sys.argv[2:], target.with_suffix(".out")) for _ in range(int(sys.argv[1]))]
    target.write_text(json.dumps({"cpu": min(r["cpu"] for r in runs), "mib": min(r["mib"] for r in runs)}))
