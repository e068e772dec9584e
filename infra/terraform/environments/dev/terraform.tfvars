environment = "dev"
account_id  = "111111111111"
region      = "eu-west-2"
owner       = "ml-platform"
cost_center = "ml-dev"

availability_zones   = ["eu-west-2a", "eu-west-2b"]
vpc_cidr             = "10.10.0.0/16"
service_cidr         = "172.20.0.0/20"
nat_gateway_per_zone = false
api_allowed_cidrs    = ["198.51.100.0/27"]

alert_emails       = ["ml-platform-dev@example.com"]
monthly_budget_usd = 600
runbook_url        = "https://github.com/mlguard/mlguard/blob/main/docs/runbooks"

kubernetes_version = "1.33"

addon_versions = {
  vpc_cni                = "v1.20.2-eksbuild.1"
  kube_proxy             = "v1.33.3-eksbuild.6"
  coredns                = "v1.12.4-eksbuild.1"
  eks_pod_identity_agent = "v1.3.8-eksbuild.2"
  aws_ebs_csi_driver     = "v1.50.1-eksbuild.1"
}

system_nodes = {
  instance_types = ["t3.large"]
  min_size       = 0
  max_size       = 3
  desired_size   = 2
}

teams = {
  research = {
    permission_set = "MLResearch"
    group          = "mlp:research"
    policy         = "AmazonEKSEditPolicy"
    namespaces     = ["pipeline"]
  }
  serving = {
    permission_set = "MLServing"
    group          = "mlp:serving"
    policy         = "AmazonEKSEditPolicy"
    namespaces     = ["serving"]
  }
  platform = {
    permission_set = "MLPlatform"
    group          = "mlp:platform"
    policy         = "AmazonEKSViewPolicy"
    namespaces     = ["argo", "argocd", "external-secrets", "logging", "mlflow", "monitoring", "opencost", "pipeline", "serving"]
  }
}

database = {
  engine_version            = "16.8"
  instance_class            = "db.t4g.small"
  allocated_storage_gib     = 20
  max_allocated_storage_gib = 50
  backup_retention_days     = 7
  multi_az                  = false
  deletion_protection       = false
  max_connections_alarm     = 120
}

log_retention_days   = 14
secret_recovery_days = 7

office_hours = {
  timezone = "Europe/London"
  start    = "0 7 ? * MON-FRI *"
  stop     = "0 20 ? * MON-FRI *"
}
