variable "name" {
  description = "Prefix of the names."
  type        = string
}

variable "account_id" {
  description = "Account of both copies."
  type        = string
}

variable "recovery_region" {
  description = "Region that receives the copies."
  type        = string
}

variable "artifacts" {
  description = "Bucket that is replicated, and the key of its objects. Its versions must be on."
  type        = object({ name = string, arn = string, kms_key_arn = string })
}

variable "database" {
  description = "Database whose automated backups are replicated."
  type        = object({ arn = string, backup_retention_days = number })
}

variable "permissions_boundary_arn" {
  description = "Boundary of the replication role."
  type        = string
}
