# One role for each service account. The names are the contract with infra/kubernetes.

locals {
  # Every object is written and read through the bucket's key.
  use_storage_key = {
    sid       = "UseStorageKey"
    actions   = ["kms:Decrypt", "kms:GenerateDataKey"]
    resources = [var.storage_key_arn]
    condition = { variable = "kms:ViaService", values = ["s3.${var.region}.amazonaws.com"] }
  }

  workloads = {
    mlflow = {
      namespace       = "mlflow"
      service_account = "mlflow"
      statements = [
        {
          sid       = "ListArtifacts"
          actions   = ["s3:ListBucket"]
          resources = [var.bucket_arns.artifacts]
          condition = { variable = "s3:prefix", values = ["mlflow/*"] }
        },
        {
          sid = "UseArtifacts"
          actions = [
            "s3:AbortMultipartUpload", "s3:DeleteObject", "s3:GetObject", "s3:ListMultipartUploadParts", "s3:PutObject",
          ]
          resources = ["${var.bucket_arns.artifacts}/mlflow/*"]
          condition = null
        },
        local.use_storage_key,
      ]
    }

    etl = {
      namespace       = "pipeline"
      service_account = "etl"
      statements = [
        {
          sid       = "ListData"
          actions   = ["s3:ListBucket"]
          resources = [var.bucket_arns.raw, var.bucket_arns.features]
          condition = null
        },
        {
          sid       = "WriteData"
          actions   = ["s3:AbortMultipartUpload", "s3:GetObject", "s3:ListMultipartUploadParts", "s3:PutObject"]
          resources = ["${var.bucket_arns.raw}/*", "${var.bucket_arns.features}/*"]
          condition = null
        },
        local.use_storage_key,
      ]
    }

    # Models and metrics go to MLflow over HTTP, so training has no right to its artifacts.
    train = {
      namespace       = "pipeline"
      service_account = "train"
      statements = [
        {
          sid       = "ListFeatures"
          actions   = ["s3:ListBucket"]
          resources = [var.bucket_arns.features]
          condition = null
        },
        {
          sid       = "ReadFeatures"
          actions   = ["s3:GetObject"]
          resources = ["${var.bucket_arns.features}/*"]
          condition = null
        },
        local.use_storage_key,
      ]
    }

    fluent-bit = {
      namespace       = "logging"
      service_account = "fluent-bit"
      statements = [
        {
          sid     = "WriteContainerLogs"
          actions = ["logs:CreateLogStream", "logs:DescribeLogStreams", "logs:PutLogEvents"]
          resources = [
            "arn:aws:logs:${var.region}:${var.account_id}:log-group:${var.log_prefix}/*:log-stream:*",
            "arn:aws:logs:${var.region}:${var.account_id}:log-group:${var.log_prefix}/*",
          ]
          condition = null
        },
      ]
    }
  }
}

resource "aws_iam_role" "workload" {
  for_each = local.workloads

  name                 = "${var.name}-${each.key}"
  description          = "Service account ${each.value.namespace}/${each.value.service_account} of ${var.cluster.name}"
  assume_role_policy   = data.aws_iam_policy_document.workload_trust[each.key].json
  permissions_boundary = var.permissions_boundary_arn
}

data "aws_iam_policy_document" "workload_trust" {
  for_each = local.workloads

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
      values   = [var.cluster.arn]
    }

    condition {
      test     = "StringEquals"
      variable = "aws:RequestTag/kubernetes-namespace"
      values   = [each.value.namespace]
    }

    condition {
      test     = "StringEquals"
      variable = "aws:RequestTag/kubernetes-service-account"
      values   = [each.value.service_account]
    }
  }
}

resource "aws_iam_role_policy" "workload" {
  for_each = local.workloads

  name   = each.key
  role   = aws_iam_role.workload[each.key].id
  policy = data.aws_iam_policy_document.workload[each.key].json
}

data "aws_iam_policy_document" "workload" {
  for_each = local.workloads

  dynamic "statement" {
    for_each = each.value.statements

    content {
      sid       = statement.value.sid
      actions   = statement.value.actions
      resources = statement.value.resources

      dynamic "condition" {
        for_each = statement.value.condition == null ? [] : [statement.value.condition]

        content {
          test     = "StringLike"
          variable = condition.value.variable
          values   = condition.value.values
        }
      }
    }
  }
}

resource "aws_eks_pod_identity_association" "workload" {
  for_each = local.workloads

  cluster_name    = var.cluster.name
  namespace       = each.value.namespace
  service_account = each.value.service_account
  role_arn        = aws_iam_role.workload[each.key].arn
}
