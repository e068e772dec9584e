extension FunctionTable {
  mutating func addEncoders() {
    add(
      "base64.encode", [global(.bytes, result: .string)],
      unary: { value in
        guard case .bytes(let bytes) = value else { return .noSuchOverload }
        return .string(Base64.encode(bytes))
      })
    add(
      "base64.decode", [global(.string, result: .bytes)],
      unary: string { text in
        Base64.decode(text).map { .bytes($0) } ?? .failure("illegal base64 data in '\(text)'")
      })
  }
}
