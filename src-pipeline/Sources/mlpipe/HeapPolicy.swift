import CMalloc

/// How the C library's allocator treats freed memory; nothing to set where it is not glibc's.
enum HeapPolicy {
  /// For a step that needs blocks of the same sizes again and again: freed ones stay with the process. Without it each
  /// buffer of a shard is mapped, cleared and unmapped by the kernel (a fifth of the step's CPU).
  static func keepFreedMemory() {
    #if canImport(Glibc)
      _ = mallopt(M_MMAP_THRESHOLD, 32 << 20)
      _ = mallopt(M_TRIM_THRESHOLD, 512 << 20)
    #endif
  }

  /// Everything free back to the kernel, now and from one MiB on: the next step needs other sizes, and its large blocks
  /// must not stay.
  static func returnFreedMemory() {
    #if canImport(Glibc)
      _ = mallopt(M_MMAP_THRESHOLD, 1 << 20)
      _ = mallopt(M_TRIM_THRESHOLD, 1 << 20)
      _ = malloc_trim(0)
    #endif
  }
}
