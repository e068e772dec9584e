# What a refresh reads. `look` holds the calls without resource level, `read` the others, by name of the environment.

locals {
  arn = {
    for service in ["ec2", "eks", "rds", "kms", "logs", "sqs", "sns", "events", "cloudwatch", "scheduler", "secretsmanager"] :
    service => [for region in local.regions : "arn:aws:${service}:${region}:${var.account_id}"]
  }

  # A recovered copy of the environment, in its recovery region, has names and paths of its own.
  prefixes = compact([local.name, var.recovery_region == null ? null : "${local.name}-dr"])
  paths    = compact([var.environment, var.recovery_region == null ? null : "${var.environment}-dr"])

  bucket_arns = concat(
    [
      for pair in setproduct(local.prefixes, ["raw", "features", "artifacts", "logs"]) :
      "arn:aws:s3:::${pair[0]}-${pair[1]}-${var.account_id}"
    ],
    var.recovery_region == null ? [] : [
      for purpose in ["artifacts", "logs"] : "arn:aws:s3:::${local.name}-recovery-${purpose}-${var.account_id}"
    ],
  )

  secret_arns = [
    for pair in setproduct(local.arn["secretsmanager"], local.paths) : "${pair[0]}:secret:/${pair[1]}/*"
  ]

  eks_arns = flatten([
    for arn in local.arn["eks"] : [
      "${arn}:access-entry/${local.name}-*/*",
      "${arn}:addon/${local.name}-*/*/*",
      "${arn}:cluster/${local.name}-*",
      "${arn}:nodegroup/${local.name}-*/*/*",
      "${arn}:podidentityassociation/${local.name}-*/*",
    ]
  ])

  role_arn = "arn:aws:iam::${var.account_id}:role/${local.name}-*"
}

data "aws_iam_policy_document" "look" {
  statement {
    sid = "Look"
    actions = [
      "ec2:DescribeAddresses",
      "ec2:DescribeAddressesAttribute",
      "ec2:DescribeAvailabilityZones",
      "ec2:DescribeFlowLogs",
      "ec2:DescribeInternetGateways",
      "ec2:DescribeLaunchTemplateVersions",
      "ec2:DescribeLaunchTemplates",
      "ec2:DescribeNatGateways",
      "ec2:DescribeNetworkAcls",
      "ec2:DescribeNetworkInterfaces",
      "ec2:DescribePrefixLists",
      "ec2:DescribeRouteTables",
      "ec2:DescribeSecurityGroupRules",
      "ec2:DescribeSecurityGroups",
      "ec2:DescribeSubnets",
      "ec2:DescribeTags",
      "ec2:DescribeVpcEndpoints",
      "ec2:DescribeVpcs",
      "eks:DescribeAddonVersions",
      "kms:ListAliases",
      "logs:DescribeLogGroups",
      "sns:GetSubscriptionAttributes",
      "sts:GetCallerIdentity",
    ]
    resources = ["*"]

    condition {
      test     = "StringEquals"
      variable = "aws:RequestedRegion"
      values   = local.regions
    }
  }
}

data "aws_iam_policy_document" "read" {
  statement {
    sid       = "Network"
    actions   = ["ec2:DescribeVpcAttribute"]
    resources = [for arn in local.arn["ec2"] : "${arn}:vpc/*"]
  }

  statement {
    sid = "Cluster"
    actions = [
      "eks:DescribeAccessEntry",
      "eks:DescribeAddon",
      "eks:DescribeCluster",
      "eks:DescribeNodegroup",
      "eks:DescribePodIdentityAssociation",
      "eks:DescribeUpdate",
      "eks:ListAssociatedAccessPolicies",
      "eks:ListPodIdentityAssociations",
      "eks:ListTagsForResource",
    ]
    resources = local.eks_arns
  }

  statement {
    sid = "Buckets"
    actions = [
      "s3:GetAccelerateConfiguration",
      "s3:GetBucketAcl",
      "s3:GetBucketCORS",
      "s3:GetBucketLocation",
      "s3:GetBucketLogging",
      "s3:GetBucketObjectLockConfiguration",
      "s3:GetBucketOwnershipControls",
      "s3:GetBucketPolicy",
      "s3:GetBucketPublicAccessBlock",
      "s3:GetBucketRequestPayment",
      "s3:GetBucketTagging",
      "s3:GetBucketVersioning",
      "s3:GetBucketWebsite",
      "s3:GetEncryptionConfiguration",
      "s3:GetLifecycleConfiguration",
      "s3:GetReplicationConfiguration",
      "s3:ListBucket",
      "s3:ListBucketVersions",
    ]
    resources = local.bucket_arns
  }

  statement {
    sid = "Database"
    actions = [
      "rds:DescribeDBInstanceAutomatedBackups",
      "rds:DescribeDBInstances",
      "rds:DescribeDBParameterGroups",
      "rds:DescribeDBParameters",
      "rds:DescribeDBSubnetGroups",
      "rds:ListTagsForResource",
    ]
    resources = flatten([
      for arn in local.arn["rds"] : [
        "${arn}:db:*", "${arn}:pg:*", "${arn}:subgrp:*", "${arn}:auto-backup:*",
      ]
    ])
  }

  statement {
    sid = "Keys"
    actions = [
      "kms:DescribeKey",
      "kms:GetKeyPolicy",
      "kms:GetKeyRotationStatus",
      "kms:ListResourceTags",
    ]
    resources = [for arn in local.arn["kms"] : "${arn}:key/*"]

    condition {
      test     = "StringEquals"
      variable = "aws:ResourceTag/Environment"
      values   = [var.environment]
    }
  }

  # The container of a secret, never its value.
  statement {
    sid       = "SecretContainers"
    actions   = ["secretsmanager:DescribeSecret", "secretsmanager:GetResourcePolicy"]
    resources = local.secret_arns
  }

  statement {
    sid = "Identity"
    actions = [
      "iam:GetRole",
      "iam:GetRolePolicy",
      "iam:ListAttachedRolePolicies",
      "iam:ListInstanceProfilesForRole",
      "iam:ListRolePolicies",
      "iam:ListRoleTags",
    ]
    resources = [local.role_arn]
  }

  statement {
    sid       = "ClusterIssuer"
    actions   = ["iam:GetOpenIDConnectProvider", "iam:ListOpenIDConnectProviderTags"]
    resources = [for region in local.regions : "arn:aws:iam::${var.account_id}:oidc-provider/oidc.eks.${region}.amazonaws.com/*"]
  }

  statement {
    sid = "Operations"
    actions = [
      "cloudwatch:DescribeAlarms",
      "cloudwatch:ListTagsForResource",
      "events:DescribeRule",
      "events:ListTagsForResource",
      "events:ListTargetsByRule",
      "logs:DescribeMetricFilters",
      "logs:ListTagsForResource",
      "logs:ListTagsLogGroup",
      "scheduler:GetSchedule",
      "scheduler:GetScheduleGroup",
      "scheduler:ListTagsForResource",
      "sns:GetTopicAttributes",
      "sns:ListTagsForResource",
      "sqs:GetQueueAttributes",
      "sqs:GetQueueUrl",
      "sqs:ListQueueTags",
    ]
    resources = flatten([
      [for arn in local.arn["cloudwatch"] : "${arn}:alarm:*"],
      [for arn in local.arn["events"] : "${arn}:rule/${local.name}-*"],
      [for arn in local.arn["logs"] : "${arn}:log-group:*"],
      [for arn in local.arn["scheduler"] : ["${arn}:schedule/${local.name}-*", "${arn}:schedule-group/${local.name}-*"]],
      [for arn in local.arn["sns"] : "${arn}:${local.name}-*"],
      [for arn in local.arn["sqs"] : "${arn}:${local.name}-*"],
    ])
  }

  statement {
    sid       = "Budget"
    actions   = ["budgets:ListTagsForResource", "budgets:ViewBudget"]
    resources = ["arn:aws:budgets::${var.account_id}:budget/${local.name}-*"]
  }
}
