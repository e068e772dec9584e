output "cluster_name" {
  description = "For `aws eks update-kubeconfig`."
  value       = module.eks.name
}

output "cluster_endpoint" {
  description = "Address of the Kubernetes API."
  value       = module.eks.endpoint
}

output "database_address" {
  description = "Host of the MLflow database."
  value       = module.rds.address
}

output "database_master_secret_arn" {
  description = "Secret of the database's master user."
  value       = module.rds.master_secret_arn
}

output "buckets" {
  description = "Bucket name by purpose."
  value       = { for purpose, bucket in module.s3 : purpose => bucket.name }
}

output "workload_role_arns" {
  description = "Role ARN by workload."
  value       = module.iam_roles.workload_role_arns
}

output "secret_role_arns" {
  description = "Role ARN of the SecretStore, by namespace."
  value       = module.iam_roles.secret_role_arns
}

output "node_role_names" {
  description = "Node role name by who starts the nodes; EC2NodeClass names the second."
  value       = module.eks.node_role_names
}

output "interruption_queue" {
  description = "Queue of Karpenter."
  value       = module.eks.interruption_queue
}

output "log_groups" {
  description = "Log group by namespace."
  value       = module.observability.log_groups
}

output "egress_addresses" {
  description = "Public addresses that the platform goes out from."
  value       = module.vpc.egress_addresses
}
