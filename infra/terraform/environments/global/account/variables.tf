variable "project" {
  description = "First word of every name."
  type        = string
}

variable "environment" {
  description = "Environment that the account holds."
  type        = string
}

variable "account_id" {
  description = "The account."
  type        = string
}

variable "registry_account_id" {
  description = "Account whose images the nodes pull."
  type        = string
}

variable "region" {
  description = "Region of the environment."
  type        = string
}

variable "recovery_region" {
  description = "Second region of the environment; null where there is none."
  type        = string
  default     = null
}

variable "repository" {
  description = "GitHub repository as OWNER/NAME."
  type        = string
}
