internal import Foundation
public import PipelineCore

/// A binary classifier read from an XGBoost model file and evaluated here, without libxgboost.
///
/// The additions, the comparison and the logistic function are those of XGBoost's CPU predictor, in its order and in
/// single precision: predictions are equal bit for bit (tested against libxgboost 1.7 and 3.2).
public struct TreeEnsemble: Sendable {
  /// In the order that `predict` wants values in; empty when the model carries no names.
  public let featureNames: [String]
  public let featureCount: Int
  public let treeCount: Int
  /// XGBoost's `gain`: the mean loss reduction of a feature's splits, by feature index.
  public let meanGain: [Double]
  /// How many splits use a feature.
  public let splitCounts: [Int]
  private let baseMargin: Float
  /// All nodes of all trees, each tree contiguous.
  private let nodes: [Node]
  private let roots: [Int32]

  private struct Node {
    /// Of the left child; negative for a leaf.
    var left: Int32
    var right: Int32
    var feature: Int32
    /// Threshold of a split, value of a leaf.
    var value: Float
    var sendsMissingLeft: Bool
  }

  /// Refuses what it would not compute exactly: other boosters than `gbtree`, other objectives than
  /// `binary:logistic`, categorical splits, and child links that do not lead forward inside their tree.
  public init(modelBytes: [UInt8], name: String) throws(PipelineError) {
    func refused(_ what: String) -> PipelineError {
      PipelineError(.input, what, at: name, fix: "give a binary:logistic gbtree model saved as .ubj")
    }
    guard let document = UniversalBinaryJSON(modelBytes), let learner = document["learner"] else {
      throw refused("not a whole XGBoost model in UBJSON")
    }
    guard learner["objective"]?["name"]?.string == "binary:logistic" else {
      throw refused("objective '\(learner["objective"]?["name"]?.string ?? "none")' is not supported")
    }
    guard learner["gradient_booster"]?["name"]?.string == "gbtree",
      let trees = learner["gradient_booster"]?["model"]?["trees"]?.array
    else { throw refused("booster is not gbtree") }
    guard let parameters = learner["learner_model_param"],
      let base = Self.number(parameters["base_score"]?.string), base > 0, base < 1,
      let count = parameters["num_feature"]?.string.flatMap({ Int($0) }), (1...100_000).contains(count)
    else { throw refused("base_score or num_feature is missing") }
    baseMargin = -log(1 / base - 1)
    featureCount = count
    featureNames = learner["feature_names"]?.array?.compactMap(\.string) ?? []
    guard featureNames.isEmpty || featureNames.count == count else {
      throw refused("feature names do not fit")
    }
    var nodes: [Node] = []
    var roots: [Int32] = []
    var gain = [Double](repeating: 0, count: count)
    var splits = [Int](repeating: 0, count: count)
    for (index, tree) in trees.enumerated() {
      guard let part = Self.tree(tree, first: nodes.count, featureCount: count) else {
        throw refused("tree \(index) is damaged or has categorical splits")
      }
      roots.append(Int32(nodes.count))
      nodes.append(contentsOf: part.nodes)
      for (node, change) in zip(part.nodes, part.lossChanges) where node.left >= 0 {
        gain[Int(node.feature)] += Double(change)
        splits[Int(node.feature)] += 1
      }
    }
    self.nodes = nodes
    self.roots = roots
    treeCount = roots.count
    splitCounts = splits
    meanGain = gain.indices.map { splits[$0] == 0 ? 0 : gain[$0] / Double(splits[$0]) }
  }

  /// The probability of class 1. NaN is a missing value. O(trees × depth).
  ///
  /// - Parameter row: where the row starts in `values`; `featureCount` values from there are read.
  public func probability(_ values: [Float], row start: Int = 0) -> Float {
    var margin = baseMargin
    for root in roots {
      var node = nodes[Int(root)]
      while node.left >= 0 {
        let value = values[start + Int(node.feature)]
        let goesLeft = value.isNaN ? node.sendsMissingLeft : value < node.value
        node = nodes[Int(goesLeft ? node.left : node.right)]
      }
      margin += node.value
    }
    return 1 / (exp(min(-margin, 88.7)) + 1)
  }

  /// For `values.count / featureCount` rows, row-major.
  public func probabilities(_ values: [Float]) -> [Float] {
    (0..<(values.count / featureCount)).map { probability(values, row: $0 * featureCount) }
  }

  private static func tree(
    _ tree: UniversalBinaryJSON, first: Int, featureCount: Int
  ) -> (nodes: [Node], lossChanges: [Float])? {
    guard let left = tree["left_children"]?.integers, let right = tree["right_children"]?.integers,
      let features = tree["split_indices"]?.integers, let conditions = tree["split_conditions"]?.floats,
      let missing = tree["default_left"]?.integers, let changes = tree["loss_changes"]?.floats,
      !left.isEmpty,
      [right.count, features.count, conditions.count, missing.count, changes.count]
        .allSatisfy({ $0 == left.count }),
      !(tree["split_type"]?.integers ?? []).contains(where: { $0 != 0 })
    else { return nil }
    var nodes: [Node] = []
    nodes.reserveCapacity(left.count)
    for index in left.indices {
      let isLeaf = left[index] < 0
      // Children come after their parent, so following them ends.
      let range = (index + 1)..<max(index + 1, left.count)
      guard isLeaf || (range.contains(left[index]) && range.contains(right[index])),
        isLeaf || (0..<featureCount).contains(features[index])
      else { return nil }
      nodes.append(
        Node(
          left: isLeaf ? -1 : Int32(first + left[index]), right: isLeaf ? -1 : Int32(first + right[index]),
          feature: isLeaf ? 0 : Int32(features[index]), value: conditions[index],
          sendsMissingLeft: missing[index] != 0))
    }
    return (nodes, changes)
  }

  /// `5E-1`, and since 3.1 `[5E-1]`.
  private static func number(_ text: String?) -> Float? {
    text.flatMap { Float($0.filter { $0 != "[" && $0 != "]" }) }
  }
}
