import Dispatch

/// Threads of its own for tasks.
///
/// The tool waits for an asynchronous benchmark on a thread of the pool that all tasks share, which on two cores leaves one for the work
/// that is measured.
final class Threads: TaskExecutor {
  private let queue = DispatchQueue(label: "benchmark", attributes: .concurrent)

  func enqueue(_ job: consuming ExecutorJob) {
    let job = UnownedJob(job)
    queue.async { job.runSynchronously(on: self.asUnownedTaskExecutor()) }
  }
}
