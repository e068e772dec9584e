import Foundation
import PipelineCore
import Testing
import Training

@testable import Reporting

@Suite struct ReportPageTests {
  @Test func `bars and lines are well-formed XML, whatever the values`() throws {
    let drawings = [
      Plot.bars([("a<b>&\"c\"", 1), ("nan", .nan), ("negative", -1), ("zero", 0)], title: "t", limit: 0.25),
      Plot.bars([], title: "none"),
      Plot.lines([Plot.Series(name: "one", points: [(1, 2)])], xTitle: "x", yTitle: "y"),
      Plot.lines([], xTitle: "x", yTitle: "y"),
      Plot.lines(
        [
          Plot.Series(name: "a", points: [(0, 1), (1, .nan), (2, .infinity), (3, 4)]),
          Plot.Series(name: "b", points: []),
        ], xTitle: "x", yTitle: "y", reference: [(0, 0), (3, 4)], marksPoints: true),
    ]
    for drawing in drawings {
      #expect(isWellFormed(drawing))
      #expect(!drawing.contains("nan\"") && !drawing.contains("inf\""))
    }
  }

  private func isWellFormed(_ xml: String) -> Bool {
    let process = Process()
    let input = Pipe()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = ["python3", "-c", "import sys,xml.dom.minidom as m;m.parseString(sys.stdin.read())"]
    process.standardInput = input
    guard (try? process.run()) != nil else { return false }
    input.fileHandleForWriting.write(Data(xml.utf8))
    try? input.fileHandleForWriting.close()
    process.waitUntilExit()
    return process.terminationStatus == 0
  }
}
