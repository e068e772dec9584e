# moto answers the template's own tags as if they were tags of what it launches.
resource "aws_launch_template" "system" {
  lifecycle {
    ignore_changes = [tag_specifications]
  }
}
