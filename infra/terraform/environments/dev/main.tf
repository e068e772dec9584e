module "naming" {
  source = "../../modules/naming"

  environment = var.environment
  instance    = var.instance
  account_id  = var.account_id
  owner       = var.owner
  cost_center = var.cost_center
}

locals {
  name       = module.naming.prefix
  namespaces = ["argo", "argocd", "external-secrets", "kube-system", "logging", "mlflow", "monitoring", "opencost", "other", "pipeline", "serving"]

  keys = {
    cluster  = { purpose = "Kubernetes Secrets", services = [] }
    database = { purpose = "MLflow database and its backups", services = [] }
    storage  = { purpose = "buckets", services = [] }
    secrets  = { purpose = "Secrets Manager", services = [] }
    logs     = { purpose = "log groups, alert topic and schedules", services = ["logs", "cloudwatch", "budgets"] }
  }
}

module "kms" {
  source   = "../../modules/kms"
  for_each = local.keys

  name       = "${local.name}-${each.key}"
  purpose    = each.value.purpose
  services   = each.value.services
  account_id = var.account_id
  region     = var.region
}

module "vpc" {
  source = "../../modules/vpc"

  name                     = local.name
  cidr                     = var.vpc_cidr
  availability_zones       = var.availability_zones
  nat_gateway_per_zone     = var.nat_gateway_per_zone
  cluster_name             = module.naming.cluster
  account_id               = var.account_id
  region                   = var.region
  permissions_boundary_arn = module.naming.permissions_boundary_arn
  log_key_arn              = module.kms["logs"].arn
  log_retention_days       = var.log_retention_days
}

module "eks" {
  source = "../../modules/eks"

  name                     = local.name
  cluster_name             = module.naming.cluster
  account_id               = var.account_id
  region                   = var.region
  kubernetes_version       = var.kubernetes_version
  vpc_id                   = module.vpc.id
  subnet_ids               = module.vpc.private_subnet_ids
  service_cidr             = var.service_cidr
  api_allowed_cidrs        = var.api_allowed_cidrs
  secrets_key_arn          = module.kms["cluster"].arn
  log_key_arn              = module.kms["logs"].arn
  log_retention_days       = var.log_retention_days
  addon_versions           = var.addon_versions
  system_nodes             = var.system_nodes
  permissions_boundary_arn = module.naming.permissions_boundary_arn
  break_glass_role_arn     = module.iam_roles.break_glass_role_arn

  team_access = {
    for team, access in var.teams : team => {
      role_arn   = module.iam_roles.team_role_arns[team]
      group      = access.group
      policy     = access.policy
      namespaces = access.namespaces
    }
  }
}

module "iam_roles" {
  source = "../../modules/iam-roles"

  name                       = local.name
  account_id                 = var.account_id
  region                     = var.region
  storage_key_arn            = module.kms["storage"].arn
  secrets_key_arn            = module.kms["secrets"].arn
  secret_prefix              = module.naming.secret_prefix
  secret_namespaces          = ["mlflow", "monitoring", "pipeline"]
  log_prefix                 = module.naming.log_prefix
  permissions_boundary_arn   = module.naming.permissions_boundary_arn
  teams                      = var.teams
  break_glass_permission_set = "BreakGlass"

  cluster = {
    name              = module.eks.name
    arn               = module.eks.arn
    issuer            = module.eks.issuer
    oidc_provider_arn = module.eks.oidc_provider_arn
  }

  bucket_arns = {
    raw       = module.s3["raw"].arn
    features  = module.s3["features"].arn
    artifacts = module.s3["artifacts"].arn
  }
}

module "rds" {
  source = "../../modules/rds"

  identifier                = module.naming.database
  vpc_id                    = module.vpc.id
  subnet_ids                = module.vpc.database_subnet_ids
  client_security_group_id  = module.eks.node_security_group_id
  engine_version            = var.database.engine_version
  instance_class            = var.database.instance_class
  allocated_storage_gib     = var.database.allocated_storage_gib
  max_allocated_storage_gib = var.database.max_allocated_storage_gib
  kms_key_arn               = module.kms["database"].arn
  secret_key_arn            = module.kms["secrets"].arn
  log_key_arn               = module.kms["logs"].arn
  log_retention_days        = var.log_retention_days
  backup_retention_days     = var.database.backup_retention_days
  multi_az                  = var.database.multi_az
  deletion_protection       = var.database.deletion_protection
  restore_from_backup_arn   = var.database.restore_from_backup_arn
}

module "secrets" {
  source = "../../modules/secrets"

  prefix                  = module.naming.secret_prefix
  kms_key_arn             = module.kms["secrets"].arn
  account_id              = var.account_id
  recovery_window_in_days = var.secret_recovery_days

  secrets = {
    "mlflow/database"     = "Database user of MLflow: host, username, password"
    "monitoring/grafana"  = "Administrator of Grafana: username, password"
    "pipeline/market-api" = "Keys of the market data sources that need one: alpha-vantage, tiingo"
  }
}

module "observability" {
  source = "../../modules/observability"

  name                       = local.name
  account_id                 = var.account_id
  log_prefix                 = module.naming.log_prefix
  namespaces                 = local.namespaces
  log_retention_days         = var.log_retention_days
  log_key_arn                = module.kms["logs"].arn
  alert_emails               = var.alert_emails
  runbook_url                = var.runbook_url
  database_id                = module.rds.id
  database_storage_floor_gib = ceil(var.database.allocated_storage_gib / 5)
  database_max_connections   = var.database.max_connections_alarm
  cluster_name               = module.eks.name
  control_plane_log_group    = module.eks.log_group
  break_glass_role_name      = "${local.name}-break-glass"
}

module "budget" {
  source = "../../modules/budget"

  name                     = local.name
  account_id               = var.account_id
  monthly_limit_usd        = var.monthly_budget_usd
  owner_emails             = var.alert_emails
  alert_topic_arn          = module.observability.alert_topic_arn
  office_hours             = var.office_hours
  schedule_key_arn         = module.kms["logs"].arn
  permissions_boundary_arn = module.naming.permissions_boundary_arn

  database = {
    id  = module.rds.id
    arn = module.rds.arn
  }

  node_group = {
    cluster      = module.eks.name
    name         = module.eks.system_node_group.name
    arn          = module.eks.system_node_group.arn
    desired_size = var.system_nodes.desired_size
  }
}

# The log bucket stands alone: it is the target of the others' access logs, and so cannot be one of them.
module "s3_logs" {
  source = "../../modules/s3"

  name                 = module.naming.buckets["logs"]
  account_id           = var.account_id
  receives_access_logs = true
  lifecycle_rules      = { all = { infrequent_access_days = 30, expiration_days = 365 } }
}

locals {
  lifecycle_rules = {
    # As fetched, named by content: never changed, seldom read again.
    raw = { all = { infrequent_access_days = 30, archive_days = 180, noncurrent_version_days = 30 } }

    # Can be made again from raw.
    features = { all = { infrequent_access_days = 60, expiration_days = 400, noncurrent_version_days = 14 } }

    # Models are evidence and stay.
    artifacts = { all = { infrequent_access_days = 90, noncurrent_version_days = 90 } }
  }

  bucket_writers = {
    raw       = { etl = { role_arn = module.iam_roles.workload_role_arns["etl"] } }
    features  = { etl = { role_arn = module.iam_roles.workload_role_arns["etl"] } }
    artifacts = { mlflow = { role_arn = module.iam_roles.workload_role_arns["mlflow"], prefix = "mlflow/" } }
  }

  bucket_readers = {
    raw       = {}
    features  = { train = { role_arn = module.iam_roles.workload_role_arns["train"] } }
    artifacts = {}
  }
}

module "s3" {
  source   = "../../modules/s3"
  for_each = local.lifecycle_rules

  name              = module.naming.buckets[each.key]
  account_id        = var.account_id
  kms_key_arn       = module.kms["storage"].arn
  access_log_bucket = module.s3_logs.access_log_target
  lifecycle_rules   = each.value
  readers           = local.bucket_readers[each.key]
  writers           = local.bucket_writers[each.key]
}
