# The most that any role of the environment can ever do, whoever writes its policies: the environment's own data, the
# cluster's own machines, and reading. Nothing here makes or changes an identity, except the nodes' instance profiles.
resource "aws_iam_policy" "boundary" {
  name        = "${local.name}-boundary"
  description = "Upper bound of every role of ${var.environment}"
  policy      = data.aws_iam_policy_document.boundary.json
}

data "aws_iam_policy_document" "boundary" {
  statement {
    sid = "OwnObjects"
    actions = [
      "s3:AbortMultipartUpload",
      "s3:DeleteObject",
      "s3:GetObject",
      "s3:GetObjectVersion*",
      "s3:GetReplicationConfiguration",
      "s3:ListBucket",
      "s3:ListMultipartUploadParts",
      "s3:PutObject",
      "s3:ReplicateObject",
      "s3:ReplicateTags",
    ]
    resources = concat(local.bucket_arns, [for arn in local.bucket_arns : "${arn}/*"])
  }

  statement {
    sid       = "OwnSecrets"
    actions   = ["secretsmanager:DescribeSecret", "secretsmanager:GetSecretValue"]
    resources = local.secret_arns
  }

  statement {
    sid = "OwnKeys"
    actions = [
      "kms:CreateGrant",
      "kms:Decrypt",
      "kms:DescribeKey",
      "kms:Encrypt",
      "kms:GenerateDataKey*",
      "kms:ListGrants",
    ]
    resources = ["arn:aws:kms:*:${var.account_id}:key/*"]
  }

  statement {
    sid = "OwnLogs"
    actions = [
      "logs:CreateLogStream",
      "logs:DescribeLogStreams",
      "logs:FilterLogEvents",
      "logs:GetLogEvents",
      "logs:PutLogEvents",
      "logs:StartQuery",
    ]
    resources = ["arn:aws:logs:*:${var.account_id}:log-group:*"]
  }

  statement {
    sid = "OwnCluster"
    actions = [
      "eks-auth:AssumeRoleForPodIdentity",
      "eks:DescribeCluster",
      "eks:UpdateNodegroupConfig",
    ]
    resources = [
      "arn:aws:eks:*:${var.account_id}:cluster/${local.name}-*",
      "arn:aws:eks:*:${var.account_id}:nodegroup/${local.name}-*/*/*",
    ]
  }

  statement {
    sid       = "OwnDatabase"
    actions   = ["rds:StartDBInstance", "rds:StopDBInstance"]
    resources = ["arn:aws:rds:*:${var.account_id}:db:${local.name}-*"]
  }

  statement {
    sid       = "OwnQueue"
    actions   = ["sqs:DeleteMessage", "sqs:GetQueueUrl", "sqs:ReceiveMessage"]
    resources = ["arn:aws:sqs:*:${var.account_id}:${local.name}-*"]
  }

  statement {
    sid       = "SharedImages"
    actions   = ["ecr:BatchCheckLayerAvailability", "ecr:BatchGetImage", "ecr:GetDownloadUrlForLayer"]
    resources = ["arn:aws:ecr:*:${var.registry_account_id}:repository/${var.project}/*"]
  }

  # Machines, disks, addresses and load balancers that the control plane, the network plugin, the disk driver and
  # Karpenter make.
  statement {
    sid = "Machines"
    actions = [
      "ec2:AssignPrivateIpAddresses",
      "ec2:AttachNetworkInterface",
      "ec2:AttachVolume",
      "ec2:AuthorizeSecurityGroupIngress",
      "ec2:CreateFleet",
      "ec2:CreateLaunchTemplate",
      "ec2:CreateNetworkInterface*",
      "ec2:CreateSecurityGroup",
      "ec2:CreateSnapshot",
      "ec2:CreateTags",
      "ec2:CreateVolume",
      "ec2:DeleteLaunchTemplate",
      "ec2:DeleteNetworkInterface",
      "ec2:DeleteSecurityGroup",
      "ec2:DeleteSnapshot",
      "ec2:DeleteTags",
      "ec2:DeleteVolume",
      "ec2:DetachNetworkInterface",
      "ec2:DetachVolume",
      "ec2:EnableFastSnapshotRestores",
      "ec2:ModifyInstanceAttribute",
      "ec2:ModifyNetworkInterfaceAttribute",
      "ec2:ModifyVolume",
      "ec2:RevokeSecurityGroupIngress",
      "ec2:RunInstances",
      "ec2:TerminateInstances",
      "ec2:UnassignPrivateIpAddresses",
    ]
    resources = ["arn:aws:ec2:*:${var.account_id}:*", "arn:aws:ec2:*::*"]
  }

  statement {
    sid = "LoadBalancers"
    actions = [
      "elasticloadbalancing:Add*",
      "elasticloadbalancing:Create*",
      "elasticloadbalancing:Delete*",
      "elasticloadbalancing:Deregister*",
      "elasticloadbalancing:Modify*",
      "elasticloadbalancing:Register*",
      "elasticloadbalancing:SetIpAddressType",
      "elasticloadbalancing:SetLoadBalancer*",
      "elasticloadbalancing:SetRulePriorities",
      "elasticloadbalancing:SetSecurityGroups",
      "elasticloadbalancing:SetSubnets",
    ]
    resources = ["arn:aws:elasticloadbalancing:*:${var.account_id}:*"]
  }

  statement {
    sid       = "NodeProfiles"
    actions   = ["iam:AddRoleToInstanceProfile", "iam:*InstanceProfile"]
    resources = ["arn:aws:iam::${var.account_id}:instance-profile/*"]
  }

  statement {
    sid       = "DressNodes"
    actions   = ["iam:PassRole"]
    resources = ["arn:aws:iam::${var.account_id}:role/${local.name}-node-*"]

    condition {
      test     = "StringEquals"
      variable = "iam:PassedToService"
      values   = ["ec2.amazonaws.com"]
    }
  }

  statement {
    sid       = "MachineImages"
    actions   = ["ssm:GetParameter"]
    resources = ["arn:aws:ssm:*:*:parameter/aws/service/eks/*"]
  }

  # Without resource level.
  statement {
    sid = "Look"
    actions = [
      "cloudwatch:GetMetricData",
      "cloudwatch:GetMetricStatistics",
      "cloudwatch:ListMetrics",
      "ec2:DescribeAvailabilityZones",
      "ec2:DescribeImages",
      "ec2:DescribeInstanceTypeOfferings",
      "ec2:DescribeInstanceTypes",
      "ec2:DescribeInstances",
      "ec2:DescribeLaunchTemplates",
      "ec2:DescribeNetworkInterfaces",
      "ec2:DescribeSecurityGroups",
      "ec2:DescribeSnapshots",
      "ec2:DescribeSpotPriceHistory",
      "ec2:DescribeSubnets",
      "ec2:DescribeTags",
      "ec2:DescribeVolumes",
      "ec2:DescribeVolumesModifications",
      "ec2:DescribeVpcs",
      "ecr:GetAuthorizationToken",
      "elasticloadbalancing:DescribeLoadBalancers",
      "elasticloadbalancing:DescribeTargetGroups",
      "pricing:GetProducts",
      "tag:GetResources",
    ]
    resources = ["*"]

    condition {
      test     = "StringEquals"
      variable = "aws:PrincipalAccount"
      values   = [var.account_id]
    }
  }
}
