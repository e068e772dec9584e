# Roles that people wear after signing in at IAM Identity Center. There are no IAM users and no access keys.

locals {
  people = merge(
    { for team, access in var.teams : "team-${team}" => { permission_set = access.permission_set, hours = 8 } },
    { break-glass = { permission_set = var.break_glass_permission_set, hours = 1 } },
  )
}

resource "aws_iam_role" "people" {
  for_each = local.people

  name                 = "${var.name}-${each.key}"
  description          = "People with permission set ${each.value.permission_set}"
  assume_role_policy   = data.aws_iam_policy_document.people_trust[each.key].json
  permissions_boundary = var.permissions_boundary_arn
  max_session_duration = each.value.hours * 3600
}

data "aws_iam_policy_document" "people_trust" {
  for_each = local.people

  # Identity Center's role names end in random letters, and a principal takes no pattern; the condition does.
  statement {
    actions = ["sts:AssumeRole"]

    principals {
      type        = "AWS"
      identifiers = ["arn:aws:iam::${var.account_id}:root"]
    }

    condition {
      test     = "ArnLike"
      variable = "aws:PrincipalArn"
      values = [
        "arn:aws:iam::${var.account_id}:role/aws-reserved/sso.amazonaws.com/*/AWSReservedSSO_${each.value.permission_set}_*",
      ]
    }
  }
}

resource "aws_iam_role_policy" "people" {
  for_each = local.people

  name   = "reach-cluster"
  role   = aws_iam_role.people[each.key].id
  policy = data.aws_iam_policy_document.people[each.key].json
}

data "aws_iam_policy_document" "people" {
  for_each = local.people

  # Enough for `aws eks update-kubeconfig`; what the person may do inside is the access entry's matter.
  statement {
    sid       = "FindCluster"
    actions   = ["eks:DescribeCluster"]
    resources = [var.cluster.arn]
  }

  dynamic "statement" {
    for_each = [for team, access in var.teams : access.namespaces if "team-${team}" == each.key]

    content {
      sid     = "ReadLogs"
      actions = ["logs:FilterLogEvents", "logs:GetLogEvents", "logs:StartQuery"]
      resources = flatten([
        for namespace in statement.value : [
          "arn:aws:logs:${var.region}:${var.account_id}:log-group:${var.log_prefix}/${namespace}",
          "arn:aws:logs:${var.region}:${var.account_id}:log-group:${var.log_prefix}/${namespace}:log-stream:*",
        ]
      ])
    }
  }
}
