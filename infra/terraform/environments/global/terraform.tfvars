account_ids = {
  global  = "444444444444"
  dev     = "111111111111"
  staging = "222222222222"
  prod    = "333333333333"
}

region           = "eu-west-2"
recovery_region  = "eu-west-1"
access_role_name = "OrganizationAccountAccessRole"
repository       = "mlguard/mlguard"
owner            = "ml-platform"
cost_center      = "ml-shared"
