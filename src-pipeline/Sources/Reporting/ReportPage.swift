internal import PipelineCore
public import Training

/// A training run as one HTML file: no script, no other file, opens from the disk.
public enum ReportPage {
  /// The page and each plot by itself, as artifacts of a run.
  public static func artifacts(_ record: TrainingRecord) -> [(path: String, bytes: [UInt8])] {
    var files = plots(record).map { (path: "plots/\($0.name).svg", bytes: Array($0.svg.utf8)) }
    files.insert((path: "report.html", bytes: Array(html(record).utf8)), at: 0)
    return files
  }

  public static func html(_ record: TrainingRecord) -> String {
    let drawings = plots(record).map { plot in
      "<figure><figcaption><h2>\(plot.title)</h2><p>\(plot.caption)</p></figcaption>\(plot.svg)</figure>"
    }
    return """
      <!doctype html>
      <html lang="en">
      <head>
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <title>Training report \(record.modelSHA256.prefix(12))</title>
      <style>\(style)</style>
      </head>
      <body>
      <header><h1>Training report</h1>
      <p>Direction of the next \(record.horizon) trading days · \(record.symbols) symbols · \(record.rows) rows ·
      model <code>\(record.modelSHA256.prefix(12))</code></p></header>
      <section class="cards">\(cards(record))</section>
      <section><h2>Walk-forward folds</h2>\(folds(record))</section>
      <section class="plots">\(drawings.joined(separator: "\n"))</section>
      <section><h2>Data quality</h2>\(quality(record.quality))</section>
      <section><h2>Provenance</h2>\(provenance(record))</section>
      </body>
      </html>

      """
  }

  private struct Drawing {
    let name: String
    let title: String
    let caption: String
    let svg: String
  }

  private static func plots(_ record: TrainingRecord) -> [Drawing] {
    let equity = record.equity.enumerated().map { (x: Double($0), y: $1.wealth) }
    let ticks = (0...4).compactMap { step -> (x: Double, text: String)? in
      guard record.equity.count > 4 else { return nil }
      let index = step * (record.equity.count - 1) / 4
      return (Double(index), String(record.equity[index].day.prefix(7)))
    }
    let loss = record.folds.enumerated().map { index, fold in
      Plot.Series(
        name: "fold \(index + 1)", points: fold.logLossByRound.enumerated().map { (x: Double($0 + 1), y: $1) }
      )
    }
    let calibration = record.calibration.map { (x: $0.predicted, y: $0.observed) }
    let low = calibration.map(\.x).min() ?? 0
    let high = calibration.map(\.x).max() ?? 1
    return [
      Drawing(
        name: "equity", title: "Equity curve",
        caption:
          "Wealth of 1 in the fifth of symbols scored highest against the lowest fifth, on test days, no costs.",
        svg: Plot.lines(
          [Plot.Series(name: "wealth", points: equity)], xTitle: "test day", yTitle: "wealth", ticks: ticks)),
      Drawing(
        name: "log-loss", title: "Log loss by round", caption: "On each fold's test days; lower is better.",
        svg: Plot.lines(loss, xTitle: "round", yTitle: "log loss")),
      Drawing(
        name: "calibration", title: "Calibration",
        caption: "Share of rises against predicted probability, ten bins of equal size; dashed is perfect.",
        svg: Plot.lines(
          [Plot.Series(name: "bins", points: calibration)], xTitle: "predicted probability",
          yTitle: "share of rises", reference: [(low, low), (high, high)], marksPoints: true)),
      Drawing(
        name: "importance", title: "Feature importance",
        caption: "Mean loss reduction of the splits on each feature (gain), shipped model.",
        svg: Plot.bars(record.importance.map { ($0.name, $0.gain) }, title: "gain")),
      Drawing(
        name: "drift", title: "Drift",
        caption: "Population stability index of the hold-out against the training days; over 0.25 has moved.",
        svg: Plot.bars(
          record.importance.sorted { $0.drift > $1.drift }.map { ($0.name, $0.drift) }, title: "drift",
          limit: 0.25)),
    ]
  }

  private static func cards(_ record: TrainingRecord) -> String {
    [
      ("mean AUC", Metrics.text(record.meanAUC)), ("mean log loss", Metrics.text(record.meanLogLoss)),
      ("calibration error", Metrics.text(record.calibrationError)),
      ("wealth", Metrics.text(record.equity.last?.wealth ?? .nan, decimals: 3)),
      ("hold-out rows", String(record.holdoutRows)),
    ].map { "<div class=\"card\"><b>\($0.1)</b><span>\($0.0)</span></div>" }.joined()
  }

  private static func folds(_ record: TrainingRecord) -> String {
    let rows = record.folds.enumerated().map { index, fold in
      row([
        String(index + 1), "\(fold.trainFrom) – \(fold.trainTo)", "\(fold.testFrom) – \(fold.testTo)",
        String(fold.trainRows), String(fold.testRows), Metrics.text(fold.auc), Metrics.text(fold.logLoss),
        Metrics.text(fold.brier), Metrics.text(fold.accuracy),
      ])
    }
    let head = [
      "fold", "trained on", "tested on", "train rows", "test rows", "AUC", "log loss", "Brier", "accuracy",
    ]
    return table(head, rows)
  }

  private static func quality(_ quality: [DataQuality]) -> String {
    let noted = quality.filter { !QualityTable.findings($0).isEmpty }
    let read = quality.reduce(0) { $0 + $1.rowsRead }
    let kept = quality.reduce(0) { $0 + $1.rowsKept }
    let rows = noted.map { one in
      row([
        Plot.escape(one.symbol), "\(one.firstDay ?? "–") – \(one.lastDay ?? "–")", String(one.rowsRead),
        String(one.rowsKept), Plot.escape(QualityTable.findings(one).joined(separator: "; ")),
      ])
    }
    return
      "<p>\(read) rows read, \(kept) kept; \(quality.count - noted.count) of \(quality.count) symbols clean.</p>"
      + (rows.isEmpty ? "" : table(["symbol", "days", "read", "kept", "found"], rows))
  }

  private static func provenance(_ record: TrainingRecord) -> String {
    var facts = [
      ("trained on", "\(record.trainFrom) – \(record.trainTo), labels known to \(record.labelsKnownTo)"),
      ("hold-out", "\(record.holdoutFrom) – \(record.holdoutTo), sha256 \(record.holdoutSHA256)"),
      ("embargo", "\(record.embargo) trading days"), ("data sha256", record.dataSHA256),
      ("model sha256", record.modelSHA256), ("git commit", record.gitCommit ?? "unknown"),
      ("code", "mlpipe \(record.codeVersion), XGBoost \(record.xgboostVersion)"),
    ]
    let parameters = record.parameters.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }
    facts.append(("parameters", "\(record.rounds) rounds, " + parameters.joined(separator: " ")))
    return table([], facts.map { row([$0.0, "<code>\(Plot.escape($0.1))</code>"]) })
  }

  private static func table(_ head: [String], _ rows: [String]) -> String {
    let names = head.isEmpty ? "" : "<tr>" + head.map { "<th>\($0)</th>" }.joined() + "</tr>"
    return "<div class=\"scroll\"><table>\(names)\(rows.joined())</table></div>"
  }

  private static func row(_ cells: [String]) -> String {
    "<tr>" + cells.map { "<td>\($0)</td>" }.joined() + "</tr>"
  }

  private static let style = """
    :root{color-scheme:light dark;--line:#8883;--soft:#667}
    body{font:15px/1.5 system-ui,sans-serif;max-width:1360px;margin:2rem auto;padding:0 1rem}
    h1{margin:0}h2{font-size:1.05rem;margin:0 0 .3rem}header p,figcaption p{color:var(--soft);margin:.2rem 0 .6rem}
    section{margin:1.6rem 0}.cards{display:flex;flex-wrap:wrap;gap:.8rem}
    .card{border:1px solid var(--line);border-radius:8px;padding:.7rem 1.1rem}
    .card b{display:block;font-size:1.4rem}.card span{color:var(--soft)}
    .plots{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(100%,520px),1fr));gap:1.2rem}
    figure{margin:0;border:1px solid var(--line);border-radius:8px;padding:1rem}svg{width:100%;height:auto}
    .scroll{overflow-x:auto}table{border-collapse:collapse;width:100%}
    th,td{text-align:left;padding:.3rem .7rem;border-bottom:1px solid var(--line);font-variant-numeric:tabular-nums}
    code{word-break:break-all}
    """
}
