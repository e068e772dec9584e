output "state_bucket" {
  description = "Bucket of the environment's state."
  value       = module.state.name
}

output "delivery_role_arns" {
  description = "Role ARNs of the environment's workflows."
  value       = module.github.role_arns
}

output "boundary_arn" {
  description = "Boundary of every role of the environment."
  value       = aws_iam_policy.boundary.arn
}
