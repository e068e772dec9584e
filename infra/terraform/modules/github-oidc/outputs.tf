output "role_arns" {
  description = "Role ARN by name."
  value       = { for name, role in aws_iam_role.this : name => role.arn }
}
