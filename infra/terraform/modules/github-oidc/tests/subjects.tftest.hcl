mock_provider "aws" {
  mock_data "aws_iam_policy_document" {
    defaults = {
      json = "{}"
    }
  }
}

variables {
  repository = "mlguard/mlguard"

  roles = {
    mlp-dev-github-plan  = { description = "plan", github_environment = "dev-plan", policies = { read = "{}" } }
    mlp-dev-github-apply = { description = "apply", github_environment = "dev", policies = { read = "{}", write = "{}" } }
  }
}

run "a_subject_names_repository_and_environment" {
  command = plan

  assert {
    condition = {
      for role, trust in data.aws_iam_policy_document.trust : role => flatten([
        for condition in trust.statement[0].condition : condition.values if endswith(condition.variable, ":sub")
      ])
      } == {
      mlp-dev-github-plan  = ["repo:mlguard/mlguard:environment:dev-plan"]
      mlp-dev-github-apply = ["repo:mlguard/mlguard:environment:dev"]
    }
    error_message = "a subject is not one environment of the one repository"
  }

  assert {
    condition     = toset(keys(aws_iam_role_policy_attachment.this)) == toset(["mlp-dev-github-plan-read", "mlp-dev-github-apply-read", "mlp-dev-github-apply-write"])
    error_message = "a policy is not attached to its role"
  }
}

run "a_pattern_of_repositories_is_refused" {
  command = plan

  variables {
    repository = "mlguard/*"
  }

  expect_failures = [var.repository]
}

run "a_pattern_of_environments_is_refused" {
  command = plan

  variables {
    roles = {
      any = { description = "any", github_environment = "*", policies = {} }
    }
  }

  expect_failures = [var.roles]
}
