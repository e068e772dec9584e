mock_provider "aws" {
  mock_data "aws_iam_policy_document" {
    defaults = {
      json = "{}"
    }
  }
}

mock_provider "aws" {
  alias = "recovery"

  mock_data "aws_iam_policy_document" {
    defaults = {
      json = "{}"
    }
  }
}

variables {
  name                     = "mlp-prod"
  account_id               = "333333333333"
  recovery_region          = "eu-west-1"
  permissions_boundary_arn = "arn:aws:iam::333333333333:policy/mlp-prod-boundary"

  artifacts = {
    name        = "mlp-prod-artifacts-333333333333"
    arn         = "arn:aws:s3:::mlp-prod-artifacts-333333333333"
    kms_key_arn = "arn:aws:kms:eu-west-2:333333333333:key/1b7d3f0e-0000-4000-8000-000000000000"
  }

  database = {
    arn                   = "arn:aws:rds:eu-west-2:333333333333:db:mlp-prod-mlflow"
    backup_retention_days = 14
  }
}

run "artifacts_under_a_key_are_replicated_within_a_quarter_of_an_hour" {
  command = plan

  providers = {
    aws          = aws
    aws.recovery = aws.recovery
  }

  assert {
    condition = alltrue([
      for rule in aws_s3_bucket_replication_configuration.artifacts.rule :
      rule.source_selection_criteria[0].sse_kms_encrypted_objects[0].status == "Enabled"
      && rule.destination[0].replication_time[0].time[0].minutes == 15
      && rule.delete_marker_replication[0].status == "Disabled"
    ])
    error_message = "artifacts are copied late, not at all, or deleted with the original"
  }

  assert {
    condition     = aws_db_instance_automated_backups_replication.this.retention_period == 14
    error_message = "the copy of the backups is kept for another time than asked"
  }
}
