# moto forgets that objects under a key are replicated too.
resource "aws_s3_bucket_replication_configuration" "artifacts" {
  lifecycle {
    ignore_changes = [rule]
  }
}
