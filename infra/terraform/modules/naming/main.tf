# Every name and tag of an environment, from one word. No provider: a test of this module costs nothing.

locals {
  prefix = join("-", compact([var.project, var.environment, var.instance]))

  bucket_purposes = ["raw", "features", "artifacts", "logs"]
}
