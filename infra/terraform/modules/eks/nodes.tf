# A mark, not a filter: nodes carry it beside the cluster's own group, and the database admits whoever carries it.
resource "aws_security_group" "node" {
  name        = "${var.name}-node"
  description = "Carried by every node of ${var.cluster_name}"
  vpc_id      = var.vpc_id

  tags = {
    Name                     = "${var.name}-node"
    "karpenter.sh/discovery" = var.cluster_name
  }
}

resource "aws_launch_template" "system" {
  name        = "${var.name}-system"
  description = "System nodes of ${var.cluster_name}"

  vpc_security_group_ids = [
    aws_eks_cluster.this.vpc_config[0].cluster_security_group_id,
    aws_security_group.node.id,
  ]

  # One hop: a pod cannot reach the node's own credentials.
  metadata_options {
    http_endpoint               = "enabled"
    http_tokens                 = "required"
    http_put_response_hop_limit = 1
  }

  block_device_mappings {
    device_name = "/dev/xvda"

    ebs {
      volume_size           = var.system_nodes.disk_gib
      volume_type           = "gp3"
      encrypted             = true
      delete_on_termination = true
    }
  }

  tag_specifications {
    resource_type = "instance"
    tags          = { Name = "${var.name}-system" }
  }
}

resource "aws_eks_node_group" "system" {
  cluster_name    = aws_eks_cluster.this.name
  node_group_name = "${var.name}-system"
  node_role_arn   = aws_iam_role.node["system"].arn
  subnet_ids      = var.subnet_ids
  ami_type        = "AL2023_x86_64_STANDARD"
  capacity_type   = "ON_DEMAND"
  instance_types  = var.system_nodes.instance_types
  labels          = { "mlp.dev/pool" = "system" }

  launch_template {
    id      = aws_launch_template.system.id
    version = aws_launch_template.system.latest_version
  }

  scaling_config {
    min_size     = var.system_nodes.min_size
    max_size     = var.system_nodes.max_size
    desired_size = var.system_nodes.desired_size
  }

  update_config {
    max_unavailable = 1
  }

  # Office hours and the autoscaler move it.
  lifecycle {
    ignore_changes = [scaling_config[0].desired_size]
  }

  depends_on = [
    aws_iam_role_policy_attachment.node,
    aws_eks_addon.eks_pod_identity_agent,
    aws_eks_addon.vpc_cni,
    aws_eks_addon.kube_proxy,
  ]
}
