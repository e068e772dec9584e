mock_provider "aws" {
  mock_data "aws_iam_policy_document" {
    defaults = {
      json = "{}"
    }
  }
}

variables {
  name                     = "mlp-dev"
  account_id               = "111111111111"
  monthly_limit_usd        = 600
  owner_emails             = ["ml-platform@example.com"]
  alert_topic_arn          = "arn:aws:sns:eu-west-2:111111111111:mlp-dev-alerts"
  schedule_key_arn         = "arn:aws:kms:eu-west-2:111111111111:key/1b7d3f0e-0000-4000-8000-000000000000"
  permissions_boundary_arn = "arn:aws:iam::111111111111:policy/mlp-dev-boundary"

  database = {
    id  = "mlp-dev-mlflow"
    arn = "arn:aws:rds:eu-west-2:111111111111:db:mlp-dev-mlflow"
  }

  node_group = {
    cluster      = "mlp-dev-cluster"
    name         = "mlp-dev-system"
    arn          = "arn:aws:eks:eu-west-2:111111111111:nodegroup/mlp-dev-cluster/mlp-dev-system/1"
    desired_size = 2
  }
}

run "owners_hear_at_80_and_100_percent" {
  command = plan

  assert {
    condition = toset([
      for alert in aws_budgets_budget.monthly.notification : alert.threshold if alert.notification_type == "ACTUAL"
    ]) == toset([80, 100])
    error_message = "the budget does not alert at 80 and 100 percent"
  }

  assert {
    condition     = alltrue([for alert in aws_budgets_budget.monthly.notification : length(alert.subscriber_email_addresses) == 1])
    error_message = "an alert goes to nobody"
  }

  assert {
    condition     = length(aws_scheduler_schedule.office_hours) == 0 && length(aws_iam_role.office_hours) == 0
    error_message = "without office hours nothing may stop the database"
  }
}

run "office_hours_stop_and_start" {
  command = plan

  variables {
    office_hours = {
      timezone = "Europe/London"
      start    = "0 7 ? * MON-FRI *"
      stop     = "0 20 ? * MON-FRI *"
    }
  }

  assert {
    condition = { for name, call in aws_scheduler_schedule.office_hours : name => call.schedule_expression } == {
      database-start = "cron(0 7 ? * MON-FRI *)"
      database-stop  = "cron(0 20 ? * MON-FRI *)"
      nodes-start    = "cron(0 7 ? * MON-FRI *)"
      nodes-stop     = "cron(0 20 ? * MON-FRI *)"
    }
    error_message = "a schedule fires at the wrong time"
  }
}

run "a_budget_that_tells_nobody_is_refused" {
  command = plan

  variables {
    owner_emails = []
  }

  expect_failures = [var.owner_emails]
}
