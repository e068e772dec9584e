extension ValueType {
  /// The one type to which values of all the types convert; nil when there is none. cty's `UnifyUnsafe` or, with
  /// `isSafe`, its `Unify`, which only knows conversions that never fail.
  ///
  /// `dynamic` among collections or structures of one kind makes the whole dynamic: only values tell.
  public static func unified(_ types: [ValueType], isSafe: Bool = false) -> ValueType? {
    guard let first = types.first else { return nil }
    if types.dropFirst().allSatisfy({ $0 == first }) {
      // The common case; unification of equal types changes nothing.
      return first
    }
    let kinds = Kinds(types)
    let count = types.count
    if kinds.maps > 0, kinds.maps + kinds.dynamics == count {
      return unifiedCollections(types, kinds, isSafe) { .map($0) }
    }
    if kinds.maps > 0, kinds.maps + kinds.objects + kinds.dynamics == count {
      if let type = unifiedObjectsAsMaps(types, isSafe), type.isMap { return type }
    } else if kinds.lists > 0, kinds.lists + kinds.dynamics == count {
      return unifiedCollections(types, kinds, isSafe) { .list($0) }
    } else if kinds.lists > 0, kinds.lists + kinds.tuples + kinds.dynamics == count {
      if let type = unifiedTuplesAsLists(types, isSafe), type.isList { return type }
    } else if kinds.sets > 0, kinds.sets + kinds.dynamics == count {
      return unifiedCollections(types, kinds, isSafe) { .set($0) }
    } else if kinds.objects > 0, kinds.objects + kinds.dynamics == count {
      return kinds.dynamics > 0 ? .dynamic : unifiedObjects(types, isSafe)
    } else if kinds.tuples > 0, kinds.tuples + kinds.dynamics == count {
      return kinds.dynamics > 0 ? .dynamic : unifiedTuples(types, isSafe)
    } else if kinds.objects > 0, kinds.tuples > 0 {
      return nil
    }
    for position in positionsByGenerality(types) {
      let wanted = types[position]
      if types.allSatisfy({ $0 == wanted || $0.converts(to: wanted, isSafe: isSafe) }) { return wanted }
    }
    return nil
  }

  private struct Kinds {
    var (maps, lists, sets, objects, tuples, dynamics) = (0, 0, 0, 0, 0, 0)

    init(_ types: [ValueType]) {
      for type in types {
        switch type {
        case .map: maps += 1
        case .list: lists += 1
        case .set: sets += 1
        case .object: objects += 1
        case .tuple: tuples += 1
        case .dynamic: dynamics += 1
        case .bool, .number, .string: break
        }
      }
    }
  }

  private static func unifiedCollections(
    _ types: [ValueType], _ kinds: Kinds, _ isSafe: Bool, _ collection: (ValueType) -> ValueType
  ) -> ValueType? {
    guard kinds.dynamics == 0 else { return .dynamic }
    guard let element = unified(types.compactMap(\.element), isSafe: isSafe) else { return nil }
    return allConverting(types, to: collection(element), isSafe)
  }

  private static func allConverting(_ types: [ValueType], to wanted: ValueType, _ isSafe: Bool) -> ValueType?
  {
    types.allSatisfy { $0 == wanted || $0.converts(to: wanted, isSafe: isSafe) } ? wanted : nil
  }

  private static func unifiedObjectsAsMaps(_ types: [ValueType], _ isSafe: Bool) -> ValueType? {
    guard let map = unifiedObjectsToMap(types.filter(\.isObject), isSafe) else { return nil }
    return unified(types.map { $0.isObject ? map : $0 }, isSafe: isSafe)
  }

  private static func unifiedTuplesAsLists(_ types: [ValueType], _ isSafe: Bool) -> ValueType? {
    guard let list = unifiedTuplesToList(types.filter(\.isTuple), isSafe) else { return nil }
    return unified(types.map { $0.isTuple ? list : $0 }, isSafe: isSafe)
  }

  private static func unifiedObjects(_ types: [ValueType], _ isSafe: Bool) -> ValueType? {
    let all = types.compactMap(\.attributes)
    guard let first = all.first,
      all.allSatisfy({ $0.count == first.count && $0.keys.allSatisfy { first[$0] != nil } })
    else { return unifiedObjectsToMap(types, isSafe) }
    var attributes: [String: ValueType] = [:]
    for name in first.keys.sorted() {
      guard let type = unified(all.compactMap { $0[name] }, isSafe: isSafe) else { return nil }
      attributes[name] = type
    }
    return allConverting(types, to: .object(attributes), isSafe) ?? unifiedObjectsToMap(types, isSafe)
  }

  private static func unifiedObjectsToMap(_ types: [ValueType], _ isSafe: Bool) -> ValueType? {
    let parts = types.compactMap(\.attributes).flatMap { attributes in
      attributes.sorted { $0.key < $1.key }.map(\.value)
    }
    guard let element = unified(parts, isSafe: isSafe) else { return nil }
    return allConverting(types, to: .map(element), isSafe)
  }

  private static func unifiedTuples(_ types: [ValueType], _ isSafe: Bool) -> ValueType? {
    let all = types.compactMap(\.tupleElements)
    guard let first = all.first, all.allSatisfy({ $0.count == first.count }) else {
      return unifiedTuplesToList(types, isSafe)
    }
    var elements: [ValueType] = []
    for position in first.indices {
      guard let type = unified(all.map { $0[position] }, isSafe: isSafe) else { return nil }
      elements.append(type)
    }
    return allConverting(types, to: .tuple(elements), isSafe) ?? unifiedTuplesToList(types, isSafe)
  }

  private static func unifiedTuplesToList(_ types: [ValueType], _ isSafe: Bool) -> ValueType? {
    guard let element = unified(types.compactMap(\.tupleElements).flatMap { $0 }, isSafe: isSafe) else {
      return nil
    }
    return allConverting(types, to: .list(element), isSafe)
  }
}
