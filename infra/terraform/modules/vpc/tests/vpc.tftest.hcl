mock_provider "aws" {
  mock_data "aws_iam_policy_document" {
    defaults = {
      json = "{}"
    }
  }
}

variables {
  name                     = "mlp-dev"
  cidr                     = "10.10.0.0/16"
  availability_zones       = ["eu-west-2a", "eu-west-2b"]
  nat_gateway_per_zone     = false
  cluster_name             = "mlp-dev-cluster"
  account_id               = "111111111111"
  region                   = "eu-west-2"
  permissions_boundary_arn = "arn:aws:iam::111111111111:policy/mlp-dev-boundary"
  log_key_arn              = "arn:aws:kms:eu-west-2:111111111111:key/1b7d3f0e-0000-4000-8000-000000000000"
  log_retention_days       = 14
}

run "two_zones_share_one_nat_gateway" {
  command = plan

  assert {
    condition = output.cidrs == {
      private  = { "eu-west-2a" = "10.10.0.0/19", "eu-west-2b" = "10.10.32.0/19" }
      public   = { "eu-west-2a" = "10.10.128.0/24", "eu-west-2b" = "10.10.129.0/24" }
      database = { "eu-west-2a" = "10.10.144.0/24", "eu-west-2b" = "10.10.145.0/24" }
    }
    error_message = "the subnet plan moved: every subnet would be replaced"
  }

  assert {
    condition     = output.nat_of == { "eu-west-2a" = "eu-west-2a", "eu-west-2b" = "eu-west-2a" }
    error_message = "a single NAT gateway must serve both zones"
  }

  assert {
    condition     = length(aws_nat_gateway.this) == 1
    error_message = "dev pays for more than one NAT gateway"
  }
}

run "a_zone_appended_moves_nobody" {
  command = plan

  variables {
    availability_zones   = ["eu-west-2a", "eu-west-2b", "eu-west-2c"]
    nat_gateway_per_zone = true
  }

  assert {
    condition = alltrue(flatten([
      for kind, ranges in run.two_zones_share_one_nat_gateway.cidrs : [
        for zone, range in ranges : output.cidrs[kind][zone] == range
      ]
    ]))
    error_message = "a range changed when a zone was appended"
  }

  assert {
    condition     = output.nat_of == { for zone in var.availability_zones : zone => zone }
    error_message = "a zone goes out through another zone's NAT gateway"
  }
}

run "a_smaller_range_is_refused" {
  command = plan

  variables {
    cidr = "10.10.0.0/20"
  }

  expect_failures = [var.cidr]
}
