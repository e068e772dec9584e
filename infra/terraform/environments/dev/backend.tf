terraform {
  backend "s3" {
    bucket              = "mlp-dev-state-111111111111"
    key                 = "dev/platform.tfstate"
    region              = "eu-west-2"
    encrypt             = true
    kms_key_id          = "arn:aws:kms:eu-west-2:111111111111:alias/mlp-dev-state"
    use_lockfile        = true
    allowed_account_ids = ["111111111111"]
  }
}
