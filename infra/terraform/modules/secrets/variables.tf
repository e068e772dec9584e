variable "prefix" {
  description = "Path before the namespace: the environment."
  type        = string
}

variable "secrets" {
  description = "Purpose of each secret, by namespace/name. Terraform makes the empty container; a person or a rotation writes the value."
  type        = map(string)

  validation {
    condition     = alltrue([for path in keys(var.secrets) : can(regex("^[a-z0-9-]+/[a-z0-9-]+$", path))])
    error_message = "a secret is named NAMESPACE/NAME."
  }
}

variable "kms_key_arn" {
  description = "Key of the values."
  type        = string
}

variable "account_id" {
  description = "Account whose principals may read; all others are denied."
  type        = string
}

variable "recovery_window_in_days" {
  description = "Days in which a deleted secret can be brought back."
  type        = number
}
