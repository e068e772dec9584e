internal import ResourceModel
internal import Values

/// Finds the evaluated source of planned resources.
struct PlanJoin {
  private var byAddress: [String: Resource] = [:]
  /// By the address without instance keys: for keys that evaluation could not know.
  private var byBlock: [String: Resource] = [:]

  init(_ resources: [Resource]) {
    for resource in resources {
      byAddress[resource.address] = byAddress[resource.address] ?? resource
      let block = Self.withoutKeys(resource.address)
      byBlock[block] = byBlock[block] ?? resource
    }
  }

  /// An instance whose key is not in the evaluated source takes its locations from another one of the same block.
  func resource(at address: String) -> Resource? {
    byAddress[address] ?? byBlock[Self.withoutKeys(address)]
  }

  /// `module.a["x.y[0]"].aws_b.c[1]` without what is in brackets.
  static func withoutKeys(_ address: String) -> String {
    var (result, depth, isQuoted, isEscaped): ([UInt8], Int, Bool, Bool) = ([], 0, false, false)
    for byte in address.utf8 {
      if isQuoted {
        if isEscaped {
          isEscaped = false
        } else if byte == UInt8(ascii: "\\") {
          isEscaped = true
        } else if byte == UInt8(ascii: "\"") {
          isQuoted = false
        }
        continue
      }
      switch byte {
      case UInt8(ascii: "["): depth += 1
      case UInt8(ascii: "]"): depth -= 1
      case UInt8(ascii: "\"") where depth > 0: isQuoted = true
      default: if depth == 0 { result.append(byte) }
      }
    }
    return String(decoding: result, as: UTF8.self)
  }
}
