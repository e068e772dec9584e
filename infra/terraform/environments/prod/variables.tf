variable "environment" {
  description = "Environment that this root module is."
  type        = string
}

variable "instance" {
  description = "Empty, or \"dr\" for a copy that is built in the recovery region."
  type        = string
  default     = ""
}

variable "account_id" {
  description = "AWS account of the environment."
  type        = string
}

variable "region" {
  description = "Region of the environment."
  type        = string
}

variable "availability_zones" {
  description = "Zones of the VPC; append only."
  type        = list(string)
}

variable "vpc_cidr" {
  description = "Range of the VPC; no other environment overlaps it."
  type        = string
}

variable "service_cidr" {
  description = "Range of the cluster's service addresses."
  type        = string
}

variable "nat_gateway_per_zone" {
  description = "One NAT gateway in each zone instead of one for all."
  type        = bool
}

variable "api_allowed_cidrs" {
  description = "Public ranges that reach the Kubernetes API; empty means private endpoint only."
  type        = list(string)
}

variable "owner" {
  description = "Team that answers for the environment."
  type        = string
}

variable "cost_center" {
  description = "Cost centre that pays."
  type        = string
}

variable "alert_emails" {
  description = "Who hears of alarms and of the budget."
  type        = set(string)
}

variable "monthly_budget_usd" {
  description = "Budget of one month, in US dollars."
  type        = number
}

variable "kubernetes_version" {
  description = "Minor version of the control plane."
  type        = string
}

variable "addon_versions" {
  description = "Exact version of each EKS add-on."
  type = object({
    vpc_cni                = string
    kube_proxy             = string
    coredns                = string
    eks_pod_identity_agent = string
    aws_ebs_csi_driver     = string
  })
}

variable "system_nodes" {
  description = "The managed node group that runs what Karpenter needs."
  type = object({
    instance_types = list(string)
    min_size       = number
    max_size       = number
    desired_size   = number
  })
}

variable "teams" {
  description = "Teams: their permission set, Kubernetes group, access policy and namespaces."
  type = map(object({
    permission_set = string
    group          = string
    policy         = string
    namespaces     = list(string)
  }))
}

variable "database" {
  description = "Size and safety of the MLflow database."
  type = object({
    engine_version            = string
    instance_class            = string
    allocated_storage_gib     = number
    max_allocated_storage_gib = number
    backup_retention_days     = number
    multi_az                  = bool
    deletion_protection       = bool
    max_connections_alarm     = number
    restore_from_backup_arn   = optional(string)
  })
}

variable "log_retention_days" {
  description = "Days that logs are kept."
  type        = number
}

variable "secret_recovery_days" {
  description = "Days in which a deleted secret can be brought back."
  type        = number
}

variable "office_hours" {
  description = "Hours outside which the database and the system nodes are stopped; null for never."
  type        = object({ timezone = string, start = string, stop = string })
  default     = null
}

variable "runbook_url" {
  description = "Address of the folder docs/runbooks as people open it."
  type        = string
}

variable "recovery_region" {
  description = "Region that holds the copies and in which the environment is built again."
  type        = string
}
