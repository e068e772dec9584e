terraform {
  backend "s3" {
    bucket              = "mlp-staging-state-222222222222"
    key                 = "staging/platform.tfstate"
    region              = "eu-west-2"
    encrypt             = true
    kms_key_id          = "arn:aws:kms:eu-west-2:222222222222:alias/mlp-staging-state"
    use_lockfile        = true
    allowed_account_ids = ["222222222222"]
  }
}
