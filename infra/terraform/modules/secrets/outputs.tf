output "arns" {
  description = "Secret ARN by namespace/name."
  value       = { for path, secret in aws_secretsmanager_secret.this : path => secret.arn }
}
