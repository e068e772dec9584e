"""The checks of script/docs-test. Prints each fault as file:line, and ends with a count."""

import os
import re
import shlex
import shutil
import subprocess
import sys
import tempfile
from functools import lru_cache
from pathlib import Path

import botocore.session

PAGES = [Path("docs/setup.md"), *sorted(Path("docs/runbooks").glob("*.md"))]
shellcheck = sys.argv[1]
faults = []
counts = {"blocks": 0, "commands": 0, "links": 0, "nodes": 0}

# Commands whose flags cannot be asked for here: what is used of them is listed, so that a slip is seen all the same.
LISTED = {
    "helm repo add": [],
    "helm upgrade": ["--create-namespace", "--install", "--namespace", "--values", "--version", "--wait"],
    "gh api": ["--field", "--method", "--silent"],
    "gh variable set": ["--body", "--env", "--repo"],
    "gh workflow run": ["--field", "--ref", "--repo"],
    "gh run list": ["--limit", "--workflow"],
    "gh run watch": [],
    "aws eks update-kubeconfig": ["--alias", "--name", "--role-arn"],
    "aws s3 sync": ["--source-region", "--region"],
    "jq": ["--arg", "--null-input", "--raw-output", "--rawfile"],
}
AWS_GLOBAL = ["--output", "--query", "--region"]


def fault(page, line, message):
    faults.append(f"{page}:{line}: {message}")


def blocks(page):
    """(first line, text) of each sh block."""
    start, lines = None, []
    for number, line in enumerate(page.read_text().splitlines(), 1):
        if start is None and line == "```sh":
            start, lines = number + 1, []
        elif start is not None and line == "```":
            yield start, "\n".join(lines) + "\n"
            start = None
        elif start is not None:
            lines.append(line)
    if start is not None:
        fault(page, start, "the block has no end")


def check_shell(page, first, text):
    counts["blocks"] += 1
    with tempfile.NamedTemporaryFile("w", suffix=".sh") as script:
        # Blocks of one page are one shell session: what another block exports is no fault here.
        script.write("#!/usr/bin/env bash\n" + text)
        script.flush()
        found = subprocess.run(
            [shellcheck, "--format=gcc", "--exclude=SC2154,SC2103,SC2164", script.name], capture_output=True, text=True
        )
    for line in found.stdout.splitlines():
        number, _, message = line.split(":", 1)[1].split(":", 2)
        fault(page, first + int(number) - 2, message.strip())


def commands(text):
    """Words of each simple command, with its line within the block; here-documents are left out."""
    text = re.sub(r"<<'(\w+)'\n.*?\n\1\n", lambda match: "\n" * match.group(0).count("\n"), text, flags=re.S)
    joined, number, start = "", 0, 1
    for line in text.splitlines():
        number += 1
        if not joined:
            start = number
        if line.endswith("\\"):
            joined += line[:-1] + " "
            continue
        joined += line
        for inner in [joined, *re.findall(r"\$\(([^()]*)\)", joined)]:
            lexer = shlex.shlex(inner, posix=True, punctuation_chars="|&;(){}<>")
            lexer.whitespace_split = True
            try:
                words = list(lexer)
            except ValueError:
                continue
            simple = []
            for word in [*words, ";"]:
                if set(word) <= set("|&;(){}<>"):
                    if simple:
                        yield start, simple
                    simple = []
                else:
                    simple.append(word)
        joined = ""


def check_command(page, line, words):
    while words and (re.match(r"^\w+=", words[0]) or words[0] in ("xargs", "exec", "do", "then", "if", "!")):
        words = words[1:]
    if not words or words[0] not in ("terraform", "kubectl", "aws", "helm", "gh", "jq"):
        return
    counts["commands"] += 1
    if "--" in words:
        words = words[: words.index("--")]
    flags = [word.split("=")[0] for word in words[1:] if word.startswith("-") and word != "-"]
    plain = [word for word in words if not word.startswith("-")]
    for length in (3, 2, 1):
        name = " ".join(plain[:length])
        if name in LISTED:
            known = LISTED[name] + (AWS_GLOBAL if name.startswith("aws ") else [])
            break
    else:
        known = flags_of(words[0], tuple(plain[1:3]))
        name = " ".join(plain[:3] if words[0] == "aws" else plain[:2])
    if known is None:
        fault(page, line, f"no such command: {name}")
        return
    for flag in flags:
        if flag not in known:
            fault(page, line, f"{name} has no flag {flag}")


@lru_cache(maxsize=None)
def flags_of(tool, names):
    if tool == "terraform":
        if shutil.which("terraform") is None:
            return skipped(tool)
        text = subprocess.run(["terraform", names[0], "-help"], capture_output=True, text=True).stdout
        more = "-target -var -var-file -out -lock -refresh" if names[0] in ("apply", "destroy", "plan") else ""
        return re.findall(r"^ +(-[a-z-]+)", text, flags=re.M) + more.split() + ["-chdir"] if text else None
    if tool == "kubectl":
        if shutil.which("kubectl") is None:
            return skipped(tool)
        for length in (2, 1):
            help_text = subprocess.run(["kubectl", *names[:length], "--help"], capture_output=True, text=True)
            if help_text.returncode == 0 and names:
                return re.findall(r"(--[a-z-]+)=", help_text.stdout) + ["--namespace", "--context"]
        return None
    if tool == "aws":
        try:
            model = botocore.session.get_session().get_service_model({"s3api": "s3"}.get(names[0], names[0]))
            operation = next(each for each in model.operation_names if kebab(each) == names[1])
        except Exception:
            return None
        shape = model.operation_model(operation).input_shape
        members = list(shape.members) if shape else []
        flags = ["--" + kebab(member) for member in members]
        return flags + ["--no-" + flag[2:] for flag in flags] + AWS_GLOBAL
    return None


class Everything(list):
    """The flags of a tool that is not here."""

    def __contains__(self, item):
        return True


def skipped(tool):
    if os.environ.get("CI") == "true":
        sys.exit(f"docs-test: {tool} is missing, and CI may not skip")
    print(f"docs-test: SKIPPED: {tool} is missing, so its flags were not checked")
    return Everything()


def kebab(name):
    name = re.sub(r"([A-Z]+)([A-Z][a-z])", r"\1-\2", name)
    return re.sub(r"([a-z0-9])([A-Z])", r"\1-\2", name).lower().replace("dbinstance", "db-instance")


def check_secrets(page, first, text):
    for offset, line in enumerate(text.splitlines()):
        if re.search(r"--(password|secret-string|token)[= ](?!\"?file://)", line) or re.search(r"PGPASSWORD=\S", line):
            fault(page, first + offset, "a secret on a command line: other users of the machine see it")


def check_links():
    for page in sorted(Path("docs").rglob("*.md")):
        for number, line in enumerate(page.read_text().splitlines(), 1):
            for target in re.findall(r"\]\(([^)#:]+?)(?:#[^)]*)?\)", line):
                counts["links"] += 1
                if not (page.parent / target).exists():
                    fault(page, number, f"leads nowhere: {target}")
    named = set()
    for file in [*Path("infra").rglob("*.yaml"), *Path("infra").rglob("*.tf"), *Path(".github").rglob("*.yml")]:
        for number, line in enumerate(file.read_text().splitlines(), 1):
            for runbook in re.findall(r'(?:runbooks/|runbook += ")([a-z-]+\.md)|runbook_url}/([a-z-]+\.md)', line):
                name = runbook[0] or runbook[1]
                named.add(name)
                counts["links"] += 1
                if not (Path("docs/runbooks") / name).exists():
                    fault(file, number, f"there is no docs/runbooks/{name}")
    if not named:
        fault("docs/runbooks", 1, "no alert names a runbook: the pattern of this check is broken")


def check_diagram():
    page = Path("docs/platform.md")
    drawn = set(re.findall(r"\b((?:module|app)_\w+)", page.read_text().split("```mermaid")[1].split("```")[0]))
    modules = {"module_" + each.name.replace("-", "_") for each in Path("infra/terraform/modules").iterdir()}
    applications = {"app_" + each.name.replace("-", "_") for each in Path("infra/kubernetes/applications").iterdir()}
    counts["nodes"] = len(drawn)
    for node in sorted(drawn - modules - applications):
        fault(page, 1, f"the diagram has {node}, the tree does not")
    for node in sorted((modules | applications) - drawn):
        fault(page, 1, f"the tree has {node}, the diagram does not")


for page in PAGES:
    for first, text in blocks(page):
        check_shell(page, first, text)
        check_secrets(page, first, text)
        for line, words in commands(text):
            check_command(page, first + line - 1, words)
check_links()
check_diagram()
print("\n".join(faults))
if counts["blocks"] == 0 or counts["commands"] == 0:
    sys.exit("docs-test: found no block to check")
print(", ".join(f"{number} {name}" for name, number in counts.items()))
print(f"docs-test: {sum(counts.values()) - len(faults)} passed, {len(faults)} failed")
sys.exit(1 if faults else 0)
