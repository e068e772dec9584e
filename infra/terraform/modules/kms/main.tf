locals {
  service_principals = {
    logs       = "logs.${var.region}.amazonaws.com"
    cloudwatch = "cloudwatch.amazonaws.com"
    events     = "events.amazonaws.com"
    budgets    = "budgets.amazonaws.com"
  }
}

resource "aws_kms_key" "this" {
  description             = "${var.name}: ${var.purpose}"
  enable_key_rotation     = true
  deletion_window_in_days = var.deletion_window_in_days
}

resource "aws_kms_alias" "this" {
  name          = "alias/${var.name}"
  target_key_id = aws_kms_key.this.key_id
}

# A resource of its own, not the key's `policy` argument: only so can the statements name the key instead of "*".
resource "aws_kms_key_policy" "this" {
  key_id = aws_kms_key.this.key_id
  policy = data.aws_iam_policy_document.key.json
}

data "aws_iam_policy_document" "key" {
  # Naming the account delegates to its IAM policies; it gives nobody a right by itself.
  statement {
    sid       = "DelegateToAccount"
    actions   = local.delegated_actions
    resources = [aws_kms_key.this.arn]

    principals {
      type        = "AWS"
      identifiers = ["arn:aws:iam::${var.account_id}:root"]
    }

    condition {
      test     = "StringEquals"
      variable = "kms:CallerAccount"
      values   = [var.account_id]
    }
  }

  # Naming a key needs a right on the name as well.
  statement {
    sid       = "DelegateAliases"
    actions   = ["kms:CreateAlias", "kms:DeleteAlias", "kms:UpdateAlias"]
    resources = [aws_kms_key.this.arn, aws_kms_alias.this.arn]

    principals {
      type        = "AWS"
      identifiers = ["arn:aws:iam::${var.account_id}:root"]
    }

    condition {
      test     = "StringEquals"
      variable = "kms:CallerAccount"
      values   = [var.account_id]
    }
  }

  dynamic "statement" {
    for_each = contains(var.services, "logs") ? [true] : []

    content {
      sid = "EncryptLogGroups"
      actions = [
        "kms:Decrypt",
        "kms:Encrypt",
        "kms:GenerateDataKey",
        "kms:GenerateDataKeyWithoutPlaintext",
        "kms:ReEncryptFrom",
        "kms:ReEncryptTo",
      ]
      resources = [aws_kms_key.this.arn]

      principals {
        type        = "Service"
        identifiers = [local.service_principals.logs]
      }

      condition {
        test     = "StringLike"
        variable = "kms:EncryptionContext:aws:logs:arn"
        values   = ["arn:aws:logs:${var.region}:${var.account_id}:log-group:*"]
      }
    }
  }

  # Alarms, event rules and budgets publish to an encrypted topic.
  dynamic "statement" {
    for_each = toset([for service in var.services : service if service != "logs"])

    content {
      sid       = "PublishFrom${title(statement.value)}"
      actions   = ["kms:Decrypt", "kms:GenerateDataKey"]
      resources = [aws_kms_key.this.arn]

      principals {
        type        = "Service"
        identifiers = [local.service_principals[statement.value]]
      }

      condition {
        test     = "StringEquals"
        variable = "aws:SourceAccount"
        values   = [var.account_id]
      }
    }
  }
}

locals {
  delegated_actions = [
    "kms:CancelKeyDeletion",
    "kms:CreateGrant",
    "kms:Decrypt",
    "kms:DescribeKey",
    "kms:DisableKey",
    "kms:EnableKey",
    "kms:EnableKeyRotation",
    "kms:Encrypt",
    "kms:GenerateDataKey",
    "kms:GenerateDataKeyWithoutPlaintext",
    "kms:GetKeyPolicy",
    "kms:GetKeyRotationStatus",
    "kms:ListGrants",
    "kms:ListKeyPolicies",
    "kms:ListResourceTags",
    "kms:PutKeyPolicy",
    "kms:ReEncryptFrom",
    "kms:ReEncryptTo",
    "kms:RetireGrant",
    "kms:RevokeGrant",
    "kms:ScheduleKeyDeletion",
    "kms:TagResource",
    "kms:UntagResource",
    "kms:UpdateKeyDescription",
  ]
}
