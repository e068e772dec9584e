variable "repository" {
  description = "Repository as OWNER/NAME, the only one whose jobs get in."
  type        = string

  validation {
    condition     = can(regex("^[A-Za-z0-9-]+/[A-Za-z0-9._-]+$", var.repository))
    error_message = "repository must be OWNER/NAME, without a wildcard."
  }
}

variable "roles" {
  description = "Roles by name: the GitHub environment whose jobs wear it, and the policies it has, by name."
  type = map(object({
    description        = string
    github_environment = string
    policies           = map(string)
  }))

  validation {
    condition     = alltrue([for role in values(var.roles) : can(regex("^[a-z0-9-]+$", role.github_environment))])
    error_message = "github_environment must be one environment's name, without a wildcard."
  }
}
