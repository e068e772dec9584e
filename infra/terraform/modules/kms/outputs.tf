output "arn" {
  description = "ARN of the key."
  value       = aws_kms_key.this.arn

  # Who waits for the ARN waits for the policy that lets a service use the key.
  depends_on = [aws_kms_key_policy.this]
}

output "alias_arn" {
  description = "ARN of the alias."
  value       = aws_kms_alias.this.arn
}
