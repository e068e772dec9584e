internal import Values

/// `cidrhost`, `cidrnetmask`, `cidrsubnet`, `cidrsubnets`, and OpenTofu's `cidrcontains`.
enum AddressFunctions {
  private static let prefix = FunctionParameter("prefix", .string)

  static let all: [String: BuiltInFunction] = [
    "cidrhost": BuiltInFunction([prefix, FunctionParameter("hostnum", .number)], returns: .string, host),
    "cidrnetmask": BuiltInFunction([prefix], returns: .string, netmask),
    "cidrsubnet": BuiltInFunction(
      [prefix, FunctionParameter("newbits", .number), FunctionParameter("netnum", .number)], returns: .string,
      subnet),
    "cidrsubnets": BuiltInFunction(
      [prefix], variadic: FunctionParameter("newbits", .number), returns: .list(.string), subnets),
  ]

  private static func network(_ text: String) throws(FunctionFailure) -> Network {
    guard let network = Network(text) else {
      throw FunctionFailure("invalid CIDR expression: invalid CIDR address: \(text)", argument: 0)
    }
    return network
  }

  /// A whole number of any size, as magnitude and sign; magnitudes beyond 128 bits are the largest one.
  private static func whole(_ call: FunctionCall, _ position: Int) throws(FunctionFailure) -> (
    magnitude: UInt128, isNegative: Bool
  ) {
    let number = call.number(position)
    guard let digits = number.bigFloat.integerDigits() else {
      throw FunctionFailure("value must be a whole number", argument: position)
    }
    return (UInt128(digits) ?? .max, number.signum < 0)
  }

  private static func host(_ call: FunctionCall) throws(FunctionFailure) -> Value {
    let (magnitude, isNegative) = try whole(call, 1)
    let network = try network(call.text(0))
    let largest = network.hostMask
    guard isNegative ? magnitude - 1 <= largest : magnitude <= largest else {
      throw FunctionFailure(
        "prefix of \(network.length) does not accommodate a host numbered \(call.number(1).text)", argument: 1
      )
    }
    let number = isNegative ? largest - (magnitude - 1) : magnitude
    return .text(Address(value: network.base | number, bits: network.bits).text)
  }

  private static func netmask(_ call: FunctionCall) throws(FunctionFailure) -> Value {
    let network = try network(call.text(0))
    guard network.bits == 32 else {
      throw FunctionFailure("IPv6 addresses cannot have a netmask: \(call.text(0))", argument: 0)
    }
    return .text(Address(value: ~network.hostMask & 0xFFFF_FFFF, bits: 32).text)
  }

  private static func subnet(_ call: FunctionCall) throws(FunctionFailure) -> Value {
    let newBits = try call.integer(1)
    let (number, isNegative) = try whole(call, 2)
    let network = try network(call.text(0))
    guard newBits >= 0, newBits <= network.bits - network.length else {
      throw FunctionFailure(
        "insufficient address space to extend prefix of \(network.length) by \(newBits)", argument: 1)
    }
    guard !isNegative, newBits >= 128 || number >> UInt128(newBits) == 0 else {
      throw FunctionFailure(
        "prefix extension of \(newBits) does not accommodate a subnet numbered \(call.number(2).text)",
        argument: 2)
    }
    let length = network.length + newBits
    let shift = network.bits - length
    let base = network.base | (shift >= 128 ? 0 : number << UInt128(shift))
    return .text(Network(base: base, length: length, bits: network.bits).text)
  }

  private static func subnets(_ call: FunctionCall) throws(FunctionFailure) -> Value {
    let network = try network(call.text(0))
    guard call.arguments.count > 1 else { return .strings([]) }
    var texts: [String] = []
    var next = network.base
    for position in 1..<call.arguments.count {
      let newBits = try call.integer(position)
      if newBits < 1 { throw FunctionFailure("must extend prefix by at least one bit", argument: position) }
      if newBits > 32 {
        throw FunctionFailure("may not extend prefix by more than 32 bits", argument: position)
      }
      let length = network.length + newBits
      guard length <= network.bits else {
        throw FunctionFailure(
          "would extend prefix to \(length) bits, which is too long for an \(network.bits == 32 ? "IPv4" : "IPv6") "
            + "address", argument: position)
      }
      // The next start that is aligned to the size of the subnet. One at zero is an error upstream too, which
      // takes it for a step over the end.
      let mask = Network(base: 0, length: length, bits: network.bits).hostMask
      let (sum, overflow) = next.addingReportingOverflow(mask)
      let base = sum & ~mask
      guard !overflow, network.contains(base), base != 0 else {
        throw FunctionFailure(
          "not enough remaining address space for a subnet with a prefix of \(length) bits after "
            + (texts.last ?? call.text(0)), argument: position)
      }
      texts.append(Network(base: base, length: length, bits: network.bits).text)
      next = (base | mask) &+ 1
    }
    return .strings(texts)
  }

  static func contains(_ call: FunctionCall) throws(FunctionFailure) -> Value {
    let outer = try network(call.text(0))
    let inner: Network
    if let network = Network(call.text(1)) {
      inner = network
    } else if let address = Address(call.text(1)) {
      inner = Network(base: address.value, length: address.bits, bits: address.bits)
    } else {
      throw FunctionFailure("invalid IP address or prefix: \(call.text(1))", argument: 1)
    }
    guard inner.bits == outer.bits else {
      throw FunctionFailure(
        "address family mismatch: \(call.text(0)) vs. \(call.text(1))", argument: 1)
    }
    return .bool(outer.contains(inner.base) && outer.contains(inner.base | inner.hostMask))
  }
}
