# moto forgets Performance Insights, parameter values, and the description of a rule that names a group.
resource "aws_db_instance" "this" {
  lifecycle {
    ignore_changes = [
      allocated_storage,
      performance_insights_enabled,
      performance_insights_kms_key_id,
      performance_insights_retention_period,
    ]
  }
}

resource "aws_db_parameter_group" "this" {
  lifecycle {
    create_before_destroy = true
    ignore_changes        = [parameter]
  }
}

resource "aws_vpc_security_group_ingress_rule" "nodes" {
  lifecycle {
    ignore_changes = [description]
  }
}
