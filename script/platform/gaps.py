"""Operations that moto 5.2 lacks outside EKS. docs/platform.md lists them."""

import json


def answer(account, region, service, operation, body):
    """Status line, content type and payload, or None for moto to answer."""
    handler = HANDLERS.get((service, operation))
    return handler(account, region, body) if handler else None


def no_budget_tags(account, region, body):
    return "200 OK", "application/x-amz-json-1.1", json.dumps({"ResourceTags": []}).encode()


HANDLERS = {
    ("budgets", "ListTagsForResource"): no_budget_tags,
}
