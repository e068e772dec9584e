output "id" {
  description = "VPC id."
  value       = aws_vpc.this.id
}

output "private_subnet_ids" {
  description = "Subnets of the nodes, in zone order."
  value       = [for zone in var.availability_zones : aws_subnet.private[zone].id]
}

output "database_subnet_ids" {
  description = "Subnets of the database, in zone order."
  value       = [for zone in var.availability_zones : aws_subnet.database[zone].id]
}

output "cidrs" {
  description = "The subnet plan: kind, then zone, then range."
  value = {
    private  = local.private_cidrs
    public   = local.public_cidrs
    database = local.database_cidrs
  }
}

output "nat_of" {
  description = "Zone of the NAT gateway that each zone goes out by."
  value       = local.nat_of
}

output "egress_addresses" {
  description = "Public addresses that the platform goes out from; partners put them on their allow-lists."
  value       = [for zone in local.nat_zones : aws_eip.nat[zone].public_ip]
}
