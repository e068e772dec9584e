output "workload_role_arns" {
  description = "Role ARN by workload."
  value       = { for workload, role in aws_iam_role.workload : workload => role.arn }
}

output "secret_role_arns" {
  description = "Role ARN of the SecretStore, by namespace."
  value       = { for namespace, role in aws_iam_role.secrets : namespace => role.arn }
}

output "team_role_arns" {
  description = "Role ARN by team."
  value       = { for team in keys(var.teams) : team => aws_iam_role.people["team-${team}"].arn }
}

output "break_glass_role_arn" {
  description = "The cluster's only administrator."
  value       = aws_iam_role.people["break-glass"].arn
}
