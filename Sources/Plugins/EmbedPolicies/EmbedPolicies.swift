import Foundation
import PackagePlugin

/// Compiles the files of `policies/` into the target, so that the binary needs nothing beside itself.
///
/// The command has to run in every build: SwiftPM keeps a plan in which a removed policy file is a missing
/// input (measured: the build fails) and an edited one behind an unchanged folder is not seen (measured: the
/// old text stays in the binary). So its one input is a stamp that it touches itself, which makes it out of
/// date for the next build; the output is written only when it differs.
@main
struct EmbedPolicies: BuildToolPlugin {
  func createBuildCommands(context: PluginContext, target: any Target) throws -> [Command] {
    let root = context.package.directoryURL
    let stamp = context.pluginWorkDirectoryURL.appending(path: "last-run")
    if !FileManager.default.fileExists(atPath: stamp.path(percentEncoded: false)) {
      try Data().write(to: stamp)
    }
    let output = context.pluginWorkDirectoryURL.appending(path: "ShippedPolicyFiles.swift")
    return [
      .buildCommand(
        displayName: "Embedding policies",
        executable: URL(filePath: "/bin/sh"),
        arguments: [
          root.appending(path: "script/embed-policies").path(percentEncoded: false),
          root.appending(path: "policies").path(percentEncoded: false),
          output.path(percentEncoded: false),
          stamp.path(percentEncoded: false),
        ],
        inputFiles: [stamp], outputFiles: [output])
    ]
  }
}
