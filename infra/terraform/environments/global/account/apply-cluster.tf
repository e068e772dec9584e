data "aws_iam_policy_document" "cluster" {
  statement {
    sid = "Cluster"
    actions = [
      "eks:AssociateAccessPolicy",
      "eks:CreateAccessEntry",
      "eks:CreateAddon",
      "eks:CreateNodegroup",
      "eks:CreatePodIdentityAssociation",
      "eks:DeleteAccessEntry",
      "eks:DeleteAddon",
      "eks:DeleteCluster",
      "eks:DeleteNodegroup",
      "eks:DeletePodIdentityAssociation",
      "eks:DisassociateAccessPolicy",
      "eks:TagResource",
      "eks:UntagResource",
      "eks:UpdateAccessEntry",
      "eks:UpdateAddon",
      "eks:UpdateClusterConfig",
      "eks:UpdateClusterVersion",
      "eks:UpdateNodegroupConfig",
      "eks:UpdateNodegroupVersion",
      "eks:UpdatePodIdentityAssociation",
    ]
    resources = local.eks_arns
  }

  # Making a cluster has no resource level; its tags say whose it is.
  statement {
    sid       = "MakeCluster"
    actions   = ["eks:CreateCluster"]
    resources = ["*"]

    condition {
      test     = "StringEquals"
      variable = "aws:RequestTag/Environment"
      values   = [var.environment]
    }
  }

  statement {
    sid = "LaunchTemplates"
    actions = [
      "ec2:CreateLaunchTemplate",
      "ec2:CreateLaunchTemplateVersion",
      "ec2:DeleteLaunchTemplate",
      "ec2:DeleteLaunchTemplateVersions",
      "ec2:ModifyLaunchTemplate",
    ]
    resources = [for arn in local.arn["ec2"] : "${arn}:launch-template/*"]
  }

  # EKS asks whether who makes a node group from a template may run that template.
  statement {
    sid     = "RunTemplate"
    actions = ["ec2:RunInstances"]
    resources = concat(
      flatten([
        for arn in local.arn["ec2"] : [
          for kind in ["instance", "launch-template", "network-interface", "security-group", "subnet", "volume"] :
          "${arn}:${kind}/*"
        ]
      ]),
      [for region in local.regions : "arn:aws:ec2:${region}::image/*"],
    )

    condition {
      test     = "ArnLike"
      variable = "ec2:LaunchTemplate"
      values   = [for arn in local.arn["ec2"] : "${arn}:launch-template/*"]
    }
  }

  statement {
    sid = "InterruptionQueue"
    actions = [
      "sqs:CreateQueue",
      "sqs:DeleteQueue",
      "sqs:SetQueueAttributes",
      "sqs:TagQueue",
      "sqs:UntagQueue",
    ]
    resources = [for arn in local.arn["sqs"] : "${arn}:${local.name}-*"]
  }

  statement {
    sid = "InterruptionRules"
    actions = [
      "events:DeleteRule",
      "events:PutRule",
      "events:PutTargets",
      "events:RemoveTargets",
      "events:TagResource",
      "events:UntagResource",
    ]
    resources = [for arn in local.arn["events"] : "${arn}:rule/${local.name}-*"]
  }
}
