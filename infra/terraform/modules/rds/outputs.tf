output "id" {
  description = "Instance identifier."
  value       = aws_db_instance.this.identifier
}

output "arn" {
  description = "Instance ARN."
  value       = aws_db_instance.this.arn
}

output "address" {
  description = "Host name."
  value       = aws_db_instance.this.address
}

output "master_secret_arn" {
  description = "Secret of the master password; only a person with break-glass access reads it."
  value       = one(aws_db_instance.this.master_user_secret[*].secret_arn)
}
