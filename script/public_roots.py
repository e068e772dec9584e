"""Makes a copy of a public Terraform root plannable without a registry: for terraform-differential.

What is changed in the copy, for Terraform and mlguard alike:
- a module of the registry (`NAMESPACE/NAME/PROVIDER//FOLDER`) is taken from a checkout REGISTRY/NAMESPACE/terraform-PROVIDER-NAME,
  its version constraint goes, and that of the AWS provider;
- resources and data sources of a small provider (random, null, time, tls, cloudinit, local, external, archive, http) become
  `terraform_data` where the mirror has no such provider: what is read of them is known after apply;
- lock files go: the mirror has one version of a provider;
- `fixtures.*.tfvars` of a root, with which its tests run it, is its `terraform.tfvars`.
"""
import os
import re
import shutil

SOURCE = re.compile(r'^(\s*source\s*=\s*)"([\w-]+)/([\w-]+)/(\w+)((?://[\w./-]+)?)(?:\?[^"]*)?"[ \t]*(?:#.*)?$', re.M)
VERSION = re.compile(r'^[ \t]*version\s*=\s*"[^"]*"[ \t]*(?:#.*)?\n', re.M)
AWS = re.compile(r'(source\s*=\s*"hashicorp/aws"[ \t]*\n)[ \t]*version\s*=\s*"[^"]*"[ \t]*\n')
MODULE = re.compile(r'^module "[^"]*" \{.*?^\}', re.M | re.S)
STAND_INS = ("random", "null", "time", "tls", "cloudinit", "local", "external", "archive", "http")


def prepare(tree, registry, mirror):
    """Changes the files below tree. Returns the sources for which there is no checkout."""
    for folder, _, names in os.walk(tree):
        if ".terraform.lock.hcl" in names:
            os.unlink(os.path.join(folder, ".terraform.lock.hcl"))
        fixtures = sorted(n for n in names if re.fullmatch(r"fixtures\..*\.tfvars", n))
        if fixtures and "terraform.tfvars" not in names:
            shutil.copy(os.path.join(folder, fixtures[0]), os.path.join(folder, "terraform.tfvars"))
    missing = set()
    taken = {}
    absent = [p for p in STAND_INS if not (mirror and os.path.isdir(os.path.join(mirror, "registry.terraform.io/hashicorp", p)))]
    done = set()
    while True:
        # A module that was taken may call others.
        files = [os.path.join(f, n) for f, _, names in os.walk(tree) for n in names if n.endswith(".tf")]
        files = [f for f in files if f not in done]
        if not files:
            return missing
        for path in files:
            done.add(path)
            with open(path, encoding="utf-8") as file:
                text = file.read()
            changed = MODULE.sub(lambda m: local(m.group(0), path, tree, registry, taken, missing), text)
            changed = AWS.sub(r"\1", changed)
            for provider in absent:
                changed = stand_in(provider, changed)
            if changed != text:
                with open(path, "w", encoding="utf-8") as file:
                    file.write(changed)


def local(block, path, tree, registry, taken, missing):
    """A module block with its source as a local folder."""
    def replace(match):
        _, namespace, name, provider, folder = match.group(1, 2, 3, 4, 5)
        source = "%s/%s/%s" % (namespace, name, provider)
        checkout = os.path.join(registry or "", namespace, "terraform-%s-%s" % (provider, name))
        if not registry or not os.path.isdir(checkout):
            missing.add(source)
            return match.group(0)
        target = os.path.join(tree, "registry", namespace, name)
        if source not in taken:
            shutil.copytree(checkout, target, symlinks=True, ignore=shutil.ignore_patterns(".git", "examples", "wrappers", "test*"))
            taken[source] = target
        relative = os.path.relpath(target + folder.replace("//", "/"), os.path.dirname(path))
        return '%s"%s"' % (match.group(1), relative if relative.startswith(".") else "./" + relative)

    changed = SOURCE.sub(replace, block)
    return VERSION.sub("", changed) if changed != block else block


def stand_in(provider, text):
    """`terraform_data` for the resources of a provider that is not there."""
    def resource(match):
        body = match.group(3)
        kept = re.findall(r"^  (?:count|for_each)\s*=.*$", body, re.M)
        triggers = re.search(r"^  triggers\s*=\s*(\{.*?^  \}|[^\n]*)", body, re.M | re.S)
        if triggers:
            kept.append("  input = " + triggers.group(1))
        return 'resource "terraform_data" "%s_%s" {\n%s\n}' % (match.group(1), match.group(2), "\n".join(kept))

    kind = r"%s(?:_\w+)?" % provider if provider in ("external", "http") else r"%s_\w+" % provider
    text = re.sub(r'^(?:resource|data) "(%s)" "([\w-]+)" \{(.*?)^\}' % kind, resource, text, flags=re.M | re.S)
    place = r"data\." if provider in ("external", "http") else r"(?:data\.)?"
    name = r"(?<![\w.\"/-])%s(%s)\.([\w-]+)((?:\[[^\]]*\])?)" % (place, kind)
    text = re.sub(name + r"\.triggers\b", r"terraform_data.\1_\2\3.input", text)
    text = re.sub(name + r"\.\w+(?:\.\w+|\[[^\]\n]*\])*", r"terraform_data.\1_\2\3.id", text)
    text = re.sub(name + r"(?!\.)", r"terraform_data.\1_\2\3", text)
    return re.sub(r"^    %s\s*=\s*\{.*?^    \}\n" % provider, "", text, flags=re.M | re.S)


ANSWERED_HERE = {"aws_iam_policy_document", "aws_region", "aws_partition", "terraform_remote_state"}


def answers(plan):
    """What data sources answered to the plan, by address: only the account knows it."""
    found = {}
    open_modules = [plan.get("prior_state", {}).get("values", {}).get("root_module", {})]
    while open_modules:
        module = open_modules.pop()
        open_modules += module.get("child_modules", [])
        for resource in module.get("resources", []):
            if resource["mode"] == "data" and resource["type"] not in ANSWERED_HERE:
                found[resource["address"]] = resource["values"]
    return found
