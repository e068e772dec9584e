extension CELType {
  /// The types that an expression can name.
  static func names(in dialect: Dialect) -> [String: CELType] {
    var names: [String: CELType] = [
      "bool": .bool, "int": .int, "uint": .uint, "double": .double, "string": .string, "bytes": .bytes,
      "list": .list(.dyn), "map": .map(.dyn, .dyn), "type": .type(.dyn), "null_type": .null,
      "google.protobuf.Timestamp": .timestamp, "google.protobuf.Duration": .duration,
    ]
    let minor: Int
    switch dialect {
    case .standard:
      names["optional_type"] = .optional(.dyn)
      names["net.IP"] = .opaque("net.IP", [])
      names["net.CIDR"] = .opaque("net.CIDR", [])
      return names
    case .policy: minor = Int.max
    case .kubernetes(let version): minor = version
    }
    names["kubernetes.URL"] = .opaque("kubernetes.URL", [])
    if minor >= 28 {
      names["optional_type"] = .optional(.dyn)
      names["kubernetes.Quantity"] = .opaque("kubernetes.Quantity", [])
    }
    if minor >= 30 {
      names["net.IP"] = .opaque("net.IP", [])
      names["net.CIDR"] = .opaque("net.CIDR", [])
    }
    if minor >= 31 { names["kubernetes.NamedFormat"] = .opaque("kubernetes.NamedFormat", []) }
    if minor >= 33 { names["kubernetes.Semver"] = .opaque("kubernetes.Semver", []) }
    return names
  }
}
