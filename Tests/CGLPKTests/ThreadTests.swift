import CGLPK
import Dispatch
import Foundation
import Synchronization
import Testing

@Suite struct ThreadTests {
  @Test func `64 threads at a time, a third of them in faults, do not notice each other`() {
    let good = Atomic(0)
    onThreads(64) { index in
      for round in 0..<10 {
        let fine =
          switch (index + round) % 3 {
          case 0: Call.repeatedEntry.run().status == .fault
          case 1: Call().run().objective == 2
          default: Call(rows: 12, columns: 30) { Double(($0 * 7 + $1 * 3) % 5) }.run().status == .optimal
          }
        if fine { good.wrappingAdd(1, ordering: .relaxed) }
      }
    }
    #expect(good.load(ordering: .relaxed) == 640)
  }

  @Test func `a raised flag ends calls on every thread`() {
    nonisolated(unsafe) let flag = UnsafeMutablePointer<Int32>.allocate(capacity: 1)
    flag.initialize(to: 0)
    defer { flag.deallocate() }
    #expect(!cglpk_flag_is_raised(flag))
    let cancelled = Atomic(0)
    onThreads(8) { index in
      if index == 7 { cglpk_flag_raise(flag) }
      // Without the flag this would run for hours.
      let answer = Call.endless.run(flag: flag)
      if answer.status == .cancelled { cancelled.wrappingAdd(1, ordering: .relaxed) }
    }
    #expect(cancelled.load(ordering: .relaxed) == 8)
  }

  @Test func `a raised flag ends the simplex method in the middle`() {
    nonisolated(unsafe) let flag = UnsafeMutablePointer<Int32>.allocate(capacity: 1)
    flag.initialize(to: 0)
    defer { flag.deallocate() }
    let call = Call.assignment(of: 400)
    let group = DispatchGroup()
    group.enter()
    Thread.detachNewThread {
      // Loading takes less, solving far more. However it falls out, there is one right answer.
      Thread.sleep(forTimeInterval: 0.25)
      cglpk_flag_raise(flag)
      group.leave()
    }
    #expect(call.run(flag: flag).status == .cancelled)
    group.wait()
  }

  @Test func `what somebody else keeps in GLPK on this thread survives a fault`() throws {
    // GLPK of the same process, as another library would use it.
    guard let create = symbol("glp_create_prob", as: (@convention(c) () -> OpaquePointer?).self),
      let addRows = symbol("glp_add_rows", as: (@convention(c) (OpaquePointer?, CInt) -> CInt).self),
      let delete = symbol("glp_delete_prob", as: (@convention(c) (OpaquePointer?) -> Void).self),
      let free = symbol("glp_free_env", as: (@convention(c) () -> CInt).self)
    else {
      Issue.record("GLPK is not in the process")
      return
    }
    let theirs = create()
    #expect(addRows(theirs, 3) == 1)
    #expect(Call.repeatedEntry.run().status == .fault)
    #expect(Call().run().objective == 2)
    #expect(addRows(theirs, 2) == 4)
    delete(theirs)
    #expect(free() == 0)
    // And of ours nothing stays: there is no environment left to free.
    #expect(Call().run().objective == 2)
    #expect(free() == 1)
  }

  private func symbol<Function>(_ name: String, as type: Function.Type) -> Function? {
    guard let address = dlsym(dlopen(nil, RTLD_NOW), name) else { return nil }
    return unsafeBitCast(address, to: type)
  }

  /// Runs a closure on as many new threads at a time and waits for all.
  private func onThreads(_ count: Int, _ work: @escaping @Sendable (Int) -> Void) {
    let group = DispatchGroup()
    for index in 0..<count {
      group.enter()
      Thread.detachNewThread {
        work(index)
        group.leave()
      }
    }
    group.wait()
  }
}

extension Call {
  /// A market split of 4 markets and 40 customers, which no branch and bound finishes (Cornuéjols and Dawande 1999).
  static let endless: Call = {
    var state: UInt64 = 12345
    func next() -> Double {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Double((state >> 33) % 100)
    }
    var call = Call(rows: 4, columns: 48) { row, column in column < 40 ? next() : 0 }
    for slack in 40..<48 { call.entryValues[slack * 4 + slack % 4] = slack < 44 ? 1 : -1 }
    call.costs = (0..<48).map { $0 < 40 ? 0 : 1 }
    call.columnUpper = (0..<48).map { $0 < 40 ? 1 : .infinity }
    call.integral = (0..<48).map { $0 < 40 }
    for row in 0..<4 {
      let half = ((0..<40).reduce(0) { $0 + call.entryValues[$1 * 4 + row] } / 2).rounded(.down)
      call.rowLower[row] = half
      call.rowUpper[row] = half
    }
    return call
  }()

  /// An assignment of as many to as many with scattered costs, by the slow primal method.
  static func assignment(of count: Int) -> Call {
    var call = Call()
    call.options.method = .primal
    call.rows = Int32(2 * count)
    call.columns = Int32(count * count)
    call.starts = (0...count * count).map { Int64(2 * $0) }
    call.entryRows = (0..<2 * count * count).map { Int32($0 % 2 == 0 ? $0 / 2 / count : count + $0 / 2 % count) }
    call.entryValues = Array(repeating: 1, count: 2 * count * count)
    call.rowLower = Array(repeating: 1, count: 2 * count)
    call.rowUpper = call.rowLower
    call.columnLower = Array(repeating: 0, count: count * count)
    call.columnUpper = Array(repeating: .infinity, count: count * count)
    call.costs = (0..<count * count).map { Double($0 * 7919 % 10_007) }
    return call
  }
}
