# AWS APIs without the NAT gateway: cheaper for image layers and artifacts, and closed to other accounts' credentials.

# What each is for stands in its policy: an endpoint without one lets every action of every account through.

locals {
  interface_endpoints = {
    "ecr.api" = [local.pull_images, local.log_in_to_registry]
    "ecr.dkr" = [local.pull_images, local.log_in_to_registry]
    eks-auth = [{
      sid           = "PodIdentity"
      actions       = ["eks-auth:AssumeRoleForPodIdentity"]
      resources     = ["arn:aws:eks:${var.region}:${var.account_id}:cluster/${var.cluster_name}"]
      authenticated = true
    }]
    logs = [{
      sid           = "WriteLogs"
      actions       = ["logs:CreateLogStream", "logs:DescribeLogStreams", "logs:PutLogEvents"]
      resources     = ["arn:aws:logs:${var.region}:${var.account_id}:log-group:*"]
      authenticated = true
    }]
    secretsmanager = [{
      sid           = "ReadSecrets"
      actions       = ["secretsmanager:DescribeSecret", "secretsmanager:GetSecretValue"]
      resources     = ["arn:aws:secretsmanager:${var.region}:${var.account_id}:secret:*"]
      authenticated = true
    }]
    sts = [
      {
        sid           = "AssumeOwnRoles"
        actions       = ["sts:AssumeRole", "sts:TagSession"]
        resources     = ["arn:aws:iam::${var.account_id}:role/*"]
        authenticated = true
      },
      # Who brings a token has no AWS identity yet; the role's trust decides.
      {
        sid           = "AssumeOwnRolesByToken"
        actions       = ["sts:AssumeRoleWithWebIdentity"]
        resources     = ["arn:aws:iam::${var.account_id}:role/*"]
        authenticated = false
      },
      {
        sid           = "WhoAmI"
        actions       = ["sts:GetCallerIdentity"]
        resources     = ["*"]
        authenticated = true
      },
    ]
  }

  # The platform's own images, and those of EKS add-ons, which AWS keeps in accounts of its own.
  pull_images = {
    sid           = "PullImages"
    actions       = ["ecr:BatchCheckLayerAvailability", "ecr:BatchGetImage", "ecr:GetDownloadUrlForLayer"]
    resources     = ["arn:aws:ecr:${var.region}:*:repository/*"]
    authenticated = true
  }

  log_in_to_registry = {
    sid           = "LogIn"
    actions       = ["ecr:GetAuthorizationToken"]
    resources     = ["*"]
    authenticated = true
  }
}

data "aws_iam_policy_document" "interface_endpoint" {
  for_each = local.interface_endpoints

  dynamic "statement" {
    for_each = each.value

    content {
      sid       = statement.value.sid
      actions   = statement.value.actions
      resources = statement.value.resources

      principals {
        type        = "AWS"
        identifiers = ["*"]
      }

      dynamic "condition" {
        for_each = statement.value.authenticated ? [var.account_id] : []

        content {
          test     = "StringEquals"
          variable = "aws:PrincipalAccount"
          values   = [condition.value]
        }
      }
    }
  }
}

resource "aws_security_group" "endpoints" {
  name        = "${var.name}-endpoints"
  description = "HTTPS from the VPC to AWS interface endpoints"
  vpc_id      = aws_vpc.this.id

  tags = { Name = "${var.name}-endpoints" }
}

resource "aws_vpc_security_group_ingress_rule" "endpoints" {
  security_group_id = aws_security_group.endpoints.id
  description       = "HTTPS from the VPC"
  cidr_ipv4         = aws_vpc.this.cidr_block
  ip_protocol       = "tcp"
  from_port         = 443
  to_port           = 443
}

resource "aws_vpc_endpoint" "interface" {
  for_each = local.interface_endpoints

  vpc_id              = aws_vpc.this.id
  service_name        = "com.amazonaws.${var.region}.${each.key}"
  vpc_endpoint_type   = "Interface"
  private_dns_enabled = true
  policy              = data.aws_iam_policy_document.interface_endpoint[each.key].json
  subnet_ids          = [for zone in var.availability_zones : aws_subnet.private[zone].id]
  security_group_ids  = [aws_security_group.endpoints.id]

  tags = { Name = "${var.name}-${each.key}" }
}

resource "aws_vpc_endpoint" "s3" {
  vpc_id            = aws_vpc.this.id
  service_name      = "com.amazonaws.${var.region}.s3"
  vpc_endpoint_type = "Gateway"
  policy            = data.aws_iam_policy_document.s3_endpoint.json

  route_table_ids = concat(
    [for zone in var.availability_zones : aws_route_table.private[zone].id],
    [aws_route_table.public.id],
  )

  tags = { Name = "${var.name}-s3" }
}

data "aws_iam_policy_document" "s3_endpoint" {
  statement {
    sid = "OwnBuckets"
    actions = [
      "s3:AbortMultipartUpload",
      "s3:GetBucketLocation",
      "s3:GetObject",
      "s3:ListBucket",
      "s3:ListMultipartUploadParts",
      "s3:PutObject",
    ]
    resources = ["arn:aws:s3:::${var.name}-*"]

    principals {
      type        = "AWS"
      identifiers = ["*"]
    }

    condition {
      test     = "StringEquals"
      variable = "aws:PrincipalAccount"
      values   = [var.account_id]
    }

    condition {
      test     = "StringEquals"
      variable = "aws:ResourceAccount"
      values   = [var.account_id]
    }
  }

  # ECR keeps image layers in a bucket of AWS's own and hands out signed addresses of it.
  statement {
    sid       = "ImageLayers"
    actions   = ["s3:GetObject"]
    resources = ["arn:aws:s3:::prod-${var.region}-starport-layer-bucket/*"]

    principals {
      type        = "AWS"
      identifiers = ["*"]
    }
  }
}
