# External Secrets runs as one pod for all namespaces, so Pod Identity, which belongs to a pod, would give one role
# for all. Here the controller asks for a token of the namespace's own service account instead (web identity): a
# SecretStore can use only the account beside it, and that account reads only its namespace's path.

resource "aws_iam_role" "secrets" {
  for_each = var.secret_namespaces

  name                 = "${var.name}-secrets-${each.value}"
  description          = "SecretStore of namespace ${each.value} of ${var.cluster.name}"
  assume_role_policy   = data.aws_iam_policy_document.secrets_trust[each.value].json
  permissions_boundary = var.permissions_boundary_arn
}

data "aws_iam_policy_document" "secrets_trust" {
  for_each = var.secret_namespaces

  statement {
    actions = ["sts:AssumeRoleWithWebIdentity"]

    principals {
      type        = "Federated"
      identifiers = [var.cluster.oidc_provider_arn]
    }

    condition {
      test     = "StringEquals"
      variable = "${var.cluster.issuer}:sub"
      values   = ["system:serviceaccount:${each.value}:external-secrets"]
    }

    condition {
      test     = "StringEquals"
      variable = "${var.cluster.issuer}:aud"
      values   = ["sts.amazonaws.com"]
    }
  }
}

resource "aws_iam_role_policy" "secrets" {
  for_each = var.secret_namespaces

  name   = "read-secrets"
  role   = aws_iam_role.secrets[each.value].id
  policy = data.aws_iam_policy_document.secrets[each.value].json
}

data "aws_iam_policy_document" "secrets" {
  for_each = var.secret_namespaces

  statement {
    sid       = "ReadOwnPath"
    actions   = ["secretsmanager:DescribeSecret", "secretsmanager:GetSecretValue"]
    resources = ["arn:aws:secretsmanager:${var.region}:${var.account_id}:secret:${var.secret_prefix}/${each.value}/*"]
  }

  statement {
    sid       = "DecryptSecrets"
    actions   = ["kms:Decrypt"]
    resources = [var.secrets_key_arn]

    condition {
      test     = "StringEquals"
      variable = "kms:ViaService"
      values   = ["secretsmanager.${var.region}.amazonaws.com"]
    }
  }
}
