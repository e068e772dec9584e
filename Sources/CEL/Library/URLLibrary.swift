extension GoURL: OpaqueContent {
  var typeName: String { "kubernetes.URL" }
  func isEqual(to other: any OpaqueContent) -> Bool { (other as? GoURL) == self }
}

extension FunctionTable {
  /// `url("https://example.com")` (apiserver library/urls.go).
  mutating func addURLs() {
    let type = CELType.opaque("kubernetes.URL", [])
    let traversal: Function.Cost = { text, _, _ in Costs.traversal(text) }
    add("url", [global(.string, result: type)], unary: string(parsed), cost: traversal)
    add("isURL", [global(.string, result: .bool)], unary: string { .bool(!parsed($0).isError) })
    part("getScheme") { $0.scheme }
    part("getHost") { $0.host }
    part("getHostname") { $0.hostname }
    part("getPort") { $0.port }
    part("getEscapedPath") { $0.escapedPath }
    add(
      "getQuery", [member(type, result: .map(.string, .list(.string)))],
      unary: { value in
        guard let url = value.content(GoURL.self) else { return .noSuchOverload }
        return .map(CELMap(url.query.map { ($0.name, .list($0.values.map { .string($0) })) }))
      })
  }

  private mutating func part(_ name: String, _ body: @escaping @Sendable (GoURL) -> String) {
    add(
      name, [member(.opaque("kubernetes.URL", []), result: .string)],
      unary: { value in value.content(GoURL.self).map { .string(body($0)) } ?? .noSuchOverload })
  }
}

private let parsed: @Sendable (String) -> CELValue = { text in
  do throws(FormatError) { return .opaque(CELOpaque(try GoURL(parsing: text))) } catch {
    return .failure("URL parse error during conversion from string: \(error)")
  }
}
