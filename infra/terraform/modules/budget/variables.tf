variable "name" {
  description = "Prefix of the names."
  type        = string
}

variable "account_id" {
  description = "Account whose costs count."
  type        = string
}

variable "monthly_limit_usd" {
  description = "Limit of one calendar month, in US dollars."
  type        = number
}

variable "owner_emails" {
  description = "Who is told."
  type        = set(string)

  validation {
    condition     = length(var.owner_emails) > 0
    error_message = "a budget that tells nobody is none."
  }
}

variable "alert_topic_arn" {
  description = "SNS topic that is told as well."
  type        = string
}

variable "office_hours" {
  description = "When set, the database and the system nodes run in these hours only (cron fields of EventBridge Scheduler)."
  type = object({
    timezone = string
    start    = string
    stop     = string
  })
  default = null
}

variable "database" {
  description = "Database that office hours stop and start."
  type        = object({ id = string, arn = string })
}

variable "node_group" {
  description = "Node group that office hours scale to zero and back; its minimum must be 0 then."
  type        = object({ cluster = string, name = string, arn = string, desired_size = number })
}

variable "schedule_key_arn" {
  description = "Key of the schedules' input."
  type        = string
}

variable "permissions_boundary_arn" {
  description = "Boundary of the scheduler's role."
  type        = string
}
