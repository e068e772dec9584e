variables {
  account_id  = "111111111111"
  owner       = "ml-platform"
  cost_center = "ml-001"
}

run "dev" {
  command = plan

  variables {
    environment = "dev"
  }

  assert {
    condition     = output.prefix == "mlp-dev" && output.cluster == "mlp-dev-cluster" && output.database == "mlp-dev-mlflow"
    error_message = "a dev name does not derive from the environment"
  }

  assert {
    condition = output.buckets == {
      raw       = "mlp-dev-raw-111111111111"
      features  = "mlp-dev-features-111111111111"
      artifacts = "mlp-dev-artifacts-111111111111"
      logs      = "mlp-dev-logs-111111111111"
    }
    error_message = "bucket names are not project, environment, purpose, account"
  }

  assert {
    condition     = output.secret_prefix == "/dev" && output.log_prefix == "/mlp/dev"
    error_message = "a path does not start with the environment"
  }

  assert {
    condition     = output.permissions_boundary_arn == "arn:aws:iam::111111111111:policy/mlp-dev-boundary"
    error_message = "the boundary is not the environment's own"
  }

  assert {
    condition = output.tags == {
      Project     = "mlp"
      Environment = "dev"
      Owner       = "ml-platform"
      CostCenter  = "ml-001"
      ManagedBy   = "terraform"
    }
    error_message = "tags differ"
  }
}

run "staging" {
  command = plan

  variables {
    environment = "staging"
    account_id  = "222222222222"
  }
}

run "prod" {
  command = plan

  variables {
    environment = "prod"
    account_id  = "333333333333"
  }
}

run "names_do_not_collide" {
  command = plan

  variables {
    environment = "prod"
    account_id  = "333333333333"
    instance    = "dr"
  }

  assert {
    condition = length(distinct([
      run.dev.prefix, run.staging.prefix, run.prod.prefix, output.prefix,
    ])) == 4
    error_message = "two environments share a name prefix"
  }

  assert {
    condition = length(distinct(flatten([
      values(run.dev.buckets), values(run.staging.buckets), values(run.prod.buckets), values(output.buckets),
    ]))) == 16
    error_message = "two environments share a bucket name, and bucket names are global"
  }

  assert {
    condition = length(distinct([
      run.dev.secret_prefix, run.staging.secret_prefix, run.prod.secret_prefix, output.secret_prefix,
    ])) == 4
    error_message = "two environments share a secret path"
  }

  assert {
    condition     = alltrue([for name in values(output.buckets) : length(name) <= 63])
    error_message = "a bucket name is longer than the 63 characters that S3 allows"
  }
}

run "an_unknown_environment_is_refused" {
  command = plan

  variables {
    environment = "production"
  }

  expect_failures = [var.environment]
}

run "an_account_alias_is_refused" {
  command = plan

  variables {
    environment = "dev"
    account_id  = "my-account"
  }

  expect_failures = [var.account_id]
}
