resource "aws_iam_role" "replication" {
  name                 = "${var.name}-artifact-replication"
  description          = "S3 copies artifacts to ${var.recovery_region}"
  assume_role_policy   = data.aws_iam_policy_document.trust.json
  permissions_boundary = var.permissions_boundary_arn
}

data "aws_iam_policy_document" "trust" {
  statement {
    actions = ["sts:AssumeRole"]

    principals {
      type        = "Service"
      identifiers = ["s3.amazonaws.com"]
    }

    condition {
      test     = "StringEquals"
      variable = "aws:SourceAccount"
      values   = [var.account_id]
    }

    condition {
      test     = "ArnEquals"
      variable = "aws:SourceArn"
      values   = [var.artifacts.arn]
    }
  }
}

resource "aws_iam_role_policy" "replication" {
  name   = "replicate-artifacts"
  role   = aws_iam_role.replication.id
  policy = data.aws_iam_policy_document.replication.json
}

data "aws_iam_policy_document" "replication" {
  statement {
    sid       = "ListSource"
    actions   = ["s3:GetReplicationConfiguration", "s3:ListBucket"]
    resources = [var.artifacts.arn]
  }

  statement {
    sid = "ReadSource"
    actions = [
      "s3:GetObjectVersionAcl",
      "s3:GetObjectVersionForReplication",
      "s3:GetObjectVersionTagging",
    ]
    resources = ["${var.artifacts.arn}/*"]
  }

  statement {
    sid       = "WriteCopy"
    actions   = ["s3:ReplicateObject", "s3:ReplicateTags"]
    resources = ["${module.recovery_artifacts.arn}/*"]
  }

  statement {
    sid       = "DecryptSource"
    actions   = ["kms:Decrypt"]
    resources = [var.artifacts.kms_key_arn]

    condition {
      test     = "StringEquals"
      variable = "kms:ViaService"
      values   = ["s3.${split(":", var.artifacts.kms_key_arn)[3]}.amazonaws.com"]
    }
  }

  statement {
    sid       = "EncryptCopy"
    actions   = ["kms:Encrypt", "kms:GenerateDataKey"]
    resources = [module.recovery_key.arn]

    condition {
      test     = "StringEquals"
      variable = "kms:ViaService"
      values   = ["s3.${var.recovery_region}.amazonaws.com"]
    }
  }
}
