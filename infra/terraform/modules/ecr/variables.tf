variable "repositories" {
  description = "Repository names."
  type        = set(string)
}

variable "kms_key_arn" {
  description = "Key of the images."
  type        = string
}

variable "account_id" {
  description = "Account of the registry."
  type        = string
}

variable "reader_account_ids" {
  description = "Accounts whose nodes pull; they cannot push."
  type        = set(string)
}

variable "pusher_role_arn" {
  description = "The one role that pushes: the image workflow."
  type        = string
}

variable "replica_region" {
  description = "Region that receives a copy of every image."
  type        = string
}

variable "kept_images" {
  description = "Images kept for each repository; a signature and an attestation count as one each."
  type        = number
  default     = 150
}
