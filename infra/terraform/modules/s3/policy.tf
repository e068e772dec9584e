locals {
  # Spelled out, so that a plan shows the whole policy before the bucket exists.
  arn = "arn:aws:s3:::${var.name}"
}

data "aws_iam_policy_document" "bucket" {
  statement {
    sid       = "DenyPlainHTTP"
    effect    = "Deny"
    actions   = ["s3:*"]
    resources = [local.arn, "${local.arn}/*"]

    principals {
      type        = "AWS"
      identifiers = ["*"]
    }

    condition {
      test     = "Bool"
      variable = "aws:SecureTransport"
      values   = ["false"]
    }
  }

  # The second lock: an IAM policy of another account, however wide, does not reach this bucket.
  statement {
    sid       = "DenyOtherAccounts"
    effect    = "Deny"
    actions   = ["s3:*"]
    resources = [local.arn, "${local.arn}/*"]

    principals {
      type        = "AWS"
      identifiers = ["*"]
    }

    condition {
      test     = "StringNotEquals"
      variable = "aws:PrincipalAccount"
      values   = [var.account_id]
    }

    condition {
      test     = "Bool"
      variable = "aws:PrincipalIsAWSService"
      values   = ["false"]
    }
  }

  dynamic "statement" {
    for_each = merge(var.readers, var.writers)

    content {
      sid       = "List${replace(title(replace(statement.key, "-", " ")), " ", "")}"
      actions   = ["s3:ListBucket"]
      resources = [local.arn]

      principals {
        type        = "AWS"
        identifiers = [statement.value.role_arn]
      }

      condition {
        test     = "StringLike"
        variable = "s3:prefix"
        values   = ["${statement.value.prefix}*"]
      }
    }
  }

  dynamic "statement" {
    for_each = var.readers

    content {
      sid       = "Read${replace(title(replace(statement.key, "-", " ")), " ", "")}"
      actions   = ["s3:GetObject"]
      resources = ["${local.arn}/${statement.value.prefix}*"]

      principals {
        type        = "AWS"
        identifiers = [statement.value.role_arn]
      }
    }
  }

  dynamic "statement" {
    for_each = var.writers

    content {
      sid       = "Write${replace(title(replace(statement.key, "-", " ")), " ", "")}"
      actions   = ["s3:AbortMultipartUpload", "s3:GetObject", "s3:ListMultipartUploadParts", "s3:PutObject"]
      resources = ["${local.arn}/${statement.value.prefix}*"]

      principals {
        type        = "AWS"
        identifiers = [statement.value.role_arn]
      }
    }
  }

  dynamic "statement" {
    for_each = var.receives_access_logs ? [true] : []

    content {
      sid       = "WriteAccessLogs"
      actions   = ["s3:PutObject"]
      resources = ["${local.arn}/*"]

      principals {
        type        = "Service"
        identifiers = ["logging.s3.amazonaws.com"]
      }

      condition {
        test     = "StringEquals"
        variable = "aws:SourceAccount"
        values   = [var.account_id]
      }
    }
  }
}
