output "name" {
  description = "Cluster name."
  value       = aws_eks_cluster.this.name
}

output "arn" {
  description = "Cluster ARN."
  value       = aws_eks_cluster.this.arn
}

output "endpoint" {
  description = "Address of the Kubernetes API."
  value       = aws_eks_cluster.this.endpoint
}

output "issuer" {
  description = "Issuer of service account tokens, without the scheme: the prefix of condition keys."
  value       = trimprefix(aws_eks_cluster.this.identity[0].oidc[0].issuer, "https://")
}

output "oidc_provider_arn" {
  description = "IAM provider of the issuer."
  value       = aws_iam_openid_connect_provider.cluster.arn
}

output "node_security_group_id" {
  description = "Group that every node carries."
  value       = aws_security_group.node.id
}

output "node_role_names" {
  description = "Node role name by who starts the nodes."
  value       = { for kind, role in aws_iam_role.node : kind => role.name }
}

output "system_node_group" {
  description = "The managed node group."
  value       = { name = aws_eks_node_group.system.node_group_name, arn = aws_eks_node_group.system.arn }
}

output "interruption_queue" {
  description = "Queue that Karpenter reads interruptions from."
  value       = aws_sqs_queue.interruption.name
}

output "log_group" {
  description = "Log group of the control plane."
  value       = aws_cloudwatch_log_group.control_plane.name
}
