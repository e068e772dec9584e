locals {
  family       = "postgres${split(".", var.engine_version)[0]}"
  log_exports  = ["postgresql", "upgrade"]
  has_snapshot = var.deletion_protection
}

resource "aws_db_subnet_group" "this" {
  name        = var.identifier
  description = "Subnets of ${var.identifier}, without a route out"
  subnet_ids  = var.subnet_ids
}

resource "aws_security_group" "this" {
  name        = "${var.identifier}-database"
  description = "PostgreSQL from the nodes to ${var.identifier}"
  vpc_id      = var.vpc_id

  tags = { Name = "${var.identifier}-database" }
}

# No egress rule: the database opens no connection.
resource "aws_vpc_security_group_ingress_rule" "nodes" {
  security_group_id            = aws_security_group.this.id
  description                  = "PostgreSQL from nodes"
  referenced_security_group_id = var.client_security_group_id
  ip_protocol                  = "tcp"
  from_port                    = 5432
  to_port                      = 5432
}

resource "aws_db_parameter_group" "this" {
  name        = var.identifier
  description = "TLS only, slow statements and connections logged"
  family      = local.family

  parameter {
    name  = "rds.force_ssl"
    value = "1"
  }

  parameter {
    name  = "log_min_duration_statement"
    value = "1000"
  }

  parameter {
    name  = "log_connections"
    value = "1"
  }

  lifecycle {
    create_before_destroy = true
  }
}

resource "aws_cloudwatch_log_group" "this" {
  for_each = toset(local.log_exports)

  name              = "/aws/rds/instance/${var.identifier}/${each.value}"
  retention_in_days = var.log_retention_days
  kms_key_id        = var.log_key_arn
}

resource "aws_db_instance" "this" {
  identifier = var.identifier

  engine                     = "postgres"
  engine_version             = var.engine_version
  instance_class             = var.instance_class
  auto_minor_version_upgrade = true
  parameter_group_name       = aws_db_parameter_group.this.name
  ca_cert_identifier         = "rds-ca-rsa2048-g1"

  db_name                             = "mlflow"
  username                            = "mlflow_admin"
  manage_master_user_password         = true
  master_user_secret_kms_key_id       = var.secret_key_arn
  iam_database_authentication_enabled = true

  storage_type          = "gp3"
  allocated_storage     = var.allocated_storage_gib
  max_allocated_storage = var.max_allocated_storage_gib
  storage_encrypted     = true
  kms_key_id            = var.kms_key_arn

  multi_az               = var.multi_az
  db_subnet_group_name   = aws_db_subnet_group.this.name
  vpc_security_group_ids = [aws_security_group.this.id]
  publicly_accessible    = false
  port                   = 5432

  backup_retention_period  = var.backup_retention_days
  backup_window            = "01:00-02:00"
  maintenance_window       = "sun:02:30-sun:03:30"
  copy_tags_to_snapshot    = true
  delete_automated_backups = !var.deletion_protection

  deletion_protection       = var.deletion_protection
  skip_final_snapshot       = !local.has_snapshot
  final_snapshot_identifier = local.has_snapshot ? "${var.identifier}-final" : null

  performance_insights_enabled          = true
  performance_insights_kms_key_id       = var.kms_key_arn
  performance_insights_retention_period = 7
  enabled_cloudwatch_logs_exports       = local.log_exports

  dynamic "restore_to_point_in_time" {
    for_each = var.restore_from_backup_arn == null ? [] : [var.restore_from_backup_arn]

    content {
      source_db_instance_automated_backups_arn = restore_to_point_in_time.value
      use_latest_restorable_time               = true
    }
  }

  # Storage grows by itself up to the maximum.
  lifecycle {
    ignore_changes = [allocated_storage]
  }

  depends_on = [aws_cloudwatch_log_group.this]
}
