output "state_buckets" {
  description = "State bucket of each environment: the names that stand in each root's backend.tf."
  value = {
    global  = module.state.name
    dev     = module.dev.state_bucket
    staging = module.staging.state_bucket
    prod    = module.prod.state_bucket
  }
}

output "delivery_role_arns" {
  description = "Role ARNs that the workflows name, by environment."
  value = {
    global  = module.github.role_arns
    dev     = module.dev.delivery_role_arns
    staging = module.staging.delivery_role_arns
    prod    = module.prod.delivery_role_arns
  }
}

output "repository_urls" {
  description = "Image repositories."
  value       = module.ecr.repository_urls
}

output "account_ids" {
  description = "AWS account by environment."
  value       = var.account_ids
}
