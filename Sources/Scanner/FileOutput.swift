/// Writes reports.
public enum FileOutput {
  /// Replaces the file as a whole or leaves it; gives the reason when it cannot be written.
  public static func write(_ text: String, to path: String) -> String? {
    FileSystem.write(Array(text.utf8), to: FileSystem.path(path))?.reason
  }
}
