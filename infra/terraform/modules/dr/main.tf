# Copies in a second region. Images are replicated by module ecr, because the registry is another account's.

module "recovery_key" {
  source    = "../kms"
  providers = { aws = aws.recovery }

  name       = "${var.name}-recovery"
  purpose    = "copies of artifacts and database backups"
  account_id = var.account_id
  region     = var.recovery_region
}

module "recovery_logs" {
  source    = "../s3"
  providers = { aws = aws.recovery }

  name                 = "${var.name}-recovery-logs-${var.account_id}"
  account_id           = var.account_id
  receives_access_logs = true
  lifecycle_rules      = { all = { expiration_days = 365 } }
}

module "recovery_artifacts" {
  source    = "../s3"
  providers = { aws = aws.recovery }

  name              = "${var.name}-recovery-artifacts-${var.account_id}"
  account_id        = var.account_id
  kms_key_arn       = module.recovery_key.arn
  access_log_bucket = module.recovery_logs.access_log_target
  lifecycle_rules   = { all = { infrequent_access_days = 30, noncurrent_version_days = 90 } }
}

resource "aws_s3_bucket_replication_configuration" "artifacts" {
  bucket = var.artifacts.name
  role   = aws_iam_role.replication.arn

  rule {
    id     = "artifacts-to-${var.recovery_region}"
    status = "Enabled"

    filter {
      prefix = ""
    }

    source_selection_criteria {
      sse_kms_encrypted_objects {
        status = "Enabled"
      }
    }

    # A deletion here must not delete the copy: that is what the copy is for.
    delete_marker_replication {
      status = "Disabled"
    }

    destination {
      bucket        = module.recovery_artifacts.arn
      storage_class = "STANDARD_IA"

      encryption_configuration {
        replica_kms_key_id = module.recovery_key.arn
      }

      # Fifteen minutes is the service's promise and our RPO for artifacts.
      replication_time {
        status = "Enabled"

        time {
          minutes = 15
        }
      }

      metrics {
        status = "Enabled"

        event_threshold {
          minutes = 15
        }
      }
    }
  }

  depends_on = [module.recovery_artifacts, aws_iam_role_policy.replication]
}

resource "aws_db_instance_automated_backups_replication" "this" {
  provider = aws.recovery

  source_db_instance_arn = var.database.arn
  kms_key_id             = module.recovery_key.arn
  retention_period       = var.database.backup_retention_days
}
