"""Operations that moto 5.2 lacks outside EKS. docs/platform.md lists them."""

import json
from urllib.parse import parse_qsl
from xml.sax.saxutils import escape

from moto.budgets import budgets_backends

tags = {}  # (account, budget) → tags
backups = {}  # (account, region) → source instance ARN → replicated backup


def answer(account, region, service, operation, body):
    """Status line, content type and payload, or None for moto to answer."""
    handler = HANDLERS.get((service, operation))
    return handler(account, region, operation, body) if handler else None


def json_answer(value):
    return "200 OK", "application/x-amz-json-1.1", json.dumps(value).encode()


def remember_budget_tags(account, region, operation, body):
    request = json.loads(body)
    tags[(account, request["Budget"]["BudgetName"])] = request.get("ResourceTags", [])


def budget_tags(account, region, operation, body):
    name = json.loads(body)["ResourceARN"].split(":budget/")[1]
    return json_answer({"ResourceTags": tags.get((account, name), [])})


def budget_subscribers(account, region, operation, body):
    request = json.loads(body)
    budget = budgets_backends[account]["aws"].budgets[account][request["BudgetName"]]
    wanted = request["Notification"]
    for notification in budget.notifications:
        if all(notification.details.get(name) == value for name, value in wanted.items() if name != "NotificationState"):
            return json_answer({"Subscribers": notification.subscribers})
    return json_answer({"Subscribers": []})


def backup_replication(account, region, operation, body):
    """Start, find and stop the replication of an instance's automated backups."""
    request = dict(parse_qsl(body.decode()))
    table = backups.setdefault((account, region), {})
    if operation.startswith("Start"):
        source = request["SourceDBInstanceArn"]
        identity = f"ab-{abs(hash(source)):032x}"
        table[source] = {
            "DBInstanceArn": source,
            "DBInstanceAutomatedBackupsArn": f"arn:aws:rds:{region}:{account}:auto-backup:{identity}",
            "DBInstanceIdentifier": source.rsplit(":", 1)[1],
            "KmsKeyId": request["KmsKeyId"],
            "BackupRetentionPeriod": request["BackupRetentionPeriod"],
            "Status": "replicating",
        }
        return rds_answer(operation, element("DBInstanceAutomatedBackup", table[source]))
    if operation.startswith("Stop"):
        return rds_answer(operation, element("DBInstanceAutomatedBackup", table.pop(request["SourceDBInstanceArn"])))
    wanted = request.get("DBInstanceAutomatedBackupsArn")
    found = [backup for backup in table.values() if wanted in (None, backup["DBInstanceAutomatedBackupsArn"])]
    items = "".join(element("DBInstanceAutomatedBackup", backup) for backup in found)
    return rds_answer(operation, f"<DBInstanceAutomatedBackups>{items}</DBInstanceAutomatedBackups>")


def element(name, members):
    inner = "".join(f"<{member}>{escape(str(value))}</{member}>" for member, value in members.items())
    return f"<{name}>{inner}</{name}>"


def rds_answer(operation, inner):
    text = f"<{operation}Response><{operation}Result>{inner}</{operation}Result></{operation}Response>"
    return "200 OK", "text/xml", text.encode()


HANDLERS = {
    ("budgets", "CreateBudget"): remember_budget_tags,
    ("budgets", "ListTagsForResource"): budget_tags,
    ("budgets", "DescribeSubscribersForNotification"): budget_subscribers,
    ("rds", "StartDBInstanceAutomatedBackupsReplication"): backup_replication,
    ("rds", "DescribeDBInstanceAutomatedBackups"): backup_replication,
    ("rds", "StopDBInstanceAutomatedBackupsReplication"): backup_replication,
}
