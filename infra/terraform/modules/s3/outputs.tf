output "name" {
  description = "Bucket name."
  value       = aws_s3_bucket.this.bucket
}

output "arn" {
  description = "Bucket ARN."
  value       = aws_s3_bucket.this.arn
}

output "versioned_name" {
  description = "Bucket name, known only once versions are on: replication needs them."
  value       = aws_s3_bucket_versioning.this.bucket
}

output "access_log_target" {
  description = "Bucket name for another bucket's access log, known only once the log service may write here."
  value       = aws_s3_bucket.this.bucket

  depends_on = [aws_s3_bucket_policy.this]
}
