locals {
  alarms = {
    database-storage = {
      description = "Free storage of the database is low"
      runbook     = "database.md"
      namespace   = "AWS/RDS"
      metric      = "FreeStorageSpace"
      dimensions  = { DBInstanceIdentifier = var.database_id }
      statistic   = "Minimum"
      comparison  = "LessThanThreshold"
      threshold   = var.database_storage_floor_gib * 1024 * 1024 * 1024
      missing     = "breaching"
    }
    database-cpu = {
      description = "The database has been busy for a quarter of an hour"
      runbook     = "database.md"
      namespace   = "AWS/RDS"
      metric      = "CPUUtilization"
      dimensions  = { DBInstanceIdentifier = var.database_id }
      statistic   = "Average"
      comparison  = "GreaterThanThreshold"
      threshold   = 85
      missing     = "missing"
    }
    database-connections = {
      description = "The database is near its limit of connections"
      runbook     = "database.md"
      namespace   = "AWS/RDS"
      metric      = "DatabaseConnections"
      dimensions  = { DBInstanceIdentifier = var.database_id }
      statistic   = "Maximum"
      comparison  = "GreaterThanThreshold"
      threshold   = var.database_max_connections
      missing     = "missing"
    }
    cluster-api-errors = {
      description = "The Kubernetes API answers with server errors"
      runbook     = "cluster-api.md"
      namespace   = "AWS/EKS"
      metric      = "apiserver_request_total_5XX"
      dimensions  = { ClusterName = var.cluster_name }
      statistic   = "Sum"
      comparison  = "GreaterThanThreshold"
      threshold   = 50
      missing     = "notBreaching"
    }
    cluster-pending-pods = {
      description = "Pods have waited for a node for a quarter of an hour"
      runbook     = "pending-pods.md"
      namespace   = "AWS/EKS"
      metric      = "scheduler_pending_pods"
      dimensions  = { ClusterName = var.cluster_name }
      statistic   = "Minimum"
      comparison  = "GreaterThanThreshold"
      threshold   = 0
      missing     = "notBreaching"
    }
  }
}

resource "aws_cloudwatch_metric_alarm" "this" {
  for_each = local.alarms

  alarm_name          = "${var.name}-${each.key}"
  alarm_description   = "${each.value.description}. Runbook: ${var.runbook_url}/${each.value.runbook}"
  namespace           = each.value.namespace
  metric_name         = each.value.metric
  dimensions          = each.value.dimensions
  statistic           = each.value.statistic
  comparison_operator = each.value.comparison
  threshold           = each.value.threshold
  period              = 300
  evaluation_periods  = 3
  treat_missing_data  = each.value.missing
  alarm_actions       = [aws_sns_topic.alerts.arn]
  ok_actions          = [aws_sns_topic.alerts.arn]
}

# The audit log says who spoke to the API. The break-glass role is for emergencies: each use is seen by all.
resource "aws_cloudwatch_log_metric_filter" "break_glass" {
  name           = "${var.name}-break-glass"
  log_group_name = var.control_plane_log_group
  pattern        = "{ $.user.username = \"*${var.break_glass_role_name}*\" }"

  metric_transformation {
    name          = "BreakGlassRequests"
    namespace     = "${var.name}/access"
    value         = "1"
    default_value = "0"
  }
}

resource "aws_cloudwatch_metric_alarm" "break_glass" {
  alarm_name          = "${var.name}-break-glass"
  alarm_description   = "Somebody used the break-glass role. Runbook: ${var.runbook_url}/break-glass.md"
  namespace           = "${var.name}/access"
  metric_name         = "BreakGlassRequests"
  statistic           = "Sum"
  comparison_operator = "GreaterThanThreshold"
  threshold           = 0
  period              = 60
  evaluation_periods  = 1
  treat_missing_data  = "notBreaching"
  alarm_actions       = [aws_sns_topic.alerts.arn]

  depends_on = [aws_cloudwatch_log_metric_filter.break_glass]
}
