# People. Nobody but the break-glass role is a cluster administrator, and its use raises an alarm (module observability).

resource "aws_eks_access_entry" "break_glass" {
  cluster_name  = aws_eks_cluster.this.name
  principal_arn = var.break_glass_role_arn
  type          = "STANDARD"
}

resource "aws_eks_access_policy_association" "break_glass" {
  cluster_name  = aws_eks_cluster.this.name
  principal_arn = aws_eks_access_entry.break_glass.principal_arn
  policy_arn    = "arn:aws:eks::aws:cluster-access-policy/AmazonEKSClusterAdminPolicy"

  access_scope {
    type = "cluster"
  }
}

resource "aws_eks_access_entry" "team" {
  for_each = var.team_access

  cluster_name      = aws_eks_cluster.this.name
  principal_arn     = each.value.role_arn
  kubernetes_groups = [each.value.group]
  type              = "STANDARD"
}

resource "aws_eks_access_policy_association" "team" {
  for_each = var.team_access

  cluster_name  = aws_eks_cluster.this.name
  principal_arn = aws_eks_access_entry.team[each.key].principal_arn
  policy_arn    = "arn:aws:eks::aws:cluster-access-policy/${each.value.policy}"

  access_scope {
    type       = "namespace"
    namespaces = each.value.namespaces
  }
}

# The managed group's role gets its entry from EKS; Karpenter's nodes join by this one.
resource "aws_eks_access_entry" "karpenter_node" {
  cluster_name  = aws_eks_cluster.this.name
  principal_arn = aws_iam_role.node["karpenter"].arn
  type          = "EC2_LINUX"
}
