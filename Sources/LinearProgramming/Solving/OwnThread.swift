#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// Runs a closure on a new thread and returns at once. Long work does not belong on the few threads that all tasks share.
///
/// Where the system refuses another thread the closure runs here: late, but it runs.
func onOwnThread(_ work: @escaping @Sendable () -> Void) {
  let box = Unmanaged.passRetained(Work(work))
  var attributes = pthread_attr_t()
  pthread_attr_init(&attributes)
  defer { pthread_attr_destroy(&attributes) }
  pthread_attr_setdetachstate(&attributes, Int32(PTHREAD_CREATE_DETACHED))
  // What a main thread usually has; some systems give other threads far less.
  pthread_attr_setstacksize(&attributes, 8 << 20)
  #if canImport(Darwin)
    var thread: pthread_t?
    let code = pthread_create(&thread, &attributes, { Work.perform($0) }, box.toOpaque())
  #else
    var thread = pthread_t()
    let code = pthread_create(&thread, &attributes, { Work.perform($0) }, box.toOpaque())
  #endif
  if code != 0 { box.takeRetainedValue().closure() }
}

/// A closure behind a pointer that C can carry.
private final class Work: Sendable {
  let closure: @Sendable () -> Void

  init(_ closure: @escaping @Sendable () -> Void) { self.closure = closure }

  /// Takes the pointer back and runs the closure, on the new thread.
  static func perform(_ pointer: UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? {
    if let pointer { Unmanaged<Work>.fromOpaque(pointer).takeRetainedValue().closure() }
    return nil
  }
}
