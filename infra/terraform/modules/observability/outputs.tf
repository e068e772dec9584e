output "alert_topic_arn" {
  description = "Topic of every alert."
  value       = aws_sns_topic.alerts.arn
}

output "log_groups" {
  description = "Log group by namespace."
  value       = { for namespace, group in aws_cloudwatch_log_group.namespace : namespace => group.name }
}
