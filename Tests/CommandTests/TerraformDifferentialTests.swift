internal import Foundation
internal import Testing

/// A seeded slice of `script/terraform-differential`: generated programs, planned by the real Terraform.
struct TerraformDifferentialTests {
  private static let script = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().appending(path: "script/terraform-differential")

  private static func isInstalled(_ tool: String) -> Bool {
    (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":").contains {
      FileManager.default.isExecutableFile(atPath: "\($0)/\(tool)")
    }
  }

  @Test(
    .enabled(
      if: isInstalled("terraform") && isInstalled("python3"),
      "needs terraform and python3: the comparison with the real Terraform is skipped"))
  func `generated programs have the values that Terraform plans`() throws {
    let process = Process()
    let output = Pipe()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = ["python3", Self.script.path, "--programs", "6", "--seed", "20"]
    process.environment = ProcessInfo.processInfo.environment.merging(["MLGUARD": CommandRun.binary.path]) {
      $1
    }
    process.standardOutput = output
    process.standardError = output
    try process.run()
    let text = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    #expect(process.terminationStatus == 0, "\(text)")
    #expect(text.contains("6 programs"), "\(text)")
    #expect(text.contains(" 0 differ"), "\(text)")
  }
}
