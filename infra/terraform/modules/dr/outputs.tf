output "artifacts_bucket" {
  description = "Bucket of the copies."
  value       = module.recovery_artifacts.name
}

output "key_arn" {
  description = "Key of the copies."
  value       = module.recovery_key.arn
}

output "backup_arn" {
  description = "Replicated automated backup: the recovered database starts from it."
  value       = aws_db_instance_automated_backups_replication.this.id
}
