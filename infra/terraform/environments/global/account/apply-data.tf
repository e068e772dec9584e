data "aws_iam_policy_document" "data" {
  statement {
    sid = "Buckets"
    actions = [
      "s3:CreateBucket",
      "s3:DeleteBucket",
      "s3:DeleteBucketPolicy",
      "s3:PutBucketLogging",
      "s3:PutBucketOwnershipControls",
      "s3:PutBucketPublicAccessBlock",
      "s3:PutBucketTagging",
      "s3:PutBucketVersioning",
      "s3:PutEncryptionConfiguration",
      "s3:PutReplicationConfiguration",
    ]
    resources = local.bucket_arns
  }

  # Who may write a bucket's policy can give itself its objects, and who may write its lifecycle can end them. So the
  # objects are named here, where a reader looks, and taken away for good below: a deny holds against any bucket policy.
  statement {
    sid = "BucketRules"
    actions = [
      "s3:DeleteObject",
      "s3:GetObject",
      "s3:PutBucketPolicy",
      "s3:PutLifecycleConfiguration",
      "s3:PutObject",
    ]
    resources = concat(local.bucket_arns, [for arn in local.bucket_arns : "${arn}/*"])
  }

  statement {
    sid = "Database"
    actions = [
      "rds:AddTagsToResource",
      "rds:CreateDBInstance",
      "rds:CreateDBParameterGroup",
      "rds:CreateDBSnapshot",
      "rds:CreateDBSubnetGroup",
      "rds:DeleteDBInstance",
      "rds:DeleteDBParameterGroup",
      "rds:DeleteDBSubnetGroup",
      "rds:ModifyDBInstance",
      "rds:ModifyDBParameterGroup",
      "rds:ModifyDBSubnetGroup",
      "rds:RebootDBInstance",
      "rds:RemoveTagsFromResource",
      "rds:ResetDBParameterGroup",
      "rds:RestoreDBInstanceToPointInTime",
      "rds:StartDBInstanceAutomatedBackupsReplication",
      "rds:StopDBInstanceAutomatedBackupsReplication",
    ]
    resources = flatten([
      for arn in local.arn["rds"] : [
        "${arn}:db:${local.name}-*",
        "${arn}:pg:${local.name}-*",
        "${arn}:snapshot:${local.name}-*",
        "${arn}:subgrp:${local.name}-*",
        "${arn}:auto-backup:*",
        "${arn}:og:*",
      ]
    ])
  }

  # RDS makes the master password's secret with the rights of who makes the database.
  statement {
    sid       = "ManagedMasterPassword"
    actions   = ["secretsmanager:CreateSecret", "secretsmanager:TagResource"]
    resources = [for arn in local.arn["secretsmanager"] : "${arn}:secret:rds!db-*"]
  }

  statement {
    sid = "SecretContainers"
    actions = [
      "secretsmanager:CreateSecret",
      "secretsmanager:DeleteResourcePolicy",
      "secretsmanager:DeleteSecret",
      "secretsmanager:PutResourcePolicy",
      "secretsmanager:RestoreSecret",
      "secretsmanager:TagResource",
      "secretsmanager:UntagResource",
      "secretsmanager:UpdateSecret",
      "secretsmanager:ValidateResourcePolicy",
    ]
    resources = local.secret_arns
  }

  # Making a key has no resource level; the tag it must carry is what the next statement asks for.
  statement {
    sid       = "MakeKeys"
    actions   = ["kms:CreateKey"]
    resources = ["*"]

    condition {
      test     = "StringEquals"
      variable = "aws:RequestTag/Environment"
      values   = [var.environment]
    }
  }

  # A key is tagged while it is made, before it has a tag to ask for.
  statement {
    sid       = "TagNewKeys"
    actions   = ["kms:TagResource"]
    resources = [for arn in local.arn["kms"] : "${arn}:key/*"]

    condition {
      test     = "StringEquals"
      variable = "aws:RequestTag/Environment"
      values   = [var.environment]
    }
  }

  statement {
    sid = "Keys"
    actions = [
      "kms:CreateGrant",
      "kms:Decrypt",
      "kms:EnableKeyRotation",
      "kms:GenerateDataKey",
      "kms:PutKeyPolicy",
      "kms:ScheduleKeyDeletion",
      "kms:TagResource",
      "kms:UntagResource",
      "kms:UpdateKeyDescription",
    ]
    resources = [for arn in local.arn["kms"] : "${arn}:key/*"]

    condition {
      test     = "StringEquals"
      variable = "aws:ResourceTag/Environment"
      values   = [var.environment]
    }
  }

  statement {
    sid       = "Aliases"
    actions   = ["kms:CreateAlias", "kms:DeleteAlias", "kms:UpdateAlias"]
    resources = flatten([for arn in local.arn["kms"] : ["${arn}:alias/${local.name}-*", "${arn}:key/*"]])
  }

  statement {
    sid    = "LeaveStateKey"
    effect = "Deny"
    actions = [
      "kms:CreateAlias",
      "kms:CreateGrant",
      "kms:DeleteAlias",
      "kms:PutKeyPolicy",
      "kms:ScheduleKeyDeletion",
      "kms:TagResource",
      "kms:UntagResource",
      "kms:UpdateAlias",
    ]
    resources = [module.state_key.arn, module.state_key.alias_arn]
  }
}

# Who applies the platform does not read, change or delete its data.
data "aws_iam_policy_document" "no_data" {
  statement {
    sid    = "LeaveObjects"
    effect = "Deny"
    actions = [
      "s3:DeleteObject",
      "s3:DeleteObjectVersion",
      "s3:GetObject",
      "s3:GetObjectVersion",
      "s3:PutObject",
    ]
    resources = [for arn in local.bucket_arns : "${arn}/*"]
  }

  statement {
    sid       = "LeaveSecretValues"
    effect    = "Deny"
    actions   = ["secretsmanager:GetSecretValue", "secretsmanager:PutSecretValue"]
    resources = [for arn in local.arn["secretsmanager"] : "${arn}:secret:*"]
  }
}
