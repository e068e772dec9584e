terraform {
  backend "s3" {
    bucket              = "mlp-global-state-444444444444"
    key                 = "global/platform.tfstate"
    region              = "eu-west-2"
    encrypt             = true
    kms_key_id          = "arn:aws:kms:eu-west-2:444444444444:alias/mlp-global-state"
    use_lockfile        = true
    allowed_account_ids = ["444444444444"]
  }
}
