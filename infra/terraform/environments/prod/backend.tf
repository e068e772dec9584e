terraform {
  backend "s3" {
    bucket              = "mlp-prod-state-333333333333"
    key                 = "prod/platform.tfstate"
    region              = "eu-west-2"
    encrypt             = true
    kms_key_id          = "arn:aws:kms:eu-west-2:333333333333:alias/mlp-prod-state"
    use_lockfile        = true
    allowed_account_ids = ["333333333333"]
  }
}
