variable "name" {
  description = "Alias without \"alias/\"; also the description's subject."
  type        = string
}

variable "purpose" {
  description = "What the key encrypts, in words."
  type        = string
}

variable "account_id" {
  description = "Account that owns the key; its IAM policies decide who uses it."
  type        = string
}

variable "region" {
  description = "Region of the key."
  type        = string
}

variable "services" {
  description = "AWS services that use the key on the account's behalf: logs, cloudwatch, events, or budgets."
  type        = set(string)
  default     = []

  validation {
    condition     = alltrue([for service in var.services : contains(["logs", "cloudwatch", "events", "budgets"], service)])
    error_message = "services may hold logs, cloudwatch, events and budgets; every other service calls KMS with its caller's rights."
  }
}

variable "deletion_window_in_days" {
  description = "Days between the order to delete the key and its end."
  type        = number
  default     = 30
}
