variable "identifier" {
  description = "Instance identifier."
  type        = string
}

variable "vpc_id" {
  description = "VPC of the instance."
  type        = string
}

variable "subnet_ids" {
  description = "Subnets without a route out, in two zones or more."
  type        = list(string)
}

variable "client_security_group_id" {
  description = "The only group that connects: the one that nodes carry."
  type        = string
}

variable "engine_version" {
  description = "PostgreSQL version, major and minor."
  type        = string
}

variable "instance_class" {
  description = "Instance class."
  type        = string
}

variable "allocated_storage_gib" {
  description = "Storage at the start, in GiB."
  type        = number
}

variable "max_allocated_storage_gib" {
  description = "Storage that the instance may grow to, in GiB."
  type        = number
}

variable "kms_key_arn" {
  description = "Key of storage, snapshots and Performance Insights."
  type        = string
}

variable "secret_key_arn" {
  description = "Key of the master password, which RDS makes, keeps in Secrets Manager and rotates."
  type        = string
}

variable "log_key_arn" {
  description = "Key of the log groups."
  type        = string
}

variable "log_retention_days" {
  description = "Days that database logs are kept."
  type        = number
}

variable "backup_retention_days" {
  description = "Days back to which the database can be restored."
  type        = number

  validation {
    condition     = var.backup_retention_days >= 7 && var.backup_retention_days <= 35
    error_message = "backup_retention_days must be 7 to 35."
  }
}

variable "multi_az" {
  description = "A standby in a second zone."
  type        = bool
}

variable "deletion_protection" {
  description = "Whether AWS refuses to delete the instance; a final snapshot is then taken as well."
  type        = bool
}

variable "restore_from_backup_arn" {
  description = "Replicated automated backup that a recovered instance starts from; null for an empty one."
  type        = string
  default     = null
}
