"""Measures the evaluation of Terraform in CPU seconds: python3 script/bench_terraform.py MLGUARD REPOSITORY…

Each repository by a whole process of its own: `mlguard inspect --root REPOSITORY --stats` (every root under every set of inputs),
tfparse (the evaluator of trivy as a Python package; TFPARSE_PYTHON names a Python that has it) and checkov where it is on the
path. Prints the share of resource attributes that are resolved in the roots below examples/, the slowest root and the peak memory.
tfparse evaluates the same roots, all in one process; checkov, which evaluates and judges, gets the repository.
"""
import json, os, shutil, statistics, subprocess, sys, tempfile

mlguard, repositories = sys.argv[1], sys.argv[2:]
python = os.environ.get("TFPARSE_PYTHON", sys.executable)
LIMIT_SECONDS, LIMIT_MEGABYTES = 2.0, 300.0


def measure(arguments, runs, output=subprocess.DEVNULL):
    """Median CPU seconds and peak megabytes of several runs."""
    cpu, peak = [], 0
    for _ in range(runs):
        process = subprocess.Popen(arguments, stdout=output, stderr=subprocess.DEVNULL)
        _, _, usage = os.wait4(process.pid, 0)
        cpu.append(usage.ru_utime + usage.ru_stime)
        peak = max(peak, usage.ru_maxrss / 1000)
    return statistics.median(cpu), peak


def has_tfparse():
    return subprocess.run([python, "-c", "import tfparse"], capture_output=True).returncode == 0


def shares(repository):
    """Attributes and known attributes below examples/, and how many roots there are in all."""
    said = subprocess.run([mlguard, "inspect", "--root", repository, "--stats"], capture_output=True, text=True).stdout
    roots = [json.loads(line) for line in said.splitlines()]
    examples = [root for root in roots if root["root"].startswith("examples/")]
    return sum(r["attributes"] for r in examples), sum(r["known"] for r in examples), roots


total, total_known, sums, failures = 0, 0, {"mlguard": 0.0, "tfparse": 0.0, "checkov": 0.0}, 0
tools = ["tfparse"] * has_tfparse() + ["checkov"] * bool(shutil.which("checkov"))
for repository in repositories:
    name = os.path.basename(os.path.normpath(repository))
    attributes, known, roots = shares(repository)
    total, total_known = total + attributes, total_known + known
    cpu, peak = measure([mlguard, "inspect", "--root", repository, "--stats"], 5)
    slowest = 0.0
    for root in {r["root"] for r in roots}:
        slowest = max(slowest, measure([mlguard, "inspect", "--root", repository, "--module", root or ".", "--stats"], 1)[0])
    sums["mlguard"] += cpu
    line = f"{name}: {len(roots)} evaluations, {known} of {attributes} attributes of examples known ({100 * known / max(1, attributes):.1f} %), {cpu:.3f} s CPU, slowest root {slowest:.3f} s with reading, peak {peak:.0f} MB"
    failures += slowest > LIMIT_SECONDS or peak > LIMIT_MEGABYTES
    if "tfparse" in tools:
        folders = sorted({os.path.join(repository, root["root"]) for root in roots})
        code = "import sys, tfparse\nfor folder in sys.argv[1:]:\n try: tfparse.load_from_path(folder)\n except Exception: pass"
        other, _ = measure([python, "-c", code, *folders], 1)
        sums["tfparse"] += other
        line += f"; tfparse {other:.2f} s ({other / cpu:.0f} x)"
    if "checkov" in tools:
        other, _ = measure(["checkov", "--directory", repository, "--framework", "terraform", "--quiet", "--compact", "--output", "json", "--skip-download"], 1)
        sums["checkov"] += other
        line += f"; checkov {other:.1f} s ({other / cpu:.0f} x)"
    print(line, flush=True)
print(f"together: {total_known} of {total} known ({100 * total_known / max(1, total):.1f} %), mlguard {sums['mlguard']:.3f} s CPU", end="")
for tool, bar in (("tfparse", 20), ("checkov", 200)):
    if tool in tools:
        ratio = sums[tool] / sums["mlguard"]
        print(f", {tool} {sums[tool]:.1f} s: {ratio:.0f} x (bar {bar})", end="")
    else:
        print(f", {tool}: skipped, it is not installed", end="")
print()
sys.exit(1 if failures else 0)
