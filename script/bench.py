"""Measures the release binary in CPU seconds: python3 script/bench.py MLGUARD FOLDER

Start-up on an empty folder, the scan of a folder with one thread and with all, its peak memory against the bytes that are
read. The bare libyaml event loop over the same bytes is measured by mlguard-bench yaml.
"""
import json, os, resource, statistics, subprocess, sys, tempfile, time

mlguard, folder = sys.argv[1], sys.argv[2]


def measure(arguments, runs):
    """Median CPU seconds, median wall seconds, peak kilobytes of several runs."""
    cpu, wall, peak = [], [], 0
    for _ in range(runs):
        start = time.perf_counter()
        process = subprocess.Popen(arguments, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        _, status, usage = os.wait4(process.pid, 0)
        wall.append(time.perf_counter() - start)
        cpu.append(usage.ru_utime + usage.ru_stime)
        peak = max(peak, usage.ru_maxrss)
    return statistics.median(cpu), statistics.median(wall), peak


with tempfile.TemporaryDirectory() as empty:
    cpu, wall, peak = measure([mlguard, "scan", empty], 31)
    print(f"empty folder: {cpu * 1000:.1f} ms CPU, {wall * 1000:.1f} ms wall, peak {peak / 1000:.1f} MB")

sizes = {}
for root, folders, files in os.walk(folder):
    folders[:] = [name for name in folders if name != ".git"]
    for name in files:
        if name.endswith((".yaml", ".yml", ".json")):
            path = os.path.join(root, name)
            if not os.path.islink(path):
                sizes[path] = os.path.getsize(path)
total = sum(sizes.values())
cpu1, wall1, peak1 = measure([mlguard, "scan", "--threads", "1", folder], 5)
cpuN, wallN, peakN = measure([mlguard, "scan", folder], 5)
print(f"{folder}: {len(sizes)} YAML and JSON files, {total / 1e6:.1f} MB")
print(f"one thread: {cpu1:.3f} s CPU, {wall1:.3f} s wall, {total / 1e6 / cpu1:.0f} MB/s, peak {peak1 / 1000:.1f} MB")
print(f"all cores:  {cpuN:.3f} s CPU, {wallN:.3f} s wall, peak {peakN / 1000:.1f} MB (bound {30 + 4 * total / 1e6:.0f} MB)")
