output "name" {
  description = "Bucket name."
  value       = aws_s3_bucket.this.id
}

output "arn" {
  description = "Bucket ARN."
  value       = aws_s3_bucket.this.arn
}

output "versioned_name" {
  description = "Bucket name, known only once versions are on: replication needs them."
  value       = aws_s3_bucket_versioning.this.bucket
}
