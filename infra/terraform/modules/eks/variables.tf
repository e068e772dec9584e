variable "name" {
  description = "Prefix of the names."
  type        = string
}

variable "cluster_name" {
  description = "Cluster name."
  type        = string
}

variable "account_id" {
  description = "Account of the cluster."
  type        = string
}

variable "region" {
  description = "Region of the cluster."
  type        = string
}

variable "kubernetes_version" {
  description = "Minor version of the control plane."
  type        = string
}

variable "vpc_id" {
  description = "VPC of the cluster."
  type        = string
}

variable "subnet_ids" {
  description = "Private subnets of the control plane's interfaces and of the nodes."
  type        = list(string)
}

variable "service_cidr" {
  description = "Range of the cluster's service addresses; no VPC of the platform overlaps it."
  type        = string
}

variable "api_allowed_cidrs" {
  description = "Public ranges that reach the API endpoint. Empty means private endpoint only."
  type        = list(string)

  validation {
    condition     = !contains(var.api_allowed_cidrs, "0.0.0.0/0")
    error_message = "the API endpoint must not be open to 0.0.0.0/0: list the ranges of the office and the VPN."
  }
}

variable "secrets_key_arn" {
  description = "Key that wraps the cluster's Secrets."
  type        = string
}

variable "log_key_arn" {
  description = "Key of the control plane's log group."
  type        = string
}

variable "log_retention_days" {
  description = "Days that control plane logs are kept."
  type        = number
}

variable "addon_versions" {
  description = "Exact version of each add-on; `aws eks describe-addon-versions` lists them for a Kubernetes version."
  type = object({
    vpc_cni                = string
    kube_proxy             = string
    coredns                = string
    eks_pod_identity_agent = string
    aws_ebs_csi_driver     = string
  })
}

variable "system_nodes" {
  description = "The one managed node group: what must run before Karpenter can."
  type = object({
    instance_types = list(string)
    min_size       = number
    max_size       = number
    desired_size   = number
    disk_gib       = optional(number, 50)
  })
}

variable "permissions_boundary_arn" {
  description = "Boundary of every role."
  type        = string
}

variable "break_glass_role_arn" {
  description = "The only cluster administrator."
  type        = string
}

variable "team_access" {
  description = "Access of people, by team: their role, the Kubernetes group that RoleBindings name, and an EKS access policy in some namespaces."
  type = map(object({
    role_arn   = string
    group      = string
    policy     = optional(string, "AmazonEKSViewPolicy")
    namespaces = list(string)
  }))

  validation {
    condition = alltrue([
      for access in values(var.team_access) :
      contains(["AmazonEKSViewPolicy", "AmazonEKSEditPolicy"], access.policy) && length(access.namespaces) > 0
    ])
    error_message = "a team gets AmazonEKSViewPolicy or AmazonEKSEditPolicy, in namespaces that are listed."
  }
}
