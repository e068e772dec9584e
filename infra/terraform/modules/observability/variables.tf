variable "name" {
  description = "Prefix of the names."
  type        = string
}

variable "account_id" {
  description = "Account whose services publish alerts."
  type        = string
}

variable "log_prefix" {
  description = "Path of the namespaces' log groups."
  type        = string
}

variable "namespaces" {
  description = "Namespaces whose container logs are kept."
  type        = set(string)
}

variable "log_retention_days" {
  description = "Days that container logs are kept."
  type        = number
}

variable "log_key_arn" {
  description = "Key of log groups and of the alert topic."
  type        = string
}

variable "alert_emails" {
  description = "Who is told; each address confirms once."
  type        = set(string)
}

variable "runbook_url" {
  description = "Address of the folder of runbooks."
  type        = string
}

variable "database_id" {
  description = "Database that is watched."
  type        = string
}

variable "database_storage_floor_gib" {
  description = "Free storage, in GiB, below which the alarm is raised."
  type        = number
}

variable "database_max_connections" {
  description = "Connections above which the alarm is raised."
  type        = number
}

variable "cluster_name" {
  description = "Cluster that is watched."
  type        = string
}

variable "control_plane_log_group" {
  description = "Log group of the cluster's audit log."
  type        = string
}

variable "break_glass_role_name" {
  description = "Role whose use is an alarm."
  type        = string
}
