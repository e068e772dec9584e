internal import Training

/// Small drawings as SVG, without scripts; colours come from the page's style sheet or, standing alone, from their own.
enum Plot {
  static let width = 640.0
  static let height = 260.0
  private static let left = 64.0
  private static let right = 16.0
  private static let top = 16.0
  private static let bottom = 40.0

  struct Series {
    let name: String
    let points: [(x: Double, y: Double)]
  }

  /// - Parameters:
  ///   - ticks: labels along x, by position.
  ///   - reference: a dashed line through two points, such as perfect calibration.
  static func lines(
    _ series: [Series], xTitle: String, yTitle: String, ticks: [(x: Double, text: String)]? = nil,
    reference: [(x: Double, y: Double)] = [], decimals: Int = 3, marksPoints: Bool = false
  ) -> String {
    let all = series.flatMap(\.points) + reference
    guard let scale = Scale(all) else { return document("<text x=\"20\" y=\"40\">no data</text>", yTitle) }
    var body = axes(scale, xTitle: xTitle, yTitle: yTitle, ticks: ticks, decimals: decimals)
    if !reference.isEmpty { body += "<path class=\"reference\" d=\"\(path(reference, scale))\"/>" }
    for (index, one) in series.enumerated() {
      body +=
        "<path class=\"line s\(index % 5)\" d=\"\(path(one.points, scale))\"><title>\(escape(one.name))</title></path>"
      if marksPoints {
        for point in one.points where point.x.isFinite && point.y.isFinite {
          body +=
            "<circle class=\"mark s\(index % 5)\" cx=\"\(text(scale.x(point.x)))\" cy=\"\(text(scale.y(point.y)))\" r=\"3\"/>"
        }
      }
    }
    if series.count > 1 { body += legend(series.map(\.name)) }
    return document(body, yTitle)
  }

  /// Horizontal bars, in the order given.
  static func bars(_ values: [(name: String, value: Double)], title: String, limit: Double? = nil) -> String {
    let largest = max(values.map(\.value).filter(\.isFinite).max() ?? 0, limit ?? 0, 1e-9)
    let rowHeight = 20.0
    let start = 130.0
    let span = width - start - 80
    var body = ""
    for (index, entry) in values.enumerated() {
      let y = 8 + Double(index) * rowHeight
      let length = entry.value.isFinite ? max(0, entry.value) / largest * span : 0
      let kind = limit.map { entry.value > $0 } == true ? "bar over" : "bar"
      body +=
        "<text class=\"label\" x=\"\(text(start - 8))\" y=\"\(text(y + 13))\" text-anchor=\"end\">\(escape(entry.name))</text>"
      body +=
        "<rect class=\"\(kind)\" x=\"\(text(start))\" y=\"\(text(y + 3))\" width=\"\(text(length))\" height=\"13\" rx=\"2\"/>"
      body +=
        "<text class=\"label\" x=\"\(text(start + length + 6))\" y=\"\(text(y + 13))\">\(Metrics.text(entry.value, decimals: 3))</text>"
    }
    if let limit {
      let x = start + limit / largest * span
      body += "<path class=\"reference\" d=\"M\(text(x)) 4V\(text(8 + Double(values.count) * rowHeight))\"/>"
    }
    return document(body, title, height: 16 + Double(values.count) * rowHeight)
  }

  private struct Scale {
    let lowX, highX, lowY, highY: Double

    init?(_ points: [(x: Double, y: Double)]) {
      let finite = points.filter { $0.x.isFinite && $0.y.isFinite }
      guard let lowX = finite.map(\.x).min(), let highX = finite.map(\.x).max(),
        let lowY = finite.map(\.y).min(), let highY = finite.map(\.y).max()
      else { return nil }
      let margin = max((highY - lowY) * 0.06, 1e-9)
      self.lowX = lowX
      self.highX = max(highX, lowX + 1e-9)
      self.lowY = lowY - margin
      self.highY = highY + margin
    }

    func x(_ value: Double) -> Double { left + (value - lowX) / (highX - lowX) * (width - left - right) }
    func y(_ value: Double) -> Double { top + (highY - value) / (highY - lowY) * (height - top - bottom) }
  }

  private static func axes(
    _ scale: Scale, xTitle: String, yTitle: String, ticks: [(x: Double, text: String)]?, decimals: Int
  ) -> String {
    var body = ""
    for step in 0...4 {
      let value = scale.lowY + (scale.highY - scale.lowY) * Double(step) / 4
      let y = scale.y(value)
      body += "<path class=\"grid\" d=\"M\(text(left)) \(text(y))H\(text(width - right))\"/>"
      body +=
        "<text class=\"label\" x=\"\(text(left - 8))\" y=\"\(text(y + 4))\" text-anchor=\"end\">\(Metrics.text(value, decimals: decimals))</text>"
    }
    let marks =
      ticks
      ?? (0...4).map { step in
        let value = scale.lowX + (scale.highX - scale.lowX) * Double(step) / 4
        return (value, Metrics.text(value, decimals: scale.highX - scale.lowX > 4 ? 0 : 2))
      }
    for mark in marks {
      // The last label ends at the edge instead of being cut off there.
      let anchor = scale.x(mark.x) > width - right - 20 ? "end" : "middle"
      body +=
        "<text class=\"label\" x=\"\(text(scale.x(mark.x)))\" y=\"\(text(height - 22))\" text-anchor=\"\(anchor)\">\(escape(mark.text))</text>"
    }
    body +=
      "<text class=\"label\" x=\"\(text((left + width - right) / 2))\" y=\"\(text(height - 5))\" text-anchor=\"middle\">\(escape(xTitle))</text>"
    return body
  }

  private static func legend(_ names: [String]) -> String {
    names.enumerated().map { index, name in
      let x = text(left + 8 + Double(index) * 84)
      return "<rect class=\"key s\(index % 5)\" x=\"\(x)\" y=\"6\" width=\"10\" height=\"3\"/>"
        + "<text class=\"label\" x=\"\(text(left + 22 + Double(index) * 84))\" y=\"12\">\(escape(name))</text>"
    }.joined()
  }

  private static func path(_ points: [(x: Double, y: Double)], _ scale: Scale) -> String {
    var result = ""
    for point in points where point.x.isFinite && point.y.isFinite {
      result += "\(result.isEmpty ? "M" : "L")\(text(scale.x(point.x))) \(text(scale.y(point.y)))"
    }
    return result
  }

  private static func document(_ body: String, _ title: String, height: Double = height) -> String {
    "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 \(text(width)) \(text(height))\" role=\"img\" "
      + "aria-label=\"\(escape(title))\"><style>\(style)</style>\(body)</svg>"
  }

  private static func text(_ value: Double) -> String { Metrics.text(value, decimals: 1) }

  static func escape(_ text: String) -> String {
    var result = ""
    for character in text {
      switch character {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      default: result.append(character)
      }
    }
    return result
  }

  private static let style = """
    svg{font:12px system-ui,sans-serif}.label{fill:#667}.grid{stroke:#8884;fill:none}\
    .line{fill:none;stroke-width:1.8}.reference{stroke:#999;stroke-dasharray:4 4;fill:none}\
    .bar{fill:#3b76d1}.over{fill:#c9482b}\
    .line.s0{stroke:#3b76d1}.line.s1{stroke:#c9782b}.line.s2{stroke:#3a9a6b}.line.s3{stroke:#a0569f}.line.s4{stroke:#777}\
    .key.s0,.mark.s0{fill:#3b76d1}.key.s1,.mark.s1{fill:#c9782b}.key.s2{fill:#3a9a6b}.key.s3{fill:#a0569f}.key.s4{fill:#777}
    """
}
