# prod built again in the recovery region: docs/runbooks/region-loss.md. Given after terraform.tfvars, which it overrides.
instance = "dr"
region   = "eu-west-1"

availability_zones = ["eu-west-1a", "eu-west-1b", "eu-west-1c"]
vpc_cidr           = "10.40.0.0/16"
service_cidr       = "172.20.48.0/20"

# restore_from_backup_arn is the output recovery_backup_arn of the lost copy.
database = {
  engine_version            = "16.8"
  instance_class            = "db.r6g.large"
  allocated_storage_gib     = 100
  max_allocated_storage_gib = 500
  backup_retention_days     = 35
  multi_az                  = true
  deletion_protection       = true
  max_connections_alarm     = 1200
  restore_from_backup_arn   = "arn:aws:rds:eu-west-1:333333333333:auto-backup:ab-00000000000000000000000000000000"
}
