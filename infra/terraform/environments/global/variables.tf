variable "account_ids" {
  description = "AWS account of each environment, and of what they share under \"global\"."
  type        = object({ global = string, dev = string, staging = string, prod = string })

  validation {
    condition     = length(distinct(values(var.account_ids))) == 4
    error_message = "each environment needs an account of its own."
  }
}

variable "region" {
  description = "Region of the platform."
  type        = string
}

variable "recovery_region" {
  description = "Region that receives copies of images, and of prod's data."
  type        = string
}

variable "access_role_name" {
  description = "Role by which an administrator of the organisation enters an account."
  type        = string
}

variable "repository" {
  description = "GitHub repository as OWNER/NAME."
  type        = string
}

variable "owner" {
  description = "Team that answers for the shared account."
  type        = string
}

variable "cost_center" {
  description = "Cost centre that pays."
  type        = string
}
