locals {
  project = "mlp"

  tags = {
    Project    = local.project
    Owner      = var.owner
    CostCenter = var.cost_center
    ManagedBy  = "terraform"
  }
}

# State, delivery roles and the boundary of each environment, in its own account.

module "dev" {
  source    = "./account"
  providers = { aws = aws.dev }

  project             = local.project
  environment         = "dev"
  account_id          = var.account_ids["dev"]
  registry_account_id = var.account_ids["global"]
  region              = var.region
  repository          = var.repository
}

module "staging" {
  source    = "./account"
  providers = { aws = aws.staging }

  project             = local.project
  environment         = "staging"
  account_id          = var.account_ids["staging"]
  registry_account_id = var.account_ids["global"]
  region              = var.region
  repository          = var.repository
}

module "prod" {
  source    = "./account"
  providers = { aws = aws.prod }

  project             = local.project
  environment         = "prod"
  account_id          = var.account_ids["prod"]
  registry_account_id = var.account_ids["global"]
  region              = var.region
  recovery_region     = var.recovery_region
  repository          = var.repository
}
