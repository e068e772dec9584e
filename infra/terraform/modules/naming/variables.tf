variable "project" {
  description = "Short name of the platform; the first word of every resource name."
  type        = string
  default     = "mlp"

  validation {
    condition     = can(regex("^[a-z][a-z0-9]{1,7}$", var.project))
    error_message = "project must be 2 to 8 characters, a-z and 0-9, and start with a letter: S3 bucket names are built from it."
  }
}

variable "environment" {
  description = "Environment that the caller's root module is."
  type        = string

  validation {
    condition     = contains(["dev", "staging", "prod"], var.environment)
    error_message = "environment must be dev, staging or prod."
  }
}

variable "instance" {
  description = "Suffix of a second copy of an environment in the same account (\"dr\" in the recovery region); empty for the first."
  type        = string
  default     = ""

  validation {
    condition     = contains(["", "dr"], var.instance)
    error_message = "instance must be empty or \"dr\"."
  }
}

variable "account_id" {
  description = "AWS account of the environment: bucket names are unique in the whole partition only with it."
  type        = string

  validation {
    condition     = can(regex("^[0-9]{12}$", var.account_id))
    error_message = "account_id must be the 12 digits of an AWS account."
  }
}

variable "owner" {
  description = "Team that answers for the environment; cost reports group by it."
  type        = string
}

variable "cost_center" {
  description = "Cost centre that the environment is charged to."
  type        = string
}
