mock_provider "aws" {
  mock_data "aws_iam_policy_document" {
    defaults = {
      json = "{}"
    }
  }
}

variables {
  name                     = "mlp-dev"
  cluster_name             = "mlp-dev-cluster"
  account_id               = "111111111111"
  region                   = "eu-west-2"
  kubernetes_version       = "1.33"
  vpc_id                   = "vpc-1"
  subnet_ids               = ["subnet-1", "subnet-2"]
  service_cidr             = "172.20.0.0/20"
  api_allowed_cidrs        = []
  secrets_key_arn          = "arn:aws:kms:eu-west-2:111111111111:key/1b7d3f0e-0000-4000-8000-000000000000"
  log_key_arn              = "arn:aws:kms:eu-west-2:111111111111:key/2b7d3f0e-0000-4000-8000-000000000000"
  log_retention_days       = 14
  permissions_boundary_arn = "arn:aws:iam::111111111111:policy/mlp-dev-boundary"
  break_glass_role_arn     = "arn:aws:iam::111111111111:role/mlp-dev-break-glass"

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

  team_access = {
    research = {
      role_arn   = "arn:aws:iam::111111111111:role/mlp-dev-team-research"
      group      = "mlp:research"
      namespaces = ["pipeline"]
    }
  }
}

run "a_closed_cluster" {
  command = plan

  assert {
    condition = (
      aws_eks_cluster.this.access_config[0].authentication_mode == "API"
      && !aws_eks_cluster.this.access_config[0].bootstrap_cluster_creator_admin_permissions
    )
    error_message = "who made the cluster is its administrator, or aws-auth counts"
  }

  assert {
    condition     = aws_eks_cluster.this.vpc_config[0].endpoint_private_access && !aws_eks_cluster.this.vpc_config[0].endpoint_public_access
    error_message = "without allowed ranges the endpoint must be private"
  }

  assert {
    condition     = toset(aws_eks_cluster.this.enabled_cluster_log_types) == toset(["api", "audit", "authenticator", "controllerManager", "scheduler"])
    error_message = "a log type is missing"
  }

  assert {
    condition     = aws_eks_cluster.this.encryption_config[0].resources == toset(["secrets"])
    error_message = "Secrets are not wrapped by the key"
  }

  assert {
    condition     = jsondecode(aws_eks_addon.vpc_cni.configuration_values).enableNetworkPolicy == "true"
    error_message = "network policies are not enforced"
  }

  assert {
    condition     = aws_launch_template.system.metadata_options[0].http_put_response_hop_limit == 1 && aws_launch_template.system.metadata_options[0].http_tokens == "required"
    error_message = "a pod can reach the node's credentials"
  }
}

run "only_break_glass_administers" {
  command = plan

  assert {
    condition = [
      for association in concat(
        [aws_eks_access_policy_association.break_glass], values(aws_eks_access_policy_association.team)
      ) : association.principal_arn if endswith(association.policy_arn, "AmazonEKSClusterAdminPolicy")
    ] == [var.break_glass_role_arn]
    error_message = "somebody else administers the cluster"
  }

  assert {
    condition     = alltrue([for association in values(aws_eks_access_policy_association.team) : association.access_scope[0].type == "namespace"])
    error_message = "a team reaches the whole cluster"
  }
}

run "an_endpoint_open_to_all_is_refused" {
  command = plan

  variables {
    api_allowed_cidrs = ["0.0.0.0/0"]
  }

  expect_failures = [var.api_allowed_cidrs]
}

run "a_team_that_administers_is_refused" {
  command = plan

  variables {
    team_access = {
      research = {
        role_arn   = "arn:aws:iam::111111111111:role/mlp-dev-team-research"
        group      = "mlp:research"
        policy     = "AmazonEKSClusterAdminPolicy"
        namespaces = ["pipeline"]
      }
    }
  }

  expect_failures = [var.team_access]
}
