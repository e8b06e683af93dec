public import ArgumentParser
import Foundation
public import Interchange
import Logistics

extension Convention: ExpressibleByArgument {}

/// What every command takes that reads an instance.
struct InstanceOptions: ParsableArguments {
  @Argument(
    help: "The instance: VRPLIB, Solomon, Gehring & Homberger, Li & Lim, Cordeau or VROOM's JSON; recognised by its content.")
  var instance: String

  @Option(help: "How distances become whole numbers; left out, as the best-known values of the instance's family are.")
  var convention: Convention?

  @Flag(help: "Print exactly one JSON object on standard output.")
  var json = false

  /// - Throws: `InvalidInput` with all that is wrong with the file.
  func read() throws(InvalidInput) -> RoutingInstance {
    try RoutingInstance(contentsOf: URL(fileURLWithPath: instance), convention: convention)
  }
}
