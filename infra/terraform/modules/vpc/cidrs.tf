# The subnet plan of a /16; a zone appended later moves nobody:
#   private   a /19 for each zone, the lower half of the range: pods have VPC addresses
#   public    a /24 for each zone from x.x.128.0: NAT gateways and load balancers
#   database  a /24 for each zone from x.x.144.0: no route out

locals {
  zones = { for index, zone in var.availability_zones : zone => index }

  private_cidrs  = { for zone, index in local.zones : zone => cidrsubnet(var.cidr, 3, index) }
  public_cidrs   = { for zone, index in local.zones : zone => cidrsubnet(var.cidr, 8, 128 + index) }
  database_cidrs = { for zone, index in local.zones : zone => cidrsubnet(var.cidr, 8, 144 + index) }

  nat_zones = var.nat_gateway_per_zone ? var.availability_zones : slice(var.availability_zones, 0, 1)
  nat_of    = { for zone in var.availability_zones : zone => var.nat_gateway_per_zone ? zone : var.availability_zones[0] }
}
