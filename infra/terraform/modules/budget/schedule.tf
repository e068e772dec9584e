# Office hours: EventBridge Scheduler calls the two APIs itself, so that there is no function to keep.

locals {
  calls = {
    database-start = {
      when   = "start"
      target = "arn:aws:scheduler:::aws-sdk:rds:startDBInstance"
      input  = jsonencode({ DbInstanceIdentifier = var.database.id })
    }
    database-stop = {
      when   = "stop"
      target = "arn:aws:scheduler:::aws-sdk:rds:stopDBInstance"
      input  = jsonencode({ DbInstanceIdentifier = var.database.id })
    }
    nodes-start = {
      when   = "start"
      target = "arn:aws:scheduler:::aws-sdk:eks:updateNodegroupConfig"
      input = jsonencode({
        ClusterName   = var.node_group.cluster
        NodegroupName = var.node_group.name
        ScalingConfig = { DesiredSize = var.node_group.desired_size }
      })
    }
    nodes-stop = {
      when   = "stop"
      target = "arn:aws:scheduler:::aws-sdk:eks:updateNodegroupConfig"
      input = jsonencode({
        ClusterName   = var.node_group.cluster
        NodegroupName = var.node_group.name
        ScalingConfig = { DesiredSize = 0 }
      })
    }
  }
}

resource "aws_scheduler_schedule_group" "office_hours" {
  count = var.office_hours == null ? 0 : 1

  name = "${var.name}-office-hours"
}

resource "aws_scheduler_schedule" "office_hours" {
  for_each = { for name, call in local.calls : name => call if var.office_hours != null }

  name                         = "${var.name}-${each.key}"
  group_name                   = aws_scheduler_schedule_group.office_hours[0].name
  schedule_expression          = "cron(${var.office_hours[each.value.when]})"
  schedule_expression_timezone = var.office_hours.timezone
  kms_key_arn                  = var.schedule_key_arn

  flexible_time_window {
    mode = "OFF"
  }

  target {
    arn      = each.value.target
    role_arn = aws_iam_role.office_hours[0].arn
    input    = each.value.input

    retry_policy {
      maximum_event_age_in_seconds = 3600
      maximum_retry_attempts       = 5
    }
  }
}

resource "aws_iam_role" "office_hours" {
  count = var.office_hours == null ? 0 : 1

  name                 = "${var.name}-office-hours"
  description          = "EventBridge Scheduler stops and starts the database and the system nodes"
  assume_role_policy   = data.aws_iam_policy_document.trust.json
  permissions_boundary = var.permissions_boundary_arn
}

data "aws_iam_policy_document" "trust" {
  statement {
    actions = ["sts:AssumeRole"]

    principals {
      type        = "Service"
      identifiers = ["scheduler.amazonaws.com"]
    }

    condition {
      test     = "StringEquals"
      variable = "aws:SourceAccount"
      values   = [var.account_id]
    }
  }
}

resource "aws_iam_role_policy" "office_hours" {
  count = var.office_hours == null ? 0 : 1

  name   = "office-hours"
  role   = aws_iam_role.office_hours[0].id
  policy = data.aws_iam_policy_document.office_hours.json
}

data "aws_iam_policy_document" "office_hours" {
  statement {
    sid       = "Database"
    actions   = ["rds:StartDBInstance", "rds:StopDBInstance"]
    resources = [var.database.arn]
  }

  statement {
    sid       = "Nodes"
    actions   = ["eks:UpdateNodegroupConfig"]
    resources = [var.node_group.arn]
  }

  statement {
    sid       = "ReadInput"
    actions   = ["kms:Decrypt"]
    resources = [var.schedule_key_arn]

    condition {
      test     = "StringEquals"
      variable = "kms:ViaService"
      values   = ["scheduler.${split(":", var.schedule_key_arn)[3]}.amazonaws.com"]
    }
  }
}
