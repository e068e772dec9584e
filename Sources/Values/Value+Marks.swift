extension Value {
  /// The marks of the value and of everything in it.
  public var deepMarks: Marks {
    switch content {
    case .null, .bool, .number, .string, .unknown: marks
    case .list(let elements): elements.reduce(marks) { $0.union($1.deepMarks) }
    case .object(let fields):
      fields.openFields.reduce(fields.fields.reduce(marks) { $0.union($1.value.deepMarks) }) {
        $0.union($1.value.deepMarks)
      }
    }
  }

  public func withMarks(_ added: Marks) -> Value {
    guard !added.isSubset(of: marks) else { return self }
    var value = self
    value.marks.formUnion(added)
    return value
  }

  /// The value without its own marks; its parts keep theirs.
  public var unmarked: Value {
    guard !marks.isEmpty else { return self }
    var value = self
    value.marks = []
    return value
  }

  /// The value without any mark in it.
  public var deeplyUnmarked: Value { deepMarks.isEmpty ? self : removing(deeply: [.sensitive, .ephemeral]) }

  private func removing(deeply removed: Marks) -> Value {
    var value = self
    value.marks.subtract(removed)
    switch content {
    case .null, .bool, .number, .string, .unknown: break
    case .list(let elements): value.content = .list(elements.map { $0.removing(deeply: removed) })
    case .object(let fields):
      var plain = ObjectFields(
        fields.fields.map { field in
          var field = field
          field.value = field.value.removing(deeply: removed)
          return field
        })
      plain.rest = fields.rest
      plain.openFields = fields.openFields.map {
        .init($0.name, at: $0.nameLocation, $0.value.removing(deeply: removed))
      }
      value.content = .object(plain)
    }
    return value
  }
}
