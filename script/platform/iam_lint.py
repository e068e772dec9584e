"""Judges every IAM document of applied states, and the delivery roles by what Terraform called.

    python3 iam_lint.py STATES_FOLDER [CALLS_FOLDER]

STATES_FOLDER holds ROOT.json files as `terraform show -json` writes them. Each document must pass parliament
without a finding, and must not allow "*" or "SERVICE:*", nor "*" as a resource except for actions that have no
resource level, under a condition. A repository policy has no Resource element and is judged with its repository.
Trust policies are judged here: parliament knows neither web identity providers nor their condition keys.

CALLS_FOLDER holds ENVIRONMENT.plan and ENVIRONMENT.apply as aws_double.py writes them: each call must be
allowed by name by the policies of that environment's plan or apply role.
"""

import json
import sys
from pathlib import Path

from parliament import analyze_policy_string, expand_action
from parliament.statement import iam_definition

DOCUMENTS = {
    "aws_ecr_repository_policy": ["policy"],
    "aws_iam_policy": ["policy"],
    "aws_iam_role": ["assume_role_policy"],
    "aws_iam_role_policy": ["policy"],
    "aws_kms_key_policy": ["policy"],
    "aws_s3_bucket_policy": ["policy"],
    "aws_secretsmanager_secret_policy": ["policy"],
    "aws_sns_topic_policy": ["policy"],
    "aws_sqs_queue_policy": ["policy"],
    "aws_vpc_endpoint": ["policy"],
}

# What AWS refuses as too long, in characters without white space (bucket policies: bytes).
LIMITS = {"aws_iam_policy": 6144, "aws_iam_role": 2048, "aws_iam_role_policy": 10240, "aws_s3_bucket_policy": 20480}

# Signing name → IAM prefix, and operations whose IAM action has another name.
PREFIXES = {"monitoring": "cloudwatch"}
RENAMED = {
    "budgets:CreateBudget": "budgets:ModifyBudget",
    "budgets:CreateNotification": "budgets:ModifyBudget",
    "budgets:CreateSubscriber": "budgets:ModifyBudget",
    "budgets:DeleteBudget": "budgets:ModifyBudget",
    "budgets:UpdateBudget": "budgets:ModifyBudget",
    "budgets:DescribeBudget": "budgets:ViewBudget",
    "budgets:DescribeNotificationsForBudget": "budgets:ViewBudget",
    "budgets:DescribeSubscribersForNotification": "budgets:ViewBudget",
}

resource_level = {
    f"{service['prefix']}:{privilege['privilege']}".lower(): any(each["resource_type"] for each in privilege["resource_types"])
    for service in iam_definition
    for privilege in service["privileges"]
}


def as_list(value):
    return value if isinstance(value, list) else [value]


def resources(module):
    yield from module.get("resources", [])
    for child in module.get("child_modules", []):
        yield from resources(child)


def documents(state):
    """(address, type, policy, ARN of what it is attached to) of every document in a state."""
    for resource in resources(state.get("values", {}).get("root_module", {})):
        for attribute in DOCUMENTS.get(resource["type"], []):
            text = resource.get("values", {}).get(attribute)
            if text and resource["mode"] == "managed":
                yield resource["address"], resource["type"], json.loads(text), attached_to(resource)


def attached_to(resource):
    if resource["type"] == "aws_ecr_repository_policy":
        values = resource["values"]
        return f"arn:aws:ecr:eu-west-2:{values['registry_id']}:repository/{values['repository']}"
    return None


def problems_of(kind, policy, attached):
    size = len(json.dumps(policy, separators=(",", ":")))
    if size > LIMITS.get(kind, size):
        yield f"{size} characters, AWS takes {LIMITS[kind]}"
    for statement in as_list(policy["Statement"]):
        where = statement.get("Sid", "statement")
        if "NotAction" in statement or "NotResource" in statement or "NotPrincipal" in statement:
            yield f"{where}: inverted element"
            continue
        if statement["Effect"] == "Allow":
            yield from width_of(where, statement)
        if kind == "aws_iam_role":
            yield from openness_of(where, statement)
        elif "Resource" not in statement:
            statement["Resource"] = attached
    if kind == "aws_iam_role":
        return
    for finding in analyze_policy_string(json.dumps(policy)).findings:
        yield f"parliament {finding.issue}: {finding.detail} {finding.location}"


def openness_of(where, statement):
    """Who else than intended could wear a role by this trust statement."""
    exact = {
        key.lower(): as_list(value)
        for test, keys in statement.get("Condition", {}).items()
        if test in ("StringEquals", "ArnEquals", "ArnLike")
        for key, value in keys.items()
    }
    principal = statement["Principal"]
    if principal == "*" or "*" in as_list(principal.get("AWS", [])):
        yield f"{where}: anybody may wear the role"
    for account in as_list(principal.get("AWS", [])):
        if account.endswith(":root") and "aws:principalarn" not in exact:
            yield f"{where}: every principal of {account} may wear the role"
    for provider in as_list(principal.get("Federated", [])):
        issuer = provider.split("oidc-provider/")[1].lower()
        subjects = exact.get(f"{issuer}:sub", [])
        if not subjects or any("*" in subject or "?" in subject for subject in subjects):
            yield f"{where}: subject of {issuer} is open"
        if exact.get(f"{issuer}:aud") != ["sts.amazonaws.com"]:
            yield f"{where}: audience of {issuer} is open"
    for service in as_list(principal.get("Service", [])):
        # EC2 wears a role only by an instance profile of the same account, and offers no source keys.
        if service != "ec2.amazonaws.com" and "aws:sourceaccount" not in exact:
            yield f"{where}: {service} may act for another account"


def width_of(where, statement):
    actions = as_list(statement["Action"])
    for action in actions:
        if action == "*" or action.endswith(":*"):
            yield f"{where}: allows {action}"
    if "*" in as_list(statement.get("Resource", [])):
        if not statement.get("Condition"):
            yield f"{where}: resource * without a condition"
        for action in actions:
            if action == "*" or action.endswith(":*"):
                continue
            for each in expand_action(action):
                name = f"{each['service']}:{each['action']}"
                if resource_level.get(name.lower(), True):
                    yield f"{where}: {name} has a resource level, yet its resource is *"


def uncovered(state, role, calls):
    """Calls that no policy of the delivery role allows by name."""
    allowed = set()
    for resource in resources(state["values"]["root_module"]):
        if resource["type"] == "aws_iam_policy" and resource["values"]["name"].startswith(role + "-"):
            for statement in as_list(json.loads(resource["values"]["policy"])["Statement"]):
                if statement["Effect"] == "Allow":
                    allowed.update(action.lower() for action in as_list(statement["Action"]))
    for call in sorted(calls):
        service, operation = call.split(" ", 1)
        action = f"{PREFIXES.get(service, service)}:{operation}"
        action = RENAMED.get(action, action)
        if action.lower() not in allowed:
            yield action


def calls_in(file, account):
    lines = [line.split(" ", 1) for line in file.read_text().splitlines()]
    return {call for number, call in lines if number == account}


def main():
    states = {file.stem: json.loads(file.read_text()) for file in sorted(Path(sys.argv[1]).glob("*.json"))}
    count, bad = 0, 0
    for root, state in states.items():
        for address, kind, policy, attached in documents(state):
            count += 1
            for problem in problems_of(kind, policy, attached):
                bad += 1
                print(f"{root}: {address}: {problem}")
    if count == 0:
        sys.exit("no IAM document found: the states are empty")
    print(f"IAM: {count} documents, {bad} findings")

    if len(sys.argv) > 2:
        for file in sorted(Path(sys.argv[2]).iterdir()):
            environment, phase = file.name.split(".")
            account = states["global"]["values"]["outputs"]["account_ids"]["value"][environment]
            calls = calls_in(file, account)
            missing = list(uncovered(states["global"], f"mlp-{environment}-github-{phase}", calls))
            for action in missing:
                print(f"{environment}: terraform {phase} called {action}, which mlp-{environment}-github-{phase} may not")
            bad += len(missing)
            print(f"{environment}: {phase} made {len(calls)} different calls, {len(missing)} not allowed")
            if not calls:
                sys.exit(f"{file}: no call by account {account} recorded")
    sys.exit(1 if bad else 0)


if __name__ == "__main__":
    main()
