terraform {
  required_version = ">= 1.11.0"

  required_providers {
    aws = {
      source  = "hashicorp/aws"
      version = ">= 5.100.0, < 7.0.0"
    }
  }
}

# The shared account: state of this root, image registry, the role that pushes images.
provider "aws" {
  region              = var.region
  allowed_account_ids = [var.account_ids["global"]]

  default_tags {
    tags = merge(local.tags, { Environment = "global" })
  }
}

# One provider for each environment's account. This root is the only one that enters more than one account; it is
# applied by a person with the organisation's access role, never by a job, and makes no workload resources there.
provider "aws" {
  alias               = "dev"
  region              = var.region
  allowed_account_ids = [var.account_ids["dev"]]

  assume_role {
    role_arn = "arn:aws:iam::${var.account_ids["dev"]}:role/${var.access_role_name}"
  }

  default_tags {
    tags = merge(local.tags, { Environment = "dev" })
  }
}

provider "aws" {
  alias               = "staging"
  region              = var.region
  allowed_account_ids = [var.account_ids["staging"]]

  assume_role {
    role_arn = "arn:aws:iam::${var.account_ids["staging"]}:role/${var.access_role_name}"
  }

  default_tags {
    tags = merge(local.tags, { Environment = "staging" })
  }
}

provider "aws" {
  alias               = "prod"
  region              = var.region
  allowed_account_ids = [var.account_ids["prod"]]

  assume_role {
    role_arn = "arn:aws:iam::${var.account_ids["prod"]}:role/${var.access_role_name}"
  }

  default_tags {
    tags = merge(local.tags, { Environment = "prod" })
  }
}
