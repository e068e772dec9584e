mock_provider "aws" {}

variables {
  identifier                = "mlp-prod-mlflow"
  vpc_id                    = "vpc-1"
  subnet_ids                = ["subnet-1", "subnet-2"]
  client_security_group_id  = "sg-nodes"
  engine_version            = "16.8"
  instance_class            = "db.r6g.large"
  allocated_storage_gib     = 100
  max_allocated_storage_gib = 500
  kms_key_arn               = "arn:aws:kms:eu-west-2:333333333333:key/1b7d3f0e-0000-4000-8000-000000000000"
  secret_key_arn            = "arn:aws:kms:eu-west-2:333333333333:key/2b7d3f0e-0000-4000-8000-000000000000"
  log_key_arn               = "arn:aws:kms:eu-west-2:333333333333:key/3b7d3f0e-0000-4000-8000-000000000000"
  log_retention_days        = 90
  backup_retention_days     = 35
  multi_az                  = true
  deletion_protection       = true
}

run "a_protected_database" {
  command = plan

  assert {
    condition     = aws_db_instance.this.manage_master_user_password && aws_db_instance.this.password == null
    error_message = "the master password is not RDS's own"
  }

  assert {
    condition     = aws_db_instance.this.storage_encrypted && !aws_db_instance.this.publicly_accessible
    error_message = "storage in the clear, or a public address"
  }

  assert {
    condition     = !aws_db_instance.this.skip_final_snapshot && aws_db_instance.this.final_snapshot_identifier == "mlp-prod-mlflow-final"
    error_message = "a protected database ends without a snapshot"
  }

  assert {
    condition     = contains([for parameter in aws_db_parameter_group.this.parameter : "${parameter.name}=${parameter.value}"], "rds.force_ssl=1")
    error_message = "connections without TLS are accepted"
  }

  assert {
    condition     = aws_db_parameter_group.this.family == "postgres16"
    error_message = "the parameter family does not follow the version"
  }

  assert {
    condition = (
      aws_vpc_security_group_ingress_rule.nodes.referenced_security_group_id == "sg-nodes"
      && aws_vpc_security_group_ingress_rule.nodes.cidr_ipv4 == null
    )
    error_message = "somebody else than a node can connect"
  }
}

run "backups_for_less_than_a_week_are_refused" {
  command = plan

  variables {
    backup_retention_days = 1
  }

  expect_failures = [var.backup_retention_days]
}
