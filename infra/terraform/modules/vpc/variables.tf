variable "name" {
  description = "Prefix of the names."
  type        = string
}

variable "cidr" {
  description = "Range of the VPC, a /16 that no other environment overlaps."
  type        = string

  validation {
    condition     = can(cidrnetmask(var.cidr)) && endswith(var.cidr, "/16")
    error_message = "cidr must be an IPv4 /16: the subnet plan divides it."
  }
}

variable "availability_zones" {
  description = "Zones, in the order in which the ranges are given out; append only."
  type        = list(string)

  validation {
    condition     = length(var.availability_zones) >= 2 && length(var.availability_zones) <= 4
    error_message = "EKS and RDS need two zones, and the plan has room for four."
  }
}

variable "nat_gateway_per_zone" {
  description = "One NAT gateway in each zone; false means one for all, which is cheaper and dies with its zone."
  type        = bool
}

variable "cluster_name" {
  description = "EKS cluster that finds its subnets by tag."
  type        = string
}

variable "account_id" {
  description = "Account of the VPC."
  type        = string
}

variable "region" {
  description = "Region of the VPC."
  type        = string
}

variable "permissions_boundary_arn" {
  description = "Boundary of the flow log role."
  type        = string
}

variable "log_key_arn" {
  description = "Key of the flow log group."
  type        = string
}

variable "log_retention_days" {
  description = "Days that flow logs are kept."
  type        = number
}
