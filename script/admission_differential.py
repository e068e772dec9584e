"""Evaluates exported admission policies with cel-python and the Rust implementation; see script/admission-differential."""

import json
import re
import sys
from decimal import Decimal
from pathlib import Path

import cel
import celpy
import jsonschema
import yaml

ROOT = Path(__file__).resolve().parent.parent
SCHEMA = ROOT.parent / "shared" / "schemas" / "kubernetes" / "definitions-1.33-strict.json"
PODS = {"Pod", "Deployment", "StatefulSet", "DaemonSet", "ReplicaSet", "Job", "CronJob", "ReplicationController"}
UNITS = {"": 0, "n": -9, "u": -6, "m": -3, "k": 3, "M": 6, "G": 9, "T": 12, "P": 15, "E": 18}
BINARY = {"Ki": 10, "Mi": 20, "Gi": 30, "Ti": 40, "Pi": 50, "Ei": 60}
QUANTITY = re.compile(r"^([+-]?(?:\d+\.?\d*|\.\d+))(?:([numkMGTPE]|[KMGTPE]i)|[eE]([+-]?\d+))?$")


def is_quantity(text):
    return QUANTITY.match(str(text)) is not None


def quantity(text):
    """In nanos, as a number: the comparisons below are functions over it."""
    number, unit, exponent = QUANTITY.match(str(text)).groups()
    value = Decimal(number)
    if exponent:
        value = value.scaleb(int(exponent))
    elif unit in BINARY:
        value *= 1 << BINARY[unit]
    else:
        value = value.scaleb(UNITS[unit or ""])
    # Millis are exact for all examples and fit 64 bits.
    return int(value.scaleb(3))


# What Kubernetes has beside the language; the receiver comes first.
FUNCTIONS = {
    "isQuantity": is_quantity,
    "quantity": quantity,
    "sign": lambda a: (int(a) > 0) - (int(a) < 0),
    "isGreaterThan": lambda a, b: int(a) > int(b),
    "compareTo": lambda a, b: (int(a) > int(b)) - (int(a) < int(b)),
    "substring": lambda text, start, end=None: str(text)[int(start) : None if end is None else int(end)],
    "indexOf": lambda text, part: str(text).find(str(part)),
    "lastIndexOf": lambda text, part: str(text).rfind(str(part)),
    "split": lambda text, separator: str(text).split(str(separator)),
    "trim": lambda text: str(text).strip(),
    "join": lambda texts, separator="": str(separator).join(map(str, texts)),
    "find": lambda text, pattern: (lambda found: found.group(0) if found else "")(re.search(str(pattern), str(text))),
}


class Python:
    name = "cel-python"
    functions = {name: (lambda own: lambda *args: celpy.json_to_cel(own(*args)))(own) for name, own in FUNCTIONS.items()}

    def __init__(self):
        self.programs = {}

    def evaluate(self, text, values):
        if text not in self.programs:
            environment = celpy.Environment()
            self.programs[text] = environment.program(environment.compile(text), functions=self.functions)
        return self.programs[text].evaluate({key: celpy.json_to_cel(value) for key, value in values.items()})

    def plain(self, value):
        return json.loads(json.dumps(value, cls=celpy.CELJSONEncoder))


class Rust:
    name = "common-expression-language"

    def evaluate(self, text, values):
        context = cel.Context()
        for name, own in FUNCTIONS.items():
            context.add_function(name, own)
        for key, value in values.items():
            context.add_variable(key, value)
        return cel.evaluate(text, context)

    def plain(self, value):
        return value


def documents(example):
    for path, text in example["files"].items():
        if path.endswith((".yaml", ".yml", ".json")):
            for document in yaml.safe_load_all(text.replace("«", "").replace("»", "")):
                if isinstance(document, dict):
                    yield from document["items"] if document.get("kind") == "List" else [document]


def admitted(value):
    """Null fields are absent in what the API server keeps."""
    if isinstance(value, dict):
        return {key: admitted(inner) for key, inner in value.items() if inner is not None}
    return [admitted(inner) for inner in value] if isinstance(value, list) else value


def with_limit_ranges(pod, ranges):
    """The defaults that LimitRanger writes into a pod before policies see it."""
    items = [
        item
        for limits in ranges
        if limits.get("metadata", {}).get("namespace") == pod.get("metadata", {}).get("namespace")
        for item in limits["spec"]["limits"]
        if item.get("type") == "Container"
    ]
    spec = pod.get("spec", {})
    for container in (spec.get("containers") or []) + (spec.get("initContainers") or []):
        resources = container.setdefault("resources", {})
        limits, requests = resources.setdefault("limits", {}), resources.setdefault("requests", {})
        for name, value in limits.items():
            requests.setdefault(name, value)
        for item in items:
            for key in ("default", "max"):
                for name, value in item.get(key, {}).items():
                    limits.setdefault(name, value)
            for key in ("defaultRequest", "default", "max", "min"):
                for name, value in item.get(key, {}).items():
                    requests.setdefault(name, value)
    return pod


def pod_of(document):
    """The pod that a controller makes; None where the kind makes none."""
    spec = document.get("spec") or {}
    if document["kind"] == "CronJob":
        spec = (spec.get("jobTemplate") or {}).get("spec") or {}
    template = spec.get("template")
    if not template:
        return None
    metadata = dict(template.get("metadata") or {}, namespace=document["metadata"].get("namespace"))
    return {"apiVersion": "v1", "kind": "Pod", "metadata": {k: v for k, v in metadata.items() if v}, "spec": template["spec"]}


def plural(kind):
    name = kind.lower()
    return name + "es" if name.endswith("s") else name[:-1] + "ies" if name.endswith("y") else name + "s"


def matches(policy, document):
    group, _, version = document["apiVersion"].rpartition("/")
    return any(
        (group in rule["apiGroups"] or "*" in rule["apiGroups"]) and plural(document["kind"]) in rule["resources"]
        for rule in policy["spec"]["matchConstraints"]["resourceRules"]
    )


def violated(engine, policy, document):
    values = {"object": document, "variables": {}}
    for variable in policy["spec"].get("variables", []):
        values["variables"][variable["name"]] = engine.plain(engine.evaluate(variable["expression"], values))
    for validation in policy["spec"]["validations"]:
        if not engine.evaluate(validation["expression"], values):
            if "messageExpression" in validation:
                message = engine.evaluate(validation["messageExpression"], values)
                assert isinstance(str(message), str) and str(message), "the message is empty"
            return True
    return False


def validate(path, document):
    schema = json.loads(SCHEMA.read_text())
    name = f"io.k8s.api.admissionregistration.v1.{document['kind']}"
    jsonschema.Draft202012Validator({"$defs": schema["$defs"], **schema["$defs"][name]}).validate(document)


def main():
    policies = {}
    for path in sorted((ROOT / "policies").rglob("*.yaml")):
        document = yaml.safe_load(path.read_text())
        if document.get("kind") == "Policy":
            policies[document["spec"]["id"]] = document["spec"]
    failures, compared, skipped, schemas = [], 0, 0, 0
    engines = [Python(), Rust()]
    files = sorted(Path(sys.argv[1]).glob("mlguard-*.yaml"))
    for path in files:
        exported = list(yaml.safe_load_all(path.read_text()))
        if SCHEMA.exists():
            for document in exported:
                validate(path, document)
                schemas += 1
        policy = exported[0]
        identifier = policy["metadata"]["annotations"]["mlguard.dev/policy"]
        about_pods = any("pods" in rule["resources"] for rule in policy["spec"]["matchConstraints"]["resourceRules"])
        for example in policies[identifier].get("examples", []):
            verdict = next(word for word in ("violates", "passes", "undetermined") if word in example)
            objects = [admitted(document) for document in documents(example) if "kind" in document and "apiVersion" in document]
            ranges = [document for document in objects if document["kind"] == "LimitRange"]
            judged = []
            for document in objects:
                if about_pods and document["kind"] not in PODS:
                    continue
                if not matches(policy, document):
                    document = pod_of(document) if about_pods else None
                if document and document["kind"] == "Pod":
                    document = with_limit_ranges(document, ranges)
                if document:
                    judged.append(document)
            if verdict == "undetermined" or "params" in example or not judged:
                skipped += 1
                continue
            for engine in engines:
                try:
                    answer = any([violated(engine, policy, document) for document in judged])
                except Exception as error:  # failurePolicy: Fail refuses what cannot be evaluated
                    answer = True
                    if verdict != "violates":
                        print(f"{identifier}: {engine.name}: {str(error)[:300]}", file=sys.stderr)
                compared += 1
                if answer != (verdict == "violates"):
                    failures.append(f"{identifier} '{example[verdict]}' {verdict}: {engine.name} says {'violated' if answer else 'allowed'}")
    for failure in failures:
        print(failure, file=sys.stderr)
    if not SCHEMA.exists():
        print("admission-differential: the schemas of Kubernetes are not beside the checkout: not validated")
    print(
        f"admission-differential: {len(files)} exported policies, {schemas} objects valid, {compared} verdicts compared, "
        f"{skipped} examples skipped (undetermined, own parameters, or no object of a cluster), {len(failures)} differences"
    )
    return 1 if failures or compared < 100 else 0


if __name__ == "__main__":
    sys.exit(main())
