# The real provider: policy documents are computed by it, without asking AWS.
provider "aws" {
  region                      = "eu-west-2"
  skip_credentials_validation = true
  skip_requesting_account_id  = true
  skip_metadata_api_check     = true
}

variables {
  name              = "mlp-dev-features-111111111111"
  account_id        = "111111111111"
  kms_key_arn       = "arn:aws:kms:eu-west-2:111111111111:key/1b7d3f0e-0000-4000-8000-000000000000"
  access_log_bucket = "mlp-dev-logs-111111111111"
  lifecycle_rules   = { all = { infrequent_access_days = 60, expiration_days = 400 } }
  readers           = { train = { role_arn = "arn:aws:iam::111111111111:role/mlp-dev-train" } }
  writers           = { etl = { role_arn = "arn:aws:iam::111111111111:role/mlp-dev-etl", prefix = "daily/" } }
}

run "six_protections" {
  command = plan

  assert {
    condition     = aws_s3_bucket_versioning.this.versioning_configuration[0].status == "Enabled"
    error_message = "no versions"
  }

  assert {
    condition = alltrue([
      for rule in aws_s3_bucket_server_side_encryption_configuration.this.rule :
      rule.apply_server_side_encryption_by_default[0].sse_algorithm == "aws:kms" && rule.bucket_key_enabled
    ])
    error_message = "not encrypted by the key"
  }

  assert {
    condition = (
      aws_s3_bucket_public_access_block.this.block_public_acls
      && aws_s3_bucket_public_access_block.this.block_public_policy
      && aws_s3_bucket_public_access_block.this.ignore_public_acls
      && aws_s3_bucket_public_access_block.this.restrict_public_buckets
    )
    error_message = "public access is not blocked"
  }

  assert {
    condition = [
      for statement in jsondecode(aws_s3_bucket_policy.this.policy).Statement : statement.Sid if statement.Effect == "Deny"
    ] == ["DenyPlainHTTP", "DenyOtherAccounts"]
    error_message = "plain HTTP or another account is not denied"
  }

  assert {
    condition     = length(aws_s3_bucket_lifecycle_configuration.this.rule) == 1
    error_message = "no lifecycle"
  }

  assert {
    condition     = aws_s3_bucket_logging.this[0].target_bucket == "mlp-dev-logs-111111111111"
    error_message = "no access log"
  }
}

run "the_policy_names_the_given_roles_only" {
  command = plan

  assert {
    condition = {
      for statement in jsondecode(aws_s3_bucket_policy.this.policy).Statement :
      statement.Sid => statement.Principal.AWS if statement.Effect == "Allow"
      } == {
      ListEtl   = "arn:aws:iam::111111111111:role/mlp-dev-etl"
      ListTrain = "arn:aws:iam::111111111111:role/mlp-dev-train"
      ReadTrain = "arn:aws:iam::111111111111:role/mlp-dev-train"
      WriteEtl  = "arn:aws:iam::111111111111:role/mlp-dev-etl"
    }
    error_message = "the policy admits other principals"
  }

  assert {
    condition = one([
      for statement in jsondecode(aws_s3_bucket_policy.this.policy).Statement : statement.Resource if statement.Sid == "WriteEtl"
    ]) == "arn:aws:s3:::mlp-dev-features-111111111111/daily/*"
    error_message = "a writer's prefix is not kept"
  }
}

run "the_target_of_access_logs_uses_aes256" {
  command = plan

  variables {
    kms_key_arn          = null
    access_log_bucket    = null
    receives_access_logs = true
    readers              = {}
    writers              = {}
  }

  assert {
    condition = alltrue([
      for rule in aws_s3_bucket_server_side_encryption_configuration.this.rule :
      rule.apply_server_side_encryption_by_default[0].sse_algorithm == "AES256"
    ])
    error_message = "S3 does not deliver access logs into a bucket with a KMS key"
  }

  assert {
    condition     = length(aws_s3_bucket_logging.this) == 0
    error_message = "the log bucket logs into itself"
  }
}

run "a_bucket_without_lifecycle_is_refused" {
  command = plan

  variables {
    lifecycle_rules = {}
  }

  expect_failures = [var.lifecycle_rules]
}
