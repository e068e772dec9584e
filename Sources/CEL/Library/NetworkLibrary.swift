extension IPAddress: OpaqueContent {
  public var typeName: String { "net.IP" }
  public func isEqual(to other: any OpaqueContent) -> Bool { (other as? IPAddress) == self }
}

extension CIDRBlock: OpaqueContent {
  public var typeName: String { "net.CIDR" }
  public func isEqual(to other: any OpaqueContent) -> Bool { (other as? CIDRBlock) == self }
}

extension FunctionTable {
  /// IP addresses and CIDR blocks; cel-go's extension and the API server's library differ in their words for faults.
  mutating func addNetwork(isKubernetes: Bool) {
    let ip = CELType.opaque("net.IP", [])
    let cidr = CELType.opaque("net.CIDR", [])
    let reader = NetworkReader(isKubernetes: isKubernetes)
    add(
      "ip", [global(.string, result: ip), member(cidr, result: ip)],
      unary: { value in
        switch value {
        case .string(let text): return reader.address(text)
        case .opaque(let opaque):
          guard let block = opaque.content as? CIDRBlock else { return .noSuchOverload }
          return .opaque(CELOpaque(block.address))
        default: return .noSuchOverload
        }
      },
      cost: { value, _, _ in
        if case .string = value { return Costs.traversal(value) }
        return 1
      })
    add("cidr", [global(.string, result: cidr)], unary: string(reader.block), cost: traversal)
    add(
      "isIP", [global(.string, result: .bool)], unary: string { .bool(!reader.address($0).isError) },
      cost: traversal)
    add(
      "isCIDR", [global(.string, result: .bool)], unary: string { .bool(!reader.block($0).isError) },
      cost: traversal)
    add(
      "ip.isCanonical", [global(.string, result: .bool)],
      unary: string { text in
        let address = reader.address(text)
        guard case .opaque(let opaque) = address else { return address }
        return .bool(opaque.content.description == text)
      }, cost: { text, _, _ in Costs.tenths(Costs.size(text), factor: 0.2) })
    add("string", [global(ip, result: .string), global(cidr, result: .string)])
    address("family", .int) { .int(Int64($0.family)) }
    address("isUnspecified", .bool) { .bool($0.isUnspecified) }
    address("isLoopback", .bool) { .bool($0.isLoopback) }
    address("isLinkLocalMulticast", .bool) { .bool($0.isLinkLocalMulticast) }
    address("isLinkLocalUnicast", .bool) { .bool($0.isLinkLocalUnicast) }
    address("isGlobalUnicast", .bool) { .bool($0.isGlobalUnicast) }
    block("prefixLength", .int) { .int(Int64($0.prefixLength)) }
    block("masked", cidr) { .opaque(CELOpaque($0.masked)) }
    if !isKubernetes { block("isMask", .bool) { .bool($0.isMask) } }
    addContainment(reader)
  }

  private mutating func addContainment(_ reader: NetworkReader) {
    let ip = CELType.opaque("net.IP", [])
    let cidr = CELType.opaque("net.CIDR", [])
    add(
      "containsIP", [member(cidr, .string, result: .bool), member(cidr, ip, result: .bool)],
      binary: { block, address in
        guard let block = block.content(CIDRBlock.self) else { return .noSuchOverload }
        let address = reader.converted(address, reader.address)
        guard let wanted = address.content(IPAddress.self) else {
          return address.isError ? address : .noSuchOverload
        }
        return .bool(block.contains(wanted))
      }, cost: { block, other, _ in containmentCost(block, other, extra: 0) })
    add(
      "containsCIDR", [member(cidr, .string, result: .bool), member(cidr, cidr, result: .bool)],
      binary: { block, other in
        guard let block = block.content(CIDRBlock.self) else { return .noSuchOverload }
        let other = reader.converted(other, reader.block)
        guard let wanted = other.content(CIDRBlock.self) else {
          return other.isError ? other : .noSuchOverload
        }
        return .bool(block.contains(wanted))
      }, cost: { block, other, _ in containmentCost(block, other, extra: 2) })
  }

  private mutating func address(
    _ name: String, _ result: CELType, _ body: @escaping @Sendable (IPAddress) -> CELValue
  ) {
    add(
      name, [member(.opaque("net.IP", []), result: result)],
      unary: { value in value.content(IPAddress.self).map(body) ?? .noSuchOverload })
  }

  private mutating func block(
    _ name: String, _ result: CELType, _ body: @escaping @Sendable (CIDRBlock) -> CELValue
  ) {
    add(
      name, [member(.opaque("net.CIDR", []), result: result)],
      unary: { value in value.content(CIDRBlock.self).map(body) ?? .noSuchOverload })
  }
}

private let traversal: Function.Cost = { text, _, _ in Costs.traversal(text) }

/// Two walks over the block's bytes, and one over a text that has to be read first.
private func containmentCost(_ block: CELValue, _ other: CELValue, extra: UInt64) -> UInt64 {
  var cost = Costs.tenths(2 * networkSize(block)) + extra
  if case .string = other { cost += Costs.traversal(other) }
  return cost
}

/// Bytes of the address, which is the size that the API server gives these values.
private func networkSize(_ value: CELValue) -> UInt64 {
  UInt64(value.content(CIDRBlock.self)?.address.bytes.count ?? 1)
}

extension CELValue {
  /// What an opaque value holds, if it is of that type.
  func content<Content: OpaqueContent>(_ type: Content.Type) -> Content? {
    if case .opaque(let opaque) = self { opaque.content as? Content } else { nil }
  }
}

/// Reads addresses and blocks; neither may have a zone, and IPv4 inside IPv6 is refused.
private struct NetworkReader: Sendable {
  let isKubernetes: Bool

  func address(_ text: String) -> CELValue {
    do throws(FormatError) {
      let address = try IPAddress(parsing: text)
      if !address.zone.isEmpty {
        return .failure("IP address \(goQuoted(text)) with zone value is not allowed")
      }
      if address.isIPv4Mapped { return mapped(text) }
      return .opaque(CELOpaque(address))
    } catch {
      return .failure("IP Address \(goQuoted(text)) parse error during conversion from string: \(error)")
    }
  }

  func block(_ text: String) -> CELValue {
    do throws(FormatError) {
      let block = try CIDRBlock(parsing: text)
      if !block.address.zone.isEmpty {
        return .failure("CIDR \(goQuoted(text)) with zone value is not allowed")
      }
      if block.address.isIPv4Mapped { return mapped(text) }
      return .opaque(CELOpaque(block))
    } catch {
      let phrase = "network address parse error during conversion from string: "
      return isKubernetes
        ? .failure(phrase + phrase + error.description)
        : .failure("CIDR \(goQuoted(text)) parse error during conversion from string: \(error)")
    }
  }

  private func mapped(_ text: String) -> CELValue {
    .failure("IPv4-mapped IPv6 address \(goQuoted(text)) is not allowed")
  }

  func converted(_ value: CELValue, _ read: (String) -> CELValue) -> CELValue {
    if case .string(let text) = value { return read(text) }
    return value
  }
}
