"""Checks applied states against each other: python3 isolation.py STATES_FOLDER.

No environment may hold another's account, name, key or address range. The shared account may be named by all.
"""

import ipaddress
import json
import re
import sys
from pathlib import Path

from iam_lint import resources

ENVIRONMENTS = ("dev", "staging", "prod")


def strings(value):
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for each in value.values():
            yield from strings(each)
    elif isinstance(value, list):
        for each in value:
            yield from strings(each)


def main():
    folder = Path(sys.argv[1])
    states = {name: json.loads((folder / f"{name}.json").read_text()) for name in ENVIRONMENTS + ("global",)}
    accounts = states["global"]["values"]["outputs"]["account_ids"]["value"]
    failures = []
    unique = {}
    for environment in ENVIRONMENTS:
        others = [name for name in ENVIRONMENTS if name != environment]
        foreign = re.compile("|".join([accounts[name] for name in others] + [rf"\bmlp-{name}\b" for name in others]))
        for resource in resources(states[environment]["values"]["root_module"]):
            for text in strings(resource["values"]):
                if foreign.search(text):
                    failures.append(f"{environment}: {resource['address']} names another environment: {text[:120]}")
            if resource["mode"] == "managed":
                identity = (resource["type"], resource["values"].get("arn"))
                if identity[1] and unique.setdefault(identity, environment) != environment:
                    failures.append(f"{environment}: {resource['address']} has the ARN of {unique[identity]}")
    ranges = {
        environment: [
            ipaddress.ip_network(resource["values"][attribute])
            for resource in resources(states[environment]["values"]["root_module"])
            for attribute in ("cidr_block",)
            if resource["type"] == "aws_vpc"
        ]
        + [
            ipaddress.ip_network(resource["values"]["kubernetes_network_config"][0]["service_ipv4_cidr"])
            for resource in resources(states[environment]["values"]["root_module"])
            if resource["type"] == "aws_eks_cluster"
        ]
        for environment in ENVIRONMENTS
    }
    for environment in ENVIRONMENTS:
        if len(ranges[environment]) != 2:
            failures.append(f"{environment}: {len(ranges[environment])} address ranges instead of two")
        for other in ENVIRONMENTS:
            for mine in ranges[environment]:
                for theirs in ranges[other]:
                    if environment < other and mine.overlaps(theirs):
                        failures.append(f"{environment}: {mine} overlaps {theirs} of {other}")
    print("\n".join(failures) or f"isolation: {len(unique)} ARNs, no environment names another")
    sys.exit(1 if failures else 0)


if __name__ == "__main__":
    main()
