"""Checks the rendered platform; called by script/manifests-test, which sets up what this needs."""

import json
import re
import subprocess
import sys
from functools import cache
from pathlib import Path

import jsonschema
import promql_parser
import yaml

ROOT = Path(__file__).resolve().parent.parent
KUBERNETES = ROOT / "infra" / "kubernetes"
SCHEMAS = ROOT.parent / "shared" / "schemas"
ENVIRONMENTS = ("dev", "staging", "prod")
DIGEST = re.compile(r"@sha256:[0-9a-f]{64}$")
UNRESOLVED = "sha256:" + "0" * 64

failures: list[str] = []
notes: list[str] = []


def fail(where: str, message: str) -> None:
    failures.append(f"{where}: {message}")


def overlays() -> list[Path]:
    """Every folder that is built by itself, told by its environment's name."""
    return sorted(
        path.parent for path in KUBERNETES.rglob("kustomization.yaml") if path.parent.name in ENVIRONMENTS
    )


def render(overlay: Path) -> list[dict]:
    done = subprocess.run(
        ["kubectl", "kustomize", str(overlay)], capture_output=True, text=True, check=False
    )
    where = str(overlay.relative_to(ROOT))
    if done.returncode != 0:
        fail(where, done.stderr.strip())
        return []
    return [document for document in yaml.safe_load_all(done.stdout) if document]


@cache
def builtin(version: str) -> tuple[dict, dict[tuple[str, str, str], str]]:
    schema = json.loads((SCHEMAS / "kubernetes" / f"definitions-{version}-strict.json").read_text())
    names = {}
    for name, definition in schema["$defs"].items():
        for gvk in definition.get("x-kubernetes-group-version-kind", []):
            names[(gvk["group"], gvk["version"], gvk["kind"])] = name
    return schema, names


@cache
def custom(group: str, version: str, kind: str) -> dict | None:
    path = SCHEMAS / "crds" / group / f"{kind.lower()}_{version}.json"
    if path.exists():
        return json.loads(path.read_text())
    for candidate in (SCHEMAS / "argo").glob(f"{kind.lower()}-crd.yaml"):
        definition = yaml.safe_load(candidate.read_text())
        for served in definition["spec"]["versions"]:
            if served["name"] == version:
                return served["schema"]["openAPIV3Schema"]
    return None


def validate(where: str, document: dict) -> None:
    group, _, version = document["apiVersion"].rpartition("/")
    kind = document["kind"]
    name = f"{where} {kind}/{document['metadata']['name']}"
    schemas = []
    if "." in group and not group.endswith(".k8s.io"):
        schema = custom(group, version, kind)
        if schema is None:
            fail(name, f"no schema for {document['apiVersion']} {kind}")
            return
        schemas.append(("CRD", schema))
    else:
        for release in ("1.33", "1.35"):
            definitions, names = builtin(release)
            definition = names.get((group, version, kind))
            if definition is None:
                fail(name, f"Kubernetes {release} has no {document['apiVersion']} {kind}")
                continue
            schemas.append((release, {"$ref": f"#/$defs/{definition}", "$defs": definitions["$defs"]}))
    for release, schema in schemas:
        for error in jsonschema.Draft202012Validator(schema).iter_errors(document):
            fail(f"{name} ({release})", f"{error.json_path}: {error.message[:200]}")


def images(value: object, path: str = "") -> list[tuple[str, str]]:
    found = []
    if isinstance(value, dict):
        for key, child in value.items():
            if key == "image" and isinstance(child, str):
                found.append((f"{path}.{key}", child))
            else:
                found += images(child, f"{path}.{key}")
    elif isinstance(value, list):
        for index, child in enumerate(value):
            found += images(child, f"{path}[{index}]")
    return found


def chart_images(value: object) -> list[str]:
    """References in Helm values: `repository` beside `tag` with a digest in `tag`, `sha` or `digest`."""
    found = []
    if isinstance(value, dict):
        if "repository" in value and "tag" in value:
            name = "/".join(part for part in (value.get("registry"), value["repository"]) if part)
            tag = str(value["tag"])
            digest = value.get("digest") or (f"sha256:{value['sha']}" if value.get("sha") else "")
            found.append(f"{name}:{tag}" + (f"@{digest}" if digest else ""))
        for child in value.values():
            found += chart_images(child)
    elif isinstance(value, list):
        for child in value:
            found += chart_images(child)
    return found


def check_image(where: str, reference: str, lock: dict[str, str]) -> None:
    if not DIGEST.search(reference):
        fail(where, f"image {reference} has no digest")
        return
    name, _, digest = reference.partition("@")
    repository = re.sub(r":[^/:]+$", "", name)
    if digest == UNRESOLVED:
        notes.append(f"{repository}: not built yet (digest of zeros)")
        if repository not in lock or lock[repository] != UNRESOLVED:
            fail(where, f"{repository} is unresolved here and not in infra/images.lock")
    elif lock.get(repository) != digest:
        fail(where, f"infra/images.lock does not hold {reference}")


def metrics_of(expression: str) -> set[str]:
    found: set[str] = set()

    def walk(node: object) -> None:
        if isinstance(node, promql_parser.VectorSelector):
            found.add(node.name)
        for field in ("expr", "lhs", "rhs", "param", "vector_selector", "vs"):
            child = getattr(node, field, None)
            if child is not None and not isinstance(child, str):
                walk(child)
        for child in getattr(node, "args", None) or []:
            walk(child)

    walk(promql_parser.parse(expression))
    return found


def exported() -> set[str]:
    """The metrics that docs/metrics.md gives an exporter for."""
    table = (ROOT / "docs" / "metrics.md").read_text()
    return set(re.findall(r"^\| `([a-zA-Z_:][a-zA-Z0-9_:]*)` \|", table, re.MULTILINE))


def check_expression(where: str, expression: str, known: set[str], used: set[str]) -> None:
    try:
        names = metrics_of(expression)
    except ValueError as error:
        fail(where, f"PromQL: {error}: {expression}")
        return
    if not names:
        fail(where, f"no metric in {expression}")
    for name in sorted(names - known):
        fail(where, f"docs/metrics.md names no exporter of {name}")
    used |= names


def main() -> int:
    lock_file = yaml.safe_load((ROOT / "infra" / "images.lock").read_text())
    lock = {entry["image"]: entry["digest"] for entry in lock_file["images"]}
    for entry in lock_file["images"]:
        if not entry.get("source"):
            fail("infra/images.lock", f"{entry['image']} does not say where its digest came from")
    have_schemas = SCHEMAS.is_dir()
    if not have_schemas:
        print("manifests-test: schemas skipped: ../shared/schemas is not there")
    known, used = exported(), set()
    objects = 0
    for overlay in overlays():
        where = str(overlay.relative_to(ROOT))
        environment = overlay.name
        for document in render(overlay):
            objects += 1
            if have_schemas:
                validate(where, document)
            label = document["metadata"].get("labels", {}).get("mlp/environment")
            if label != environment:
                fail(where, f"{document['kind']}/{document['metadata']['name']} is labelled {label}")
            for path, reference in images(document):
                check_image(f"{where}{path}", reference, lock)
            text = yaml.safe_dump(document)
            for other in ENVIRONMENTS:
                if other != environment and re.search(rf"(mlp-|/){other}(?!/xvd)\b", text):
                    fail(where, f"{document['kind']}/{document['metadata']['name']} names {other}")
            if document["kind"] == "PrometheusRule":
                for group in document["spec"]["groups"]:
                    for rule in group["rules"]:
                        check_expression(f"{where} {rule['alert']}", rule["expr"], known, used)
                        runbook = rule["annotations"]["runbook_url"].rsplit("/", 1)[1]
                        if not (ROOT / "docs" / "runbooks" / runbook).exists():
                            fail(f"{where} {rule['alert']}", f"docs/runbooks/{runbook} does not exist")
    for dashboard in sorted(KUBERNETES.rglob("dashboards/*.json")):
        for panel in json.loads(dashboard.read_text())["panels"]:
            for target in panel["targets"]:
                check_expression(f"{dashboard.name} {panel['title']}", target["expr"], known, used)
    for values in sorted(KUBERNETES.rglob("*values.yaml")):
        for reference in chart_images(yaml.safe_load(values.read_text())):
            check_image(str(values.relative_to(ROOT)), reference, lock)
    for name in sorted(known - used):
        fail("docs/metrics.md", f"{name} is used by no rule and no dashboard")

    for note in sorted(set(notes)):
        print(f"manifests-test: note: {note}")
    for failure in failures:
        print(f"manifests-test: {failure}", file=sys.stderr)
    print(f"manifests-test: {len(overlays())} overlays, {objects} objects, {len(used)} metrics")
    print(f"{1 if not failures else 0} passed, {len(failures)} failed")
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
