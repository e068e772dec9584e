variable "name" {
  description = "Bucket name."
  type        = string
}

variable "account_id" {
  description = "Account that owns the bucket; no principal of another account gets in."
  type        = string
}

variable "kms_key_arn" {
  description = "Key of the default encryption. Null means AES256, which a target of S3 access logs has to use."
  type        = string
  default     = null
}

variable "access_log_bucket" {
  description = "Bucket that receives the access log. Null only for that bucket itself: logging it into itself never ends."
  type        = string
  default     = null
}

variable "receives_access_logs" {
  description = "Whether the account's other buckets write their access log here."
  type        = bool
  default     = false
}

variable "readers" {
  description = "Roles of this environment that read objects, by a name of the grant."
  type        = map(object({ role_arn = string, prefix = optional(string, "") }))
  default     = {}
}

variable "writers" {
  description = "Roles of this environment that read and write objects, by a name of the grant."
  type        = map(object({ role_arn = string, prefix = optional(string, "") }))
  default     = {}
}

variable "lifecycle_rules" {
  description = "Rules by name: days until the cheaper class, until the end of the object, and until an overwritten version goes."
  type = map(object({
    prefix                  = optional(string, "")
    infrequent_access_days  = optional(number)
    archive_days            = optional(number)
    expiration_days         = optional(number)
    noncurrent_version_days = optional(number, 30)
  }))

  validation {
    condition     = length(var.lifecycle_rules) > 0
    error_message = "a bucket needs at least one lifecycle rule: nothing else ends old versions and broken uploads."
  }
}
