environment = "staging"
account_id  = "222222222222"
region      = "eu-west-2"
owner       = "ml-platform"
cost_center = "ml-staging"

availability_zones   = ["eu-west-2a", "eu-west-2b", "eu-west-2c"]
vpc_cidr             = "10.20.0.0/16"
service_cidr         = "172.20.16.0/20"
nat_gateway_per_zone = false
api_allowed_cidrs    = []

alert_emails       = ["ml-platform-staging@example.com"]
monthly_budget_usd = 1200
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
  min_size       = 2
  max_size       = 4
  desired_size   = 2
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
  instance_class            = "db.t4g.medium"
  allocated_storage_gib     = 50
  max_allocated_storage_gib = 100
  backup_retention_days     = 14
  multi_az                  = false
  deletion_protection       = true
  max_connections_alarm     = 250
}

log_retention_days   = 30
secret_recovery_days = 14
