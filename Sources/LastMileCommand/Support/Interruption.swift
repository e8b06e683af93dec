import Dispatch
import Foundation
import Synchronization

/// Turns the first Ctrl-C into a wish to stop; a second one ends the process as usual.
struct Interruption {
  /// Whether Ctrl-C was pressed; may be asked from any thread.
  final class Flag: Sendable {
    private let value = Atomic<Bool>(false)

    var isSet: Bool { value.load(ordering: .relaxed) }

    func set() { value.store(true, ordering: .relaxed) }
  }

  let flag = Flag()
  private let source: any DispatchSourceSignal

  /// Listens from now on, as long as this value lives.
  init() {
    // The default action would end the process before the source hears of it.
    signal(SIGINT, SIG_IGN)
    source = DispatchSource.makeSignalSource(signal: SIGINT, queue: .global())
    source.setEventHandler { [flag] in
      flag.set()
      signal(SIGINT, SIG_DFL)
    }
    source.activate()
  }
}
