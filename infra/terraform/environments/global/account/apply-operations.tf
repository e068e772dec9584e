data "aws_iam_policy_document" "operations" {
  statement {
    sid = "LogGroups"
    actions = [
      "logs:AssociateKmsKey",
      "logs:CreateLogGroup",
      "logs:DeleteLogGroup",
      "logs:DeleteMetricFilter",
      "logs:DisassociateKmsKey",
      "logs:PutMetricFilter",
      "logs:PutRetentionPolicy",
      "logs:TagResource",
      "logs:UntagResource",
    ]
    resources = flatten([
      for arn in local.arn["logs"] : [
        "${arn}:log-group:/${var.project}/${var.environment}/*",
        "${arn}:log-group:/${var.project}/${var.environment}-dr/*",
        "${arn}:log-group:/aws/eks/${local.name}-*",
        "${arn}:log-group:/aws/rds/instance/${local.name}-*",
        "${arn}:log-group:/aws/vpc/${local.name}/*",
        "${arn}:log-group:/aws/vpc/${local.name}-dr/*",
      ]
    ])
  }

  statement {
    sid       = "Alarms"
    actions   = ["cloudwatch:DeleteAlarms", "cloudwatch:PutMetricAlarm", "cloudwatch:TagResource", "cloudwatch:UntagResource"]
    resources = [for arn in local.arn["cloudwatch"] : "${arn}:alarm:${local.name}-*"]
  }

  statement {
    sid = "AlertTopic"
    actions = [
      "sns:CreateTopic",
      "sns:DeleteTopic",
      "sns:SetTopicAttributes",
      "sns:Subscribe",
      "sns:TagResource",
      "sns:UntagResource",
    ]
    resources = [for arn in local.arn["sns"] : "${arn}:${local.name}-*"]
  }

  # Ending a subscription has no resource level.
  statement {
    sid       = "Unsubscribe"
    actions   = ["sns:Unsubscribe"]
    resources = ["*"]

    condition {
      test     = "StringEquals"
      variable = "aws:RequestedRegion"
      values   = local.regions
    }
  }

  statement {
    sid       = "Budget"
    actions   = ["budgets:ModifyBudget", "budgets:TagResource", "budgets:UntagResource"]
    resources = ["arn:aws:budgets::${var.account_id}:budget/${local.name}-*"]
  }

  statement {
    sid = "Schedules"
    actions = [
      "scheduler:CreateSchedule",
      "scheduler:CreateScheduleGroup",
      "scheduler:DeleteSchedule",
      "scheduler:DeleteScheduleGroup",
      "scheduler:TagResource",
      "scheduler:UntagResource",
      "scheduler:UpdateSchedule",
    ]
    resources = flatten([
      for arn in local.arn["scheduler"] : ["${arn}:schedule/${local.name}-*", "${arn}:schedule-group/${local.name}-*"]
    ])
  }
}
