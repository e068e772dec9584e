environment = "prod"
account_id  = "333333333333"
region      = "eu-west-2"
owner       = "ml-platform"
cost_center = "ml-prod"

availability_zones   = ["eu-west-2a", "eu-west-2b", "eu-west-2c"]
vpc_cidr             = "10.30.0.0/16"
service_cidr         = "172.20.32.0/20"
nat_gateway_per_zone = true
api_allowed_cidrs    = []
recovery_region      = "eu-west-1"

alert_emails       = ["ml-platform-oncall@example.com"]
monthly_budget_usd = 4000
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
  instance_types = ["m6i.large"]
  min_size       = 3
  max_size       = 6
  desired_size   = 3
}

teams = {
  research = {
    permission_set = "MLResearch"
    group          = "mlp:research"
    policy         = "AmazonEKSViewPolicy"
    namespaces     = ["pipeline"]
  }
  serving = {
    permission_set = "MLServing"
    group          = "mlp:serving"
    policy         = "AmazonEKSViewPolicy"
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
  instance_class            = "db.r6g.large"
  allocated_storage_gib     = 100
  max_allocated_storage_gib = 500
  backup_retention_days     = 35
  multi_az                  = true
  deletion_protection       = true
  max_connections_alarm     = 1200
}

log_retention_days   = 90
secret_recovery_days = 30
