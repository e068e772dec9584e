terraform {
  required_version = ">= 1.11.0"

  required_providers {
    aws = {
      source  = "hashicorp/aws"
      version = ">= 5.100.0, < 7.0.0"

      # The default provider is the primary region; recovery is the region that survives it.
      configuration_aliases = [aws.recovery]
    }
  }
}
