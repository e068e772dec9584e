/// The data-quality report as text: totals, and a line for each symbol that needed something.
public enum QualityTable {
  public static func text(_ quality: [DataQuality]) -> String {
    let read = quality.reduce(0) { $0 + $1.rowsRead }
    let kept = quality.reduce(0) { $0 + $1.rowsKept }
    let noted = quality.filter { !$0.isClean || !$0.ignoredColumns.isEmpty }
    var lines = [
      "data quality: \(read) rows read, \(kept) kept, \(quality.count - noted.count) symbols clean"
    ]
    lines += noted.map { "  \($0.symbol): " + findings($0).joined(separator: ", ") }
    return lines.joined(separator: "\n")
  }

  /// What was found, in words; empty for a clean symbol.
  public static func findings(_ quality: DataQuality) -> [String] {
    var words: [String] = []
    func count(_ number: Int, _ one: String, _ many: String) {
      if number > 0 { words.append("\(number) \(number == 1 ? one : many)") }
    }
    if quality.rowsKept == 0 {
      words.append("no usable row")
    } else if quality.isTooShort {
      words.append(
        "\(quality.rowsKept) of the \(FeatureTable.warmUp + 1) days that a first row of features takes")
    }
    count(quality.missingValues, "row without a value dropped", "rows without a value dropped")
    count(quality.impossibleValues, "impossible price dropped", "impossible prices dropped")
    count(quality.inconsistentRanges, "row with low above high dropped", "rows with low above high dropped")
    count(quality.duplicates, "duplicate day replaced", "duplicate days replaced")
    count(quality.outOfOrder, "row out of order sorted", "rows out of order sorted")
    count(quality.shiftedToUTC, "row moved to its UTC day", "rows moved to their UTC day")
    count(quality.missingDays, "day missing", "days missing")
    if !quality.splits.isEmpty {
      words.append("split adjusted: " + quality.splits.joined(separator: " and "))
    }
    if !quality.ignoredColumns.isEmpty {
      words.append("columns skipped: " + quality.ignoredColumns.joined(separator: " "))
    }
    return words
  }
}
