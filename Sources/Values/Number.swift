/// A number as its source means it.
///
/// Kubernetes (JSON) has 64-bit integers and doubles; Terraform has numbers of 512 bits.
public enum Number: Sendable {
  case integer(Int64)
  case double(Double)
}
