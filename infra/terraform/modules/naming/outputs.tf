output "prefix" {
  description = "First part of every name: project, environment and, for a second copy, its instance."
  value       = local.prefix
}

output "cluster" {
  description = "EKS cluster name."
  value       = "${local.prefix}-cluster"
}

output "database" {
  description = "RDS instance identifier."
  value       = "${local.prefix}-mlflow"
}

output "buckets" {
  description = "S3 bucket name by purpose."
  value       = { for purpose in local.bucket_purposes : purpose => "${local.prefix}-${purpose}-${var.account_id}" }
}

output "secret_prefix" {
  description = "Secrets Manager path under which each namespace has its folder."
  value       = "/${join("-", compact([var.environment, var.instance]))}"
}

output "log_prefix" {
  description = "CloudWatch Logs path under which each namespace has its group."
  value       = "/${var.project}/${join("-", compact([var.environment, var.instance]))}"
}

output "permissions_boundary_arn" {
  description = "Boundary of every role of the environment. The global root owns it, so that no role of the environment can edit it."
  value       = "arn:aws:iam::${var.account_id}:policy/${var.project}-${var.environment}-boundary"
}

output "tags" {
  description = "Cost and ownership tags; a root passes them to its provider as default_tags."
  value = {
    Project     = var.project
    Environment = var.environment
    Owner       = var.owner
    CostCenter  = var.cost_center
    ManagedBy   = "terraform"
  }
}
