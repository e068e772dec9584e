variable "name" {
  description = "Prefix of the names."
  type        = string
}

variable "account_id" {
  description = "Account of the roles."
  type        = string
}

variable "region" {
  description = "Region of the resources that the roles use."
  type        = string
}

variable "cluster" {
  description = "Cluster whose service accounts wear the roles."
  type        = object({ name = string, arn = string, issuer = string, oidc_provider_arn = string })
}

variable "bucket_arns" {
  description = "Bucket ARN by purpose: raw, features, artifacts."
  type        = object({ raw = string, features = string, artifacts = string })
}

variable "storage_key_arn" {
  description = "Key of the buckets."
  type        = string
}

variable "secrets_key_arn" {
  description = "Key of the secrets."
  type        = string
}

variable "secret_prefix" {
  description = "Path before the namespace."
  type        = string
}

variable "secret_namespaces" {
  description = "Namespaces that have a SecretStore of their own."
  type        = set(string)
}

variable "log_prefix" {
  description = "Path of the namespaces' log groups."
  type        = string
}

variable "permissions_boundary_arn" {
  description = "Boundary of every role."
  type        = string
}

variable "teams" {
  description = "Permission set of IAM Identity Center that each team signs in with, and the namespaces whose logs it reads."
  type        = map(object({ permission_set = string, namespaces = list(string) }))
}

variable "break_glass_permission_set" {
  description = "Permission set that may become the cluster's administrator."
  type        = string
}
