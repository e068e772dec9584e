# The shared account: this root's own state, the registry, and the one role that pushes to it.

module "state_key" {
  source = "../../modules/kms"

  name       = "${local.project}-global-state"
  purpose    = "Terraform state of the global root"
  account_id = var.account_ids["global"]
  region     = var.region
}

module "state_logs" {
  source = "../../modules/s3"

  name                 = "${local.project}-global-state-logs-${var.account_ids["global"]}"
  account_id           = var.account_ids["global"]
  receives_access_logs = true
  lifecycle_rules      = { all = { expiration_days = 365 } }
}

module "state" {
  source = "../../modules/s3"

  name              = "${local.project}-global-state-${var.account_ids["global"]}"
  account_id        = var.account_ids["global"]
  kms_key_arn       = module.state_key.arn
  access_log_bucket = module.state_logs.access_log_target
  lifecycle_rules   = { versions = { noncurrent_version_days = 365 } }
}

module "registry_key" {
  source = "../../modules/kms"

  name       = "${local.project}-global-registry"
  purpose    = "images"
  account_id = var.account_ids["global"]
  region     = var.region
}

locals {
  repositories = toset([for name in ["mlflow", "mlguard", "mlserve", "pipeline"] : "${local.project}/${name}"])
}

module "ecr" {
  source = "../../modules/ecr"

  repositories       = local.repositories
  kms_key_arn        = module.registry_key.arn
  account_id         = var.account_ids["global"]
  reader_account_ids = [var.account_ids["dev"], var.account_ids["staging"], var.account_ids["prod"]]
  pusher_role_arn    = module.github.role_arns["${local.project}-global-github-images"]
  replica_region     = var.recovery_region
}

module "github" {
  source = "../../modules/github-oidc"

  repository = var.repository

  roles = {
    "${local.project}-global-github-images" = {
      description        = "The image workflow pushes to the registry"
      github_environment = "global"
      policies           = { push = data.aws_iam_policy_document.push_images.json }
    }
  }
}

data "aws_iam_policy_document" "push_images" {
  # The login token has no resource level.
  statement {
    sid       = "LogIn"
    actions   = ["ecr:GetAuthorizationToken"]
    resources = ["*"]

    condition {
      test     = "StringEquals"
      variable = "aws:RequestedRegion"
      values   = [var.region]
    }
  }

  statement {
    sid = "Push"
    actions = [
      "ecr:BatchCheckLayerAvailability",
      "ecr:BatchGetImage",
      "ecr:CompleteLayerUpload",
      "ecr:DescribeImages",
      "ecr:GetDownloadUrlForLayer",
      "ecr:InitiateLayerUpload",
      "ecr:PutImage",
      "ecr:UploadLayerPart",
    ]
    resources = [
      for repository in sort(local.repositories) : "arn:aws:ecr:${var.region}:${var.account_ids["global"]}:repository/${repository}"
    ]
  }
}
