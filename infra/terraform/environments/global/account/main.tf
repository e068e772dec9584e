# What an environment's account holds before its own root is applied. The environment's roles can read none of it
# but their own state, and can change nothing of it.

locals {
  name    = "${var.project}-${var.environment}"
  regions = compact([var.region, var.recovery_region])
}

module "state_key" {
  source = "../../../modules/kms"

  name       = "${local.name}-state"
  purpose    = "Terraform state"
  account_id = var.account_id
  region     = var.region
}

module "state_logs" {
  source = "../../../modules/s3"

  name                 = "${local.name}-state-logs-${var.account_id}"
  account_id           = var.account_id
  receives_access_logs = true
  lifecycle_rules      = { all = { expiration_days = 365 } }
}

module "state" {
  source = "../../../modules/s3"

  name              = "${local.name}-state-${var.account_id}"
  account_id        = var.account_id
  kms_key_arn       = module.state_key.arn
  access_log_bucket = module.state_logs.access_log_target
  lifecycle_rules   = { versions = { noncurrent_version_days = 365 } }
}

# Plan runs on every pull request, so it reads and nothing else, not even the lock. Apply runs only in the
# environment that GitHub protects.
module "github" {
  source = "../../../modules/github-oidc"

  repository = var.repository

  roles = {
    "${local.name}-github-plan" = {
      description        = "terraform plan of ${var.environment}"
      github_environment = "${var.environment}-plan"
      policies = {
        state = data.aws_iam_policy_document.read_state.json
        read  = data.aws_iam_policy_document.read.json
        look  = data.aws_iam_policy_document.look.json
      }
    }

    "${local.name}-github-apply" = {
      description        = "terraform apply of ${var.environment}"
      github_environment = var.environment
      policies = {
        state      = data.aws_iam_policy_document.write_state.json
        read       = data.aws_iam_policy_document.read.json
        look       = data.aws_iam_policy_document.look.json
        network    = data.aws_iam_policy_document.network.json
        cluster    = data.aws_iam_policy_document.cluster.json
        data       = data.aws_iam_policy_document.data.json
        no-data    = data.aws_iam_policy_document.no_data.json
        identity   = data.aws_iam_policy_document.identity.json
        operations = data.aws_iam_policy_document.operations.json
      }
    }
  }
}
