# Roles that EKS itself or its nodes wear. Workload roles are in module iam-roles.

resource "aws_iam_role" "cluster" {
  name                 = "${var.name}-cluster"
  description          = "Control plane of ${var.cluster_name}"
  assume_role_policy   = data.aws_iam_policy_document.cluster_trust.json
  permissions_boundary = var.permissions_boundary_arn
}

data "aws_iam_policy_document" "cluster_trust" {
  statement {
    actions = ["sts:AssumeRole"]

    principals {
      type        = "Service"
      identifiers = ["eks.amazonaws.com"]
    }

    condition {
      test     = "StringEquals"
      variable = "aws:SourceAccount"
      values   = [var.account_id]
    }

    condition {
      test     = "ArnEquals"
      variable = "aws:SourceArn"
      values   = ["arn:aws:eks:${var.region}:${var.account_id}:cluster/${var.cluster_name}"]
    }
  }
}

resource "aws_iam_role_policy_attachment" "cluster" {
  role       = aws_iam_role.cluster.name
  policy_arn = "arn:aws:iam::aws:policy/AmazonEKSClusterPolicy"
}

resource "aws_iam_role_policy" "cluster_secrets_key" {
  name   = "wrap-secrets"
  role   = aws_iam_role.cluster.id
  policy = data.aws_iam_policy_document.cluster_secrets_key.json
}

data "aws_iam_policy_document" "cluster_secrets_key" {
  statement {
    sid       = "WrapSecrets"
    actions   = ["kms:Decrypt", "kms:DescribeKey", "kms:Encrypt", "kms:ListGrants"]
    resources = [var.secrets_key_arn]
  }
}

# Two node roles: what Karpenter may pass must not be what the system nodes wear.
resource "aws_iam_role" "node" {
  for_each = toset(["system", "karpenter"])

  name                 = "${var.name}-node-${each.value}"
  description          = "Nodes of ${var.cluster_name} started by ${each.value == "system" ? "the managed group" : "Karpenter"}"
  assume_role_policy   = data.aws_iam_policy_document.node_trust.json
  permissions_boundary = var.permissions_boundary_arn
}

data "aws_iam_policy_document" "node_trust" {
  statement {
    actions = ["sts:AssumeRole"]

    principals {
      type        = "Service"
      identifiers = ["ec2.amazonaws.com"]
    }
  }
}

resource "aws_iam_role_policy_attachment" "node" {
  for_each = {
    for pair in setproduct(keys(aws_iam_role.node), ["AmazonEKSWorkerNodePolicy", "AmazonEC2ContainerRegistryPullOnly"]) :
    "${pair[0]}/${pair[1]}" => { role = pair[0], policy = pair[1] }
  }

  role       = aws_iam_role.node[each.value.role].name
  policy_arn = "arn:aws:iam::aws:policy/${each.value.policy}"
}

locals {
  addon_roles = {
    vpc-cni = {
      service_account = "aws-node"
      policy_arn      = "arn:aws:iam::aws:policy/AmazonEKS_CNI_Policy"
    }
    aws-ebs-csi-driver = {
      service_account = "ebs-csi-controller-sa"
      policy_arn      = "arn:aws:iam::aws:policy/service-role/AmazonEBSCSIDriverPolicy"
    }
  }
}

resource "aws_iam_role" "addon" {
  for_each = local.addon_roles

  name                 = "${var.name}-${each.key}"
  description          = "Add-on ${each.key} of ${var.cluster_name}"
  assume_role_policy   = data.aws_iam_policy_document.addon_trust[each.key].json
  permissions_boundary = var.permissions_boundary_arn
}

data "aws_iam_policy_document" "addon_trust" {
  for_each = local.addon_roles

  statement {
    actions = ["sts:AssumeRole", "sts:TagSession"]

    principals {
      type        = "Service"
      identifiers = ["pods.eks.amazonaws.com"]
    }

    condition {
      test     = "StringEquals"
      variable = "aws:SourceAccount"
      values   = [var.account_id]
    }

    condition {
      test     = "ArnEquals"
      variable = "aws:SourceArn"
      values   = ["arn:aws:eks:${var.region}:${var.account_id}:cluster/${var.cluster_name}"]
    }

    condition {
      test     = "StringEquals"
      variable = "aws:RequestTag/kubernetes-service-account"
      values   = [each.value.service_account]
    }
  }
}

resource "aws_iam_role_policy_attachment" "addon" {
  for_each = local.addon_roles

  role       = aws_iam_role.addon[each.key].name
  policy_arn = each.value.policy_arn
}
