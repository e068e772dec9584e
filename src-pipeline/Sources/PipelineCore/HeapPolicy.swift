internal import CMalloc

/// How the C library's allocator treats freed memory; nothing to set where it is not glibc's.
///
/// A block that it maps for itself costs the kernel a cleared page for every 4 KiB of it, each time; one that stays with
/// the process costs nothing, but counts.
public enum HeapPolicy {
  /// One heap for all threads, before there are any: what each of several keeps for itself is never returned, 20 to 30 MiB
  /// at a training's peak. For steps that run few threads; a server's would wait for one another.
  public static func shareOneHeap() {
    #if canImport(Glibc)
      _ = mallopt(M_ARENA_MAX, 1)
    #endif
  }

  /// For a step that needs blocks of the same sizes again and again: freed ones stay with the process. Without it each
  /// buffer of a shard is mapped, cleared and unmapped by the kernel (a fifth of the step's CPU).
  public static func keepFreedMemory() {
    #if canImport(Glibc)
      _ = mallopt(M_MMAP_THRESHOLD, 32 << 20)
      _ = mallopt(M_TRIM_THRESHOLD, 512 << 20)
    #endif
  }

  /// For training: what libxgboost wants anew each round stays, the rows of a fold are mapped and go with it, and so
  /// does everything else that is free now.
  public static func keepSmallBlocks() {
    #if canImport(Glibc)
      _ = mallopt(M_MMAP_THRESHOLD, 8 << 20)
      _ = mallopt(M_TRIM_THRESHOLD, 16 << 20)
    #endif
    returnFreedMemory()
  }

  /// What is free now, back to the kernel: before a step that needs blocks of other sizes.
  public static func returnFreedMemory() {
    #if canImport(Glibc)
      _ = malloc_trim(0)
    #endif
  }
}
