"""Measures the release binary in CPU seconds: python3 script/bench.py MLGUARD FOLDER

Start-up on an empty folder, the scan of a folder with one thread and with all, its peak memory against the bytes that are
read, and ratios: to the bare libyaml event loop over the same bytes (mlguard-bench yaml, beside the binary) and to checkov,
where that is on the path.
"""
import os, re, shutil, statistics, subprocess, sys, tempfile, time

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

bench = os.path.join(os.path.dirname(mlguard), "mlguard-bench")
if sizes and os.path.exists(bench):
    with tempfile.NamedTemporaryFile("w", suffix=".list") as names:
        names.write("\n".join(sizes))
        names.flush()
        said = subprocess.run([bench, "yaml", "@" + names.name], capture_output=True, text=True).stdout
    loop = float(re.search(r"event loop: ([0-9.]+) s", said).group(1))
    for line in said.splitlines()[1:]:
        print("  " + line)
    print(f"whole scan: {cpu1 / loop:.2f} x the bare libyaml loop in CPU, {wallN / loop:.2f} x its time in wall time on all cores")

if shutil.which("checkov"):
    command = ["checkov", "--directory", folder, "--quiet", "--compact", "--output", "json", "--skip-download"]
    cpu, wall, peak = measure(command, 1)
    print(f"checkov: {cpu:.1f} s CPU, {wall:.1f} s wall, peak {peak / 1000:.0f} MB: {cpu / cpu1:.0f} x our CPU")
else:
    print("checkov: skipped, it is not installed (pip install checkov)")
