import Foundation
import PackagePlugin

/// Compiles the commit into the executable, where the builder names one (`script/embed-commit`). The command runs in
/// every build, for the same reason as that of EmbedPolicies: its one input is a stamp that it touches itself.
@main
struct EmbedCommit: BuildToolPlugin {
  func createBuildCommands(context: PluginContext, target: any Target) throws -> [Command] {
    let stamp = context.pluginWorkDirectoryURL.appending(path: "last-run")
    if !FileManager.default.fileExists(atPath: stamp.path(percentEncoded: false)) {
      try Data().write(to: stamp)
    }
    let output = context.pluginWorkDirectoryURL.appending(path: "BuiltFrom.swift")
    return [
      .buildCommand(
        displayName: "Embedding the commit",
        executable: URL(filePath: "/bin/sh"),
        arguments: [
          context.package.directoryURL.appending(path: "script/embed-commit").path(percentEncoded: false),
          output.path(percentEncoded: false), stamp.path(percentEncoded: false),
        ],
        inputFiles: [stamp], outputFiles: [output])
    ]
  }
}
