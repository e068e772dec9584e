import ArgumentParser
import ObjectStorage
import PipelineCore
import Reporting
import Training

struct EvaluateCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "evaluate", abstract: "Check the trained model against its record and write the report page."
  )

  @OptionGroup var workspace: WorkspaceOptions
  @OptionGroup var remote: RunOptions

  func run() async throws {
    let folder = workspace.folder
    let storage = try remote.storage(folder)
    try await storage?.pullModel()
    let record = try TrainedModel.record(folder)
    try LocalFile.write(Array(ReportPage.html(record).utf8), to: folder.report)
    try await storage?.pushModel()
    print(MetricsTable.text(record))
    print("report: \(folder.report)")
  }
}
