# The real provider: policy documents are computed by it, without asking AWS.
provider "aws" {
  region                      = "eu-west-2"
  skip_credentials_validation = true
  skip_requesting_account_id  = true
  skip_metadata_api_check     = true
}

variables {
  name                       = "mlp-dev"
  account_id                 = "111111111111"
  region                     = "eu-west-2"
  storage_key_arn            = "arn:aws:kms:eu-west-2:111111111111:key/1b7d3f0e-0000-4000-8000-000000000000"
  secrets_key_arn            = "arn:aws:kms:eu-west-2:111111111111:key/2b7d3f0e-0000-4000-8000-000000000000"
  secret_prefix              = "/dev"
  secret_namespaces          = ["mlflow", "monitoring"]
  log_prefix                 = "/mlp/dev"
  permissions_boundary_arn   = "arn:aws:iam::111111111111:policy/mlp-dev-boundary"
  break_glass_permission_set = "BreakGlass"

  teams = {
    research = { permission_set = "MLResearch", namespaces = ["pipeline"] }
  }

  cluster = {
    name              = "mlp-dev-cluster"
    arn               = "arn:aws:eks:eu-west-2:111111111111:cluster/mlp-dev-cluster"
    issuer            = "oidc.eks.eu-west-2.amazonaws.com/id/0123456789ABCDEF"
    oidc_provider_arn = "arn:aws:iam::111111111111:oidc-provider/oidc.eks.eu-west-2.amazonaws.com/id/0123456789ABCDEF"
  }

  bucket_arns = {
    raw       = "arn:aws:s3:::mlp-dev-raw-111111111111"
    features  = "arn:aws:s3:::mlp-dev-features-111111111111"
    artifacts = "arn:aws:s3:::mlp-dev-artifacts-111111111111"
  }
}

run "every_role_is_bounded" {
  command = plan

  assert {
    condition = alltrue([
      for role in concat(values(aws_iam_role.workload), values(aws_iam_role.secrets), values(aws_iam_role.people)) :
      role.permissions_boundary == var.permissions_boundary_arn
    ])
    error_message = "a role has no boundary"
  }
}

run "one_role_for_each_service_account" {
  command = plan

  assert {
    condition = length(distinct([
      for association in values(aws_eks_pod_identity_association.workload) :
      "${association.namespace}/${association.service_account}"
    ])) == length(aws_iam_role.workload)
    error_message = "two roles share a service account"
  }

  assert {
    condition = alltrue([
      for workload, role in aws_iam_role.workload :
      jsondecode(role.assume_role_policy).Statement[0].Condition.ArnEquals["aws:SourceArn"] == var.cluster.arn
    ])
    error_message = "a trust does not name the cluster"
  }

  assert {
    condition = alltrue([
      for workload, role in aws_iam_role.workload :
      jsondecode(role.assume_role_policy).Statement[0].Condition.StringEquals["aws:RequestTag/kubernetes-service-account"]
      == aws_eks_pod_identity_association.workload[workload].service_account
    ])
    error_message = "a trust names another service account than the association"
  }
}

run "mlflow_stays_in_its_prefix" {
  command = plan

  assert {
    condition = toset(flatten([
      for statement in jsondecode(aws_iam_role_policy.workload["mlflow"].policy).Statement : statement.Resource
      ])) == toset([
      "arn:aws:s3:::mlp-dev-artifacts-111111111111",
      "arn:aws:s3:::mlp-dev-artifacts-111111111111/mlflow/*",
      var.storage_key_arn,
    ])
    error_message = "MLflow reaches more than its prefix and the key"
  }

  assert {
    condition = contains([
      for statement in jsondecode(aws_iam_role_policy.workload["mlflow"].policy).Statement :
      try(statement.Condition.StringLike["s3:prefix"], "")
    ], "mlflow/*")
    error_message = "MLflow lists more than its prefix"
  }
}

run "training_cannot_write_features_or_read_models" {
  command = plan

  assert {
    condition = alltrue([
      for statement in jsondecode(aws_iam_role_policy.workload["train"].policy).Statement :
      !contains(flatten([statement.Action]), "s3:PutObject")
    ])
    error_message = "training writes to a bucket"
  }
}

run "a_secret_store_reads_its_own_namespace" {
  command = plan

  assert {
    condition = {
      for namespace, policy in aws_iam_role_policy.secrets : namespace => jsondecode(policy.policy).Statement[0].Resource
      } == {
      mlflow     = "arn:aws:secretsmanager:eu-west-2:111111111111:secret:/dev/mlflow/*"
      monitoring = "arn:aws:secretsmanager:eu-west-2:111111111111:secret:/dev/monitoring/*"
    }
    error_message = "a SecretStore reads another path than its namespace's"
  }

  assert {
    condition = jsondecode(aws_iam_role.secrets["mlflow"].assume_role_policy).Statement[0].Condition.StringEquals == {
      "oidc.eks.eu-west-2.amazonaws.com/id/0123456789ABCDEF:sub" = "system:serviceaccount:mlflow:external-secrets"
      "oidc.eks.eu-west-2.amazonaws.com/id/0123456789ABCDEF:aud" = "sts.amazonaws.com"
    }
    error_message = "the trust is not bound to one service account and audience"
  }
}
